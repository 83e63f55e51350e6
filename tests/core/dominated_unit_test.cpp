#include <algorithm>
#include <numeric>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "support/every_method.hpp"

// What becomes of the others when a unit joins that one of them outdoes in everything, without being the worst of all.
namespace podium {
namespace {

using namespace testing;

/// The index with one unit more, Z: a gap wherever the dominating unit has one, and else between that unit and A, which
/// is the worst of all, so that the ends of the indicators' scales stay.
struct Joined {
  World before;
  World after;
  std::string above;  ///< the unit that outdoes Z
};

bool is_above_worst(const World& world, std::size_t unit) {
  return std::ranges::all_of(world.figures, [&](const auto& series) {
    for (std::size_t cell = unit; cell < series.second.size(); cell += world.units.size()) {
      if (series.second[cell] == series.second[cell - unit]) return false;
    }
    return true;
  });
}

Joined arbitrary_joined() {
  const World world = arbitrary_world();
  std::vector<std::size_t> candidates;
  for (const std::size_t unit : places(world.units.size())) {
    if (is_above_worst(world, unit)) candidates.push_back(unit);
  }
  const std::size_t above =
      candidates[static_cast<std::size_t>(arbitrary_between(0, static_cast<int>(candidates.size()) - 1))];
  Joined joined{world, world, world.units[above]};
  joined.after.units.emplace_back("Z");
  joined.after.regions.emplace_back();
  for (auto& [id, figures] : joined.after.figures) {
    figures.clear();
    const std::vector<double>& old = world.figures.at(id);
    for (std::size_t first = 0; first < old.size(); first += world.units.size()) {
      for (const std::size_t unit : places(world.units.size())) figures.push_back(old[first + unit]);
      figures.push_back(old[first] + arbitrary_between(1, 7) / 8.0 * (old[first + above] - old[first]));
    }
  }
  return joined;
}

Ranking ranking_of(const AggregateMethod& method, const World& world) {
  const CheckedRecipe recipe = must(recipe_in(world, trial_of(method).steps));
  return must(run(recipe, panel_of(world, recipe.hierarchy())));
}

/// A method that scores each unit by its own components alone.
template <class Method>
concept ScoresRows = requires(const Method& method, AggregateRow row) { method.combine(row); };

/// The scores of the others are theirs alone: the scales have kept their ends. And Z stands below the unit that outdoes
/// it because, between 80 and 120, a score never falls when components rise. For the means, the ordered average, the
/// median and the minimum that is so on any scale. Mazziotta-Pareto's slope in a component x of share w is
///   w (3 - 2 x / M + cv^2), and w (2 x / M - 1 - cv^2) with the other penalty:
/// above 0 if no score is more than half as much again as another, and then scores of scores stay within the range too.
template <ScoresRows Method>
void check_rows(const Method& method) {
  CHECK(rc::check(std::string(Method::doc.name) + ": a dominated unit joins", [&] {
    const Joined joined = arbitrary_joined();
    const Ranking before = ranking_of(method, joined.before);
    const Ranking after = ranking_of(method, joined.after);
    const Unit above = *after.panel().find_unit(joined.above);
    const Unit added = *after.panel().find_unit("Z");
    for (const Series node : all_series(before.panel())) {
      for (const Time time : all_periods(before.panel())) {
        std::vector<Unit> order = after.order(node, time);
        std::erase(order, added);
        RC_ASSERT(order == before.order(node, time));
        for (const Unit unit : order) RC_ASSERT(after.score(node, time, unit) == before.score(node, time, unit));
        RC_ASSERT(is_missing(after.score(node, time, added)) == is_missing(after.score(node, time, above)));
        RC_ASSERT(!(after.score(node, time, added) >= after.score(node, time, above)));
      }
    }
  }));
}

TEST_CASE("a dominated unit joins below the one that outdoes it and moves no other, where rows are scored one by one") {
  int methods = 0;
  Alternatives<AggregateMethod>::for_each([&]<class Method>() {
    if constexpr (ScoresRows<Method>) {
      Method method;
      prepare(method);
      check_rows(method);
      ++methods;
    }
  });
  check_rows(PowerMean{-3});
  check_rows(OrderedAverage{.order_weights = {}, .quantifier = 2});
  check_rows(MazziottaPareto{.penalty = ImbalancePenalty::Raises});
  CHECK(methods >= 8);
}

/// Duels compare all units with each other, so that much is not promised. What is: the unit above Z wins one duel more,
/// nobody gains more than that, and Z does no better than it in any duel with a third. Nodes further up compare the
/// scores of these, which have changed.
TEST_CASE("under duels, a dominated unit never costs the one that outdoes it a place") {
  CHECK(rc::check("copeland: a dominated unit joins", [] {
    const Joined joined = arbitrary_joined();
    const Ranking before = ranking_of(Copeland{}, joined.before);
    const Ranking after = ranking_of(Copeland{}, joined.after);
    const Unit above = *after.panel().find_unit(joined.above);
    const Unit added = *after.panel().find_unit("Z");
    for (const char* id : {"q", "r", "s"}) {
      const Series node = *before.panel().find_series(id);
      for (const Time time : all_periods(before.panel())) {
        if (is_missing(before.score(node, time, above))) continue;
        RC_ASSERT(after.score(node, time, above) == before.score(node, time, above) + 1);
        RC_ASSERT(after.score(node, time, added) <= after.score(node, time, above) - 2);
        RC_ASSERT(after.rank(node, time, above) <= before.rank(node, time, above));
        for (const Unit unit : all_units(before.panel())) {
          RC_ASSERT(!(after.score(node, time, unit) > before.score(node, time, unit) + 1));
        }
      }
    }
  }));
}

/// The index's scores of these units, each a list of components of equal weight.
std::vector<double> scores_of(const AggregateMethod& method, const std::vector<std::vector<double>>& units) {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b"), indicator("c")});
  Columns columns = {{"a", {}}, {"b", {}}, {"c", {}}};
  for (const std::vector<double>& unit : units) {
    for (std::size_t i = 0; i < unit.size(); ++i) columns[i].second.push_back(unit[i]);
  }
  const Panel after =
      must(apply(Aggregate{.method = {.otherwise = method}}, testing::panel_of(hierarchy, columns), {hierarchy, 1}));
  const std::span<const double> scores = after.values(hierarchy.root());
  return {scores.begin(), scores.end()};
}

TEST_CASE("under duels, a dominated unit may bring two others level") {
  const std::vector<std::vector<double>> three = {{6, 6, 6}, {8, 3, 3}, {5, 5, 1}};
  CHECK(shown(scores_of(Copeland{}, three)) == "2 0 -2");
  // The fourth, behind the first in everything, beats the second in b and c and loses to the third in a and b.
  CHECK(shown(scores_of(Copeland{}, {three[0], three[1], three[2], {4, 4, 4}})) == "3 -1 -1 -1");
}

TEST_CASE("where scores lie far apart, Mazziotta-Pareto may put a dominated unit above") {
  // (4, 1, 1): M = 2, S^2 = (4 + 1 + 1) / 3 = 2, so 2 - 2/2 = 1.
  // (3, 1, 1): M = 5/3, S^2 = (16 + 4 + 4) / 27 = 8/9, so 5/3 - 8/15 = 17/15; nine tenths of these: 1.02.
  const std::vector<double> scores = scores_of(MazziottaPareto{}, {{4, 1, 1}, {2.7, 0.9, 0.9}});
  CHECK(scores[0] == doctest::Approx(1));
  CHECK(scores[1] == doctest::Approx(1.02));
}

}  // namespace
}  // namespace podium
