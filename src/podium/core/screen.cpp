#include "podium/core/screen.hpp"

#include <algorithm>
#include <cmath>

namespace podium {
namespace {

bool is_share(double value) { return value >= 0 && value <= 1; }

bool names(const std::vector<std::string>& codes, const std::string& code) {
  return std::ranges::find(codes, code) != codes.end();
}

/// Whether a unit has enough data in a period.
bool has_enough(const Screen& step, const Panel& panel, std::span<const Series> indicators, Time time, Unit unit) {
  double available = 0;
  double nonzero = 0;
  for (const Series indicator : indicators) {
    const double value = panel.value(indicator, time, unit);
    if (is_missing(value)) continue;
    available += 1;
    nonzero += value != 0 ? 1 : 0;
  }
  // Shares are divided out: 7 of 25 is 0.28 as an author writes it, while 0.28 * 25 rounds to more than 7.
  const bool enough_available = available / static_cast<double>(indicators.size()) >= step.min_available;
  return enough_available && (available == 0 || nonzero / available >= step.min_nonzero);
}

}  // namespace

std::optional<Problem> Screen::check() const {
  if (!is_share(min_available) || !is_share(min_nonzero)) {
    return Problem{Code::InvalidValue, "a share outside 0 to 1", "min_available and min_nonzero between 0 and 1"};
  }
  for (const std::string& code : force_in) {
    if (names(force_out, code))
      return Problem{Code::InvalidValue, quoted(code) + " in force_in and in force_out", "one of the two"};
  }
  return std::nullopt;
}

Result<Panel> apply(const Screen& step, Panel panel, const StepContext& context) {
  const std::span<const Series> indicators = context.hierarchy.indicators();
  for (const Time time : all_periods(panel)) {
    for (const Unit unit : all_units(panel)) {
      const bool forced_in = names(step.force_in, panel.code(unit));
      const bool forced_out = names(step.force_out, panel.code(unit));
      if (forced_out || (!forced_in && !has_enough(step, panel, indicators, time, unit))) panel.exclude(time, unit);
    }
  }
  return panel;
}

}  // namespace podium
