#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/files/csv_reader.hpp"
#include "podium/files/problems.hpp"

namespace podium {

/// The first row of a table: the names of its columns, each there once.
class Header {
 public:
  /// Nothing (reported) if there is no row, or if two columns have one name.
  static std::optional<Header> read(CsvReader& csv, Problems& problems);

  const std::vector<std::string>& columns() const { return columns_; }
  const Place& place(std::size_t column) const { return places_[column]; }
  std::optional<std::size_t> find(std::string_view column) const;
  /// Reports a missing column; `otherwise` says what would do instead of it.
  std::optional<std::size_t> require(std::string_view column, Problems& problems,
                                     std::string_view otherwise = {}) const;
  /// Where each of these columns stands, in their order. Nothing if one is missing, or if there is another; each of
  /// both is reported.
  std::optional<std::vector<std::size_t>> only(std::span<const std::string_view> columns, Problems& problems) const;

  /// Whether the current row has as many fields as the header; reports if not.
  bool fits(const CsvReader& csv, Problems& problems) const;

 private:
  std::vector<std::string> columns_;
  std::vector<Place> places_;
};

}  // namespace podium
