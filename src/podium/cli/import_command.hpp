#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command import_command();

}  // namespace podium
