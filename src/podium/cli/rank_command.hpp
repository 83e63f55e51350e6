#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command rank_command();

}  // namespace podium
