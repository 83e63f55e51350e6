#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "podium/core/run.hpp"

#include "support/small.hpp"

// What must hold for every panel. A property that fails is shrunk to a small example, which is printed.
namespace podium {
namespace {

using namespace testing;

template <class Property>
void check_property(const std::string& name, Property&& property) {
  CHECK(rc::check(name, std::forward<Property>(property)));
}

/// Figures of a few digits with ties and gaps: rows of `units` figures.
std::vector<double> arbitrary_figures(std::size_t units) {
  std::vector<double> figures;
  for (std::size_t i = 0; i < units; ++i) {
    const int whole = *rc::gen::inRange(-20000, 20000);
    figures.push_back(whole % 8 == 0 ? kMissing : (whole % 300) / 8.0);
  }
  return figures;
}

/// As above, with at least two different figures.
std::vector<double> arbitrary_spread(std::size_t units) {
  std::vector<double> figures = arbitrary_figures(units);
  figures[0] = -1;
  figures[1] = 2.5;
  return figures;
}

const std::vector<std::string> kIndicators = {"a", "b", "c", "d"};

struct Weights {
  double p;
  double q;
  std::vector<double> indicators;
};

Hierarchy hierarchy_with(const Weights& weights) {
  return hierarchy_of({root(), pillar("p", "index", weights.p), pillar("q", "index", weights.q),
                       indicator("a", "p", weights.indicators[0]),
                       with_direction(indicator("b", "p", weights.indicators[1]), -1),
                       indicator("c", "q", weights.indicators[2]), indicator("d", "q", weights.indicators[3])});
}

Weights arbitrary_weights() {
  const auto one = [] { return static_cast<double>(*rc::gen::inRange(1, 1000)) / 16; };
  return {one(), one(), {one(), one(), one(), one()}};
}

Columns arbitrary_columns(std::size_t units) {
  Columns columns;
  for (const std::string& id : kIndicators) columns.emplace_back(id, arbitrary_spread(units));
  return columns;
}

std::size_t arbitrary_units() { return static_cast<std::size_t>(*rc::gen::inRange(2, 12)); }

/// Equal, or both gaps, or near.
bool near(double a, double b, double relative) {
  return (is_missing(a) && is_missing(b)) || std::abs(a - b) <= relative * std::max({std::abs(a), std::abs(b), 1.0});
}

TEST_CASE("only the proportions of weights matter") {
  check_property("weights k w give the scores of w", [] {
    const Columns columns = arbitrary_columns(arbitrary_units());
    const Weights weights = arbitrary_weights();
    const double scale = std::ldexp(1.0, *rc::gen::inRange(-200, 200)) * *rc::gen::inRange(1, 4);
    Weights scaled = {weights.p * scale, weights.q * scale, weights.indicators};
    for (double& weight : scaled.indicators) weight *= scale;
    const auto scores = [&](const Weights& w, const AggregateMethod& method) {
      const Hierarchy hierarchy = hierarchy_with(w);
      const CheckedRecipe recipe =
          checked({Normalise{.method = MinMax{{1, 100}}}, Aggregate{.method = {.otherwise = method}}}, hierarchy);
      return must(run(recipe, panel_of(hierarchy, columns)));
    };
    for (const AggregateMethod& method : {AggregateMethod(Arithmetic{}), AggregateMethod(Geometric{})}) {
      const Ranking a = scores(weights, method);
      const Ranking b = scores(scaled, method);
      for (const Unit unit : all_units(a.panel()))
        RC_ASSERT(near(a.score(Series{0}, Time{0}, unit), b.score(Series{0}, Time{0}, unit), 1e-13));
    }
  });
}

TEST_CASE("an imputation fills every gap and touches nothing else") {
  check_property("figures stay, gaps are marked", [] {
    const Columns columns = arbitrary_columns(arbitrary_units());
    const Hierarchy hierarchy = hierarchy_with(arbitrary_weights());
    const Panel before = panel_of(hierarchy, columns);
    const Panel after = must(apply(Impute{}, before, {hierarchy, 1}));
    for (const Series series : hierarchy.indicators()) {
      for (const Unit unit : all_units(before)) {
        const double figure = before.value(series, Time{0}, unit);
        RC_ASSERT(!is_missing(after.value(series, Time{0}, unit)));
        RC_ASSERT(is_missing(figure) || after.value(series, Time{0}, unit) == figure);
        RC_ASSERT(after.history(series, Time{0})[at(unit)].is_imputed() == is_missing(figure));
      }
    }
  });
}

TEST_CASE("a mean lies between its smallest and its largest component, and the geometric below the arithmetic") {
  check_property("min <= geometric <= arithmetic <= max", [] {
    const std::size_t count = static_cast<std::size_t>(*rc::gen::inRange(1, 12));
    std::vector<double> scores;
    std::vector<double> weights;
    for (std::size_t i = 0; i < count; ++i) {
      scores.push_back(*rc::gen::inRange(1, 100000) / 997.0);
      weights.push_back(*rc::gen::inRange(1, 100000) / 991.0);
    }
    const double arithmetic = Arithmetic{}.combine({scores, weights});
    const double geometric = Geometric{}.combine({scores, weights});
    const auto [least, most] = std::ranges::minmax(scores);
    constexpr double kRounding = 1e-14;
    RC_ASSERT(arithmetic >= least * (1 - kRounding));
    RC_ASSERT(arithmetic <= most * (1 + kRounding));
    RC_ASSERT(geometric >= least * (1 - kRounding));
    RC_ASSERT(geometric <= arithmetic * (1 + kRounding));
  });
}

TEST_CASE("a better figure never lowers a unit's score or rank") {
  check_property("monotone in one's own figures, where goalposts are fixed", [] {
    const std::size_t units = arbitrary_units();
    Columns columns = {{"x", arbitrary_spread(units)}, {"y", arbitrary_spread(units)}};
    const Hierarchy hierarchy =
        hierarchy_of({root(), with_goalposts(indicator("x"), -20, 20), with_goalposts(indicator("y"), -20, 20)});
    const CheckedRecipe recipe = checked({Normalise{.method = Goalposts{}}, Aggregate{}}, hierarchy);
    const Ranking before = must(run(recipe, panel_of(hierarchy, columns)));
    columns[0].second[0] += *rc::gen::inRange(0, 100) / 8.0;
    const Ranking after = must(run(recipe, panel_of(hierarchy, columns)));
    RC_ASSERT(after.score(hierarchy.root(), Time{0}, Unit{0}) >= before.score(hierarchy.root(), Time{0}, Unit{0}));
    RC_ASSERT(after.rank(hierarchy.root(), Time{0}, Unit{0}) <= before.rank(hierarchy.root(), Time{0}, Unit{0}));
  });
}

}  // namespace
}  // namespace podium
