#pragma once

#include <filesystem>

#include "podium/files/toml_document.hpp"

namespace podium {

/// A file that belongs to no index, as the command line names it; limits are those of an index's files. Problems name
/// it as it was named.
Result<std::string> read_loose_text(const std::filesystem::path& path);
Result<TomlTable> read_loose_toml(const std::filesystem::path& path);

}  // namespace podium
