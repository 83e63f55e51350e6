#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command generate_command();

}  // namespace podium
