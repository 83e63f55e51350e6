#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command export_command();

}  // namespace podium
