#include "podium/core/panel.hpp"

#include <algorithm>
#include <cassert>

namespace podium {
namespace {

template <class Position, class Values, class Value>
std::optional<Position> find_in(const Values& values, const Value& value) {
  const auto found = std::ranges::find(values, value);
  if (found == values.end()) return std::nullopt;
  return static_cast<Position>(found - values.begin());
}

}  // namespace

Panel::Panel(std::vector<std::string> units, std::vector<Period> periods, std::vector<std::string> series)
    : units_(std::move(units)),
      periods_(std::move(periods)),
      series_(std::move(series)),
      values_(units_.size() * periods_.size() * series_.size(), kMissing),
      history_(values_.size()),
      excluded_(units_.size() * periods_.size(), 0) {
  assert(std::ranges::is_sorted(periods_));
}

std::optional<Unit> Panel::find_unit(std::string_view code) const { return find_in<Unit>(units_, code); }
std::optional<Time> Panel::find_period(Period period) const { return find_in<Time>(periods_, period); }
std::optional<Series> Panel::find_series(std::string_view id) const { return find_in<Series>(series_, id); }

void Panel::exclude(Time time, Unit unit) {
  excluded_[at(time) * units_.size() + at(unit)] = 1;
  for (const Series series : all_series(*this)) {
    set(series, time, unit, kMissing);
    history(series, time)[at(unit)] = CellHistory();
  }
}

}  // namespace podium
