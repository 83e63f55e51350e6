#include "podium/core/normalise/normalise.hpp"

#include <algorithm>

namespace podium {
namespace {

/// Goalposts on the oriented scale: with direction -1 they are negated and change places.
std::optional<Bounds> oriented(const std::optional<Bounds>& goalposts, int direction) {
  if (!goalposts || direction == 1) return goalposts;
  return Bounds{-goalposts->upper, -goalposts->lower};
}

/// Lowest and highest figure of a pool that has some, as the publisher printed them.
Bounds as_printed(const NormalisePool& pool) {
  const Bounds z = *extremes_of(pool.z);
  // Adding zero turns -0 into 0.
  return pool.direction == 1 ? Bounds{z.lower + 0.0, z.upper + 0.0} : Bounds{0.0 - z.upper, 0.0 - z.lower};
}

}  // namespace

std::optional<Bounds> extremes_of(std::span<const double> z) {
  std::optional<Bounds> extremes;
  for (const double value : z) {
    if (is_missing(value)) continue;
    if (!extremes) extremes = Bounds{value, value};
    extremes->lower = std::min(extremes->lower, value);
    extremes->upper = std::max(extremes->upper, value);
  }
  return extremes;
}

std::optional<Problem> check_range(Bounds range) {
  if (std::isfinite(range.upper - range.lower) && range.lower < range.upper) return std::nullopt;
  return Problem{Code::InvalidValue, "range [" + quoted_number(range.lower) + ", " + quoted_number(range.upper) + "]",
                 "two finite numbers, the lower one first"};
}

double point_of(Bounds range, double share) {
  if (share == 1) return range.upper;
  const double point = range.lower + (range.upper - range.lower) * share;
  return share < 1 ? std::min(point, range.upper) : point;
}

Problem empty_pool() { return {Code::EmptyIndicator, "no figure", "at least one figure"}; }

Problem constant_pool(const NormalisePool& pool, std::string_view method) {
  return {Code::ConstantIndicator, "the same figure for every unit, " + shortest(as_printed(pool).lower),
          "at least two different figures for method " + quoted(method)};
}

Problem spread_out_of_range(const NormalisePool& pool) {
  const auto [lowest, highest] = as_printed(pool);
  return {Code::InvalidValue, "figures from " + shortest(lowest) + " to " + shortest(highest),
          "figures that stay within the range of a double"};
}

Result<Panel> apply(const Normalise& step, Panel panel, const StepContext& context) {
  Diagnostics problems;
  for (const Series indicator : select_indicators(context.hierarchy, step.only)) {
    const NodeSpec& node = context.hierarchy.node(indicator);
    for (double& value : panel.values(indicator)) value *= node.direction;
    for_each_pool(panel, step.over, [&](std::size_t first, std::size_t count, const std::string& period) {
      const NormalisePool pool{.z = panel.values(indicator).subspan(first, count),
                               .history = panel.history(indicator).subspan(first, count),
                               .goalposts = oriented(node.goalposts, node.direction),
                               .step = context.number,
                               .direction = node.direction};
      const auto problem = std::visit([&pool](const auto& method) { return method.apply(pool); }, step.method);
      if (problem) problems.push_back(locate(*problem, context, node.id, period));
    });
  }
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
