#include "podium/stress/attainable/index_tree.hpp"

#include <optional>

#include "podium/core/weight/in_force.hpp"

namespace podium {
namespace {

void add_below(const Hierarchy& hierarchy, const Panel& panel, Time time, std::size_t parent, IndexTree& index) {
  for (const Series child : hierarchy.children(index.series[parent])) {
    const double weight = weight_in_force(hierarchy, panel, child, time);
    const std::size_t node = index.series.size();
    index.weights.nodes.push_back({parent, weight, {weight, weight}});
    index.series.push_back(child);
    add_below(hierarchy, panel, time, node, index);
  }
}

std::optional<TreeMean> mean_of(const AggregateMethod& method) {
  if (std::holds_alternative<Arithmetic>(method)) return TreeMean::Arithmetic;
  if (std::holds_alternative<Geometric>(method)) return TreeMean::Geometric;
  return std::nullopt;
}

/// How many components count, for each node; 0 below a node that does not count itself.
std::vector<std::size_t> counting_components(const WeightTree& tree) {
  std::vector<std::size_t> components(tree.nodes.size(), 0);
  std::vector<char> counts(tree.nodes.size(), 1);
  for (std::size_t node = 1; node < tree.nodes.size(); ++node) {
    const std::size_t parent = tree.nodes[node].parent;
    if (counts[parent] == 0 || tree.nodes[node].weight == 0) counts[node] = 0;
    if (counts[node] != 0) ++components[parent];
  }
  return components;
}

Diagnostic not_covered(const std::string& node) {
  return {.code = Code::InvalidValue,
          .found = "a method of aggregation for which attainable ranks cannot be proven",
          .expected = "the arithmetic mean at all levels, or the geometric mean at all levels",
          .subject = {.node = node}};
}

}  // namespace

Result<IndexTree> index_tree(const Hierarchy& hierarchy, const Panel& panel, const Aggregate& step, Time time) {
  IndexTree index{.weights = {{{}}}, .series = {hierarchy.root()}, .columns = {}};
  index.weights.min_available = step.missing == MissingRule::Gap ? 1 : step.min_available;
  add_below(hierarchy, panel, time, 0, index);
  const std::vector<std::size_t> components = counting_components(index.weights);
  std::optional<TreeMean> mean;
  for (std::size_t node = 0; node < index.series.size(); ++node) {
    const Series series = index.series[node];
    if (hierarchy.is_indicator(series)) {
      const std::span<const double> scores = panel.values(series, time);
      index.columns.emplace_back(scores.begin(), scores.end());
    }
    // The mean of one component is that component.
    if (components[node] < 2) continue;
    const std::optional<TreeMean> own = mean_of(step.method.method_of(panel.id(series), hierarchy.level(series)));
    if (!own || (mean && *mean != *own)) return not_covered(panel.id(series));
    mean = own;
  }
  if (mean) index.mean = *mean;
  return index;
}

}  // namespace podium
