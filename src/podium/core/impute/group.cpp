#include "podium/core/impute/group.hpp"

#include <algorithm>
#include <string_view>

namespace podium {
namespace {

/// The statistic of a group's figures in all periods of the pool.
double statistic_of(const GroupedPool& grouped, std::size_t group, double (*statistic)(std::span<const double>)) {
  std::vector<double>& figures = grouped.scratch.figures;
  const std::span<const double> values = grouped.pool.values;
  figures.resize(values.size());
  double* next = figures.data();
  for (std::size_t first = 0; first < values.size(); first += grouped.members.units()) {
    for (const std::size_t unit : grouped.members.of(group)) *next++ = values[first + unit];
  }
  return statistic({figures.data(), next});
}

}  // namespace

GroupMembers::GroupMembers(const std::vector<std::string>* group_of, std::size_t units) : numbers_(units, 0) {
  if (group_of == nullptr) return;
  // Groups are few: looking through those met so far is faster than sorting names.
  std::vector<std::string_view> names;
  for (std::size_t unit = 0; unit < units; ++unit) {
    const std::string_view name = (*group_of)[unit];
    const auto met = std::ranges::find(names, name);
    numbers_[unit] = static_cast<std::size_t>(met - names.begin());
    if (met != names.end() || name.empty()) continue;
    names.push_back(name);
  }
  members_.resize(names.size());
  for (std::size_t unit = 0; unit < units; ++unit) {
    if ((*group_of)[unit].empty()) {
      numbers_[unit] = names.size();
    } else {
      members_[numbers_[unit]].push_back(unit);
    }
  }
}

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

std::optional<Problem> fill_by_group(const GroupedPool& grouped, double (*statistic)(std::span<const double>),
                                     GroupFallback fallback) {
  const ImputePool& pool = grouped.pool;
  const std::size_t cells = pool.values.size();
  const std::size_t first = pool.next_gap(0);
  if (first == cells) return std::nullopt;
  const GroupMembers& members = grouped.members;
  const bool has_overall = fallback == GroupFallback::Overall;
  const double overall = has_overall ? statistic(pool.values) : kMissing;
  if (has_overall && is_missing(overall)) return nothing_to_fill_from();
  // The value of no group stands behind those of the groups.
  std::vector<std::optional<double>>& values = grouped.scratch.values;
  values.assign(members.groups() + 1, std::nullopt);
  values.back() = overall;
  const std::size_t units = members.units();
  for (std::size_t cell = first; cell < cells; cell = pool.next_gap(cell + 1)) {
    // Taken at the group's first gap, before any of its cells is filled.
    const std::size_t group = members.group_of(cell < units ? cell : cell % units);
    std::optional<double>& value = values[group];
    if (!value) {
      const double own = statistic_of(grouped, group, statistic);
      value = is_missing(own) ? overall : own;
    }
    if (!is_missing(*value)) pool.fill(cell, *value);
  }
  return std::nullopt;
}

}  // namespace podium
