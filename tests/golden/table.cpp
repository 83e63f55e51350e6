#include "golden/table.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>

namespace podium::golden {
namespace {

constexpr double kNotAvailable = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// One record from `begin` on; moves `begin` behind its line end. Nothing if a quoted field is never closed.
std::optional<std::vector<std::string>> read_record(const std::string& text, std::size_t& begin) {
  std::vector<std::string> fields(1);
  bool is_quoted = false;
  for (; begin < text.size(); ++begin) {
    const char c = text[begin];
    if (is_quoted && c == '"' && begin + 1 < text.size() && text[begin + 1] == '"') {
      fields.back() += '"';
      ++begin;
    } else if (c == '"') {
      is_quoted = !is_quoted;
    } else if (is_quoted || (c != ',' && c != '\n' && c != '\r')) {
      fields.back() += c;
    } else if (c == ',') {
      fields.emplace_back();
    } else if (c == '\n') {
      ++begin;
      return fields;
    }
  }
  if (is_quoted) return std::nullopt;
  return fields;
}

}  // namespace

bool Table::has(std::string_view column) const { return std::ranges::find(columns, column) != columns.end(); }

std::size_t Table::position(std::string_view column) const {
  const auto found = std::ranges::find(columns, column);
  if (found == columns.end()) throw Malformed(name + ": no column " + std::string(column));
  return static_cast<std::size_t>(found - columns.begin());
}

double Table::number(std::size_t row, std::string_view column) const {
  const std::string& field = text(row, column);
  double number = kNotAvailable;
  if (read_number(field, number)) return number;
  throw Malformed(name + ": row " + std::to_string(row + 1) + ", column " + std::string(column) + ": '" + field +
                  "' is not a number");
}

bool Table::is_numeric(std::string_view column) const {
  const std::size_t place = position(column);
  double number = 0;
  return std::ranges::all_of(rows, [&](const auto& row) { return read_number(row[place], number); });
}

bool is_not_available(std::string_view field) { return field.empty() || field == "NA" || field == "NaN"; }

bool read_number(std::string_view field, double& number) {
  number = kNotAvailable;
  if (is_not_available(field)) return true;
  if (field == "Inf" || field == "-Inf") {
    number = field[0] == '-' ? -kInfinity : kInfinity;
    return true;
  }
  if (field == "true" || field == "false" || field == "TRUE" || field == "FALSE") {
    number = field[0] == 't' || field[0] == 'T' ? 1 : 0;
    return true;
  }
  const std::string text(field);
  // strtod also takes spaces, hexadecimal digits and words, which the form does not know.
  if (text.find_first_not_of("0123456789+-.eE") != std::string::npos) return false;
  char* end = nullptr;
  number = std::strtod(text.c_str(), &end);
  return end == text.c_str() + text.size();
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file.good() || std::filesystem::is_directory(path)) throw Malformed("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

Table read_table(const std::filesystem::path& path) {
  const std::string text = read_text(path);
  Table table{.name = path.filename().string(), .columns = {}, .rows = {}};
  for (std::size_t begin = 0; begin < text.size();) {
    auto fields = read_record(text, begin);
    const std::string line = std::to_string(table.rows.size() + (table.columns.empty() ? 1 : 2));
    if (!fields) throw Malformed(table.name + ": line " + line + ": a quoted field without an end");
    if (table.columns.empty()) {
      table.columns = *std::move(fields);
      continue;
    }
    if (fields->size() != table.columns.size()) {
      throw Malformed(table.name + ": line " + line + ": " + std::to_string(fields->size()) + " fields, expected " +
                      std::to_string(table.columns.size()));
    }
    table.rows.push_back(*std::move(fields));
  }
  if (table.columns.empty()) throw Malformed(table.name + ": empty");
  std::vector<std::string> sorted = table.columns;
  std::ranges::sort(sorted);
  const auto twice = std::ranges::adjacent_find(sorted);
  if (twice != sorted.end()) throw Malformed(table.name + ": two columns " + *twice);
  return table;
}

Json read_json(const std::filesystem::path& path) {
  const std::string text = read_text(path);
  try {
    return Json::parse(text);
  } catch (const Json::exception& problem) {
    throw Malformed(path.filename().string() + ": " + problem.what());
  }
}

double number_of(const Json& value) {
  if (value.is_null()) return kNotAvailable;
  if (value.is_number()) return value.get<double>();
  if (value.is_boolean()) return value.get<bool>() ? 1 : 0;
  double number = 0;
  if (value.is_string() && read_number(value.get_ref<const std::string&>(), number)) return number;
  throw Malformed("not a number: " + value.dump().substr(0, 60));
}

std::size_t count_of(const Json& value) {
  constexpr double kMost = 1e9;
  const double number = number_of(value);
  if (number >= 0 && number <= kMost && number == std::floor(number)) return static_cast<std::size_t>(number);
  throw Malformed("not a count: " + value.dump().substr(0, 60));
}

int direction_of(double stated) { return stated == 1 ? 1 : stated == -1 ? -1 : 0; }

std::vector<double> numbers_of(const Json& value) {
  if (!value.is_array()) return {number_of(value)};
  std::vector<double> numbers;
  for (const Json& element : value) numbers.push_back(number_of(element));
  return numbers;
}

std::vector<std::string> texts_of(const Json& value) {
  std::vector<std::string> texts;
  for (const Json& element : value.is_array() ? value : Json::array({value})) {
    texts.push_back(element.is_null() ? std::string() : element.get<std::string>());
  }
  return texts;
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

}  // namespace podium::golden
