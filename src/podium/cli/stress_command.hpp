#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command stress_command();

}  // namespace podium
