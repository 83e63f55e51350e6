#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command completion_command();

}  // namespace podium
