#pragma once

#include "podium/cli/command.hpp"

namespace podium {

Command audit_command();

}  // namespace podium
