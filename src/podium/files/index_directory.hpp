#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/files/output.hpp"

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
  /// One that stands on no disk: these files and no others.
  static IndexDirectory of(const std::vector<OutputFile>& files) { return IndexDirectory({}).with(files); }
  /// The same directory as if these files stood in it, so that what is going to be written can be read before.
  IndexDirectory with(const std::vector<OutputFile>& files) const;

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

  const std::string* find_in_memory(std::string_view name) const;

  using Files = std::map<std::string, std::string, std::less<>>;
  std::filesystem::path canonical_;  ///< empty: on no disk
  std::shared_ptr<const Files> files_ = std::make_shared<const Files>();
};

}  // namespace podium
