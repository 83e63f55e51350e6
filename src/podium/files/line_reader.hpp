#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "podium/files/index_directory.hpp"

namespace podium {

/// The lines of a table, read in blocks: memory stays near the longest line, which is at most kMostLineBytes. Text is
/// checked line by line; the first problem ends the reading.
class LineReader {
 public:
  LineReader(SharedText file, ByteSource source) : file_(std::move(file)), source_(std::move(source)) {}

  /// The next line without its LF or CRLF, valid until the next call; nothing at the end and after a problem.
  std::optional<std::string_view> next();
  /// The number of the line that next() gave, from 1.
  std::uint32_t line() const { return line_; }
  const SharedText& file() const { return file_; }
  const std::optional<Diagnostic>& problem() const { return problem_; }

 private:
  enum class Filled { More, End, Failed };
  Filled fill();
  std::optional<std::string_view> take(std::size_t length, std::size_t terminator);
  void refuse(Code code, std::string found, std::string expected);

  SharedText file_;
  ByteSource source_;
  std::string buffer_;
  std::size_t begin_ = 0;  ///< of the next line in the buffer
  std::size_t end_ = 0;    ///< of the bytes in the buffer
  std::size_t total_ = 0;  ///< bytes read so far
  std::uint32_t line_ = 0;
  std::optional<Diagnostic> problem_;
};

}  // namespace podium
