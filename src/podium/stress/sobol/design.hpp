#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "podium/stress/sobol/points.hpp"

namespace podium {

/// What is varied as a whole: the coordinates of the unit cube that make it. With several coordinates its indices are
/// those of the group (Saltelli and others, Global sensitivity analysis, the primer, 2008, section 4.5.3).
struct SobolFactor {
  std::string name{};
  std::vector<std::uint32_t> coordinates{};
};

/// The points at which a target is evaluated. Row n of a scrambling has two points of the unit cube, A and B, which
/// share nothing: coordinate c of A is dimension 2 c of the scrambled Sobol' point n, and of B dimension 2 c + 1.
/// Dimensions beyond those that there are direction numbers for come from the counter-based generator.
/// A factor's exchanged points are A with the factor's coordinates of B, called AB, and B with those of A, called BA.
class SobolDesign {
 public:
  SobolDesign(std::size_t coordinates, std::uint64_t seed);

  std::size_t coordinates() const { return coordinates_; }

  /// How many coordinates have at least one of their two dimensions from the generator instead of Sobol' points.
  std::size_t generated_coordinates() const;

  /// The points of `rows` rows from first_row, one after the other, `coordinates` values each, in (0, 1).
  void fill(std::uint32_t scrambling, std::uint32_t first_row, std::size_t rows, std::span<double> a,
            std::span<double> b) const;

 private:
  void fill_dimension(std::size_t dimension, std::uint32_t scrambling, std::uint32_t first_row,
                      std::span<double> values) const;

  std::size_t coordinates_;
  std::uint64_t seed_;
  SobolPoints points_;
};

/// Exchanges a factor's coordinates between the points of A and B in place: A becomes AB, and B becomes BA. Once more,
/// and they are as before.
void exchange_factor(const SobolFactor& factor, std::size_t coordinates, std::span<double> a, std::span<double> b);

}  // namespace podium
