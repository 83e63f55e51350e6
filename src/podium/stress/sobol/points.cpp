#include "podium/stress/sobol/points.hpp"

#include <bit>
#include <cassert>

#include "podium/stress/sobol/directions.hpp"

namespace podium {
namespace {

std::uint32_t reversed(std::uint32_t x) {
  x = (x & 0x55555555U) << 1 | (x >> 1 & 0x55555555U);
  x = (x & 0x33333333U) << 2 | (x >> 2 & 0x33333333U);
  x = (x & 0x0f0f0f0fU) << 4 | (x >> 4 & 0x0f0f0f0fU);
  x = (x & 0x00ff00ffU) << 8 | (x >> 8 & 0x00ff00ffU);
  return x << 16 | x >> 16;
}

}  // namespace

SobolPoints::SobolPoints(std::size_t dimensions) {
  assert(dimensions <= kSobolDimensions);
  directions_.reserve(dimensions);
  for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
    directions_.push_back(sobol_directions(dimension));
  }
}

void SobolPoints::fill(std::size_t dimension, std::uint32_t first, std::span<std::uint32_t> bits) const {
  const std::array<std::uint32_t, 32>& directions = directions_[dimension];
  std::uint32_t point = 0;
  for (std::uint32_t gray = first ^ first >> 1; gray != 0; gray &= gray - 1) {
    point ^= directions[static_cast<std::size_t>(std::countr_zero(gray))];
  }
  std::uint32_t index = first;
  for (std::uint32_t& value : bits) {
    value = point;
    // One bit of the Gray code changes from a point to the next; after the very last point it is left as it is.
    if (++index != 0) point ^= directions[static_cast<std::size_t>(std::countr_zero(index))];
  }
}

std::uint32_t owen_scrambled(std::uint32_t bits, std::uint32_t key) {
  // Additions and multiplications carry upwards only: with the bits reversed, from the higher bits to the lower.
  std::uint32_t x = reversed(bits);
  x ^= x * 0x3d20adeaU;
  x += key;
  x *= key >> 16 | 1U;
  x ^= x * 0x05526c56U;
  x ^= x * 0x53a22864U;
  return reversed(x);
}

}  // namespace podium
