#include "podium/core/treat/fences.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/column.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/statistics.hpp"

namespace podium {

std::optional<Problem> Fences::check() const {
  if (std::isfinite(k) && k >= 0) return std::nullopt;
  return Problem{Code::InvalidValue, "k " + quoted_number(k), "a finite number, 0 or more"};
}

Treatment Fences::apply(const TreatPool& pool) const {
  if (pool.shape.count < 4) return too_few_figures(pool.shape.count, 4, doc.name);
  const std::span<double> sorted = pool.scratch.first(pool.shape.count);
  std::ranges::copy_if(pool.values, sorted.begin(), [](double value) { return !std::isnan(value); });
  std::ranges::sort(sorted);
  const double first = quantile_of_sorted(sorted, 0.25);
  const double third = quantile_of_sorted(sorted, 0.75);
  if (first == third) return {.shape = pool.shape};
  const double reach = k * (third - first);
  if (!std::isfinite(reach)) return beyond_a_double(pool.shape);
  Bounds fences{first - reach, third + reach};
  if (to == FenceEnd::Inside) {
    fences = {*std::ranges::lower_bound(sorted, fences.lower), *(std::ranges::upper_bound(sorted, fences.upper) - 1)};
  }
  // A fence beyond all figures moves none, and is then no end of them.
  const Bounds held{std::max(fences.lower, sorted.front()), std::min(fences.upper, sorted.back())};
  column::hold(pool.values, held);
  return {.held = held};
}

}  // namespace podium
