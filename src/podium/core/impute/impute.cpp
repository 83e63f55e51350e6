#include "podium/core/impute/impute.hpp"

#include <algorithm>
#include <numeric>

namespace podium {
namespace {

/// Which cells may be filled: not those of units and indicators that screening left out.
class OpenCells {
 public:
  OpenCells(const Panel& panel, std::span<const Series> indicators)
      : units_(panel.units().size()), own_(indicators.size()) {
    common_.reserve(units_ * panel.periods().size());
    for (const Time time : all_periods(panel)) {
      for (const Unit unit : all_units(panel)) common_.push_back(panel.is_excluded(time, unit) ? 0 : 1);
    }
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      for (const Time time : all_periods(panel)) {
        if (panel.is_dropped(indicators[i], time)) close(own_[i], time);
      }
    }
  }

  /// For the indicator at this position of the list, period-major.
  std::span<const char> of(std::size_t position) const {
    return own_[position].empty() ? std::span<const char>(common_) : std::span<const char>(own_[position]);
  }

 private:
  void close(std::vector<char>& cells, Time time) const {
    if (cells.empty()) cells = common_;
    std::fill_n(cells.begin() + static_cast<std::ptrdiff_t>(at(time) * units_), units_, char{0});
  }

  std::size_t units_;
  std::vector<char> common_;
  std::vector<std::vector<char>> own_;  ///< empty where `common_` holds
};

/// A stretch of every indicator's block that is seen together: a period, or the panel.
struct Stretch {
  std::size_t first;
  std::size_t count;
  std::optional<Time> time;  ///< nothing over the panel
};

/// The middles of the periods in half months, so that years of a panel with holes keep their distance. A panel that
/// mixes years with their quarters has no such order in time; its periods then simply count from 0.
std::vector<double> times_of(const Panel& panel) {
  std::vector<double> times;
  for (const Period period : panel.periods()) {
    const int part = std::max(period.part() - 1, 0);
    const int in_year = period.kind() == Period::Kind::Year      ? 12
                        : period.kind() == Period::Kind::Quarter ? 6 * part + 3
                                                                 : 2 * part + 1;
    times.push_back(24.0 * period.year() + in_year);
  }
  const bool ascend = std::ranges::adjacent_find(times, std::ranges::greater_equal()) == times.end();
  if (!ascend) std::iota(times.begin(), times.end(), 0.0);
  return times;
}

/// One step at work.
class Imputing {
 public:
  Imputing(const Impute& step, Panel& panel, const StepContext& context)
      : panel_(panel),
        context_(context),
        indicators_(select_indicators(context.hierarchy, step.only, step.except)),
        open_(panel, indicators_) {
    const std::size_t units = panel.units().size();
    if (step.over == Over::Panel) stretches_.push_back({0, units * panel.periods().size(), std::nullopt});
    if (step.over == Over::Period) {
      for (const Time time : all_periods(panel)) stretches_.push_back({at(time) * units, units, time});
    }
  }

  template <SeesPool Method>
  void fill(const Method& method) {
    for_each_pool([&](const ImputePool& pool) { return method.apply(pool); });
  }

  template <SeesGroups Method>
  void fill(const Method& method) {
    const UnitGrouping* const found = context_.groups == nullptr ? nullptr : context_.groups->find(method.group);
    // Without such a grouping no unit is in a group.
    const UnitGrouping none(std::vector<std::string>(found == nullptr ? panel_.units().size() : 0));
    const UnitGrouping& grouping = found == nullptr ? none : *found;
    GroupScratch scratch;
    for_each_pool([&](const ImputePool& pool) { return method.apply(GroupedPool{pool, grouping, scratch}); });
  }

  template <SeesCourse Method>
  void fill(const Method& method) {
    const std::vector<double> times = times_of(panel_);
    const std::size_t units = panel_.units().size();
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      const ImputePool pool = pool_at(i, {0, units * times.size(), std::nullopt});
      if (!pool.has_gap()) continue;
      for (std::size_t unit = 0; unit < units; ++unit) method.apply(UnitCourse{pool, times, unit, units});
    }
  }

  template <SeesTable Method>
  void fill(const Method& method) {
    for (const Stretch& stretch : stretches_) {
      ImputeTable table{{}, {}, panel_, stretch.first, context_};
      for (std::size_t i = 0; i < indicators_.size(); ++i) {
        if (is_dropped_in(indicators_[i], stretch)) continue;
        table.columns.push_back(pool_at(i, stretch));
        table.indicators.push_back(indicators_[i]);
      }
      append(problems_, method.apply(table));
    }
  }

  Diagnostics problems() && { return std::move(problems_); }

 private:
  ImputePool pool_at(std::size_t position, const Stretch& stretch) {
    const Series indicator = indicators_[position];
    return {.values = panel_.values(indicator).subspan(stretch.first, stretch.count),
            .history = panel_.history(indicator).subspan(stretch.first, stretch.count),
            .open = open_.of(position).subspan(stretch.first, stretch.count),
            .step = context_.number};
  }

  bool is_dropped_in(Series indicator, const Stretch& stretch) const {
    if (stretch.time) return panel_.is_dropped(indicator, *stretch.time);
    for (const Time time : all_periods(panel_)) {
      if (!panel_.is_dropped(indicator, time)) return false;
    }
    return true;
  }

  template <class Fill>
  void for_each_pool(const Fill& fill) {
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      for (const Stretch& stretch : stretches_) {
        const std::optional<Problem> problem = fill(pool_at(i, stretch));
        if (!problem) continue;
        problems_.push_back(locate(*problem, context_, panel_.id(indicators_[i]),
                                   stretch.time ? to_text(panel_.period(*stretch.time)) : std::string()));
      }
    }
  }

  Panel& panel_;
  const StepContext& context_;
  std::vector<Series> indicators_;
  OpenCells open_;
  std::vector<Stretch> stretches_;
  Diagnostics problems_;
};

}  // namespace

Result<Panel> apply(const Impute& step, Panel panel, const StepContext& context) {
  Imputing imputing(step, panel, context);
  std::visit([&imputing](const auto& method) { imputing.fill(method); }, step.method);
  Diagnostics problems = std::move(imputing).problems();
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
