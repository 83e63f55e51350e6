#pragma once

#include <filesystem>
#include <span>

#include "podium/files/output.hpp"
#include "podium/files/staging.hpp"

namespace podium {

/// Puts a directory in place that holds what `directory` holds, with these files added or instead of those of their
/// name: unchanged files are linked, not copied, so hidden ones stay too. `staging` is beside the directory, which need
/// not be there yet. True, or why not, and then nothing has changed.
Result<bool> exchange_with(Staging& staging, const std::filesystem::path& directory, std::span<const OutputFile> files);

}  // namespace podium
