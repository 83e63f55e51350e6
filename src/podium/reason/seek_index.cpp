#include "podium/reason/seek_index.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "podium/core/normalise/pool.hpp"

namespace podium {
namespace {

constexpr double kFarthest = 1e9;

bool ascends(Bounds bounds) { return bounds.lower < bounds.upper && std::isfinite(bounds.upper - bounds.lower); }

Bounds oriented(Bounds bounds, int direction) { return direction > 0 ? bounds : Bounds{-bounds.upper, -bounds.lower}; }

Diagnostic wrong(std::string found, std::string expected, std::string node = {}) {
  return {.code = Code::InvalidValue,
          .found = std::move(found),
          .expected = std::move(expected),
          .subject = {.node = std::move(node)}};
}

std::size_t least_available(const Aggregate& step, std::size_t count) {
  if (step.missing == MissingRule::Gap) return count;
  std::size_t least = 1;
  while (static_cast<double>(least) / static_cast<double>(count) < step.min_available) ++least;
  return least;
}

}  // namespace

SeekIndex::SeekIndex(SeekProblem problem) : problem_(std::move(problem)) {
  const Hierarchy& hierarchy = *problem_.hierarchy;
  const bool is_default = problem_.weights.empty();
  for (std::size_t series = 0; is_default && series < hierarchy.size(); ++series) {
    problem_.weights.push_back(hierarchy.node(Series{static_cast<std::uint32_t>(series)}).weight);
  }
  if (!problem_.indicators.empty()) units_ = problem_.indicators.front().values.size();
}

Result<SeekIndex> SeekIndex::build(SeekProblem problem) {
  SeekIndex index(std::move(problem));
  if (Diagnostics problems = index.check(); !problems.empty()) return problems;
  if (Diagnostics problems = index.add_nodes(); !problems.empty()) return problems;
  if (Diagnostics problems = index.measure(); !problems.empty()) return problems;
  if (Diagnostics problems = index.check_scores(); !problems.empty()) return problems;
  return index;
}

Diagnostics SeekIndex::check() const {
  const std::span<const Series> series = problem_.hierarchy->indicators();
  if (series.size() != problem_.indicators.size()) return {wrong("another number of indicators", "one per indicator")};
  if (problem_.weights.size() != problem_.hierarchy->size()) return {wrong("too few weights", "one for each node")};
  if (problem_.unit >= units_) return {wrong("a unit without figures", "one of the period's units")};
  if (problem_.rank == 0) return {wrong("rank 0", "rank 1 or more")};
  Diagnostics problems;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const SeekIndicator& indicator = problem_.indicators[i];
    const std::string& id = problem_.hierarchy->node(series[i]).id;
    if (indicator.values.size() != units_) problems.push_back(wrong("columns of different lengths", "one length", id));
    if (!ascends(indicator.frame.range)) problems.push_back(wrong("a range that does not ascend", "lower < upper", id));
    if (indicator.frame.fixed && !ascends(*indicator.frame.fixed)) {
      problems.push_back(wrong("a frame that does not ascend", "lower < upper", id));
    }
    const double price = indicator.price.value_or(1);
    if (!(price > 0 && std::isfinite(price))) problems.push_back(wrong("a price that is not above 0", "a price", id));
    if (!(indicator.possible.lower <= indicator.possible.upper)) {
      problems.push_back(wrong("bounds that cross", "lower <= upper", id));
    }
  }
  return problems;
}

Diagnostics SeekIndex::add_nodes() {
  const Hierarchy& hierarchy = *problem_.hierarchy;
  counts_.assign(hierarchy.size(), 0);
  counts_[at(hierarchy.root())] = 1;
  const std::span<const Series> upwards = hierarchy.aggregates();
  for (std::size_t k = upwards.size(); k-- > 0;) {
    if (counts_[at(upwards[k])] == 0) continue;
    Node node{.series = at(upwards[k]), .is_geometric = false, .least_available = 1};
    for (const Series child : hierarchy.children(upwards[k])) {
      if (!(problem_.weights[at(child)] > 0)) continue;
      counts_[at(child)] = 1;
      node.components.push_back(at(child));
      node.weights.push_back(problem_.weights[at(child)]);
    }
    const std::string& id = hierarchy.node(upwards[k]).id;
    if (node.components.empty()) {
      return {{.code = Code::NothingLeft, .found = "no component that counts", .subject = {.node = id}}};
    }
    const AggregateMethod& method = problem_.aggregate.method.method_of(id, hierarchy.level(upwards[k]));
    node.is_geometric = std::holds_alternative<Geometric>(method);
    if (node.components.size() > 1) {
      if (!node.is_geometric && !std::holds_alternative<Arithmetic>(method)) {
        return {{.code = Code::InvalidValue,
                 .found = "a method of aggregation for which seek has no answer",
                 .expected = "arithmetic or geometric means",
                 .subject = {.node = id}}};
      }
      is_arithmetic_ = is_arithmetic_ && !node.is_geometric;
    }
    node.least_available = least_available(problem_.aggregate, node.components.size());
    nodes_.push_back(std::move(node));
  }
  std::ranges::reverse(nodes_);
  return {};
}

Diagnostics SeekIndex::measure() {
  for (std::size_t i = 0; i < size(); ++i) {
    const SeekIndicator& indicator = problem_.indicators[i];
    std::vector<double> of_others;
    for (std::size_t unit = 0; unit < units_; ++unit) {
      if (unit != problem_.unit) of_others.push_back(figure_of(i, unit));
    }
    const std::optional<Bounds> found = extremes_of(of_others);
    others_.push_back(found);
    start_.push_back(figure_of(i, problem_.unit));
    Bounds all = found.value_or(Bounds{start_[i], start_[i]});
    if (!is_missing(start_[i])) all = {std::min(all.lower, start_[i]), std::max(all.upper, start_[i])};
    const bool is_constant = !(all.lower < all.upper);
    const bool counts = counts_[at(problem_.hierarchy->indicators()[i])] != 0;
    if (is_constant && !indicator.frame.fixed && counts) {
      return {{.code = Code::ConstantIndicator,
               .found = "one value only",
               .expected = "two different figures at least",
               .subject = {.node = problem_.hierarchy->node(problem_.hierarchy->indicators()[i]).id}}};
    }
    const Bounds fixed = indicator.frame.fixed.value_or(Bounds{0, 1});
    spreads_.push_back(is_constant ? fixed.upper - fixed.lower : all.upper - all.lower);
    prices_.push_back(indicator.price.value_or(1 / spreads_[i]));
    limit(i);
  }
  return {};
}

void SeekIndex::limit(std::size_t i) {
  const SeekIndicator& indicator = problem_.indicators[i];
  const bool counts = counts_[at(problem_.hierarchy->indicators()[i])] != 0;
  highest_.push_back(start_[i]);
  if (is_missing(start_[i]) || !counts) return;
  double most =
      std::min(oriented(indicator.possible, indicator.frame.direction).upper, start_[i] + kFarthest * spreads_[i]);
  if (indicator.frame.fixed && indicator.frame.clip) {
    most = std::min(most, oriented(*indicator.frame.fixed, indicator.frame.direction).upper);
  }
  highest_[i] = std::max(start_[i], most);
}

Diagnostics SeekIndex::check_scores() const {
  const std::vector<Bounds> at_start = frames(start_);
  for (std::size_t unit = 0; unit < units_; ++unit) {
    const std::vector<double> reached = node_scores(start_, at_start, unit);
    for (const Node& node : nodes_) {
      for (const std::size_t component : node.components) {
        if (!node.is_geometric || is_missing(reached[component]) || reached[component] > 0) continue;
        const std::string& id = problem_.hierarchy->node(Series{static_cast<std::uint32_t>(component)}).id;
        return {{.code = Code::NonPositiveUnderGeometricMean,
                 .found = "a score of 0 or less under a geometric mean",
                 .expected = "scores above 0, such as normalise with range = [1, 100]",
                 .subject = {.node = id}}};
      }
    }
  }
  if (!is_missing(scores(start_)[problem_.unit])) return {};
  return {{.code = Code::NothingLeft, .found = "a unit without a score", .expected = "a unit with a rank"}};
}

double SeekIndex::figure_of(std::size_t i, std::size_t unit) const {
  return problem_.indicators[i].frame.direction * problem_.indicators[i].values[unit];
}

std::vector<double> SeekIndex::originals(std::span<const double> figures) const {
  std::vector<double> values;
  for (std::size_t i = 0; i < size(); ++i) values.push_back(original(i, figures[i]));
  return values;
}

double SeekIndex::effort(std::span<const double> figures) const {
  double sum = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!is_missing(figures[i])) sum += prices_[i] * (figures[i] - start_[i]);
  }
  return sum;
}

}  // namespace podium
