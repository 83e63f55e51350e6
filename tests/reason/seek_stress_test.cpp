#include "podium/reason/seek_stress.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "podium/reason/seek_setting.hpp"
#include "podium/solve/solvers.hpp"
#include "podium/stress/distribution.hpp"
#include "podium/stress/stress_run.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

/// Two indicators on fixed frames of 0 to 100. A is before B by its first figure, behind by the second.
struct TwoIndicators {
  Hierarchy hierarchy =
      hierarchy_of({root(), with_goalposts(indicator("a"), 0, 100), with_goalposts(indicator("b"), 0, 100)});
  CheckedRecipe recipe = checked({Normalise{.method = Goalposts{}}, Aggregate{}}, hierarchy);
  Panel panel = panel_of(hierarchy, {{"a", {30, 60, 10}}, {"b", {50, 40, 10}}});
  StressPlan plan{.draws = 4000, .seed = 7, .factors = {{.name = "weights", .variation = VaryWeights{.spread = 0.5}}}};
  StressSetting setting{.recipe = recipe,
                        .units = {"A", "B", "C"},
                        .figures = {{.edition = "one", .panel = panel}},
                        .node = hierarchy.root()};
  SeekIndex index = must(SeekIndex::build(
      must(seek_problem({recipe, panel, Time{0}}, Unit{0}, {.rank = 1, .reach = SeekReach::Unbounded}))));
  SeekMix mix = must(cheapest_mix(index, native_solvers()));

  SeekUnderStress asked(double share) const {
    return must(seek_under_stress(index, mix, share, plan, setting, std::vector<double>{1, 1}, 2));
  }
};

TEST_CASE("the share with the mix is that of a stress test of the changed figures") {
  const TwoIndicators two;
  const SeekUnderStress answer = two.asked(0.9);
  StressSetting changed = two.setting;
  for (std::size_t i = 0; i < 2; ++i) {
    changed.figures[0].panel.set(two.hierarchy.indicators()[i], Time{0}, Unit{0}, answer.found.values[i]);
  }
  StressRun run = must(StressRun::start(must(Worlds::make(two.plan, changed)), 1));
  while (!run.is_done()) run.advance();
  CHECK(answer.found.is_reached);
  CHECK(answer.found.share == at_most(run.tally(), 0, 1).value);
  CHECK(answer.found.share >= 0.9);
  CHECK(answer.share_now < answer.share_of_mix);
  CHECK(answer.share_of_mix < 0.9);
}

TEST_CASE("just enough for all draws is what the worst weights need") {
  // A rises in one indicator only. With weights w and 1 - w it is first where w a + (1 - w) b exceeds B's 60 w + 40 (1
  // - w). Weights of 1 that vary by up to a half give w of at most 1.5 / 2 = 0.75 and at least 0.25.
  const TwoIndicators two;
  const SeekUnderStress answer = two.asked(1);
  REQUIRE(answer.found.is_reached);
  const double a = answer.found.values[0];
  const double b = answer.found.values[1];
  const auto lead = [&](double w) { return w * a + (1 - w) * b - (60 * w + 40 * (1 - w)); };
  CHECK(std::min(lead(0.25), lead(0.75)) > -1);
  CHECK(std::min(lead(0.25), lead(0.75)) < 1);
}

}  // namespace
}  // namespace podium
