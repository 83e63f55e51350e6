#pragma once

#include <array>
#include <cstddef>

namespace podium {

/// Draws that the kernel takes side by side.
inline constexpr std::size_t kBlockDraws = 64;

/// One figure for each draw of a block, as wide vectors load them. A block with fewer draws leaves the last ones with
/// whatever stands there; nothing of them reaches the other draws.
template <class Figure>
struct alignas(64) BlockRow : std::array<Figure, kBlockDraws> {};

}  // namespace podium
