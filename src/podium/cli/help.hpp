#pragma once

#include <span>

#include "podium/cli/command.hpp"

namespace podium {

/// What `podium --help` prints: the commands and their purposes.
std::string overview(std::span<const Command> commands, Language language);

/// What `podium COMMAND --help` prints: purpose, usage, options, examples, exit statuses.
std::string help_of(const Command& command, Language language);

}  // namespace podium
