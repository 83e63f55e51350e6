#include "podium/model/compute.hpp"

#include <doctest/doctest.h>

#include "support/small_index.hpp"

namespace podium {
namespace {

using namespace testing;

/// models 2024: 10 20 30 40 in edition 2025, 40 20 30 10 in edition 2026. deals: constant over editions, one gap.
Index example(std::vector<Step> steps = {}) {
  std::vector<Figure> figures;
  for (const int year : {2023, 2024}) {
    add_row(figures, "models", year, "r-2025", {"10", "20", "30", "40"});
    add_row(figures, "models", year, "r-2026", {"40", "20", "30", "10"});
    add_row(figures, "deals", year, "r-2025", {"1", "2", "-", "5"});
    add_row(figures, "people", year, "r-2025", {"1", "1", "1", "1"});
  }
  return small_index({{"r-2025", "2025-04-01"}, {"r-2026", "2026-04-01"}}, figures, std::move(steps));
}

std::string ranks(const Index& index, const EditionChoice& choice) {
  const Computed computed = must(compute(index, choice));
  std::string text;
  for (const Rank rank : computed.ranking.ranks(index.hierarchy.root(), Time{1})) text += std::to_string(rank) + " ";
  return text;
}

TEST_CASE("an index is computed for a choice of edition") {
  // Latest: models 100 33 67 0, deals 0 25 25 100; weights 3 and 1 give 75 31 56 25. Edition 2025: 0 31 56 100.
  const Index index = example();
  CHECK(ranks(index, LatestEdition{}) == "1 3 2 4 ");
  CHECK(ranks(index, NamedEdition{*index.find_edition("r-2025")}) == "4 3 2 1 ");
}

TEST_CASE("what stops a recipe is reported with step, node and period") {
  const Index index = example({Normalise{.method = MinMax{}, .over = Over::Period, .only = {"deals"}},
                               Aggregate{.method = {.otherwise = Geometric{}}}});
  const auto computed = compute(index, LatestEdition{});
  REQUIRE_FALSE(computed.has_value());
  CHECK(to_text(computed.diagnostics().front()) ==
        "error[non-positive-under-geometric-mean]: step 2, node deals, unit AUT, period 2023: found score 0 under a "
        "geometric mean; "
        "expected scores above 0, such as normalise with range = [1, 100]");
}

TEST_CASE("the panel after each step") {
  const Index index = example();
  const std::string expected[] = {"1 2 - 5", "1 2 2 5", "0 25 25 100", "0 25 25 100"};
  for (std::size_t count = 0; count <= 3; ++count) {
    const Panel panel = must(compute_until(index, LatestEdition{}, count));
    CHECK(shown(panel.values(*index.find_series("deals"), Time{1})) == expected[count]);
  }
}

TEST_CASE("the history of a cell as text") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")}, {"gdp"});
  Panel panel = panel_of(hierarchy, {{"x", {1, 2, 3, 4, 5, 6, 7, kMissing, 9}},
                                     {"index", std::vector<double>(9, 1)},
                                     {"gdp", std::vector<double>(9, 1)}});
  const Series x{1};
  const std::span<CellHistory> history = panel.history(x);
  history[1].mark_imputed(2);
  history[2].mark_capped(3);
  history[3].mark_treated(2);
  history[4].mark_imputed(2);
  history[4].mark_capped(4);
  history[5].mark_treated(3);
  history[5].mark_capped(4);
  history[6].mark_imputed(31);
  history[6].mark_treated(31);
  history[6].mark_capped(31);
  history[0].mark_imputed(0);
  history[0].mark_capped(3);
  panel.exclude(Time{0}, Unit{8});
  const std::string expected[] = {"imputed:0+capped",          "imputed:2",        "reported+capped:3",
                                  "reported+treated:2",        "imputed:2+capped", "reported+treated:3+capped",
                                  "imputed:31+treated+capped", "missing",          "excluded"};
  for (const Unit unit : all_units(panel))
    CHECK(history_text(panel, hierarchy, x, Time{0}, unit) == expected[at(unit)]);
  CHECK(history_text(panel, hierarchy, Series{0}, Time{0}, Unit{0}) == "computed");
  CHECK(history_text(panel, hierarchy, Series{0}, Time{0}, Unit{8}) == "excluded");
  CHECK(history_text(panel, hierarchy, Series{2}, Time{0}, Unit{0}) == "reported");
}

}  // namespace
}  // namespace podium
