#include "podium/files/header.hpp"

#include <algorithm>
#include <set>

namespace podium {

std::optional<Header> Header::read(CsvReader& csv, Problems& problems) {
  if (!csv.next()) {
    if (csv.problem()) {
      problems.add(*csv.problem());
    } else {
      problems.add(Diagnostic{.code = Code::EmptyFile,
                              .found = "no row",
                              .expected = "a header with the names of the columns",
                              .place = {csv.file(), 0, 0}});
    }
    return std::nullopt;
  }
  Header header;
  std::set<std::string_view> seen;
  bool is_sound = true;
  for (std::size_t i = 0; i < csv.fields().size(); ++i) {
    const std::string_view column = csv.fields()[i];
    header.columns_.emplace_back(column);
    header.places_.push_back(csv.place(i));
    if (seen.insert(column).second) continue;
    is_sound = false;
    problems.add(Diagnostic{.code = Code::DuplicateColumn,
                            .found = "a second column " + podium::quoted(column),
                            .expected = "each column once",
                            .place = csv.place(i)});
  }
  return is_sound ? std::optional(std::move(header)) : std::nullopt;
}

std::optional<std::size_t> Header::find(std::string_view column) const {
  const auto found = std::ranges::find(columns_, column);
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::optional<std::size_t> Header::require(std::string_view column, Problems& problems,
                                           std::string_view otherwise) const {
  const std::optional<std::size_t> found = find(column);
  if (!found) {
    problems.add(Diagnostic{.code = Code::MissingColumn,
                            .found = "no column " + podium::quoted(column),
                            .expected = "a column of that name" + std::string(otherwise),
                            .nearest = std::string(nearest_word(column, views(columns_))),
                            .place = {places_.front().file, places_.front().line, 1}});
  }
  return found;
}

std::optional<std::vector<std::size_t>> Header::only(std::span<const std::string_view> columns,
                                                     Problems& problems) const {
  const std::size_t before = problems.count();
  std::vector<std::size_t> positions;
  for (const std::string_view column : columns) positions.push_back(require(column, problems).value_or(0));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (std::ranges::find(columns, columns_[i]) != columns.end()) continue;
    problems.report([&] {
      Diagnostic problem = not_among(Code::UnknownKey, "column", columns_[i], columns);
      problem.place = places_[i];
      return problem;
    });
  }
  return problems.count() == before ? std::optional(std::move(positions)) : std::nullopt;
}

bool Header::fits(const CsvReader& csv, Problems& problems) const {
  const std::size_t count = csv.fields().size();
  if (count == columns_.size()) return true;
  problems.report([&] {
    return Diagnostic{.code = Code::ColumnCount,
                      .found = std::to_string(count) + (count == 1 ? " field" : " fields"),
                      .expected = std::to_string(columns_.size()) + ", as many as the header has",
                      .place = csv.place()};
  });
  return false;
}

}  // namespace podium
