#include "podium/core/statistics/product_moment.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "podium/core/panel.hpp"
#include "podium/core/statistics.hpp"

namespace podium {

bool is_constant(std::span<const double> values) {
  return std::ranges::all_of(values, [&](double value) { return value == values.front(); });
}

double product_moment(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  // Asked first: the mean of equal figures may be rounded, and r would be noise.
  if (is_constant(x) || is_constant(y)) return kMissing;
  const double mean_x = mean_of(x);
  const double mean_y = mean_of(y);
  double squares_x = 0;
  double squares_y = 0;
  double products = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    squares_x += (x[i] - mean_x) * (x[i] - mean_x);
    squares_y += (y[i] - mean_y) * (y[i] - mean_y);
    products += (x[i] - mean_x) * (y[i] - mean_y);
  }
  // The roots separately: the product of the squares may leave the range of a double.
  return std::clamp(products / (std::sqrt(squares_x) * std::sqrt(squares_y)), -1.0, 1.0);
}

}  // namespace podium
