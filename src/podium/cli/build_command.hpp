#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command build_command();

}  // namespace podium
