#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/result.hpp"

namespace podium {

/// A file to be written: path relative to the directory it goes to, with forward slashes, and its bytes.
struct OutputFile {
  std::string path;
  std::string bytes;
};

/// Replaces `directory` by one that holds exactly `files`: writes beside it, then exchanges the two by renaming, so
/// that at any moment the old or the new directory is there whole. Creates it if absent. Refuses (error, nothing
/// changed) a directory that is not empty and does not hold the file `marker`, which must be one of `files`; one in
/// which something hidden stands, such as .git; and one in which `source` lies, what the files were made from:
/// somebody else's files are never removed.
Result<std::filesystem::path> replace_directory(const std::filesystem::path& directory,
                                                std::span<const OutputFile> files, std::string_view marker,
                                                const std::filesystem::path& source = {});

/// Writes a file beside its place and renames it there.
Result<std::filesystem::path> replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Writes new files into a directory that must not exist yet or be empty (podium new).
Result<std::filesystem::path> create_directory_of(const std::filesystem::path& directory,
                                                  std::span<const OutputFile> files);

}  // namespace podium
