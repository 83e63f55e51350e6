#include "podium/model/selection.hpp"

#include <map>
#include <set>

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/small_index.hpp"

namespace podium {
namespace {

using namespace testing;

const std::vector<EditionSpec> kEditions = {
    {"report-2024", "2024-04-15"}, {"report-2025", "2025-04-07"}, {"report-2026", "2026-04-13"}};

/// models of 2024: all four units in 2025, one in 2026, three in 2024 (of which the year was not over).
Index example() {
  std::vector<Figure> figures;
  add_row(figures, "models", 2023, "report-2024", {"1", "2", "3", "-"});
  add_row(figures, "models", 2023, "report-2025", {"11", "12", "13", "14"});
  add_row(figures, "models", 2024, "report-2025", {"21", "22", "23", "24"});
  add_row(figures, "models", 2024, "report-2026", {"31", "-", "-", "-"});
  add_row(figures, "deals", 2023, "report-2024", {"5", "6", "7", "8"});
  add_row(figures, "deals", 2024, "report-2026", {"35", "36", "-", ""});
  return small_index(kEditions, figures);
}

EditionChoice named(const Index& index, const char* id) { return NamedEdition{*index.find_edition(id)}; }
EditionChoice as_of(const char* day) { return AsOf{must(parse_date(day))}; }

std::string selected(const Index& index, const Selection& selection, std::string_view series) {
  return shown(selection.panel(), index.hierarchy, series);
}

TEST_CASE("which figures a choice of edition picks") {
  const Index index = example();
  const struct {
    std::string name;
    EditionChoice choice;
    std::string models;  ///< 2023 and 2024
    std::string deals;
    std::string notes;
  } cases[] = {
      {"the latest that covers at least half of what the best one covers", LatestEdition{}, "11 12 13 14 21 22 23 24",
       "5 6 7 8 35 36 - -", ""},
      {"as of a day: nothing that was released later", as_of("2025-04-06"), "1 2 3 - - - - -", "5 6 7 8 - - - -", ""},
      {"as of the day of a release: that release too", as_of("2025-04-07"), "11 12 13 14 21 22 23 24",
       "5 6 7 8 - - - -", ""},
      {"as of a day before all", as_of("2020-01-01"), "- - - - - - - -", "- - - - - - - -", ""},
      {"a named edition where it covers the column, the latest elsewhere", named(index, "report-2024"),
       "1 2 3 - 21 22 23 24", "5 6 7 8 35 36 - -", ""},
      {"a named edition that prints too few figures is left with a note", named(index, "report-2026"),
       "11 12 13 14 21 22 23 24", "5 6 7 8 35 36 - -",
       "warning[edition-fallback]: node models, period 2024: found edition 'report-2026' with 1 of 4 figures; edition "
       "'report-2025' is "
       "used instead"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Selection selection = select(index, c.choice);
    CHECK(selected(index, selection, "models") == c.models);
    CHECK(selected(index, selection, "deals") == c.deals);
    CHECK(text_of(selection.notes()) == c.notes);
  }
}

TEST_CASE("the share of coverage that is asked for is the index's own") {
  Index index = example();
  index.min_coverage = 0.25;
  CHECK(selected(index, select(index, LatestEdition{}), "models") == "11 12 13 14 31 - - -");
  index.min_coverage = 0;
  CHECK(selected(index, select(index, LatestEdition{}), "models") == "11 12 13 14 31 - - -");
  index.min_coverage = 1;
  CHECK(selected(index, select(index, named(index, "report-2024")), "models") == "11 12 13 14 21 22 23 24");
}

TEST_CASE("a share that is met exactly is met") {
  // 7 of 25 units is 0.28, and 0.28 * 25 rounds to more than 7: the same holds of 28 of 50, 14 of 50 and others.
  Index index = example();
  index.min_coverage = 0.28;
  index.units.clear();
  index.observations.clear();
  for (int i = 0; i < 25; ++i) {
    const Unit unit{static_cast<std::uint32_t>(i)};
    index.units.push_back({"U" + std::to_string(100 + i), {}, {}});
    for (const EditionAt edition : {EditionAt{0}, EditionAt{1}}) {
      if (edition == EditionAt{1} && i >= 7) continue;
      index.observations.push_back({.unit = unit,
                                    .series = *index.find_series("models"),
                                    .period = Period::year(2024),
                                    .edition = edition,
                                    .source = {},
                                    .status = Status::Normal,
                                    .value = parse_decimal("1"),
                                    .locator = "",
                                    .note = "",
                                    .place = {}});
    }
  }
  sort_observations(index.observations, index.editions);
  CHECK(select(index, LatestEdition{}).edition(*index.find_series("models"), Time{1}) == EditionAt{1});
}

TEST_CASE("a series bound to an edition uses that one only") {
  Index index = example();
  index.series[at(*index.find_series("models"))].edition = index.find_edition("report-2024");
  for (const EditionChoice& choice : {EditionChoice(LatestEdition{}), named(index, "report-2026")}) {
    const Selection selection = select(index, choice);
    CHECK(selected(index, selection, "models") == "1 2 3 - - - - -");
    CHECK(selection.notes().empty());
  }
  const Date released = index.editions[at(*index.find_edition("report-2024"))].released;
  CHECK(selected(index, select(index, AsOf{released}), "models") == "1 2 3 - - - - -");
  const Date before{static_cast<std::int16_t>(released.year - 1), released.month, released.day};
  CHECK(selected(index, select(index, AsOf{before}), "models") == "- - - - - - - -");
}

TEST_CASE("a figure that the author filled in is imputed by step 0, any other is not") {
  Index index = example();
  const Series models = *index.find_series("models");
  std::size_t filled = 0;
  for (Observation& observation : index.observations) {
    if (observation.series != models || observation.unit != Unit{1}) continue;
    observation.status = Status::Imputed;
    ++filled;
  }
  REQUIRE(filled > 0);
  const Selection selection = select(index, LatestEdition{});
  for (const Time time : all_periods(selection.panel())) {
    for (const Unit unit : all_units(selection.panel())) {
      const CellHistory history = selection.panel().history(models, time)[at(unit)];
      CHECK(history.is_imputed() == (unit == Unit{1} && selection.origin(models, time, unit).has_value()));
      CHECK(history.step() == 0);
    }
  }
}

TEST_CASE("editions released on one day are told apart by their ids") {
  std::vector<Figure> figures;
  add_row(figures, "models", 2024, "a", {"1", "1", "1", "1"});
  add_row(figures, "models", 2024, "b", {"2", "2", "2", "2"});
  const Index index = small_index({{"a", "2025-01-01"}, {"b", "2025-01-01"}}, figures);
  CHECK(selected(index, select(index, LatestEdition{}), "models") == "- - - - 2 2 2 2");
}

TEST_CASE("the origin of every cell is the observation whose figure it holds") {
  const Index index = example();
  const Selection selection = select(index, LatestEdition{});
  const Series models = *index.find_series("models");
  const auto origin = selection.origin(models, Time{1}, Unit{2});
  REQUIRE(origin.has_value());
  CHECK(index.observation(*origin).value->text == "23");
  CHECK(selection.edition(models, Time{1}) == index.find_edition("report-2025"));
  CHECK(selection.origin(*index.find_series("deals"), Time{1}, Unit{3}) == std::nullopt);  // status M
  CHECK(selection.edition(*index.find_series("people"), Time{0}) == std::nullopt);
}

TEST_CASE("an observation of a period that is not ranked is not selected") {
  std::vector<Figure> figures;
  add_row(figures, "models", 2019, "report-2024", {"1", "2", "3", "4"});
  const Index index = small_index(kEditions, figures);
  CHECK(selected(index, select(index, LatestEdition{}), "models") == "- - - - - - - -");
}

/// An index with figures, gaps and editions at random.
Index random_index(Random& random) {
  std::vector<EditionSpec> editions;
  for (std::size_t i = 0; i < 1 + random.below(4); ++i) {
    editions.push_back({"e" + std::to_string(i), "202" + std::to_string(random.below(4)) + "-06-01"});
  }
  std::vector<Figure> figures;
  for (const EditionSpec& edition : editions) {
    for (const char* series : {"models", "deals", "people"}) {
      for (int year = 2022; year <= 2024; ++year) {
        std::vector<std::string> values;
        for (int unit = 0; unit < 4; ++unit) {
          const std::size_t dice = random.below(4);
          values.push_back(dice == 0 ? "-" : dice == 1 ? "" : std::to_string(random.below(1000)));
        }
        if (random.below(3) > 0) add_row(figures, series, year, edition.id, values);
      }
    }
  }
  Index index = small_index(editions, figures);
  index.min_coverage = static_cast<double>(random.below(5)) / 4;
  if (random.below(3) == 0) index.series[3].edition = EditionAt{0};
  return index;
}

TEST_CASE("figures of two editions never stand in one column, and every figure is the one its edition printed") {
  Random random(12);
  for (int round = 0; round < 2000; ++round) {
    const Index index = random_index(random);
    const EditionAt any{static_cast<std::uint32_t>(random.below(index.editions.size()))};
    for (const EditionChoice& choice :
         {EditionChoice(LatestEdition{}), EditionChoice(NamedEdition{any}), as_of("2021-12-31")}) {
      const Selection selection = select(index, choice);
      const Panel& panel = selection.panel();
      for (const Series series : all_series(panel)) {
        for (const Time time : all_periods(panel)) {
          const auto edition = selection.edition(series, time);
          for (const Unit unit : all_units(panel)) {
            const auto origin = selection.origin(series, time, unit);
            REQUIRE(origin.has_value() == !is_missing(panel.value(series, time, unit)));
            if (!origin) continue;
            const Observation& observation = index.observation(*origin);
            REQUIRE(observation.edition == edition);
            REQUIRE(observation.series == series);
            REQUIRE(observation.unit == unit);
            REQUIRE(observation.period == panel.period(time));
            REQUIRE(observation.value->value == panel.value(series, time, unit));
            if (std::holds_alternative<AsOf>(choice)) {
              REQUIRE(index.edition_of(observation).released <= std::get<AsOf>(choice).date);
            }
          }
          // Every figure of the chosen edition is there.
          for (const Observation& observation : index.observations_of(series)) {
            if (observation.edition != edition || observation.period != panel.period(time) || !observation.value)
              continue;
            REQUIRE(selection.origin(series, time, observation.unit).has_value());
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace podium
