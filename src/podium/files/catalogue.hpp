#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "podium/files/problems.hpp"
#include "podium/model/index.hpp"

namespace podium {

/// sources.toml: one table per source. By id; nothing if the text is not TOML.
std::optional<std::vector<Source>> read_sources(std::string_view text, const std::string& file, Problems& problems);

/// editions.toml: one table per edition. By id; nothing if the text is not TOML.
std::optional<std::vector<Edition>> read_editions(std::string_view text, const std::string& file, Problems& problems);

}  // namespace podium
