#include "podium/files/exchange/remove_figures.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "podium/files/header.hpp"

namespace podium {
namespace {

/// Bytes from `begin` up to, not including, `end`.
struct Range {
  std::size_t begin;
  std::size_t end;

  auto operator<=>(const Range&) const = default;
};

std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') starts.push_back(i + 1);
  }
  return starts;
}

/// The first lines of the rows behind the header.
std::vector<std::uint32_t> row_lines(CsvReader& csv) {
  std::vector<std::uint32_t> lines;
  while (csv.next()) lines.push_back(csv.place().line);
  return lines;
}

/// A field that holds a number, with its quotes if it has any.
Range field_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  if (text[begin] == '"') {
    end = text.find('"', begin + 1) + 1;
  } else {
    end = std::min(text.find_first_of(",\r\n", begin), text.size());
  }
  return {begin, end};
}

}  // namespace

Result<std::string> without_figures(const std::string& text, std::span<const Observation* const> figures,
                                    const Index& index) {
  if (figures.empty()) return text;
  CsvReader csv(figures.front()->place.file, bytes_of(text));
  Problems problems;
  const std::optional<Header> header = Header::read(csv, problems);
  if (!header) return std::move(problems).sorted();
  const bool is_tidy = header->find("indicator") || (header->find("value") && !index.find_series("value"));
  const std::vector<std::uint32_t> rows = row_lines(csv);
  const std::vector<std::size_t> starts = line_starts(text);
  std::set<Range> ranges;
  for (const Observation* const figure : figures) {
    const Place& place = figure->place;
    if (!is_tidy) {
      ranges.insert(field_at(text, starts[place.line - 1] + place.column - 1));
      continue;
    }
    const auto next = std::ranges::upper_bound(rows, place.line);
    const std::size_t end = next != rows.end() ? starts[*next - 1] : text.size();
    ranges.insert({starts[*std::prev(next) - 1], end});
  }
  std::string rest;
  std::size_t from = 0;
  for (const Range& range : ranges) {
    rest.append(text, from, range.begin - from);
    from = range.end;
  }
  return rest.append(text, from);
}

}  // namespace podium
