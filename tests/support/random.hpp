#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace podium::testing {

/// Random numbers for tests: number n of a stream is a function of (seed, n), so a case that fails is the same
/// everywhere. The mixing is that of splitmix64 (Steele, Lea and Flood, 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : counter_(seed * 0x9e3779b97f4a7c15U) {}

  std::uint64_t bits() {
    counter_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = counter_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
  }

  /// At least 0, below 1.
  double uniform() { return static_cast<double>(bits() >> 11U) * 0x1p-53; }
  double between(double low, double high) { return low + (high - low) * uniform(); }
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(bits() % end); }

  /// Any finite double, all exponents alike: large, tiny, subnormal, of both signs.
  double any_finite() {
    for (;;) {
      const auto value = std::bit_cast<double>(bits());
      if (std::isfinite(value)) return value;
    }
  }

 private:
  std::uint64_t counter_;
};

}  // namespace podium::testing
