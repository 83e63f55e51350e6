#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "podium/core/statistics/product_moment.hpp"
#include "podium/core/weight/weight.hpp"
#include "podium/solve/solvers.hpp"

#include "support/coinr.hpp"
#include "support/random.hpp"

namespace podium {
namespace {

using namespace testing;

Panel random_panel(const Hierarchy& hierarchy, std::size_t units) {
  Random random(5);
  Columns columns;
  std::vector<double> common;
  for (std::size_t i = 0; i < units; ++i) common.push_back(random.uniform());
  double share = 0.2;
  for (const Series series : hierarchy.indicators()) {
    columns.push_back({hierarchy.node(series).id, {}});
    for (std::size_t i = 0; i < units; ++i)
      columns.back().second.push_back(share * common[i] + (1 - share) * random.uniform());
    share += 0.05;
  }
  return panel_of(hierarchy, columns);
}

std::vector<double> weights_of(const Panel& panel, const Hierarchy& hierarchy) {
  std::vector<double> weights;
  for (const Series child : hierarchy.children(hierarchy.root())) {
    weights.push_back(weight_in_force(hierarchy, panel, child, Time{0}));
  }
  return weights;
}

Panel weighed(const WeightMethod& method, const Panel& panel, const Hierarchy& hierarchy) {
  const Aggregate aggregate{};
  return must(apply(WeightStep{.method = method}, panel, {hierarchy, 2, nullptr, &aggregate, native_solvers()}));
}

/// Squared correlations of the index's components with it, of sum 1, after aggregation with the weights in force.
std::vector<double> parts_of(const Panel& panel, const Hierarchy& hierarchy) {
  const Panel scored = must(apply(Aggregate{}, panel, {hierarchy, 3}));
  std::vector<double> parts;
  for (const Series child : hierarchy.children(hierarchy.root())) {
    const double r = product_moment(scored.values(child), scored.values(hierarchy.root()));
    parts.push_back(r * r);
  }
  const double total = std::accumulate(parts.begin(), parts.end(), 0.0);
  for (double& part : parts) part /= total;
  return parts;
}

TEST_CASE("shares are the nearest point within the bounds whose entries add up to 1") {
  CHECK(nearest_shares(std::vector<double>{0.25, 0.75}, {0, 1})[0] == doctest::Approx(0.25));
  const std::vector<double> moved = nearest_shares(std::vector<double>{0.5, 1}, {0, 1});
  CHECK(moved[0] == doctest::Approx(0.25));
  CHECK(moved[1] == doctest::Approx(0.75));
  const std::vector<double> cut = nearest_shares(std::vector<double>{-1, 0.4, 0.4}, {0, 1});
  CHECK(cut[0] == 0);
  CHECK(cut[1] == doctest::Approx(0.5));
  const std::vector<double> tight = nearest_shares(std::vector<double>{9, 0, 0}, {0.2, 0.5});
  CHECK(tight[0] == 0.5);
  CHECK(tight[1] == doctest::Approx(0.25));
}

TEST_CASE("balanced weights give the components the parts that they should have") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b"), indicator("c"), indicator("d")});
  const Panel panel = random_panel(hierarchy, 26);
  for (const double part : parts_of(weighed(BalanceWeights{}, panel, hierarchy), hierarchy)) {
    CHECK(part == doctest::Approx(0.25).epsilon(1e-5));
  }
  const NodeValues target = {{"a", 3}, {"b", 3}, {"c", 2}, {"d", 2}};
  const std::vector<double> parts =
      parts_of(weighed(BalanceWeights{.level = 1, .target = target}, panel, hierarchy), hierarchy);
  for (std::size_t i = 0; i < 4; ++i) CHECK(parts[i] == doctest::Approx(target[i].second / 10).epsilon(1e-5));
}

TEST_CASE("the search stays within its bounds and is no worse than any point of a grid") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b"), indicator("c")});
  const Panel panel = random_panel(hierarchy, 20);
  const auto information = [&](const std::vector<double>& weights) {
    Panel tried = panel;
    for (std::size_t i = 0; i < 3; ++i) tried.give_weight(static_cast<Series>(i + 1), Time{0}, weights[i]);
    const Panel scored = must(apply(Aggregate{}, tried, {hierarchy, 3}));
    double sum = 0;
    for (const Series child : hierarchy.children(hierarchy.root())) {
      sum += product_moment(scored.values(child), scored.values(hierarchy.root()));
    }
    return sum;
  };
  const InfomaxWeights method{
      .level = {}, .lowest_share = 0.1, .highest_share = 0.6, .correlation = ScoreRelation::Pearson};
  const std::vector<double> found = weights_of(weighed(method, panel, hierarchy), hierarchy);
  CHECK(std::accumulate(found.begin(), found.end(), 0.0) == doctest::Approx(1));
  double best = 0;
  for (int i = 10; i <= 60; ++i) {
    for (int k = 10; k <= 60; ++k) {
      const int rest = 100 - i - k;
      if (rest < 10 || rest > 60) continue;
      best = std::max(best, information({i / 100.0, k / 100.0, rest / 100.0}));
    }
  }
  CHECK(information(found) >= best - 1e-9);
  for (const double weight : found) CHECK((weight >= 0.1 && weight <= 0.6));
}

TEST_CASE("targets, bounds and figures that do not fit are errors") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b")});
  const auto problems = [&](const BalanceWeights& method, const Columns& columns) {
    const Aggregate aggregate{};
    return problems_of(apply(WeightStep{.method = method}, panel_of(hierarchy, columns),
                             {hierarchy, 2, nullptr, &aggregate, native_solvers()}));
  };
  const Columns fine = {{"a", {1, 2, 4}}, {"b", {3, 1, 2}}};
  CHECK(problems({.level = {}, .target = {{"a", 1}}}, fine).starts_with("error[missing-target]: step 2, node b"));
  CHECK(problems({.level = {}, .target = {}, .highest_share = 0.4}, fine)
            .starts_with("error[invalid-value]: step 2, node index: found shares from 0 to 0.4 for 2"));
  CHECK(problems({}, {{"a", {1, 2}}, {"b", {3, 1}}})
            .starts_with("error[too-few-figures]: step 2, node index: found 2 units"));
  CHECK(problems({}, {{"a", {1, 2, 4}}, {"b", {3, 3, 3}}}).starts_with("error[constant-indicator]: step 2, node b"));
}

TEST_CASE("pillars balanced as well as by COINr's search, where weights may be negative") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Metadata metadata = coinr.metadata(Directions::Applied);
  const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
  Panel panel = panel_from(coinr.data("ASEM_aggregated"), hierarchy);
  const Aggregate aggregate{};
  WeightSearch search{.groups = {}, .index = hierarchy.root(), .path = {}};
  for (const Series node : hierarchy.aggregates()) {
    if (hierarchy.level(node) == 3)
      search.groups.emplace_back(hierarchy.children(node).begin(), hierarchy.children(node).end());
    if (hierarchy.level(node) >= 3) search.path.push_back(node);
  }
  search.relation = ScoreRelation::Pearson;
  search.share = {-1, 1};
  search.loss = [](std::span<const double> relations) {
    return BalanceWeights::distance(relations,
                                    std::vector<double>(relations.size(), 1 / static_cast<double>(relations.size())));
  };
  const FoundWeights found =
      search_weights(search, aggregate, panel, {hierarchy, 1, nullptr, &aggregate, native_solvers()});
  REQUIRE(found.problems.empty());
  CHECK(found.relations.size() == 8);
  const double objective = std::log(found.loss);
  CHECK(objective <= coinr.read_json("optweights-balance", "objective")["converged"].get<double>());
  MESSAGE("objective " << objective);
}

}  // namespace
}  // namespace podium
