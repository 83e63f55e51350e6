#pragma once

#include <vector>

#include "podium/cli/command.hpp"

namespace podium {

/// Every command of the program, in the order of the help.
std::vector<Command> all_commands();

}  // namespace podium
