#include "podium/core/shape.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "podium/core/panel.hpp"

namespace podium {
namespace {

double held(double value, Bounds bounds) {
  const double raised = value < bounds.lower ? bounds.lower : value;
  return raised > bounds.upper ? bounds.upper : raised;
}

/// A place among the figures, so that distances from it cost a large mean no digits: the mean of a few of them, which
/// mostly is near enough to their mean for one pass. NaN if none is available.
double place_among(std::span<const double> values, Bounds bounds) {
  const std::size_t quarter = values.size() / 4;
  double sum = 0;
  for (std::size_t i = 0; i < 4 && quarter > 0; ++i) sum += held(values[i * quarter + quarter / 2], bounds);
  if (quarter > 0 && !is_missing(sum)) return sum / 4;
  const auto any = std::ranges::find_if_not(values, is_missing);
  return any == values.end() ? kMissing : held(*any, bounds);
}

/// Means of the second, third and fourth powers of the distances from the mean.
struct CentralMoments {
  double second;
  double third;
  double fourth;
};

/// Taken over from the distances from the origin.
CentralMoments central(const column::Moments& moments) {
  const double share = 1 / moments.count;
  const double offset = moments.first * share;
  const double second = moments.second * share;
  const double third = moments.third * share;
  const double fourth = moments.fourth * share;
  const double square = offset * offset;
  return {second - square, third - 3 * offset * second + 2 * offset * square,
          fourth - 4 * offset * third + 6 * square * second - 3 * square * square};
}

/// Whether the sums were taken so near to the mean that their differences keep their digits.
bool is_near_mean(const column::Moments& sums) { return 4 * sums.first * sums.first <= sums.second * sums.count; }

/// Whether the sums give both moments; else they are left as they are.
bool set_shape(MeasuredShape& shape) {
  const CentralMoments moments = central(shape.sums);
  if (!std::isnormal(moments.fourth)) return false;
  const double n = shape.sums.count;
  if (shape.count >= 3) {
    const double g1 = moments.third / (moments.second * std::sqrt(moments.second));
    shape.skewness = g1 * (std::sqrt(n * (n - 1)) / (n - 2));
  }
  if (shape.count >= 4) {
    const double g2 = moments.fourth / (moments.second * moments.second) - 3;
    shape.kurtosis = ((n + 1) * g2 + 6) * ((n - 1) / ((n - 2) * (n - 3)));
  }
  return true;
}

/// The shape of figures whose fourth powers are no normal doubles: they are brought near 1 by a power of two, which
/// changes no digit and neither moment.
void set_shape_of_extremes(MeasuredShape& shape, std::span<const double> values) {
  const int exponent = std::ilogb(std::max(std::abs(shape.lowest), std::abs(shape.highest)));
  std::vector<double> scaled;
  for (const double value : values) {
    scaled.push_back(std::ldexp(held(value, {shape.lowest, shape.highest}), -exponent));
  }
  const Shape near = shape_of(scaled);
  shape.skewness = near.skewness;
  shape.kurtosis = near.kurtosis;
}

/// The sums after `count` figures have moved from one place to another.
column::Moments moved(column::Moments sums, double count, double from, double to) {
  const double from_square = from * from;
  const double to_square = to * to;
  sums.first += count * (to - from);
  sums.second += count * (to_square - from_square);
  sums.third += count * (to_square * to - from_square * from);
  sums.fourth += count * (to_square * to_square - from_square * from_square);
  return sums;
}

}  // namespace

MeasuredShape measure(std::span<const double> values, Bounds held) {
  MeasuredShape shape;
  shape.origin = place_among(values, held);
  if (is_missing(shape.origin)) return shape;
  shape.sums = column::moments(values, held, shape.origin);
  shape.count = static_cast<std::size_t>(shape.sums.count);
  shape.lowest = shape.sums.extremes.lowest;
  shape.highest = shape.sums.extremes.highest;
  if (shape.is_constant() || shape.count < 3 || !std::isfinite(shape.lowest) || !std::isfinite(shape.highest)) {
    return shape;
  }
  if (!is_near_mean(shape.sums)) {
    shape.origin += shape.sums.first / shape.sums.count;
    shape.sums = column::moments(values, held, shape.origin);
  }
  if (set_shape(shape)) {
    shape.summed_fourth = shape.sums.fourth;
  } else {
    set_shape_of_extremes(shape, values);
  }
  return shape;
}

MeasuredShape brought_in(std::span<const double> values, const MeasuredShape& before, bool is_high, column::End end) {
  // What the sums have lost since they were added up is at most this share of them, times the rounding of a double.
  constexpr double kLeastLeft = 0x1p-12;
  MeasuredShape after = before;
  double& edge = is_high ? after.highest : after.lowest;
  after.sums = moved(before.sums, static_cast<double>(end.count), edge - before.origin, end.next - before.origin);
  edge = end.next;
  const bool holds = !after.is_constant() && after.sums.fourth >= kLeastLeft * before.summed_fourth &&
                     is_near_mean(after.sums) && set_shape(after);
  return holds ? after : measure(values, {after.lowest, after.highest});
}

Shape shape_of(std::span<const double> values) { return measure(values); }

double skewness_of(std::span<const double> values) { return measure(values).skewness; }

double kurtosis_of(std::span<const double> values) { return measure(values).kurtosis; }

}  // namespace podium
