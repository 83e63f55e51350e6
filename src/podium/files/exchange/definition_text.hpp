#pragma once

#include <string>
#include <string_view>

#include "podium/core/result.hpp"

namespace podium {

/// podium.toml without its sections [[table]], for an index whose observations stand in one tidy table that says
/// everything itself. All other lines stay word for word.
///
/// The sections are cut out where the parser of TOML saw them begin and end. What is left is parsed again and must hold
/// the same values but for these sections; otherwise nothing is returned.
Result<std::string> without_table_sections(const std::string& text, const std::string& file);

}  // namespace podium
