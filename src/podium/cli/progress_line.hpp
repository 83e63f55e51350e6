#pragma once

#include <cstdint>
#include <string>

namespace podium {

/// "[#####...............] 25%  120,000 / s, 6 s": how far a work is after so many seconds, how fast, and the time
/// left.
std::string progress_line(std::uint64_t done, std::uint64_t total, double seconds);

/// "1,000,000".
std::string grouped(std::uint64_t number);

}  // namespace podium
