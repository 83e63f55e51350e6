#pragma once

#include <ostream>
#include <span>
#include <string>

#include "podium/cli/command.hpp"

namespace podium {

/// The whole program: `arguments` without the program's name. Data go to `out`, messages to `err`.
/// Returns the exit status: 0 done; 1 done, and the command's own question came out negative; 2 bad usage or bad input;
/// 3 a fault of podium's.
int run_program(std::span<const std::string> arguments, std::ostream& out, std::ostream& err,
                const Surroundings& surroundings);

}  // namespace podium
