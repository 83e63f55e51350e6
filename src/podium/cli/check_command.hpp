#pragma once

#include "podium/cli/command.hpp"

namespace podium {

/// podium check DIR FILE...
Command check_command();

}  // namespace podium
