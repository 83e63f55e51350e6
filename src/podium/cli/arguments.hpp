#pragma once

#include <span>
#include <string>

#include "podium/cli/command.hpp"

namespace podium {

/// Fills the targets of a command's options from the words behind its name. Returns all that is wrong with them.
Diagnostics read_arguments(const Command& command, std::span<const std::string> words);

}  // namespace podium
