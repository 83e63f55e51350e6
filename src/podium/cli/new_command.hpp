#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command new_command();

}  // namespace podium
