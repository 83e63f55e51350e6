#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command diff_command();

}  // namespace podium
