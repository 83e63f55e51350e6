#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command run_command();

}  // namespace podium
