#pragma once

#include <span>
#include <string>

#include "podium/cli/command.hpp"

namespace podium {

enum class Shell : std::uint8_t { Bash, Zsh, Fish };

/// A script that teaches a shell the commands, their options and the closed lists of values.
std::string completion_script(Shell shell, std::span<const Command> commands);

}  // namespace podium
