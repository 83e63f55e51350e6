#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

namespace podium::testing {

/// A small table of a reference file: a header line and rows of the same width, fields in double quotes or plain, no
/// line ends inside fields. What podium itself reads goes through podium/files/csv_reader.hpp.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;

  bool has(std::string_view column) const { return std::ranges::find(columns, column) != columns.end(); }

  const std::string& text(std::size_t row, std::string_view column) const {
    const auto found = std::ranges::find(columns, column);
    REQUIRE_MESSAGE(found != columns.end(), "no column " << std::string(column));
    return rows[row][static_cast<std::size_t>(found - columns.begin())];
  }

  /// "NA", "NaN" and nothing are gaps.
  double number(std::size_t row, std::string_view column) const {
    const std::string& field = text(row, column);
    if (field.empty() || field == "NA" || field == "NaN") return kMissing;
    std::size_t end = 0;
    const double value = std::stod(field, &end);
    REQUIRE_MESSAGE(end == field.size(), "not a number: " << field);
    return value;
  }
};

inline std::vector<std::string> split_csv_line(std::string_view line) {
  std::vector<std::string> fields(1);
  bool is_quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool is_escaped_quote = is_quoted && line.substr(i, 2) == "\"\"";
    if (is_escaped_quote) {
      fields.back() += '"';
      ++i;
    } else if (line[i] == '"') {
      is_quoted = !is_quoted;
    } else if (line[i] == ',' && !is_quoted) {
      fields.emplace_back();
    } else {
      fields.back() += line[i];
    }
  }
  return fields;
}

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), "cannot read " << path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline Table read_table(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), "cannot read " << path.string());
  Table table;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> fields = split_csv_line(line);
    if (table.columns.empty()) {
      table.columns = std::move(fields);
    } else {
      REQUIRE_MESSAGE(fields.size() == table.columns.size(), "a row of another width in " << path.string());
      table.rows.push_back(std::move(fields));
    }
  }
  return table;
}

}  // namespace podium::testing
