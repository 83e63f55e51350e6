#pragma once

#include <cstddef>
#include <limits>
#include <span>

#include "podium/core/hierarchy.hpp"

/// Passes over columns of figures that are worth the processor's vectors; the widest that it has are chosen while the
/// program runs. Cell i belongs to lane i mod 4, lanes are merged in a fixed order and no product is fused with a sum,
/// so the result depends on the figures alone: every processor gives the same bits. NaN is a gap and is passed over.
namespace podium::column {

/// The place of the first gap at `from` or behind it; the number of cells if there is none.
std::size_t next_gap(std::span<const double> values, std::size_t from);
/// The place of the first figure at `from` or behind it that is another one than before; the number of cells if there
/// is none. One size; where either is a gap nothing changed.
std::size_t next_change(std::span<const double> before, std::span<const double> after, std::size_t from);

bool has_infinite(std::span<const double> values);

/// Lowest and highest available figure, never -0; infinity and minus infinity if there is none.
struct Extremes {
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -std::numeric_limits<double>::infinity();
};
Extremes extremes(std::span<const double> values);

/// The available figures, those beyond `held` standing at its ends: how many, between which extremes, and the sums of
/// the first four powers of their distances from `origin`.
struct Moments {
  double count = 0;
  Extremes extremes{};
  double first = 0;
  double second = 0;
  double third = 0;
  double fourth = 0;
};
Moments moments(std::span<const double> values, Bounds held, double origin);

/// How many figures lie at `end` or beyond it, and the next one inside (minus infinity times sign if there is none).
/// `sign` is 1 for the high end and -1 for the low one.
struct End {
  std::size_t count = 0;
  double next = 0;
};
End end(std::span<const double> values, double end, double sign);

/// Brings every figure beyond the bounds to them.
void hold(std::span<double> values, Bounds bounds);

/// Each figure becomes point_of(range, (figure - lowest) / width), see normalise/pool.hpp.
void stretch(std::span<double> values, double lowest, double width, Bounds range);

/// The same, to the last bit, where no figure lies beyond the extremes and their distance is finite and above 0. The
/// processor's vectors may multiply instead of dividing: the product with the reciprocal and what that leaves over,
/// both fused, give the division rounded to nearest (Markstein, Computation of elementary functions on the IBM RISC
/// System/6000 processor, 1990; Brisebarre, Muller and Raina, Accelerating correctly rounded floating-point division
/// when the divisor is known in advance, 2004).
void stretch_between(std::span<double> values, Extremes extremes, Bounds range);

/// Each figure becomes figure * factor / divisor; a gap in either makes a gap. False if some figure has a divisor of 0
/// or below: then all are left as they are. One size.
bool divide_by(std::span<double> values, double factor, std::span<const double> divisors);

/// Adds to `available` in how many of the columns a cell has a figure, and to `nonzero` in how many another one than 0.
/// All of one size.
void count(std::span<const std::span<const double>> columns, std::span<double> available, std::span<double> nonzero);

/// The sum of weight * column over the columns, in their order, divided by the sum of the weights, cell by cell; a gap
/// makes a gap. As many weights as columns, at least one; all columns of the size of `means`.
void weighted_mean(std::span<const std::span<const double>> columns, std::span<const double> weights,
                   std::span<double> means);

}  // namespace podium::column
