#include "podium/stress/sobol/ratio.hpp"

#include <cassert>
#include <cmath>
#include <cstddef>

#include "podium/core/panel.hpp"

namespace podium {
namespace {

double mean(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

}  // namespace

ScrambledRatio::ScrambledRatio(std::span<const double> above, std::span<const double> below)
    : value_(kMissing), errors_(above.size(), kMissing) {
  assert(above.size() == below.size());
  const double divisor = mean(below);
  if (!(divisor > 0)) return;
  value_ = mean(above) / divisor;
  for (std::size_t i = 0; i < errors_.size(); ++i) errors_[i] = (above[i] - value_ * below[i]) / divisor;
}

SobolIndex ScrambledRatio::interval(double t) const {
  const auto count = static_cast<double>(errors_.size());
  double squares = 0;  // the mean of the errors is zero
  for (const double error : errors_) squares += error * error;
  const double half = t * std::sqrt(squares / (count - 1) / count);
  return {value_, value_ - half, value_ + half};
}

}  // namespace podium
