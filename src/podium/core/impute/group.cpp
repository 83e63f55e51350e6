#include "podium/core/impute/group.hpp"

namespace podium {
namespace {

/// The figures of one group, in the order of the pool's periods and of the units, with gaps among them.
struct GroupFigures {
  std::span<const double> values;  ///< of all units, period-major
  std::span<const std::size_t> members;
  std::size_t units;

  template <class Visit>
  void for_each(const Visit& visit) const {
    for (std::size_t first = 0; first < values.size(); first += units) {
      for (const std::size_t unit : members) visit(values[first + unit]);
    }
  }
};

double mean_of_group(const GroupFigures& figures, std::vector<double>&) {
  double sum = 0;
  double count = 0;
  figures.for_each([&](double value) {
    const bool is_there = !is_missing(value);
    sum += is_there ? value : 0;
    count += is_there ? 1 : 0;
  });
  return count > 0 ? sum / count : kMissing;
}

double median_of_group(const GroupFigures& figures, std::vector<double>& room) {
  room.clear();
  figures.for_each([&](double value) { room.push_back(value); });
  return median_of(room);
}

/// One statistic, of all figures and of a group's; NaN where there are only gaps.
struct GroupStatistic {
  double (*of_all)(std::span<const double> values);
  double (*of_group)(const GroupFigures& figures, std::vector<double>& room);
};

/// Fills each group's gaps with the statistic of its figures.
std::optional<Problem> fill_by_group(const GroupedPool& grouped, GroupStatistic statistic, GroupFallback fallback) {
  const ImputePool& pool = grouped.pool;
  const std::size_t cells = pool.values.size();
  const std::size_t first = pool.next_gap(0);
  if (first == cells) return std::nullopt;
  const UnitGrouping& grouping = grouped.grouping;
  const bool has_overall = fallback == GroupFallback::Overall;
  const double overall = has_overall ? statistic.of_all(pool.values) : kMissing;
  if (has_overall && is_missing(overall)) return nothing_to_fill_from();
  // The value of no group stands behind those of the groups.
  std::vector<std::optional<double>>& values = grouped.scratch.values;
  values.assign(grouping.groups() + 1, std::nullopt);
  values.back() = overall;
  const std::size_t units = grouping.units();
  for (std::size_t cell = first; cell < cells; cell = pool.next_gap(cell + 1)) {
    // Taken at the group's first gap, before any of its cells is filled.
    const std::size_t group = grouping.group_of(cell < units ? cell : cell % units);
    std::optional<double>& value = values[group];
    if (!value) {
      const double own = statistic.of_group({pool.values, grouping.members(group), units}, grouped.scratch.figures);
      value = is_missing(own) ? overall : own;
    }
    if (!is_missing(*value)) pool.fill(cell, *value);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Problem> check_group(const std::string& group) {
  if (!group.empty()) return std::nullopt;
  return Problem{Code::MissingKey, "no group", "group = the name of a group column of units.csv"};
}

Diagnostics check_group_in(const std::string& group, const StepContext& context, const RecipeSetting& setting) {
  if (setting.groups.find(group) != nullptr) return {};
  Diagnostic unknown = not_among(Code::UnknownGroup, "group", group, views(setting.groups.names));
  if (unknown.expected.empty()) unknown.expected = "a group column in units.csv";
  unknown.subject.step = context.number;
  return {unknown};
}

std::optional<Problem> ImputeGroupMean::apply(const GroupedPool& pool) const {
  return fill_by_group(pool, {mean_of, mean_of_group}, fallback);
}

std::optional<Problem> ImputeGroupMedian::apply(const GroupedPool& pool) const {
  return fill_by_group(pool, {median_of, median_of_group}, fallback);
}

}  // namespace podium
