#include <doctest/doctest.h>

#include "podium/publish/figures/indicator_figures.hpp"
#include "podium/publish/figures/indicator_groups.hpp"
#include "podium/publish/figures/period_account.hpp"
#include "podium/publish/figures/unit_figures.hpp"

#include "publish/example.hpp"

namespace podium {
namespace {

constexpr Unit kFra{0}, kKor{1}, kUsa{2};
constexpr Series kOutput{1}, kMoney{2}, kModels{3}, kErrors{4}, kInvestment{5};
constexpr Time k2023{0}, k2024{1};

struct Fixture {
  testing::Example example = testing::example_of_countries();
  const Index& index = example.index;
  const Computed& computed = example.computed;
  SiteFacts facts = site_facts(index, computed);
};

TEST_CASE("a cell is told from print to rank") {
  const Fixture f;
  const FigureCell reported = figure_cell(f.index, f.computed, f.facts, kModels, k2024, kUsa);
  REQUIRE(reported.printed != nullptr);
  CHECK(reported.printed->value->text == "12");
  CHECK(reported.score == 100);
  CHECK(reported.rank == 1);
  CHECK_FALSE(is_filled_in(reported));

  // The median of 3 and 12 lies in the middle between them.
  const FigureCell filled = figure_cell(f.index, f.computed, f.facts, kModels, k2024, kKor);
  CHECK(filled.printed == nullptr);
  CHECK(filled.score == 50);
  CHECK(is_filled_in(filled));

  // 1500 * 100 / 3000.
  const FigureCell divided = figure_cell(f.index, f.computed, f.facts, kInvestment, k2024, kFra);
  CHECK(divided.compared == 50);
  CHECK(is_divided(f.index, kInvestment));
  CHECK_FALSE(is_divided(f.index, kModels));
}

TEST_CASE("a unit stands beside the median and the leader of each component") {
  const Fixture f;
  const UnitFigures figures = unit_figures(f.index, f.computed.ranking, kUsa);
  REQUIRE(figures.over_time.size() == 2);
  CHECK(figures.over_time[1].ranked == 3);
  REQUIRE(figures.standings.size() == 3);
  const NodeStanding& output = figures.standings[1];
  CHECK(output.node == kOutput);
  // models 0, 50, 100 and errors 100, 75, 0 for FRA, KOR, USA.
  CHECK(output.score == 50);
  CHECK(output.rank == 2);
  CHECK(output.median == 50);
  CHECK(output.best == 62.5);
  CHECK(output.leader == kKor);
  CHECK(figures.standings[2].node == kMoney);
  // Three parts output, one part money (0, 100, nearly 0): Korea, then France and the United States.
  REQUIRE(figures.ahead.has_value());
  CHECK(figures.over_time[1].rank + (figures.behind ? 1 : 0) == 3);
  CHECK_FALSE(unit_figures(f.index, f.computed.ranking, kKor).ahead.has_value());
}

TEST_CASE("an indicator's coverage, editions and leaders") {
  const Fixture f;
  const IndicatorFigures figures = indicator_figures(f.index, f.computed, f.facts, kModels);
  REQUIRE(figures.coverage.size() == 2);
  CHECK(figures.coverage[0].reported == 3);
  CHECK(figures.coverage[0].filled == 0);
  CHECK(figures.coverage[1].reported == 2);
  CHECK(figures.coverage[1].filled == 1);
  CHECK(figures.coverage[0].edition == EditionAt{1});
  CHECK(figures.leaders == std::vector<Unit>{kUsa, kFra});
  CHECK(figures.editions == std::vector<EditionAt>{EditionAt{0}, EditionAt{1}});
  CHECK(figures.sources == std::vector<SourceAt>{SourceAt{0}});
  REQUIRE(figures.periods.size() == 2);
  CHECK(figures.periods[0].observations.size() == 2);
  CHECK(figures.periods[1].observations.size() == 6);
}

TEST_CASE("editions stand side by side where a period has several") {
  const Fixture f;
  const IndicatorFigures figures = indicator_figures(f.index, f.computed, f.facts, kModels);
  REQUIRE(figures.side_by_side.size() == 1);
  const SideBySide& table = figures.side_by_side.front();
  CHECK(to_text(table.period) == "2023");
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[1].unit == kKor);
  CHECK(table.rows[1].cells[0]->value->text == "4");
  CHECK(table.rows[1].cells[1]->value->text == "5");
  CHECK_FALSE(is_in_use(f.index, f.computed.selection, *table.rows[1].cells[0]));
  CHECK(is_in_use(f.index, f.computed.selection, *table.rows[1].cells[1]));
  CHECK(indicator_figures(f.index, f.computed, f.facts, kErrors).side_by_side.empty());
}

TEST_CASE("a period's account counts what was filled in") {
  const Fixture f;
  const PeriodAccount before = period_account(f.index, f.computed, f.facts, k2023);
  const PeriodAccount now = period_account(f.index, f.computed, f.facts, k2024);
  CHECK(before.filled == 0);
  CHECK(now.ranked == 3);
  CHECK(now.cells == 9);
  CHECK(now.filled == 1);
  CHECK(share_filled(now) == doctest::Approx(1.0 / 9));
  CHECK(now.left_out.empty());
}

TEST_CASE("indicators are grouped by the node above them") {
  const Fixture f;
  const std::vector<IndicatorGroup> groups = indicator_groups(f.index.hierarchy);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].node == kOutput);
  CHECK(groups[0].indicators == std::vector<Series>{kModels, kErrors});
  CHECK(groups[1].indicators == std::vector<Series>{kInvestment});
  CHECK(components_of(f.index.hierarchy) == std::vector<Series>{kOutput, kMoney});
}

}  // namespace
}  // namespace podium
