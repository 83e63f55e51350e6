#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command project_command();

}  // namespace podium
