#include "podium/publish/pictures/scale.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace podium {
namespace {

/// 1, 2 or 5 times a power of ten, the smallest that is not below `step`; infinite where `step` is not a normal number.
double round_step(double step) {
  if (!std::isnormal(step)) return std::numeric_limits<double>::infinity();
  double power = 1;
  while (power > step) power /= 10;
  while (power <= step / 10) power *= 10;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= step) return factor * power;
  }
  return 10 * power;
}

double step_of(Domain domain, std::size_t ticks) {
  const double width = domain.high - domain.low;
  return width > 0 ? round_step(width / static_cast<double>(std::max<std::size_t>(ticks, 1))) : 1;
}

/// Whether a double can count in steps from zero to the ends: not where the width overflows or nearly vanishes, and not
/// where the ends are so close to each other that a step is lost beside them.
bool can_count(Domain domain, double step) {
  constexpr double kMostSteps = 1e12;
  return std::isfinite(step) && std::max(std::abs(domain.low), std::abs(domain.high)) / step < kMostSteps;
}

}  // namespace

double share_of(Domain domain, double value) {
  // Halves, because the distance of two doubles may be beyond a double.
  const double width = domain.high / 2 - domain.low / 2;
  return width == 0 ? 0 : (value / 2 - domain.low / 2) / width;
}

Domain round_domain(const std::vector<double>& values, std::size_t ticks) {
  Domain domain{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const double value : values) {
    if (std::isnan(value)) continue;
    domain.low = std::min(domain.low, value);
    domain.high = std::max(domain.high, value);
  }
  if (domain.low > domain.high) return {0, 1};
  if (domain.low > 0 && domain.low < domain.high / 2) domain.low = 0;
  if (domain.low == domain.high) domain = {std::min(domain.low, 0.0), std::max(domain.high, 0.0)};
  if (domain.low == domain.high) return {0, 1};
  const double step = step_of(domain, ticks);
  if (!can_count(domain, step)) return domain;
  const Domain rounded{std::floor(domain.low / step) * step, std::ceil(domain.high / step) * step};
  return std::isfinite(rounded.low) && std::isfinite(rounded.high) ? rounded : domain;
}

std::vector<double> round_ticks(Domain domain, std::size_t count) {
  const double step = step_of(domain, count);
  if (!can_count(domain, step)) return {domain.low, domain.high};
  std::vector<double> ticks;
  // A thousandth of a step allows for ends that are multiples of the step up to rounding.
  const double first = std::ceil(domain.low / step - 1e-3);
  const double last = std::floor(domain.high / step + 1e-3);
  for (double i = first; i <= last; ++i) ticks.push_back(i == 0 ? 0 : i * step);
  return ticks;
}

std::vector<double> rank_ticks(std::size_t last) {
  std::vector<double> ticks{1};
  const auto end = static_cast<double>(last);
  const double step = end <= 5 ? 1 : round_step(end / 5);
  for (double rank = step; rank < end; rank += step) {
    if (rank > 1 && end - rank >= step / 2) ticks.push_back(rank);
  }
  if (end > 1) ticks.push_back(end);
  return ticks;
}

std::size_t label_stride(std::size_t count, std::size_t most) {
  if (count <= most || most < 2) return 1;
  return (count - 1 + most - 2) / (most - 1);
}

std::vector<double> spread(std::vector<double> wanted, double gap, double low, double high) {
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
  double free = low;
  for (const std::size_t i : order) {
    wanted[i] = std::max(wanted[i], free);
    free = wanted[i] + gap;
  }
  double limit = high;
  for (auto i = order.rbegin(); i != order.rend(); ++i) {
    wanted[*i] = std::min(wanted[*i], limit);
    limit = wanted[*i] - gap;
  }
  return wanted;
}

}  // namespace podium
