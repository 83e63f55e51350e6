#include "podium/core/hierarchy.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

using Nodes = std::vector<NodeSpec>;
using Parents = std::vector<std::optional<std::size_t>>;

std::optional<std::size_t> position_of(const Nodes& nodes, std::string_view id) {
  const auto found = std::ranges::find(nodes, id, &NodeSpec::id);
  if (found == nodes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - nodes.begin());
}

/// Nothing for a root and for a parent that does not exist.
Parents parents_of(const Nodes& nodes) {
  Parents parents;
  for (const NodeSpec& node : nodes)
    parents.push_back(node.parent.empty() ? std::nullopt : position_of(nodes, node.parent));
  return parents;
}

Diagnostic about(const NodeSpec& node, std::string key, Diagnostic diagnostic) {
  diagnostic.subject.node = node.id;
  diagnostic.subject.key = std::move(key);
  return diagnostic;
}

std::vector<std::string_view> possible_parents(const Nodes& nodes) {
  std::vector<std::string_view> ids;
  for (const NodeSpec& node : nodes) {
    if (node.kind == NodeSpec::Kind::Aggregate) ids.push_back(node.id);
  }
  return ids;
}

Diagnostics check_ids(const Nodes& nodes, const std::vector<std::string>& denominators) {
  Diagnostics problems;
  std::vector<std::string> ids = denominators;
  std::ranges::transform(nodes, std::back_inserter(ids), &NodeSpec::id);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto first = std::ranges::find(ids, ids[i]);
    if (ids[i].empty()) {
      problems.push_back(
          {.code = Code::InvalidValue, .found = "an empty id", .expected = "a name", .subject = {.key = "id"}});
    } else if (static_cast<std::size_t>(first - ids.begin()) < i) {
      problems.push_back({.code = Code::DuplicateId,
                          .found = "a second entry with id " + quoted(ids[i]),
                          .expected = "an id of its own for every node, indicator and denominator",
                          .subject = {.node = ids[i], .key = "id"}});
    }
  }
  return problems;
}

/// The first aggregate without a parent is the root.
Diagnostics check_parents(const Nodes& nodes) {
  Diagnostics problems;
  const std::vector<std::string_view> parents = possible_parents(nodes);
  std::size_t roots = 0;
  for (const NodeSpec& node : nodes) {
    if (node.kind == NodeSpec::Kind::Aggregate && node.parent.empty() && ++roots == 1) continue;
    if (!node.parent.empty() && std::ranges::find(parents, node.parent) != parents.end()) continue;
    std::vector<std::string_view> others = parents;
    std::erase(others, std::string_view(node.id));
    problems.push_back(about(node, "parent", not_among(Code::HierarchyOrphan, "parent", node.parent, others)));
  }
  return problems;
}

std::string circle_text(const Nodes& nodes, const Parents& parents, std::size_t start) {
  std::string text = quoted(nodes[start].id);
  for (std::size_t i = *parents[start]; i != start; i = *parents[i]) text += " < " + quoted(nodes[i].id);
  return text + " < " + quoted(nodes[start].id);
}

/// Every cycle is reported once, at its first node in the specs' order.
Diagnostics check_cycles(const Nodes& nodes, const Parents& parents) {
  Diagnostics problems;
  for (std::size_t start = 0; start < nodes.size(); ++start) {
    std::size_t first_seen = start;
    std::optional<std::size_t> next = parents[start];
    for (std::size_t steps = 0; next && *next != start && steps < nodes.size(); ++steps) {
      first_seen = std::min(first_seen, *next);
      next = parents[*next];
    }
    if (!next || *next != start || first_seen < start) continue;
    problems.push_back(about(nodes[start], "parent",
                             {.code = Code::HierarchyCycle,
                              .found = "a circle of parents: " + circle_text(nodes, parents, start),
                              .expected = "parents that lead to the index"}));
  }
  return problems;
}

Diagnostics check_weights(const Nodes& nodes) {
  Diagnostics problems;
  for (const NodeSpec& node : nodes) {
    if (std::isfinite(node.weight) && node.weight >= 0) continue;
    problems.push_back(about(node, "weight",
                             {.code = Code::NegativeWeight,
                              .found = "weight " + quoted_number(node.weight),
                              .expected = "a weight of 0 or more"}));
  }
  return problems;
}

Diagnostics check_children(const Nodes& nodes) {
  Diagnostics problems;
  for (const NodeSpec& node : nodes) {
    if (node.kind == NodeSpec::Kind::Indicator) continue;
    const auto is_child = [&node](const NodeSpec& other) { return other.parent == node.id; };
    const auto counts = [&](const NodeSpec& other) { return is_child(other) && other.weight != 0; };
    double total = 0;
    for (const NodeSpec& other : nodes) total += is_child(other) && std::isfinite(other.weight) ? other.weight : 0;
    if (std::ranges::none_of(nodes, is_child)) {
      problems.push_back(about(node, "",
                               {.code = Code::EmptyHierarchy,
                                .found = "node " + quoted(node.id) + " without components",
                                .expected = "an indicator or a node with parent = \"" + node.id + "\""}));
    } else if (std::ranges::none_of(nodes, counts)) {
      problems.push_back(about(node, "",
                               {.code = Code::ZeroWeights,
                                .found = "weight 0 for every component of " + quoted(node.id),
                                .expected = "a weight above 0 for at least one of them"}));
    } else if (!std::isfinite(total)) {
      problems.push_back(about(node, "",
                               {.code = Code::InvalidValue,
                                .found = "weights below " + quoted(node.id) + " that add up to " + shortest(total),
                                .expected = "a finite sum"}));
    }
  }
  return problems;
}

/// Both ends and the width between them are finite.
bool ascends(Bounds bounds) { return bounds.lower < bounds.upper && std::isfinite(bounds.upper - bounds.lower); }

Diagnostics check_indicators(const Nodes& nodes, const std::vector<std::string>& denominators) {
  Diagnostics problems;
  for (const NodeSpec& node : nodes) {
    if (node.direction != 1 && node.direction != -1) {
      problems.push_back(about(node, "direction",
                               {.code = Code::InvalidValue,
                                .found = "direction " + std::to_string(node.direction),
                                .expected = "1 (more is better) or -1 (less is better)"}));
    }
    if (node.goalposts && !ascends(*node.goalposts)) {
      problems.push_back(about(node, "goalposts",
                               {.code = Code::InvalidValue,
                                .found = "goalposts [" + quoted_number(node.goalposts->lower) + ", " +
                                         quoted_number(node.goalposts->upper) + "]",
                                .expected = "two finite numbers, the lower one first"}));
    }
    if (!std::isfinite(node.factor) || node.factor == 0) {
      problems.push_back(about(node, "factor",
                               {.code = Code::InvalidValue,
                                .found = "factor " + quoted_number(node.factor),
                                .expected = "a finite number other than 0"}));
    }
    if (!node.denominator.empty() && std::ranges::find(denominators, node.denominator) == denominators.end()) {
      problems.push_back(about(node, "denominator",
                               not_among(Code::UnknownNode, "denominator", node.denominator, views(denominators))));
    }
  }
  return problems;
}

}  // namespace

Result<Hierarchy> Hierarchy::build(std::vector<NodeSpec> nodes, std::vector<std::string> denominators) {
  const Parents parents = parents_of(nodes);
  Diagnostics problems = check_ids(nodes, denominators);
  append(problems, check_parents(nodes));
  append(problems, check_cycles(nodes, parents));
  append(problems, check_weights(nodes));
  append(problems, check_children(nodes));
  append(problems, check_indicators(nodes, denominators));
  const auto is_indicator = [](const NodeSpec& node) { return node.kind == NodeSpec::Kind::Indicator; };
  if (problems.empty() && std::ranges::none_of(nodes, is_indicator)) {
    problems.push_back(
        {.code = Code::EmptyHierarchy, .found = "an index without indicators", .expected = "at least one indicator"});
  }
  if (!problems.empty()) return problems;

  Hierarchy hierarchy;
  hierarchy.nodes_ = std::move(nodes);
  hierarchy.denominators_ = std::move(denominators);
  const std::size_t count = hierarchy.nodes_.size();
  hierarchy.children_.resize(count);
  hierarchy.levels_.resize(count, 1);
  for (std::size_t i = 0; i < count; ++i) {
    const auto series = static_cast<Series>(i);
    const NodeSpec& node = hierarchy.nodes_[i];
    hierarchy.parents_.push_back(parents[i] ? std::optional(static_cast<Series>(*parents[i])) : std::nullopt);
    if (parents[i]) hierarchy.children_[*parents[i]].push_back(series);
    if (!parents[i]) hierarchy.root_ = series;
    if (is_indicator(node)) hierarchy.indicators_.push_back(series);
    const auto denominator = std::ranges::find(hierarchy.denominators_, node.denominator);
    const auto denominator_position = count + static_cast<std::size_t>(denominator - hierarchy.denominators_.begin());
    hierarchy.denominators_of_.push_back(denominator != hierarchy.denominators_.end()
                                             ? std::optional(static_cast<Series>(denominator_position))
                                             : std::nullopt);
  }
  // A node's level is final once all its children's are: at most one pass per level, and no tree is higher than its
  // count.
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < count; ++i) {
      for (const Series child : hierarchy.children_[i]) {
        if (hierarchy.levels_[i] > hierarchy.levels_[at(child)]) continue;
        hierarchy.levels_[i] = hierarchy.levels_[at(child)] + 1;
        changed = true;
      }
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_indicator(hierarchy.nodes_[i])) hierarchy.aggregates_.push_back(static_cast<Series>(i));
  }
  std::ranges::stable_sort(hierarchy.aggregates_, {}, [&](Series node) { return hierarchy.level(node); });
  return hierarchy;
}

std::optional<Series> Hierarchy::find(std::string_view id) const {
  const std::optional<std::size_t> position = position_of(nodes_, id);
  if (!position) return std::nullopt;
  return static_cast<Series>(*position);
}

std::vector<Series> Hierarchy::indicators_below(Series series) const {
  std::vector<Series> below;
  for (const Series indicator : indicators_) {
    for (std::optional<Series> node = indicator; node; node = parent(*node)) {
      if (*node == series) below.push_back(indicator);
    }
  }
  return below;
}

std::vector<std::string> Hierarchy::series_ids() const {
  std::vector<std::string> ids;
  for (const NodeSpec& node : nodes_) ids.push_back(node.id);
  ids.insert(ids.end(), denominators_.begin(), denominators_.end());
  return ids;
}

double Hierarchy::share(Series series) const {
  const std::optional<Series> above = parent(series);
  if (!above) return 1;
  double total = 0;
  for (const Series sibling : children(*above)) total += node(sibling).weight;
  return node(series).weight / total;
}

double Hierarchy::effective_weight(Series series) const {
  double weight = 1;
  for (std::optional<Series> node = series; node; node = parent(*node)) weight *= share(*node);
  return weight;
}

}  // namespace podium
