#pragma once

#include <memory>
#include <span>
#include <vector>

#include "podium/files/line_reader.hpp"

namespace podium {

/// The rows of a comma-separated table (RFC 4180, strictly: no text beside quotes, no quote in a bare field, no open
/// quote at the end). LF or CRLF, with or without a byte order mark; blank lines are passed over; spaces belong to
/// their field. Holds one row at a time, which with all its lines is at most kMostLineBytes long.
class CsvReader {
 public:
  CsvReader(SharedText file, ByteSource source);
  ~CsvReader();

  /// Goes to the next row; false at the end and at a problem.
  bool next();
  /// Of the current row, valid until next().
  std::span<const std::string_view> fields() const { return fields_; }
  /// Where the current row begins, or one of its fields.
  Place place() const { return {lines_.file(), first_line_, 1}; }
  Place place(std::size_t field) const;
  const SharedText& file() const { return lines_.file(); }
  const std::optional<Diagnostic>& problem() const { return problem_; }

 private:
  struct Parser;
  void split(std::string_view line);
  bool feed(std::string_view line);
  void refuse(std::size_t offset, std::string found, std::string expected);
  void find_starts() const;
  Place place_of_offset(std::size_t offset) const;

  LineReader lines_;
  std::unique_ptr<Parser> parser_;
  std::string raw_;  ///< a row with quotes as it stands in the file, its lines joined by LF
  std::uint32_t first_line_ = 0;
  std::vector<std::string_view> fields_;
  mutable std::vector<std::size_t> starts_;  ///< offsets of the fields in the row, found when first asked for
  std::optional<Diagnostic> problem_;
};

}  // namespace podium
