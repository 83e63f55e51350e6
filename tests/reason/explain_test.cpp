#include "podium/reason/explain.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;
using Kind = ChangeFactor::Kind;

/// Billions of dollars by country; who is not on the list has no figure.
using List = std::map<std::string, double>;

/// Private investment in AI as the lists of two years have it (AI Index 2025, figure 4.3.8; AI Index 2026).
const List k2024{{"US", 109.08}, {"CN", 9.29}, {"UK", 4.52}, {"SE", 4.34}, {"CA", 2.89}, {"FR", 2.62},
                 {"DE", 1.97},   {"AE", 1.77}, {"AT", 1.51}, {"IL", 1.36}, {"KR", 1.33}};
const List k2025{{"US", 285.88}, {"CN", 12.41}, {"UK", 5.90}, {"FR", 4.36}, {"CA", 4.28},
                 {"IN", 4.09},   {"DE", 3.89},  {"IL", 3.58}, {"AU", 2.52}, {"SA", 2.03},
                 {"SG", 1.82},   {"KR", 1.775}, {"BE", 1.20}, {"JP", 1.11}, {"SE", 0.97}};

Panel panel_of_lists(const Hierarchy& hierarchy) {
  std::vector<std::string> units;
  for (const List& list : {k2024, k2025}) {
    for (const auto& [code, value] : list) units.push_back(code);
  }
  std::ranges::sort(units);
  units.erase(std::ranges::unique(units).begin(), units.end());
  Panel panel(units, {Period::year(2024), Period::year(2025)}, hierarchy.series_ids());
  for (const Unit unit : all_units(panel)) {
    for (const auto& [time, list] : {std::pair(Time{0}, &k2024), std::pair(Time{1}, &k2025)}) {
      const auto found = list->find(panel.code(unit));
      if (found != list->end()) panel.set(series_of(hierarchy, "investment"), time, unit, found->second);
    }
  }
  return panel;
}

std::string codes(const Panel& panel, std::span<const Overtaking> overtakings) {
  std::string text;
  for (const Overtaking& one : overtakings) text += (text.empty() ? "" : " ") + panel.code(one.unit);
  return text;
}

ShapleyShare sum_of(const ExplainedChange& change, ShapleyShare ChangeFactor::* quantity, auto is_wanted) {
  ShapleyShare sum;
  for (const ChangeFactor& factor : change.factors) {
    if (is_wanted(factor)) sum.value += (factor.*quantity).value;
  }
  return sum;
}

TEST_CASE("Korea's private investment falls from 11th to 12th: +1.5 places of its own, -2.5 of the others") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("investment")});
  const CheckedRecipe recipe = checked({Aggregate{}}, hierarchy);
  const Panel panel = panel_of_lists(hierarchy);
  const ExplainedChange change = must(explain_change({.before = {recipe, panel, Time{0}},
                                                      .after = {recipe, panel, Time{1}},
                                                      .unit = *panel.find_unit("KR"),
                                                      .node = hierarchy.root()}));
  CHECK(change.rank_before == 11);
  CHECK(change.rank_after == 12);
  CHECK(change.is_exact);
  const auto is_own = [](const ChangeFactor& factor) { return factor.kind == Kind::Own; };
  const auto is_of_others = [](const ChangeFactor& factor) {
    return factor.kind == Kind::Others || factor.kind == Kind::JoinedLeft;
  };
  CHECK(sum_of(change, &ChangeFactor::places, is_own).value == 1.5);
  CHECK(sum_of(change, &ChangeFactor::places, is_of_others).value == -2.5);
  CHECK(sum_of(change, &ChangeFactor::score, is_own).value == doctest::Approx(1.775 - 1.33).epsilon(1e-14));
  CHECK(sum_of(change, &ChangeFactor::score, is_of_others).value == 0);
  CHECK(change.factors.size() == 3);
  CHECK(codes(panel, change.ledger.passed_us) == "IN AU SA SG");
  CHECK(codes(panel, change.ledger.we_passed) == "SE AE AT");
}

/// Two pillars of three and two indicators, one of them divided, over three periods with gaps.
struct RandomIndex {
  Hierarchy hierarchy = hierarchy_of(
      {root(), pillar("p", "index", 2), pillar("q"), indicator("a", "p"), with_direction(indicator("b", "p", 3), -1),
       indicator("c", "p"), with_denominator(indicator("d", "q"), "people", 100), indicator("e", "q", 2)},
      {"people"});

  Panel figures(Random& random) const {
    Columns columns;
    for (const char* id : {"a", "b", "c", "d", "e", "people"}) {
      std::vector<double> values(std::size_t{3} * 9);
      for (double& value : values) {
        value = id != std::string("people") && random.below(9) == 0 ? kMissing : random.between(1, 100);
      }
      columns.emplace_back(id, values);
    }
    return panel_of(hierarchy, columns, 3);
  }
};

std::vector<Step> steps_of(int which) {
  std::vector<Step> steps{Denominate{}};
  if (which == 1) steps.emplace_back(Impute{.method = ImputeMedian{}, .over = Over::Panel});
  if (which == 2) steps.emplace_back(Treat{});
  steps.emplace_back(which == 3   ? Normalise{.method = ZScore{}}
                     : which == 4 ? Normalise{.method = PercentileRank{}}
                                  : Normalise{.method = MinMax{}, .over = which == 5 ? Over::Panel : Over::Period});
  steps.emplace_back(Aggregate{});
  return steps;
}

TEST_CASE("shares sum to the change of score and rank, and the ledger to that of rank, for random indices") {
  Random random(71);
  const RandomIndex index;
  std::size_t explained = 0;
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const Panel before = index.figures(random);
    const Panel after = index.figures(random);
    const CheckedRecipe old_recipe = checked(steps_of(round % 6), index.hierarchy);
    const CheckedRecipe new_recipe = checked(steps_of((round + round / 6) % 6), index.hierarchy);
    const Unit unit = static_cast<Unit>(random.below(9));
    const Time from = static_cast<Time>(random.below(3));
    const Time to = static_cast<Time>(random.below(3));
    const Ranking ranking_before = must(run(old_recipe, before));
    const Ranking ranking_after = must(run(new_recipe, after));
    const auto change = explain_change({.before = {old_recipe, before, from},
                                        .after = {new_recipe, after, to},
                                        .unit = unit,
                                        .node = index.hierarchy.root()});
    if (!change) continue;
    ++explained;
    CHECK(change->score_before == ranking_before.score(index.hierarchy.root(), from, unit));
    CHECK(change->score_after == ranking_after.score(index.hierarchy.root(), to, unit));
    const auto all = [](const ChangeFactor&) { return true; };
    const double score = sum_of(*change, &ChangeFactor::score, all).value;
    const double places = sum_of(*change, &ChangeFactor::places, all).value;
    const int gained = static_cast<int>(change->rank_before) - static_cast<int>(change->rank_after);
    CHECK(std::abs(score - (change->score_after - change->score_before)) < 1e-10);
    CHECK(std::abs(places - gained) < 1e-10);
    CHECK(static_cast<int>(change->ledger.we_passed.size()) - static_cast<int>(change->ledger.passed_us.size()) ==
          gained);
  }
  CHECK(explained >= 50);
}

TEST_CASE("what has not changed has no share: the same state twice has no factor but the others'") {
  Random random(72);
  const RandomIndex index;
  const Panel panel = index.figures(random);
  const CheckedRecipe recipe = checked(steps_of(0), index.hierarchy);
  const ExplainedChange change = must(explain_change({.before = {recipe, panel, Time{1}},
                                                      .after = {recipe, panel, Time{1}},
                                                      .unit = Unit{2},
                                                      .node = index.hierarchy.root()}));
  for (const ChangeFactor& factor : change.factors) {
    CHECK(factor.kind == Kind::Others);
    CHECK(factor.score.value == 0);
    CHECK(factor.places.value == 0);
  }
  CHECK(change.ledger.passed_us.empty());
  CHECK(change.ledger.we_passed.empty());
}

TEST_CASE("a revision alone, a recipe alone and own figures alone have the whole change") {
  const Hierarchy hierarchy =
      hierarchy_of({root(), with_goalposts(indicator("a"), 0, 10), with_goalposts(indicator("b"), 0, 10)});
  const auto recipe_with = [&](double weight) {
    Hierarchy weighted = hierarchy_of(
        {root(), with_goalposts(indicator("a", "index", weight), 0, 10), with_goalposts(indicator("b"), 0, 10)});
    return checked({Normalise{.method = Goalposts{}}, Aggregate{}}, weighted);
  };
  const CheckedRecipe recipe = recipe_with(1);
  const CheckedRecipe other_recipe = recipe_with(3);
  // Two years: in the first edition 2021 is 4 and 8, in the second 6 and 8; 2022 is 9 and 8.
  const Panel first = panel_of(hierarchy, {{"a", {4, 5, 9, 5}}, {"b", {8, 8, 8, 8}}}, 2);
  const Panel second = panel_of(hierarchy, {{"a", {6, 5, 9, 5}}, {"b", {8, 8, 8, 8}}}, 2);
  const auto explain = [&](IndexState before, IndexState after) {
    return must(explain_change({.before = before, .after = after, .unit = Unit{0}, .node = hierarchy.root()}));
  };
  const auto share = [](const ExplainedChange& change, Kind kind) {
    const auto found = std::ranges::find(change.factors, kind, &ChangeFactor::kind);
    REQUIRE(found != change.factors.end());
    return *found;
  };
  const ExplainedChange revision = explain({recipe, first, Time{0}}, {recipe, second, Time{0}});
  // A mean of 6 out of 10 becomes one of 7, and the second place the first.
  CHECK(share(revision, Kind::Revision).score.value == doctest::Approx(10).epsilon(1e-14));
  CHECK(share(revision, Kind::Revision).places.value == 1);
  const ExplainedChange weights = explain({recipe, first, Time{0}}, {other_recipe, first, Time{0}});
  CHECK(share(weights, Kind::Recipe).score.value == doctest::Approx(-10).epsilon(1e-14));
  const ExplainedChange own = explain({recipe, second, Time{0}}, {recipe, second, Time{1}});
  CHECK(share(own, Kind::Own).score.value == doctest::Approx(15).epsilon(1e-14));
  CHECK(own.factors.size() == 2);
  CHECK(share(own, Kind::Others).score.value == 0);
}

TEST_CASE("a frame that moves is told apart from figures that do not") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a")});
  const CheckedRecipe recipe = checked({Normalise{.method = MinMax{.range = {0, 100}}}, Aggregate{}}, hierarchy);
  // B stays at 20; the best rises from 40 to 60, so that 20 is worth 100/3 instead of 50.
  const Panel panel = panel_of(hierarchy, {{"a", {40, 20, 0, 60, 20, 0}}}, 2);
  const ExplainedChange change = must(explain_change({.before = {recipe, panel, Time{0}},
                                                      .after = {recipe, panel, Time{1}},
                                                      .unit = Unit{1},
                                                      .node = hierarchy.root()}));
  const auto frame = std::ranges::find(change.factors, Kind::Frame, &ChangeFactor::kind);
  REQUIRE(frame != change.factors.end());
  CHECK(frame->score.value == doctest::Approx(100.0 / 3 - 50).epsilon(1e-13));
  CHECK(frame->places.value == 0);
}

TEST_CASE("a unit without a rank, or a period that the newer figures do not have, is a problem") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a")});
  const CheckedRecipe recipe = checked({Aggregate{}}, hierarchy);
  const Panel panel = panel_of(hierarchy, {{"a", {4, kMissing, 9, 5}}}, 2);
  const ChangeQuestion unranked{
      .before = {recipe, panel, Time{0}}, .after = {recipe, panel, Time{1}}, .unit = Unit{1}, .node = hierarchy.root()};
  CHECK(
      problems_of(explain_change(unranked)) ==
      "error[too-few-figures]: node index, unit B, period 2021: found no rank; expected a unit that is ranked in both "
      "periods");
  const Panel later = Panel({"A", "B"}, {Period::year(2022), Period::year(2023)}, hierarchy.series_ids());
  const ChangeQuestion gone{
      .before = {recipe, panel, Time{0}}, .after = {recipe, later, Time{1}}, .unit = Unit{0}, .node = hierarchy.root()};
  CHECK_FALSE(explain_change(gone));
}

TEST_CASE("whoever shares our rank stands before us only where equals share the largest rank") {
  // We (last) stay at the second best score; the first falls to ours.
  const std::vector<Rank> before{1, 3, 2};
  const std::vector<Rank> smallest{1, 3, 1};
  const std::vector<Rank> largest{2, 3, 2};
  CHECK(overtake_ledger(before, smallest, Unit{2}, Ties::Smallest).we_passed ==
        std::vector<Overtaking>{{Unit{0}, 1, 1}});
  CHECK(overtake_ledger(before, largest, Unit{2}, Ties::Largest).we_passed.empty());
}

}  // namespace
}  // namespace podium
