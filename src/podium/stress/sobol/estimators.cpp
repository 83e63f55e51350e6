#include "podium/stress/sobol/estimators.hpp"

#include <cassert>
#include <cstddef>
#include <vector>

#include "podium/core/panel.hpp"
#include "podium/core/statistics/product_moment.hpp"

namespace podium {
namespace {

double square(double x) { return x * x; }

double ratio(double above, double below) { return below > 0 ? above / below : kMissing; }

}  // namespace

double pooled_variance(std::span<const double> a, std::span<const double> b) {
  std::vector<double> values(a.begin(), a.end());
  values.insert(values.end(), b.begin(), b.end());
  if (values.size() < 2) return kMissing;
  // Asked first: the mean of equal values may be rounded.
  if (is_constant(values)) return 0;
  const auto count = static_cast<double>(values.size());
  double mean = 0;
  for (const double value : values) mean += value / count;
  double squares = 0;
  for (const double value : values) squares += square(value - mean);
  return squares / (count - 1);
}

double saltelli_first(const FactorSample& sample) {
  double sum = 0;
  for (std::size_t i = 0; i < sample.a.size(); ++i) sum += sample.b[i] * (sample.ab[i] - sample.a[i]);
  return ratio(sum / static_cast<double>(sample.a.size()), pooled_variance(sample.a, sample.b));
}

double janon_first(const FactorSample& sample) {
  const auto count = static_cast<double>(sample.b.size());
  double mean = 0;
  for (std::size_t i = 0; i < sample.b.size(); ++i) mean += (sample.b[i] + sample.ab[i]) / (2 * count);
  double shared = 0;
  double whole = 0;
  for (std::size_t i = 0; i < sample.b.size(); ++i) {
    shared += (sample.b[i] - mean) * (sample.ab[i] - mean);
    whole += (square(sample.b[i] - mean) + square(sample.ab[i] - mean)) / 2;
  }
  return ratio(shared, whole);
}

double jansen_total(const FactorSample& sample) {
  double sum = 0;
  for (std::size_t i = 0; i < sample.a.size(); ++i) sum += square(sample.a[i] - sample.ab[i]);
  return ratio(sum / (2 * static_cast<double>(sample.a.size())), pooled_variance(sample.a, sample.b));
}

FirstAndTotal azzini(const FactorSample& sample) {
  const auto& [a, b, ab, ba] = sample;
  assert(a.size() == b.size() && a.size() == ab.size() && a.size() == ba.size());
  double first = 0;
  double total = 0;
  double whole = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    first += 2 * (ba[i] - b[i]) * (a[i] - ab[i]);
    total += square(b[i] - ba[i]) + square(a[i] - ab[i]);
    whole += square(a[i] - b[i]) + square(ba[i] - ab[i]);
  }
  return {ratio(first, whole), ratio(total, whole)};
}

}  // namespace podium
