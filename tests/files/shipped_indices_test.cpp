// The indices that podium ships, read and computed as a user would, against what their publishers printed.
#include <cmath>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "podium/files/read_index.hpp"
#include "podium/model/compute.hpp"

#include "support/csv.hpp"
#include "support/shared.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

Index shipped(const std::string& id) { return must(read_index(source_directory() / "indices" / id)).index; }

Series series_named(const Index& index, std::string_view id) {
  const auto series = index.find_series(id);
  REQUIRE_MESSAGE(series.has_value(), std::string(id));
  return *series;
}

TEST_CASE("the AI vibrancy ranking of 2024 comes out as Stanford HAI published it") {
  REQUIRE_SHARED(shared);
  const Table expected = read_table(shared / "data" / "gvt-2025" / "expected_ranking.csv");
  const Index index = shipped("ai-vibrancy-2024");
  const Computed computed = must(compute(index, index.edition));
  REQUIRE(computed.ranking.panel().periods().size() == 1);
  REQUIRE(index.units.size() == 36);
  REQUIRE(expected.rows.size() == 36);

  const auto largest_difference = [&](std::string_view node, std::string_view column) {
    double largest = 0;
    std::size_t scored = 0;
    for (std::size_t row = 0; row < expected.rows.size(); ++row) {
      const Unit unit = *index.find_unit(expected.text(row, "Code"));
      const double score = computed.ranking.score(series_named(index, node), Time{0}, unit);
      if (is_missing(score)) continue;
      ++scored;
      largest = std::max(largest, std::abs(score - expected.number(row, column)));
    }
    MESSAGE(std::string(node) << ": " << scored << " scores, largest difference " << largest);
    return std::pair(scored, largest);
  };

  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const Unit unit = *index.find_unit(expected.text(row, "Code"));
    CHECK(computed.ranking.rank(index.hierarchy.root(), Time{0}, unit) ==
          static_cast<Rank>(expected.number(row, "rank")));
  }
  const auto [totals, total_difference] = largest_difference("index", "total_score");
  CHECK(totals == 36);
  CHECK(total_difference < 1e-9);
  const struct {
    std::string node;
    std::string column;
    std::size_t units;
  } pillars[] = {
      {"economy", "Economy pillar score (0-100)", 36},
      {"responsible_ai", "Responsible AI pillar score (0-100)", 36},
      {"policy_and_governance", "Policy and Governance pillar score (0-100)", 36},
      {"research_from_raw", "R&D pillar score (0-100)", 16},
  };
  for (const auto& pillar : pillars) {
    CAPTURE(pillar.node);
    const auto [units, difference] = largest_difference(pillar.node, pillar.column);
    CHECK(units == pillar.units);
    CHECK(difference < 1e-8);
  }
}

TEST_CASE("the research pillar from raw figures is there for exactly the countries whose figures are known") {
  REQUIRE_SHARED(shared);
  const Index index = shipped("ai-vibrancy-2024");
  const Computed computed = must(compute(index, index.edition));
  const Table raw = read_table(shared / "data" / "gvt-2025" / "raw_2024_partial.csv");
  std::set<std::string> known;
  for (std::size_t row = 0; row < raw.rows.size(); ++row) {
    if (raw.text(row, "pillar") == "R&D" && !raw.text(row, "raw_value").empty()) known.insert(raw.text(row, "Code"));
  }
  std::set<std::string> scored;
  for (const Unit unit : all_units(computed.ranking.panel())) {
    if (!is_missing(computed.ranking.score(series_named(index, "research_from_raw"), Time{0}, unit)))
      scored.insert(index.info(unit).code);
  }
  CHECK(scored.size() == 16);
  CHECK(scored == known);
}

TEST_CASE("the AI competitiveness index has the shape that it promises") {
  const Index index = shipped("ai-competitiveness");
  const Hierarchy& hierarchy = index.hierarchy;
  CHECK(index.units.size() >= 30);
  CHECK(index.periods.size() >= 4);
  CHECK(hierarchy.indicators().size() >= 9);
  const std::span<const Series> pillars = hierarchy.children(hierarchy.root());
  CHECK(pillars.size() == 3);
  for (const Series pillar : pillars) {
    CHECK(hierarchy.children(pillar).size() >= 3);
    for (const Series child : hierarchy.children(pillar)) CHECK(hierarchy.is_indicator(child));
  }
  int restated = 0;
  for (const Series indicator : hierarchy.indicators()) {
    std::set<EditionAt> editions;
    for (const Observation& observation : index.observations_of(indicator)) editions.insert(observation.edition);
    restated += editions.size() >= 2 ? 1 : 0;
  }
  CHECK(restated >= 3);
  for (const UnitInfo& unit : index.units) {
    CHECK_FALSE(unit.name.en.empty());
    CHECK_FALSE(unit.name.ko.empty());
  }
}

TEST_CASE("the index ranks every period, and some unit leads each") {
  const Index index = shipped("ai-competitiveness");
  const Computed computed = must(compute(index, index.edition));
  for (const Time time : all_periods(computed.ranking.panel())) {
    CHECK(computed.ranking.ranked(index.hierarchy.root(), time) >= 30);
    CHECK(computed.ranking.rank(index.hierarchy.root(), time,
                                computed.ranking.order(index.hierarchy.root(), time).front()) == 1);
  }
}

TEST_CASE("US notable models of 2024 were 40 in the edition of 2025 and are 57 in that of 2026") {
  const Index index = shipped("ai-competitiveness");
  std::map<std::string, std::string> printed;
  const Unit usa = *index.find_unit("USA");
  for (const Observation& observation :
       index.observations_of(series_named(index, "notable_ai_models"), usa, Period::year(2024))) {
    if (observation.value) printed[index.edition_of(observation).id] = observation.value->text;
  }
  CHECK(printed["ai-index-2025"] == "40");
  CHECK(printed["ai-index-2026"] == "57");
}

TEST_CASE("two editions differ only in the columns whose editions differ") {
  const Index index = shipped("ai-competitiveness");
  const EditionChoice older = NamedEdition{must(resolve_edition(index, "2025"))};
  const EditionChoice newer = NamedEdition{must(resolve_edition(index, "2026"))};
  const Computed a = must(compute(index, older));
  const Computed b = must(compute(index, newer));
  const Panel& panel = a.selection.panel();
  int differing = 0;
  for (const Time time : all_periods(panel)) {
    bool any_in_period = false;
    for (const Series series : all_series(panel)) {
      const bool same_edition = a.selection.edition(series, time) == b.selection.edition(series, time);
      differing += same_edition ? 0 : 1;
      any_in_period = any_in_period || !same_edition;
      if (!same_edition) continue;
      CAPTURE(panel.id(series));
      CHECK(shown(panel.values(series, time)) == shown(b.selection.panel().values(series, time)));
    }
    for (const Series indicator : index.hierarchy.indicators()) {
      const auto denominator = index.hierarchy.denominator_of(indicator);
      const auto same = [&](Series series) {
        return a.selection.edition(series, time) == b.selection.edition(series, time);
      };
      if (!same(indicator) || (denominator && !same(*denominator))) continue;
      const std::span<const Rank> ranks = a.ranking.ranks(indicator, time);
      const std::span<const Rank> others = b.ranking.ranks(indicator, time);
      CHECK(std::vector<Rank>(ranks.begin(), ranks.end()) == std::vector<Rank>(others.begin(), others.end()));
    }
    if (any_in_period) continue;
    const std::span<const Rank> ranks = a.ranking.ranks(index.hierarchy.root(), time);
    const std::span<const Rank> others = b.ranking.ranks(index.hierarchy.root(), time);
    CHECK(std::vector<Rank>(ranks.begin(), ranks.end()) == std::vector<Rank>(others.begin(), others.end()));
  }
  CHECK(differing > 0);
}

}  // namespace
}  // namespace podium
