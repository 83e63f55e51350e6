#include "podium/core/step.hpp"

#include <algorithm>
#include <utility>

namespace podium {

namespace {

/// The indicators at or below the named nodes, ascending, each once.
std::vector<Series> indicators_below(const Hierarchy& hierarchy, const std::vector<std::string>& nodes) {
  std::vector<Series> selected;
  for (const std::string& id : nodes) {
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

}  // namespace

std::vector<Series> select_indicators(const Hierarchy& hierarchy, const std::vector<std::string>& only,
                                      const std::vector<std::string>& except) {
  std::vector<Series> selected = only.empty()
                                     ? std::vector<Series>(hierarchy.indicators().begin(), hierarchy.indicators().end())
                                     : indicators_below(hierarchy, only);
  if (!except.empty()) {
    const std::vector<Series> left_out = indicators_below(hierarchy, except);
    std::erase_if(selected, [&left_out](Series series) { return std::ranges::binary_search(left_out, series); });
  }
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
