#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command explain_command();

}  // namespace podium
