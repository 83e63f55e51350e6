#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command what_if_command();

}  // namespace podium
