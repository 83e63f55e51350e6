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
    : names_(std::make_shared<const Names>(Names{std::move(units), std::move(periods), std::move(series)})),
      unit_count_(names_->units.size()),
      period_count_(names_->periods.size()),
      values_(unit_count_ * period_count_ * names_->series.size(), kMissing),
      history_(values_.size()),
      excluded_(unit_count_ * period_count_, 0),
      dropped_(names_->series.size() * period_count_, 0),
      weights_(names_->series.size() * period_count_, kMissing) {
  assert(std::ranges::is_sorted(names_->periods));
}

std::optional<Unit> Panel::find_unit(std::string_view code) const { return find_in<Unit>(units(), code); }
std::optional<Time> Panel::find_period(Period period) const { return find_in<Time>(periods(), period); }
std::optional<Series> Panel::find_series(std::string_view id) const { return find_in<Series>(series(), id); }

Panel Panel::only(Time time) const {
  Panel one(names_->units, {period(time)}, names_->series);
  for (const Series series : all_series(*this)) {
    std::ranges::copy(values(series, time), one.values(series).begin());
    std::ranges::copy(history(series, time), one.history(series).begin());
    one.dropped_[at(series)] = dropped_[at(series) * period_count_ + at(time)];
    one.weights_[at(series)] = given_weight(series, time);
  }
  std::ranges::copy(std::span(excluded_).subspan(at(time) * unit_count_, unit_count_), one.excluded_.begin());
  return one;
}

void Panel::exclude(Time time, Unit unit) {
  excluded_[at(time) * unit_count_ + at(unit)] = 1;
  for (const Series series : all_series(*this)) {
    set(series, time, unit, kMissing);
    history(series, time)[at(unit)] = CellHistory();
  }
}

void Panel::drop(Series series, Time time) {
  dropped_[at(series) * period_count_ + at(time)] = 1;
  std::ranges::fill(values(series, time), kMissing);
  std::ranges::fill(history(series, time), CellHistory());
}

}  // namespace podium
