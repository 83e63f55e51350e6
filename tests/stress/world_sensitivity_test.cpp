#include "podium/stress/world_sensitivity.hpp"

#include <doctest/doctest.h>

#include "stress/stressed_index.hpp"

namespace podium {
namespace {

using namespace testing;

TEST_CASE("of two choices that shift a score by themselves, each explains the variance that it makes") {
  // x is filled with one of two constants in A's gap, y is divided into the mean by one of two rounds of treatment: the
  // score of A is (x + y) / 2 with x in {0, 30} and y in {0, 10}; variances 225 / 4 and 25 / 4, shares 0.9 and 0.1.
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  Panel panel({"A", "B"}, {Period::year(2024)}, hierarchy.series_ids());
  panel.set(series_of(hierarchy, "x"), Time{0}, Unit{1}, 5);
  panel.set(series_of(hierarchy, "y"), Time{0}, Unit{1}, 5);
  const auto fill = [](const char* id, double value) {
    return Step(Impute{.method = ImputeConstant{.value = value}, .only = {id}});
  };
  const Recipe recipe{{fill("x", 0), fill("y", 0), Normalise{.method = NoNormalisation{}}, Aggregate{}}};
  StressSetting setting{.recipe = must(check(recipe, hierarchy, {}))};
  setting.units = {"A", "B"};
  setting.figures.push_back({.edition = "latest", .panel = panel});
  const std::vector<Factor> factors = {
      {.name = "x", .variation = VaryStep{.number = 1, .alternatives = {{"0", fill("x", 0)}, {"30", fill("x", 30)}}}},
      {.name = "y", .variation = VaryStep{.number = 2, .alternatives = {{"0", fill("y", 0)}, {"10", fill("y", 10)}}}}};
  PreparedWorlds prepared(must(Worlds::make({.factors = factors}, setting)));
  prepared.prepare_all(1);
  const std::vector<SensitivityTarget> targets = {{SensitivityTarget::Kind::Score, 0},
                                                  {SensitivityTarget::Kind::PlaceInRanking, 1},
                                                  {SensitivityTarget::Kind::AtMost, 0, 1},
                                                  {SensitivityTarget::Kind::MeanRankShift}};
  const WorldSensitivity found =
      must(sensitivity_of(prepared, targets, std::vector<Rank>{2, 1}, {.precision = 0.02, .seed = 4}));
  REQUIRE(found.result.is_precise);
  const std::vector<double> shares = {0.9, 0.1};
  for (std::size_t factor = 0; factor < 2; ++factor) {
    const FactorIndices& indices = found.result.targets[0].factors[factor];
    CHECK(indices.first.low <= shares[factor]);
    CHECK(indices.first.high >= shares[factor]);
    CHECK(indices.total.low <= shares[factor]);
    CHECK(indices.total.high >= shares[factor]);
  }
  // A is first at 15 and 20 and ties at 5 with x = 0, y = 10: it depends on x and y, B's rank on x alone.
  CHECK(found.result.targets[1].factors[0].first.value == doctest::Approx(1));
  CHECK(found.result.targets[1].factors[1].total.value == doctest::Approx(0));
  // At 5 A shares the first rank: only x = y = 0 leaves it second. Variance 3/16; E(y | x) is 1/2 or 1: 1/16, a third.
  CHECK(found.result.targets[2].variance == doctest::Approx(3.0 / 16).epsilon(0.02));
  CHECK(found.result.targets[2].factors[0].first.low <= 1.0 / 3);
  CHECK(found.result.targets[2].factors[0].first.high >= 1.0 / 3);
}

TEST_CASE("factors that are drawn together have one index") {
  Factor weights = weights_factor(0.3);
  Factor normalise = normalise_factor();
  normalise.together = "method";
  Factor impute = {
      .name = "impute",
      .together = "method",
      .variation = VaryStep{.number = 1, .alternatives = {{"a", Impute{}}, {"b", Impute{.method = ImputeMean{}}}}}};
  PreparedWorlds prepared(worlds_of({normalise, weights, impute}));
  const WorldSensitivity found =
      must(sensitivity_of(prepared, std::vector<SensitivityTarget>{{SensitivityTarget::Kind::Score, 2}},
                          std::vector<Rank>(kUnits, 1), {.most_runs = 4000}));
  REQUIRE(found.factors.size() == 2);
  CHECK(found.factors[0].name == "normalise + impute");
  CHECK(found.factors[1].name == "weights");
}

}  // namespace
}  // namespace podium
