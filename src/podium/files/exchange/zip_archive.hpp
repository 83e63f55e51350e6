#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/result.hpp"

namespace podium {

/// The files in a ZIP archive, whose bytes are taken as hostile: the number of files and what they unpack to are
/// limited, each by itself and all that are read together, so that no small archive becomes large.
class ZipArchive {
 public:
  static constexpr std::size_t kMostEntries = 4096;
  static constexpr std::size_t kMostUnpackedBytes = std::size_t{512} << 20U;

  /// The bytes must outlive the archive. `file` is its name in diagnostics.
  static Result<ZipArchive> open(std::string_view bytes, std::string file);

  const std::string& file() const { return file_; }
  /// In the order of the archive; names without regard to the case of ASCII letters, as Office has them.
  bool has(std::string_view name) const;
  /// Reports a file that is not there, that is encrypted or damaged, or that unpacks to more than `most_bytes`.
  Result<std::string> read(std::string_view name, std::size_t most_bytes);

 private:
  ZipArchive(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {}

  std::string_view bytes_;
  std::string file_;
  std::vector<std::string> names_;  ///< in lower case
  std::size_t unpacked_ = 0;        ///< bytes read so far
};

}  // namespace podium
