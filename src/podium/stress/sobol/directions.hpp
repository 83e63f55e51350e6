#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace podium {

/// How many dimensions of Sobol' points there are direction numbers for.
inline constexpr std::size_t kSobolDimensions = 3667;

/// The direction numbers of a dimension, the first bit of the point in the highest bit. dimension < kSobolDimensions.
/// The primitive polynomials and initial numbers are Joe and Kuo's, as Boost.Random carries them (Constructing Sobol
/// sequences with better two-dimensional projections, SIAM Journal on Scientific Computing 30, 2008).
std::array<std::uint32_t, 32> sobol_directions(std::size_t dimension);

}  // namespace podium
