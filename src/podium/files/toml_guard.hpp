#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "podium/core/diagnostic.hpp"

namespace podium {

/// Refuses what toml++ does not stand: outside strings and comments,
/// - a run of more than `most_dots` dots between two of = , [ ] { } or line ends. Only a dotted key has that; toml++
/// limits
///   how deep values nest but not how many parts a key has, and each costs a level of the call stack;
/// - a character beyond ASCII, which is no TOML there, and which toml++ 3.3 meets with undefined behaviour when it asks
///   whether U+00E9 is a space.
std::optional<Diagnostic> guard_toml(std::string_view text, std::size_t most_dots, const std::string& file);

}  // namespace podium
