#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/files/header.hpp"

namespace podium {

/// The rows of a table that has these columns and no others, in whatever order; a column is named by its position in
/// the list. All three must outlive it.
class RowFields {
 public:
  RowFields(CsvReader& csv, std::span<const std::string_view> columns, Problems& problems)
      : csv_(csv), columns_(columns), problems_(problems) {}

  /// Reads the header and calls `read_row` at each row that is as wide; what is wrong with header, width or form is
  /// reported.
  template <class ReadRow>
  void each_row(const ReadRow& read_row) {
    const std::optional<Header> header = Header::read(csv_, problems_);
    const auto positions = header ? header->only(columns_, problems_) : std::nullopt;
    if (!positions) return;
    positions_ = *positions;
    while (csv_.next()) {
      if (header->fits(csv_, problems_)) read_row();
    }
    if (csv_.problem()) problems_.add(*csv_.problem());
  }

  // Of the current row

  std::string_view operator[](std::size_t column) const { return csv_.fields()[positions_[column]]; }
  /// Where the field begins, when called: for the readers of read_figure.hpp.
  auto place(std::size_t column) const {
    return [this, column] { return csv_.place(positions_[column]); };
  }
  Place row_place() const { return csv_.place(); }
  void refuse(std::size_t column, std::string found, std::string expected) const {
    problems_.report([&] {
      return Diagnostic{.code = Code::InvalidValue,
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .place = place(column)()};
    });
  }

 private:
  CsvReader& csv_;
  std::span<const std::string_view> columns_;
  Problems& problems_;
  std::vector<std::size_t> positions_;
};

}  // namespace podium
