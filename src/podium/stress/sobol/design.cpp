#include "podium/stress/sobol/design.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "podium/stress/random.hpp"
#include "podium/stress/sobol/directions.hpp"

namespace podium {
namespace {

/// Numbers of draws that Monte Carlo with the same seed does not reach.
constexpr std::uint64_t kKeys = std::uint64_t{3} << 62;
constexpr std::uint64_t kRows = std::uint64_t{2} << 62;

std::uint32_t key_of(std::uint64_t seed, std::uint32_t scrambling, std::uint32_t dimension) {
  // The 32 bits that the number was made of; the half is cut off.
  return static_cast<std::uint32_t>(uniform(seed, kKeys | scrambling, dimension) * 0x1p32);
}

}  // namespace

SobolDesign::SobolDesign(std::size_t coordinates, std::uint64_t seed)
    : coordinates_(coordinates), seed_(seed), points_(std::min(2 * coordinates, kSobolDimensions)) {}

std::size_t SobolDesign::generated_coordinates() const { return coordinates_ - points_.dimensions() / 2; }

void SobolDesign::fill_dimension(std::size_t dimension, std::uint32_t scrambling, std::uint32_t first_row,
                                 std::span<double> values) const {
  const auto stream = static_cast<std::uint32_t>(dimension);
  if (dimension >= points_.dimensions()) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = uniform(seed_, kRows | std::uint64_t{scrambling} << 32 | (first_row + i), stream);
    }
    return;
  }
  const std::uint32_t key = key_of(seed_, scrambling, stream);
  std::vector<std::uint32_t> bits(values.size());
  points_.fill(dimension, first_row, bits);
  std::ranges::transform(bits, values.begin(),
                         [key](std::uint32_t value) { return unit_coordinate(owen_scrambled(value, key)); });
}

void SobolDesign::fill(std::uint32_t scrambling, std::uint32_t first_row, std::size_t rows, std::span<double> a,
                       std::span<double> b) const {
  assert(a.size() == rows * coordinates_ && b.size() == rows * coordinates_);
  std::vector<double> column(rows);
  for (std::size_t dimension = 0; dimension < 2 * coordinates_; ++dimension) {
    fill_dimension(dimension, scrambling, first_row, column);
    const std::span<double> side = dimension % 2 == 0 ? a : b;
    for (std::size_t row = 0; row < rows; ++row) side[row * coordinates_ + dimension / 2] = column[row];
  }
}

void exchange_factor(const SobolFactor& factor, std::size_t coordinates, std::span<double> a, std::span<double> b) {
  for (std::size_t start = 0; start < a.size(); start += coordinates) {
    for (const std::uint32_t coordinate : factor.coordinates) std::swap(a[start + coordinate], b[start + coordinate]);
  }
}

}  // namespace podium
