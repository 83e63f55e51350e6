#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "podium/files/output.hpp"
#include "podium/files/staging.hpp"

namespace podium {

/// Fills `staging`, which is beside `directory`, with links to all that the directory holds, hidden files too. It need
/// not be there yet.
Result<bool> stage_links(const Staging& staging, const std::filesystem::path& directory);

/// Puts the staged directory in place, its files of these names written to the disk before.
Result<bool> put_in_place(Staging& staging, std::span<const std::string> names);

/// Puts a directory in place that holds what `directory` holds, with these files added or instead of those of their
/// name: unchanged files are linked, not copied, so hidden ones stay too. `staging` is beside the directory, which need
/// not be there yet. True, or why not, and then nothing has changed.
Result<bool> exchange_with(Staging& staging, const std::filesystem::path& directory, std::span<const OutputFile> files);

}  // namespace podium
