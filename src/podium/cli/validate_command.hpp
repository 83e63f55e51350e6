#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command validate_command();

}  // namespace podium
