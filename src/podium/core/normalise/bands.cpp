#include "podium/core/normalise/bands.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "podium/core/panel.hpp"

namespace podium {
namespace {

bool are_finite(const std::vector<double>& values) {
  return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

}  // namespace

std::optional<Problem> Bands::check() const {
  const auto is_at_least = [](double a, double b) { return a >= b; };
  if (cuts.empty() || !are_finite(cuts) || std::ranges::adjacent_find(cuts, is_at_least) != cuts.end()) {
    return Problem{Code::InvalidValue, cuts.empty() ? "no cuts" : "cuts that do not ascend",
                   "at least one cut, finite numbers, each above the one before"};
  }
  if (scores.empty()) return std::nullopt;
  if (scores.size() != cuts.size() + 1) {
    return Problem{Code::InvalidValue, std::to_string(scores.size()) + " scores",
                   std::to_string(cuts.size() + 1) + " scores, one more than cuts"};
  }
  if (are_finite(scores) && std::ranges::is_sorted(scores)) return std::nullopt;
  return Problem{Code::InvalidValue, "scores that descend", "finite scores from the worst band to the best"};
}

std::optional<Problem> Bands::apply(const NormalisePool& pool) const {
  if (!extremes_of(pool.z)) return empty_pool();
  std::vector<double> oriented = cuts;
  for (double& cut : oriented) cut *= pool.direction;
  std::ranges::sort(oriented);
  for (double& z : pool.z) {
    if (is_missing(z)) continue;
    const auto band = std::ranges::upper_bound(oriented, z) - oriented.begin();
    z = scores.empty() ? static_cast<double>(band) : scores[static_cast<std::size_t>(band)];
  }
  return std::nullopt;
}

}  // namespace podium
