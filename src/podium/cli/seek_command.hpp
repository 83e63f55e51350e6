#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command seek_command();

}  // namespace podium
