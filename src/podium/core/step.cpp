#include "podium/core/step.hpp"

#include <algorithm>
#include <utility>

namespace podium {

std::vector<Series> select_indicators(const Hierarchy& hierarchy, const std::vector<std::string>& only) {
  if (only.empty()) return {hierarchy.indicators().begin(), hierarchy.indicators().end()};
  std::vector<Series> selected;
  for (const std::string& id : only) {
    const std::optional<Series> node = hierarchy.find(id);
    if (!node) continue;
    const std::vector<Series> below = hierarchy.indicators_below(*node);
    selected.insert(selected.end(), below.begin(), below.end());
  }
  std::ranges::sort(selected);
  const auto repeated = std::ranges::unique(selected);
  selected.erase(repeated.begin(), repeated.end());
  return selected;
}

Diagnostic locate(Problem problem, const StepContext& context, std::string node, std::string period, std::string unit) {
  return {.code = problem.code,
          .found = std::move(problem.found),
          .expected = std::move(problem.expected),
          .subject = {
              .step = context.number, .node = std::move(node), .unit = std::move(unit), .period = std::move(period)}};
}

}  // namespace podium
