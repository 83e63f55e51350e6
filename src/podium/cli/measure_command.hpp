#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command measure_command();

}  // namespace podium
