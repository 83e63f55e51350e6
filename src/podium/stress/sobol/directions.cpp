// The only file that sees Boost's table of Sobol' numbers. Boost's engine may throw; its table cannot.
#include "podium/stress/sobol/directions.hpp"

#include <bit>
#include <cassert>

#include <boost/random/sobol.hpp>

namespace podium {

static_assert(kSobolDimensions <= boost::random::default_sobol_table::max_dimension);

std::array<std::uint32_t, 32> sobol_directions(std::size_t dimension) {
  assert(dimension < kSobolDimensions);
  std::array<std::uint32_t, 32> directions = {};
  if (dimension == 0) {
    for (std::size_t bit = 0; bit < 32; ++bit) directions[bit] = 0x80000000U >> bit;
    return directions;
  }
  using Table = boost::random::default_sobol_table;
  const auto polynomial = static_cast<std::uint32_t>(Table::polynomial(dimension - 1));
  const auto degree = static_cast<std::size_t>(std::bit_width(polynomial) - 1);
  for (std::size_t bit = 0; bit < degree; ++bit) {
    directions[bit] = static_cast<std::uint32_t>(Table::minit(dimension - 1, bit)) << (31 - bit);
  }
  for (std::size_t bit = degree; bit < 32; ++bit) {
    directions[bit] = directions[bit - degree] >> degree;
    for (std::size_t k = 0; k < degree; ++k) {
      if ((polynomial >> k & 1U) != 0) directions[bit] ^= directions[bit - degree + k];
    }
  }
  return directions;
}

}  // namespace podium
