#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace podium {

/// Sobol' points in the order of the Gray code (Antonov and Saleev, 1979), the point of zeros first. In each dimension
/// any 2^m points that begin at a multiple of 2^m fall one into each interval of length 2^-m.
class SobolPoints {
 public:
  /// dimensions <= kSobolDimensions
  explicit SobolPoints(std::size_t dimensions);

  std::size_t dimensions() const { return directions_.size(); }

  /// The coordinate of that dimension at the points first, first + 1 ..., as fractions of 2^32.
  void fill(std::size_t dimension, std::uint32_t first, std::span<std::uint32_t> bits) const;

 private:
  std::vector<std::array<std::uint32_t, 32>> directions_;
};

/// A random permutation of the fractions of 2^32, chosen by `key`, that keeps the nets of Sobol' points: whether a bit
/// turns depends on the bits above it only (nested uniform scrambling: Owen, Randomly permuted (t,m,s)-nets, 1995).
/// The permutation is a hash (Laine and Karras, Stratified sampling for stochastic transparency, 2011; Burley,
/// Practical hash-based Owen scrambling, 2020) with the constants of Vegdahl (Building a better LK hash, 2021), which
/// wants keys that look random.
std::uint32_t owen_scrambled(std::uint32_t bits, std::uint32_t key);

/// The middle of the interval that 32 bits leave open: in (0, 1), never 0 or 1.
inline double unit_coordinate(std::uint32_t bits) { return (bits + 0.5) * 0x1p-32; }

}  // namespace podium
