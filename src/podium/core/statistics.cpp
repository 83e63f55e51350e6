#include "podium/core/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <vector>

#include "podium/core/lanes.hpp"
#include "podium/core/panel.hpp"

namespace podium {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double held(double value, double lower, double upper) {
  const double raised = value < lower ? lower : value;
  return raised > upper ? upper : raised;
}

/// A gap is beyond neither bound.
inline Pair held(Pair value, Pair lower, Pair upper) {
  const Pair raised = value < lower ? lower : value;
  return raised > upper ? upper : raised;
}

/// The available figures: how many, between which ends, and the sum of their distances from `base`.
struct Spread {
  double count = 0;
  double lowest = kInfinity;
  double highest = -kInfinity;
  double sum = 0;
};

Spread spread_of(std::span<const double> values, double lower, double upper, double base) {
  Lanes count;
  Lanes sum;
  Lanes lowest = Lanes::all(kInfinity);
  Lanes highest = Lanes::all(-kInfinity);
  const Pair low = {lower, lower};
  const Pair high = {upper, upper};
  const Pair origin = {base, base};
  for_each_pair(values, [&](Pair value, std::size_t half) {
    const Pair x = held(value, low, high);
    const auto is_there = x == x;
    count.half[half] += is_there ? Pair{1, 1} : Pair{};
    sum.half[half] += is_there ? x - origin : Pair{};
    lowest.half[half] = x < lowest.half[half] ? x : lowest.half[half];
    highest.half[half] = x > highest.half[half] ? x : highest.half[half];
  });
  return {count.sum(), lowest.lowest(), highest.highest(), sum.sum()};
}

/// Sums of the second, third and fourth powers of the distances from base + mean.
struct Powers {
  double second = 0;
  double third = 0;
  double fourth = 0;
};

Powers powers_of(std::span<const double> values, double lower, double upper, double base, double mean) {
  Lanes second;
  Lanes third;
  Lanes fourth;
  const Pair low = {lower, lower};
  const Pair high = {upper, upper};
  const Pair origin = {base, base};
  const Pair centre = {mean, mean};
  for_each_pair(values, [&](Pair value, std::size_t half) {
    const Pair x = held(value, low, high);
    const Pair distance = x == x ? (x - origin) - centre : Pair{};
    const Pair square = distance * distance;
    second.half[half] += square;
    third.half[half] += square * distance;
    fourth.half[half] += square * square;
  });
  return {second.sum(), third.sum(), fourth.sum()};
}

void set_moments(Shape& shape, const Powers& powers) {
  const auto n = static_cast<double>(shape.count);
  const double second = powers.second / n;
  if (shape.count >= 3) {
    const double g1 = powers.third / n / (second * std::sqrt(second));
    shape.skewness = g1 * std::sqrt(n * (n - 1)) / (n - 2);
  }
  if (shape.count >= 4) {
    const double g2 = powers.fourth / n / (second * second) - 3;
    shape.kurtosis = ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3));
  }
}

/// The shape of figures whose fourth powers are no normal doubles: they are brought near 1 by a power of two, which
/// changes no digit and neither moment.
Shape shape_of_extremes(std::span<const double> values, const Spread& spread, double lower, double upper) {
  const int exponent = std::ilogb(std::max(std::abs(spread.lowest), std::abs(spread.highest)));
  std::vector<double> scaled;
  for (const double value : values) scaled.push_back(std::ldexp(held(value, lower, upper), -exponent));
  Shape shape = shape_of(scaled);
  shape.lowest = spread.lowest;
  shape.highest = spread.highest;
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
  const auto first = std::ranges::find_if_not(values, is_missing);
  if (first == values.end()) return shape;
  // Distances from one of the figures: a large mean costs no digits.
  const double base = held(*first, lower, upper);
  const Spread spread = spread_of(values, lower, upper, base);
  shape.count = static_cast<std::size_t>(spread.count);
  shape.lowest = spread.lowest;
  shape.highest = spread.highest;
  if (shape.is_constant() || shape.count < 3 || !std::isfinite(shape.lowest) || !std::isfinite(shape.highest)) {
    return shape;
  }
  const Powers powers = powers_of(values, lower, upper, base, spread.sum / spread.count);
  if (!std::isnormal(powers.fourth)) return shape_of_extremes(values, spread, lower, upper);
  set_moments(shape, powers);
  return shape;
}

double skewness_of(std::span<const double> values) { return shape_of(values).skewness; }

double kurtosis_of(std::span<const double> values) { return shape_of(values).kurtosis; }

}  // namespace podium
