#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/result.hpp"

namespace podium {

inline constexpr std::size_t kMostDefinitionBytes = std::size_t{4} << 20U;
inline constexpr std::size_t kMostTableBytes = std::size_t{256} << 20U;
inline constexpr std::size_t kMostLineBytes = std::size_t{1} << 20U;
inline constexpr std::size_t kMostTables = 10'000;

/// Fills the block from its front and says how many bytes; 0 at the end.
using ByteSource = std::function<Result<std::size_t>(std::span<char> block)>;

/// The bytes of a text, which must outlive the source.
ByteSource bytes_of(std::string_view text);

/// The directory of an index. Only regular files in it can be opened: a path that leaves it, by its words or through a
/// symbolic link, is refused. Diagnostics carry no place.
class IndexDirectory {
 public:
  static Result<IndexDirectory> open(const std::filesystem::path& directory);

  /// The file's name relative to the directory, in its shortest form, without links.
  Result<std::string> locate(std::string_view name) const;
  Result<ByteSource> open_file(std::string_view name) const;
  /// A whole file of at most kMostDefinitionBytes, without a byte order mark.
  Result<std::string> read_text(std::string_view name) const;
  /// "observations/a.csv" ..., sorted; files whose name begins with a dot are left out. Nothing if there is no such
  /// directory.
  Result<std::vector<std::string>> observation_tables() const;

 private:
  explicit IndexDirectory(std::filesystem::path canonical) : canonical_(std::move(canonical)) {}

  Result<std::filesystem::path> resolve(std::string_view name) const;

  std::filesystem::path canonical_;
};

}  // namespace podium
