#include "podium/core/aggregate/aggregate.hpp"

#include <algorithm>
#include <cmath>

namespace podium {
namespace {

/// A method that refuses some scores.
template <class Method>
concept Selective = requires(const Method& method, double score) { method.refuses(score); };

/// The components of a node that count, and room for one unit's available scores and weights.
struct Components {
  std::vector<Series> series;
  std::vector<double> weights;
};

Components components_of(const Hierarchy& hierarchy, Series node) {
  Components components;
  for (const Series child : hierarchy.children(node)) {
    const double weight = hierarchy.node(child).weight;
    if (weight == 0) continue;
    components.series.push_back(child);
    components.weights.push_back(weight);
  }
  return components;
}

/// How many components must have a score.
std::size_t least_available(const Aggregate& step, std::size_t count) {
  if (step.missing == MissingRule::Gap) return count;
  std::size_t least = 1;
  while (static_cast<double>(least) / static_cast<double>(count) < step.min_available) ++least;
  return least;
}

Problem overflow() {
  return {Code::InvalidValue, "scores that add up beyond the range of a double",
          "scores such as a normalise step makes"};
}

template <class Method>
void aggregate_node(const Method& method, const Aggregate& step, Panel& panel, const StepContext& context, Series node,
                    Diagnostics& problems) {
  const Components components = components_of(context.hierarchy, node);
  const std::size_t least = least_available(step, components.series.size());
  std::vector<double> scores;
  std::vector<double> weights;
  for (const Time time : all_periods(panel)) {
    for (const Unit unit : all_units(panel)) {
      scores.clear();
      weights.clear();
      bool refused = false;
      for (std::size_t i = 0; i < components.series.size(); ++i) {
        const double score = panel.value(components.series[i], time, unit);
        if (is_missing(score)) continue;
        if constexpr (Selective<Method>) {
          if (const std::optional<Problem> problem = method.refuses(score)) {
            problems.push_back(locate(*problem, context, panel.id(components.series[i]), to_text(panel.period(time)),
                                      panel.code(unit)));
            refused = true;
          }
        }
        scores.push_back(score);
        weights.push_back(components.weights[i]);
      }
      if (refused || scores.size() < least) continue;
      const double combined = method.combine({scores, weights});
      if (!std::isfinite(combined))
        problems.push_back(locate(overflow(), context, panel.id(node), to_text(panel.period(time)), panel.code(unit)));
      panel.set(node, time, unit, combined);
    }
  }
}

}  // namespace

const AggregateMethod& AggregatePlan::method_of(const std::string& node, std::size_t level) const {
  const auto named = std::ranges::find(by_node, node, &std::pair<std::string, AggregateMethod>::first);
  if (named != by_node.end()) return named->second;
  if (by_level.empty()) return otherwise;
  return by_level[std::min(level - 2, by_level.size() - 1)];
}

std::optional<Problem> Aggregate::check() const {
  if (!(min_available >= 0 && min_available <= 1)) {
    return Problem{Code::InvalidValue, "min_available " + quoted_number(min_available), "a share between 0 and 1"};
  }
  if (missing == MissingRule::Gap && min_available > 0) {
    return Problem{Code::InvalidValue, "missing = \"gap\" together with min_available", "one of the two"};
  }
  return std::nullopt;
}

Result<Panel> apply(const Aggregate& step, Panel panel, const StepContext& context) {
  Diagnostics problems;
  for (const Series node : context.hierarchy.aggregates()) {
    const AggregateMethod& chosen = step.method.method_of(panel.id(node), context.hierarchy.level(node));
    std::visit([&](const auto& method) { aggregate_node(method, step, panel, context, node, problems); }, chosen);
  }
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
