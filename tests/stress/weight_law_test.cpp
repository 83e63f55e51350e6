#include "podium/stress/weight_law.hpp"

#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "podium/solve/solvers.hpp"
#include "podium/stress/random.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

/// Four indicators in one pillar, two in another.
Hierarchy two_pillars() {
  return hierarchy_of({root(), pillar("p", "index", 3), pillar("q"), indicator("a", "p", 1), indicator("b", "p", 2),
                       indicator("c", "p", 3), indicator("d", "p", 4), indicator("e", "q", 5), indicator("f", "q", 0)});
}

std::vector<double> published_of(const Hierarchy& hierarchy) {
  std::vector<double> weights;
  for (const Series node : Positions<Series>(hierarchy.size())) weights.push_back(hierarchy.node(node).weight);
  return weights;
}

Result<WeightSampler> sampler_of(const VaryWeights& factor) {
  const Hierarchy hierarchy = two_pillars();
  return WeightSampler::make(factor, hierarchy, published_of(hierarchy), native_solvers());
}

std::vector<double> drawn(const WeightSampler& sampler, std::uint64_t draw) {
  std::vector<double> weights(sampler.nodes().size());
  sampler.draw([draw](std::size_t i) { return uniform(7, draw, static_cast<std::uint32_t>(i)); }, weights);
  return weights;
}

constexpr std::uint64_t kDraws = 20'000;

/// Means and variances of the drawn weights.
struct Moments {
  std::vector<double> means;
  std::vector<double> variances;
};

Moments moments_of(const WeightSampler& sampler) {
  const std::size_t count = sampler.nodes().size();
  Moments moments{std::vector<double>(count, 0), std::vector<double>(count, 0)};
  std::vector<double> squares(count, 0);
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const std::vector<double> weights = drawn(sampler, draw);
    for (std::size_t i = 0; i < count; ++i) {
      moments.means[i] += weights[i] / kDraws;
      squares[i] += weights[i] * weights[i] / kDraws;
    }
  }
  for (std::size_t i = 0; i < count; ++i) moments.variances[i] = squares[i] - moments.means[i] * moments.means[i];
  return moments;
}

/// A mean of kDraws draws is off by more than five of its standard errors once in two million times.
double reach(double variance) { return 5 * std::sqrt(variance / kDraws); }

TEST_CASE("with a spread each weight moves by itself, by its share of itself at most") {
  const WeightSampler sampler = must(sampler_of({.spread = 0.4}));
  // f weighs nothing and the root stands alone, so neither is drawn. p is the first node with a parent that is
  // complete.
  CHECK(sampler.nodes().size() == 7);
  CHECK(sampler.coordinates() == 7);
  std::vector<double> weights(7);
  sampler.draw([](std::size_t) { return 0.5; }, weights);
  double sum = 0;
  for (const double weight : weights) sum += weight;
  CHECK(sum == 1 + 2 + 3 + 4 + 5 + 3 + 1);
  sampler.draw([](std::size_t i) { return i == 0 ? 0.75 : 0.5; }, weights);
  // 1 (1 + 0.4 (2 * 0.75 - 1))
  CHECK(weights[0] == 1.2);
}

TEST_CASE("a spread of nothing leaves the published weights, to the bit") {
  const WeightSampler sampler = must(sampler_of({.at = {"indicator"}, .spread = 0}));
  for (std::uint64_t draw = 0; draw < 10; ++draw) CHECK(shown(drawn(sampler, draw)) == "1 2 3 4 5");
}

TEST_CASE("only the nodes that are named are drawn") {
  const Hierarchy hierarchy = two_pillars();
  const WeightSampler sampler = must(sampler_of({.at = {"pillar", "c"}}));
  std::string names;
  for (const Series node : sampler.nodes()) names += hierarchy.node(node).id + " ";
  CHECK(names == "c p q ");
}

TEST_CASE("Dirichlet shares lie about the published ones and sum to what they share") {
  const WeightSampler sampler =
      must(sampler_of({.at = {"a", "b", "c", "d"}, .law = WeightLaw::Dirichlet, .concentration = 20}));
  const Moments moments = moments_of(sampler);
  for (std::size_t i = 0; i < 4; ++i) {
    const double share = static_cast<double>(i + 1) / 10;
    // Of a Dirichlet variable with parameters 20 share: mean share, variance share (1 - share) / 21; times 10 in sum.
    const double variance = 100 * share * (1 - share) / 21;
    CHECK(std::abs(moments.means[i] - 10 * share) < reach(variance));
    CHECK(moments.variances[i] == doctest::Approx(variance).epsilon(0.05));
  }
  const std::vector<double> weights = drawn(sampler, 3);
  CHECK(std::accumulate(weights.begin(), weights.end(), 0.0) == doctest::Approx(10).epsilon(1e-14));
}

TEST_CASE("on the simplex all shares are equally likely") {
  const WeightSampler sampler = must(sampler_of({.at = {"a", "b", "c", "d"}, .law = WeightLaw::Simplex}));
  CHECK(sampler.coordinates() == 4);
  const Moments moments = moments_of(sampler);
  // Each share is a Beta(1, 3) variable: mean 1/4, variance 3/80.
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(std::abs(moments.means[i] - 2.5) < reach(100 * 3.0 / 80));
    CHECK(moments.variances[i] == doctest::Approx(100 * 3.0 / 80).epsilon(0.05));
  }
}

TEST_CASE("in a stated order, shares are those of ordered uniform spacings") {
  const WeightSampler sampler =
      must(sampler_of({.at = {"a", "b", "c", "d"}, .law = WeightLaw::Simplex, .order = {"d", "b", "a", "c"}}));
  CHECK(sampler.coordinates() == 1);
  const Moments moments = moments_of(sampler);
  // The i-th largest of n spacings has the mean (1/n) sum from k = i to n of 1/k (David and Nagaraja, Order
  // statistics).
  const std::vector<double> largest = {(1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4) / 4, (1.0 / 2 + 1.0 / 3 + 1.0 / 4) / 4,
                                       (1.0 / 3 + 1.0 / 4) / 4, 1.0 / 16};
  const std::vector<std::size_t> place = {2, 1, 3, 0};
  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    CHECK(std::abs(moments.means[i] / 10 - largest[place[i]]) < reach(moments.variances[i] / 100));
  }
  for (std::uint64_t draw = 0; draw < 100; ++draw) {
    const std::vector<double> weights = drawn(sampler, draw);
    CHECK(weights[3] >= weights[1]);
    CHECK(weights[1] >= weights[0]);
    CHECK(weights[0] >= weights[2]);
  }
}

TEST_CASE("within limits all shares are equally likely") {
  const WeightSampler sampler =
      must(sampler_of({.at = {"p", "q"}, .law = WeightLaw::Simplex, .limits = {{"p", {0.5, 0.9}}}}));
  const Moments moments = moments_of(sampler);
  // Uniform between 0.5 and 0.9 of the pillars' sum of 4: mean 2.8, variance (0.4 * 4)^2 / 12.
  const double variance = 1.6 * 1.6 / 12;
  CHECK(std::abs(moments.means[0] - 2.8) < reach(variance));
  CHECK(moments.variances[0] == doctest::Approx(variance).epsilon(0.05));
  for (std::uint64_t draw = 0; draw < 100; ++draw) {
    const std::vector<double> weights = drawn(sampler, draw);
    CHECK(weights[0] >= 2);
    CHECK(weights[0] <= 3.6);
    CHECK(weights[0] + weights[1] == doctest::Approx(4).epsilon(1e-12));
  }
}

TEST_CASE("limits that leave no room, unknown nodes and wrong parameters are refused") {
  CHECK(problems_of(
            sampler_of({.at = {"p", "q"}, .law = WeightLaw::Simplex, .limits = {{"p", {0.8, 0.9}}, {"q", {0.5, 1}}}}))
            .find("leave no room") != std::string::npos);
  CHECK(problems_of(sampler_of({.at = {"indicators"}})).find("'indicator'") != std::string::npos);
  CHECK(problems_of(sampler_of({.spread = 1.5})).find("spread 1.5") != std::string::npos);
  CHECK(problems_of(sampler_of({.law = WeightLaw::Dirichlet, .concentration = 0})).find("concentration 0") !=
        std::string::npos);
  CHECK(problems_of(sampler_of({.order = {"a", "b"}})).find("simplex") != std::string::npos);
}

}  // namespace
}  // namespace podium
