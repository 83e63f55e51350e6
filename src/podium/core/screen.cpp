#include "podium/core/screen.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/number_text.hpp"
#include "podium/core/screen_decision.hpp"

namespace podium {
namespace {

bool is_share(double value) { return value >= 0 && value <= 1; }

/// A name in both lists.
std::optional<Problem> check_apart(const std::vector<std::string>& a, std::string_view name_of_a,
                                   const std::vector<std::string>& b, std::string_view name_of_b) {
  for (const std::string& name : a) {
    if (std::ranges::find(b, name) == b.end()) continue;
    return Problem{Code::InvalidValue,
                   quoted(name) + " in " + std::string(name_of_a) + " and in " + std::string(name_of_b),
                   "one of the two"};
  }
  return std::nullopt;
}

/// A diagnostic for each name that is not among the known.
Diagnostics unknown_names(Code code, std::string_view what, const std::vector<std::string>& names,
                          const std::vector<std::string_view>& known, const StepContext& context) {
  Diagnostics problems;
  for (const std::string& name : names) {
    if (std::ranges::find(known, name) != known.end()) continue;
    problems.push_back(not_among(code, what, name, known));
    problems.back().subject.step = context.number;
  }
  return problems;
}

std::vector<std::string_view> ids_of(const Hierarchy& hierarchy, std::span<const Series> nodes) {
  std::vector<std::string_view> ids;
  for (const Series node : nodes) ids.emplace_back(hierarchy.node(node).id);
  return ids;
}

void carry_out(const std::vector<ScreenDecision>& decisions, Panel& panel) {
  for (const ScreenDecision& decision : decisions) {
    if (decision.kept) continue;
    for (const Time time : all_periods(panel)) {
      if (decision.time && *decision.time != time) continue;
      if (const Unit* const unit = std::get_if<Unit>(&decision.subject)) panel.exclude(time, *unit);
      if (const Series* const indicator = std::get_if<Series>(&decision.subject)) panel.drop(*indicator, time);
    }
  }
}

/// Whether anything that counts in a node is left of it in a period: it, or a component that weighs something.
bool is_left(const Hierarchy& hierarchy, const Panel& panel, Series node, Time time) {
  if (hierarchy.is_indicator(node)) return !panel.is_dropped(node, time);
  return std::ranges::any_of(hierarchy.children(node), [&](Series child) {
    return hierarchy.node(child).weight > 0 && is_left(hierarchy, panel, child, time);
  });
}

bool counts(const Hierarchy& hierarchy, Series node) {
  for (std::optional<Series> each = node; each; each = hierarchy.parent(*each)) {
    if (hierarchy.parent(*each) && !(hierarchy.node(*each).weight > 0)) return false;
  }
  return true;
}

/// The lowest nodes that have lost everything: those above them have by consequence.
Diagnostics empty_nodes(const Panel& panel, const StepContext& context, Time time) {
  Diagnostics problems;
  const Hierarchy& hierarchy = context.hierarchy;
  const auto has_lost_all = [&](Series node) {
    return !hierarchy.is_indicator(node) && counts(hierarchy, node) && !is_left(hierarchy, panel, node, time);
  };
  for (const Series node : hierarchy.aggregates()) {
    if (!has_lost_all(node) || std::ranges::any_of(hierarchy.children(node), has_lost_all)) continue;
    problems.push_back(locate({Code::NothingLeft, "no indicator left",
                               "at least one, or a weight of 0 for the node: lower indicator_min_available or "
                               "indicator_min_nonzero, or name one in keep_indicators"},
                              context, panel.id(node), to_text(panel.period(time))));
  }
  return problems;
}

bool is_anyone_left(const Panel& panel, Time time) {
  for (const Unit unit : all_units(panel)) {
    if (!panel.is_excluded(time, unit)) return true;
  }
  return panel.units().empty();
}

Diagnostics check_left(const Panel& panel, const StepContext& context) {
  Diagnostics problems;
  for (const Time time : all_periods(panel)) {
    if (!is_anyone_left(panel, time)) {
      problems.push_back(
          locate({Code::NothingLeft, "no unit left", "at least one: lower the shares, or name units in force_in"},
                 context, {}, to_text(panel.period(time))));
    } else {
      append(problems, empty_nodes(panel, context, time));
    }
  }
  return problems;
}

}  // namespace

std::optional<Problem> Screen::check() const {
  if (!is_share(min_available) || !is_share(min_nonzero))
    return Problem{Code::InvalidValue, "a share outside 0 to 1", "min_available and min_nonzero between 0 and 1"};
  if (!is_share(indicator_min_available) || !is_share(indicator_min_nonzero)) {
    return Problem{Code::InvalidValue, "a share outside 0 to 1",
                   "indicator_min_available and indicator_min_nonzero between 0 and 1"};
  }
  if (min_available_in_node && !is_share(*min_available_in_node)) {
    return Problem{Code::InvalidValue, "min_available_in_node " + quoted_number(*min_available_in_node),
                   "a share between 0 and 1"};
  }
  if (!nodes.empty() && !min_available_in_node)
    return Problem{Code::MissingKey, "nodes without min_available_in_node", "a share that each of the nodes must meet"};
  if (auto problem = check_apart(force_in, "force_in", force_out, "force_out")) return problem;
  return check_apart(keep_indicators, "keep_indicators", drop_indicators, "drop_indicators");
}

Diagnostics Screen::check_in(const StepContext& context, const RecipeSetting& setting) const {
  const Hierarchy& hierarchy = context.hierarchy;
  const std::vector<std::string_view> units = views(setting.units);
  const std::vector<std::string_view> indicators = ids_of(hierarchy, hierarchy.indicators());
  const std::vector<std::string_view> aggregates = ids_of(hierarchy, hierarchy.aggregates());
  Diagnostics problems = unknown_names(Code::UnknownUnit, "unit", force_in, units, context);
  append(problems, unknown_names(Code::UnknownUnit, "unit", force_out, units, context));
  append(problems, unknown_names(Code::UnknownNode, "node", nodes, aggregates, context));
  append(problems, unknown_names(Code::UnknownIndicator, "indicator", keep_indicators, indicators, context));
  append(problems, unknown_names(Code::UnknownIndicator, "indicator", drop_indicators, indicators, context));
  return problems;
}

Result<Panel> apply(const Screen& step, Panel panel, const StepContext& context) {
  carry_out(screen_decisions(step, panel, context), panel);
  Diagnostics problems = check_left(panel, context);
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
