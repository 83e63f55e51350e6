#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command show_command();

}  // namespace podium
