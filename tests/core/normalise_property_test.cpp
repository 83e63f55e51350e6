#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "podium/core/normalise/normalise.hpp"

#include "support/small.hpp"

// What must hold for every pool of figures.
namespace podium {
namespace {

using namespace testing;

/// Figures of a few digits with ties and gaps, at least two of them different.
std::vector<double> arbitrary_figures() {
  const auto count = static_cast<std::size_t>(*rc::gen::inRange(2, 14));
  std::vector<double> figures;
  for (std::size_t i = 0; i < count; ++i) {
    const int whole = *rc::gen::inRange(-20000, 20000);
    figures.push_back(whole % 8 == 0 ? kMissing : (whole % 300) / 8.0);
  }
  figures[0] = -1;
  figures[1] = 2.5;
  return figures;
}

std::vector<double> scores(const Normalise& step, const std::vector<double>& figures, int direction = 1) {
  const Hierarchy hierarchy = hierarchy_of({root(), with_direction(indicator("x"), direction)});
  const Panel after = must(apply(step, panel_of(hierarchy, {{"x", figures}}), {hierarchy, 1}));
  const std::span<const double> values = after.values(Series{1});
  return {values.begin(), values.end()};
}

bool near(const std::vector<double>& a, const std::vector<double>& b) {
  return std::ranges::equal(a, b, [](double x, double y) {
    return (is_missing(x) && is_missing(y)) || std::abs(x - y) <= 1e-9 * std::max({std::abs(x), std::abs(y), 1.0});
  });
}

TEST_CASE("methods between the figures' own ends do not feel a positive scale or a shift") {
  CHECK(rc::check("normalise(k x + c) is normalise(x)", [] {
    const std::vector<double> figures = arbitrary_figures();
    const double scale = *rc::gen::inRange(1, 100000) / 977.0;
    const double shift = *rc::gen::inRange(-100000, 100000) / 983.0;
    std::vector<double> mapped = figures;
    for (double& x : mapped) x = scale * x + shift;
    for (const NormaliseMethod& method :
         {NormaliseMethod(MinMax{{-3, 7}}), NormaliseMethod(DistanceToMax{}), NormaliseMethod(ZScore{50, 10})}) {
      RC_ASSERT(near(scores({.method = method}, figures), scores({.method = method}, mapped)));
    }
  }));
}

TEST_CASE("methods of ranks do not feel a strictly increasing map") {
  CHECK(rc::check("score of f(x) is score of x", [] {
    const std::vector<double> figures = arbitrary_figures();
    const double scale = *rc::gen::inRange(1, 100);
    std::vector<double> mapped = figures;
    for (double& x : mapped) x = scale * (x * x * x + x) + 7;  // exact for figures of so few digits
    for (const Ties ties : {Ties::Smallest, Ties::Largest, Ties::Average}) {
      for (const NormaliseMethod& method :
           {NormaliseMethod(PercentileRank{ties}), NormaliseMethod(RankScore{ties}), NormaliseMethod(Borda{ties})}) {
        RC_ASSERT(shown(scores({.method = method}, figures)) == shown(scores({.method = method}, mapped)));
      }
    }
  }));
}

TEST_CASE("negated figures with less better score as the figures with more better") {
  CHECK(rc::check("direction -1 of -x is direction 1 of x", [] {
    const std::vector<double> figures = arbitrary_figures();
    std::vector<double> negated = figures;
    for (double& x : negated) x = -x;
    for (const NormaliseMethod& method :
         {NormaliseMethod(MinMax{}), NormaliseMethod(ZScore{}), NormaliseMethod(DistanceToMax{}),
          NormaliseMethod(DistanceToTarget{.target = Bounds{2, 5}}), NormaliseMethod(Scaled{}),
          NormaliseMethod(PercentileRank{}), NormaliseMethod(NoNormalisation{})}) {
      RC_ASSERT(shown(scores({.method = method}, figures)) == shown(scores({.method = method}, negated, -1)));
    }
  }));
}

TEST_CASE("no method but a two-ended target puts a better figure below a worse one") {
  CHECK(rc::check("x <= y means score(x) <= score(y)", [] {
    std::vector<double> figures = arbitrary_figures();
    std::erase_if(figures, is_missing);
    std::ranges::sort(figures);
    figures.push_back(100);  // for fraction-of-max
    for (const NormaliseMethod& method :
         {NormaliseMethod(MinMax{{0.2, 0.9}}), NormaliseMethod(ZScore{}), NormaliseMethod(DistanceToMax{}),
          NormaliseMethod(DistanceToTarget{.target = Bounds{90, 90}, .cap = true}), NormaliseMethod(FractionOfMax{}),
          NormaliseMethod(PercentileRank{}), NormaliseMethod(RankScore{}), NormaliseMethod(Borda{}),
          NormaliseMethod(Scaled{}), NormaliseMethod(Bands{{-3, 0, 2, 30}})}) {
      RC_ASSERT(std::ranges::is_sorted(scores({.method = method}, figures)));
      RC_ASSERT(std::ranges::is_sorted(scores({.method = method, .stretch = Bounds{0.3, 0.9}}, figures)));
    }
  }));
}

}  // namespace
}  // namespace podium
