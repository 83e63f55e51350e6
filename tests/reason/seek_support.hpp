#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "podium/reason/seek_mix.hpp"
#include "podium/solve/solvers.hpp"

#include "support/random.hpp"

/// Small indices for the tests of seek.
namespace podium::testing {

/// Indicators below the root; those of a group with two or more below an aggregate of their own. All weights 1.
inline Hierarchy tree_of(const std::vector<std::size_t>& groups, const std::vector<double>& weights = {}) {
  std::vector<NodeSpec> nodes{{.id = "index", .parent = ""}};
  std::size_t number = 0;
  for (const std::size_t count : groups) {
    const std::string group = "g" + std::to_string(nodes.size());
    if (count > 1) nodes.push_back({.id = group, .parent = "index"});
    for (std::size_t k = 0; k < count; ++k) {
      const double weight = number < weights.size() ? weights[number] : 1;
      nodes.push_back({.id = "i" + std::to_string(number++),
                       .parent = count > 1 ? group : "index",
                       .kind = NodeSpec::Kind::Indicator,
                       .weight = weight});
    }
  }
  const Result<Hierarchy> hierarchy = Hierarchy::build(std::move(nodes), {});
  REQUIRE(hierarchy);
  return *hierarchy;
}

inline SeekIndex built(SeekProblem problem) {
  Result<SeekIndex> index = SeekIndex::build(std::move(problem));
  REQUIRE(index);
  return *std::move(index);
}

/// The rank by the definition, of figures on the original scale; ties count against the unit.
inline Rank rank_with(SeekProblem problem, const std::vector<double>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) problem.indicators[i].values[problem.unit] = values[i];
  const SeekIndex index = built(std::move(problem));
  return index.rank(index.start());
}

inline std::vector<double> own_values(const SeekProblem& problem) {
  std::vector<double> values;
  for (const SeekIndicator& indicator : problem.indicators) values.push_back(indicator.values[problem.unit]);
  return values;
}

/// Units at random between 5 and 95 on frames of 0 to 100, fixed or their own; scores from 1 to 100. Unit 0 is weak.
inline SeekProblem random_problem(const Hierarchy& hierarchy, std::size_t units, double own_frames, Random& random) {
  SeekProblem problem{.hierarchy = &hierarchy, .unit = 0};
  for (std::size_t i = 0; i < hierarchy.indicators().size(); ++i) {
    SeekIndicator indicator{.frame = {.range = {1, 100}}};
    if (random.uniform() >= own_frames) indicator.frame.fixed = Bounds{0, 100};
    indicator.frame.direction = random.uniform() < 0.3 ? -1 : 1;
    for (std::size_t unit = 0; unit < units; ++unit) {
      const double figure = unit == 0 ? random.between(15, 45) : random.between(5, 95);
      indicator.values.push_back(indicator.frame.direction > 0 ? figure : 100 - figure);
    }
    // One figure at either end, so that the unit is not alone at the lower one.
    indicator.values[1] = indicator.frame.direction > 0 ? 5 : 95;
    indicator.price = random.between(0.5, 2);
    problem.indicators.push_back(std::move(indicator));
  }
  return problem;
}

inline SeekMix mix_of(const SeekProblem& problem) {
  const Result<SeekMix> mix = cheapest_mix(built(problem), native_solvers());
  REQUIRE(mix);
  return *mix;
}

/// The answer reaches the rank; with any one change, and with all, 1e-9 of a spread less it does not.
inline void check_is_tight(const SeekProblem& problem, const SeekMix& mix) {
  const SeekIndex index = built(problem);
  CHECK(rank_with(problem, mix.values) <= problem.rank);
  std::vector<double> all_less = mix.values;
  for (std::size_t i = 0; i < mix.values.size(); ++i) {
    const double less = 1e-9 * index.spread(i) * (mix.changes[i] > 0 ? 1 : -1);
    if (std::abs(mix.changes[i]) <= std::abs(less)) continue;
    std::vector<double> values = mix.values;
    values[i] -= less;
    all_less[i] -= less;
    CHECK(rank_with(problem, values) > problem.rank);
  }
  CHECK(rank_with(problem, all_less) > problem.rank);
}

}  // namespace podium::testing
