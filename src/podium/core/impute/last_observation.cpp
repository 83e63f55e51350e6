#include "podium/core/impute/last_observation.hpp"

namespace podium {

std::optional<Time> carried_from(const ImputeLastObservation& method, const Panel& before, Series indicator, Time time,
                                 Unit unit) {
  if (!is_missing(before.value(indicator, time, unit))) return time;
  if (before.is_excluded(time, unit) || before.is_dropped(indicator, time)) return std::nullopt;
  for (std::size_t age = 1; age <= at(time) && (!method.max_age || age <= *method.max_age); ++age) {
    const Time earlier = static_cast<Time>(at(time) - age);
    if (!is_missing(before.value(indicator, earlier, unit))) return earlier;
  }
  return std::nullopt;
}

}  // namespace podium
