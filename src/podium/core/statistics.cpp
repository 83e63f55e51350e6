#include "podium/core/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <vector>

#include "podium/core/column.hpp"
#include "podium/core/panel.hpp"

namespace podium {
namespace {

double held(double value, double lower, double upper) {
  const double raised = value < lower ? lower : value;
  return raised > upper ? upper : raised;
}

/// A place among the figures, so that distances from it cost a large mean no digits: the mean of a few of them, which
/// mostly is near enough to their mean for one pass. NaN if none is available.
double place_among(std::span<const double> values, double lower, double upper) {
  const std::size_t quarter = values.size() / 4;
  double sum = 0;
  for (std::size_t i = 0; i < 4 && quarter > 0; ++i) sum += held(values[i * quarter + quarter / 2], lower, upper);
  if (quarter > 0 && !is_missing(sum)) return sum / 4;
  const auto any = std::ranges::find_if_not(values, is_missing);
  return any == values.end() ? kMissing : held(*any, lower, upper);
}

/// Means of the second, third and fourth powers of the distances from the mean.
struct CentralMoments {
  double second;
  double third;
  double fourth;
};

/// Taken over from the distances from a place at `offset` below the mean.
CentralMoments central(const column::Moments& moments, double offset) {
  const double share = 1 / moments.count;
  const double second = moments.second * share;
  const double third = moments.third * share;
  const double fourth = moments.fourth * share;
  const double square = offset * offset;
  return {second - square, third - 3 * offset * second + 2 * offset * square,
          fourth - 4 * offset * third + 6 * square * second - 3 * square * square};
}

/// A second pass about the mean, unless the first was near enough to it for the differences to keep their digits.
CentralMoments central_moments(std::span<const double> values, Bounds held, column::Moments moments, double origin) {
  double offset = moments.first / moments.count;
  if (!(4 * offset * offset * moments.count <= moments.second)) {
    moments = column::moments(values, held, origin + offset);
    offset = moments.first / moments.count;
  }
  return central(moments, offset);
}

void set_shape(Shape& shape, const CentralMoments& moments) {
  const auto n = static_cast<double>(shape.count);
  if (shape.count >= 3) {
    const double g1 = moments.third / (moments.second * std::sqrt(moments.second));
    shape.skewness = g1 * (std::sqrt(n * (n - 1)) / (n - 2));
  }
  if (shape.count >= 4) {
    const double g2 = moments.fourth / (moments.second * moments.second) - 3;
    shape.kurtosis = ((n + 1) * g2 + 6) * ((n - 1) / ((n - 2) * (n - 3)));
  }
}

/// The shape of figures whose fourth powers are no normal doubles: they are brought near 1 by a power of two, which
/// changes no digit and neither moment.
Shape shape_of_extremes(std::span<const double> values, column::Extremes extremes, double lower, double upper) {
  const int exponent = std::ilogb(std::max(std::abs(extremes.lowest), std::abs(extremes.highest)));
  std::vector<double> scaled;
  for (const double value : values) scaled.push_back(std::ldexp(held(value, lower, upper), -exponent));
  Shape shape = shape_of(scaled);
  shape.lowest = extremes.lowest;
  shape.highest = extremes.highest;
  return shape;
}

}  // namespace

double mean_of(std::span<const double> values) {
  double sum = 0;
  double count = 0;
  for (const double value : values) {
    if (is_missing(value)) continue;
    sum += value;
    count += 1;
  }
  return count > 0 ? sum / count : kMissing;
}

double median_of(std::span<const double> values) {
  std::vector<double> available;
  std::ranges::remove_copy_if(values, std::back_inserter(available), is_missing);
  if (available.empty()) return kMissing;
  const auto middle = available.begin() + static_cast<std::ptrdiff_t>(available.size() / 2);
  std::ranges::nth_element(available, middle);
  if (available.size() % 2 == 1) return *middle;
  const double below = *std::max_element(available.begin(), middle);
  return std::midpoint(below, *middle);
}

double standard_deviation_of(std::span<const double> values) {
  const double mean = mean_of(values);
  double squares = 0;
  double count = 0;
  for (const double value : values) {
    if (is_missing(value)) continue;
    squares += (value - mean) * (value - mean);
    count += 1;
  }
  return count > 1 ? std::sqrt(squares / (count - 1)) : kMissing;
}

double median_absolute_deviation_of(std::span<const double> values) {
  const double median = median_of(values);
  std::vector<double> distances(values.begin(), values.end());
  for (double& value : distances) value = std::abs(value - median);
  return median_of(distances);
}

double quantile_of_sorted(std::span<const double> sorted, double share) {
  if (sorted.empty()) return kMissing;
  const double place = static_cast<double>(sorted.size() - 1) * share;
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= sorted.size()) return sorted.back();
  return std::lerp(sorted[below], sorted[below + 1], place - static_cast<double>(below));
}

Shape shape_of(std::span<const double> values, double lower, double upper) {
  Shape shape;
  const double origin = place_among(values, lower, upper);
  if (is_missing(origin)) return shape;
  const column::Moments moments = column::moments(values, {lower, upper}, origin);
  shape.count = static_cast<std::size_t>(moments.count);
  shape.lowest = moments.extremes.lowest;
  shape.highest = moments.extremes.highest;
  if (shape.is_constant() || shape.count < 3 || !std::isfinite(shape.lowest) || !std::isfinite(shape.highest)) {
    return shape;
  }
  const CentralMoments central = central_moments(values, {lower, upper}, moments, origin);
  if (!std::isnormal(central.fourth)) return shape_of_extremes(values, moments.extremes, lower, upper);
  set_shape(shape, central);
  return shape;
}

double skewness_of(std::span<const double> values) { return shape_of(values).skewness; }

double kurtosis_of(std::span<const double> values) { return shape_of(values).kurtosis; }

}  // namespace podium
