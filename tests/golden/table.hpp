#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

/// Reading the files of a folder of golden cases: small and strict, and apart from podium's own readers. What podium
/// reads goes through podium/files.
namespace podium::golden {

using Json = nlohmann::ordered_json;

/// A file of the folder is not in the form that its README.md describes; the text names the file and the place.
struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A case asks for something that podium or this runner has no counterpart for; the text says what.
struct NotApplicable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A table: a header line and rows of the same width, fields in double quotes or plain.
struct Table {
  std::string name;  ///< for messages
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;

  bool has(std::string_view column) const;
  /// The position of a column; Malformed if there is none.
  std::size_t position(std::string_view column) const;
  const std::string& text(std::size_t row, std::string_view column) const { return rows[row][position(column)]; }
  /// As `number_of`; Malformed names the place.
  double number(std::size_t row, std::string_view column) const;
  /// Every field of the column is a number or missing.
  bool is_numeric(std::string_view column) const;
};

/// "NA", "NaN" and nothing are NaN; "Inf", "-Inf", "true" and "false" are numbers too. False if it is something else.
bool read_number(std::string_view field, double& number);
bool is_not_available(std::string_view field);

std::string read_text(const std::filesystem::path& path);

/// The parts of a message, one after the other.
std::string joined(std::initializer_list<std::string_view> parts);
Table read_table(const std::filesystem::path& path);
Json read_json(const std::filesystem::path& path);

/// null, "NaN" and "NA" are NaN, "Inf" and "-Inf" are infinite.
double number_of(const Json& value);
/// A whole number of 0 or more; Malformed otherwise.
std::size_t count_of(const Json& value);
/// +1 or -1, and 0, which is no direction, for everything else.
int direction_of(double stated);
/// The numbers of a list; a single value stands for a list of one.
std::vector<double> numbers_of(const Json& value);
std::vector<std::string> texts_of(const Json& value);

}  // namespace podium::golden
