#include "podium/files/exchange/definition_text.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "podium/files/toml_document.hpp"

namespace podium {
namespace {

constexpr std::string_view kSection = "table";

/// Bytes from `begin` up to, not including, `end`.
struct Range {
  std::size_t begin;
  std::size_t end;
};

class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') starts_.push_back(i + 1);
    }
  }

  std::size_t offset(std::uint32_t line, std::uint32_t column) const { return starts_[line - 1] + column - 1; }
  /// All of the lines that the bytes stand in.
  Range whole(const Range& range) const {
    const std::size_t next = text_.find('\n', range.end);
    return {text_.rfind('\n', range.begin) + 1, next == std::string_view::npos ? text_.size() : next + 1};
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_{0};
};

/// Behind the last character of a value and of all that it holds.
std::size_t end_of(const TomlValue& value, const Lines& lines) {
  std::size_t end = lines.offset(value.end_line, value.end_column);
  if (const auto* table = std::get_if<TomlTable>(&value.data)) {
    for (const TomlEntry& entry : *table) end = std::max(end, end_of(entry.value, lines));
  } else if (const auto* array = std::get_if<TomlArray>(&value.data)) {
    for (const TomlValue& item : *array) end = std::max(end, end_of(item, lines));
  }
  return end;
}

/// Where the sections stand: each behind a header of its own, or all in one list, table = [{ ... }].
std::vector<Range> ranges_of(const TomlEntry& entry, std::string_view text, const Lines& lines) {
  std::vector<Range> ranges;
  const auto* array = std::get_if<TomlArray>(&entry.value.data);
  for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
    const TomlValue& section = (*array)[i];
    const std::size_t begin = lines.offset(section.place.line, section.place.column);
    if (text[begin] == '[') ranges.push_back(lines.whole({begin, end_of(section, lines) - 1}));
  }
  if (ranges.empty()) {
    ranges.push_back(lines.whole({lines.offset(entry.place.line, entry.place.column), end_of(entry.value, lines) - 1}));
  }
  return ranges;
}

/// Whether two values are the same, wherever they stand.
struct SameAs {
  const TomlValue& other;

  bool operator()(const TomlTime&) const { return true; }
  bool operator()(double number) const { return number == std::get<double>(other.data) || std::isnan(number); }
  bool operator()(const TomlArray& array) const {
    return std::ranges::equal(array, std::get<TomlArray>(other.data), are_same);
  }
  bool operator()(const TomlTable& table) const {
    return std::ranges::equal(table, std::get<TomlTable>(other.data), [](const TomlEntry& a, const TomlEntry& b) {
      return a.key == b.key && are_same(a.value, b.value);
    });
  }
  template <class Type>
  bool operator()(const Type& value) const {
    return value == std::get<Type>(other.data);
  }

  static bool are_same(const TomlValue& one, const TomlValue& other) {
    return one.data.index() == other.data.index() && std::visit(SameAs{other}, one.data);
  }
};

}  // namespace

Result<std::string> without_table_sections(const std::string& text, const std::string& file) {
  TRY(TomlTable document, parse_toml(text, file));
  const auto found = std::ranges::find(document, kSection, &TomlEntry::key);
  if (found == document.end()) return text;
  std::vector<Range> ranges = ranges_of(*found, text, Lines(text));
  std::ranges::sort(ranges, std::ranges::greater(), &Range::begin);
  std::string rest = text;
  for (const Range& range : ranges) rest.erase(range.begin, range.end - range.begin);
  const Place place = found->place;
  document.erase(found);
  const Result<TomlTable> again = parse_toml(rest, file);
  if (again && SameAs::are_same({std::move(document), {}}, {*again, {}})) return rest;
  return Diagnostic{.code = Code::InvalidValue,
                    .found = "sections [[table]] that cannot be told from the lines around them",
                    .expected = "each of them on lines of its own",
                    .place = place};
}

}  // namespace podium
