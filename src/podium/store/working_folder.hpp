#pragma once

#include <filesystem>

#include "podium/core/result.hpp"

namespace podium {

/// DIR/.podium, where podium keeps what can be made anew. It may not be there yet; a problem if something else than a
/// directory is, such as a link that would lead out of the index.
Result<std::filesystem::path> working_folder(const std::filesystem::path& directory);

}  // namespace podium
