#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command sql_command();

}  // namespace podium
