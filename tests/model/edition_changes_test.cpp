#include "podium/model/edition_changes.hpp"

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/small_index.hpp"

namespace podium {
namespace {

using namespace testing;

const std::vector<EditionSpec> kEditions = {{"r-2025", "2025-04-01"}, {"r-2026", "2026-04-01"}};

EditionAt edition(const Index& index, const char* id) { return *index.find_edition(id); }

/// "AUT models 2023 10 > 12", one line a cell; "-" for a figure that is not there.
std::string shown(const Index& index, const EditionChanges& changes) {
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  const auto print = [](const Observation* figure) { return figure == nullptr ? "-" : figure->value->text; };
  std::string text;
  for (const CellChange& cell : changes.cells) {
    text += index.info(cell.unit).code + " " + ids[at(cell.series)] + " " + to_text(cell.period) + " " +
            print(cell.first) + " > " + print(cell.second) + "\n";
  }
  return text;
}

Index example() {
  std::vector<Figure> figures;
  add_row(figures, "models", 2023, "r-2025", {"10", "20", "30", "-"});
  add_row(figures, "models", 2023, "r-2026", {"10.0", "25", "-", "40"});
  add_row(figures, "models", 2024, "r-2025", {"", "-", "-", "-"});
  add_row(figures, "models", 2024, "r-2026", {"1", "2", "-", "-"});
  add_row(figures, "deals", 2023, "r-2025", {"5", "6", "-", "-"});
  add_row(figures, "people", 2023, "r-2026", {"7", "-", "-", "-"});
  return small_index(kEditions, figures);
}

TEST_CASE("a restatement in the unit of the figure, relative to it, and in units of its last printed digit") {
  const struct {
    const char* name;
    const char* before;
    const char* after;
    double absolute;
    double relative;
    double steps;
    bool is_within_rounding;
  } cases[] = {
      {"counts", "40", "57", 17, 0.425, 17, false},
      {"below zero, relative to the size", "-0.36", "-0.15", 0.21, 0.21 / 0.36, 21, false},
      {"more digits of the same figure", "1.33", "1.327", -0.003, -0.003 / 1.33, -0.3, true},
      {"the same with the coarser print later", "1.327", "1.33", 0.003, 0.003 / 1.327, 0.3, true},
      {"more than rounding can do", "1.33", "1.324", -0.006, -0.006 / 1.33, -0.6, false},
      {"intervals that only touch", "0.2", "0.3", 0.1, 0.5, 1, false},
      {"the same number in other digits", "1.30", "1.3", 0, 0, 0, true},
      {"from zero there is no relative change", "0", "2", 2, kMissing, 2, false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Restatement found = restatement_of(*parse_decimal(c.before), *parse_decimal(c.after));
    CHECK(found.absolute == doctest::Approx(c.absolute));
    CHECK(is_missing(found.relative) == is_missing(c.relative));
    if (!is_missing(c.relative)) CHECK(found.relative == doctest::Approx(c.relative));
    CHECK(found.steps == doctest::Approx(c.steps));
    CHECK(found.is_within_rounding == c.is_within_rounding);
  }
}

TEST_CASE("cells are compared in the series that both editions print; a series of one of them is one entry") {
  const Index index = example();
  const EditionChanges changes = compare_editions(index, edition(index, "r-2025"), edition(index, "r-2026"));
  CHECK(shown(index, changes) ==
        "AUT models 2023 10 > 10.0\n"
        "AUT models 2024 - > 1\n"
        "BEL models 2023 20 > 25\n"
        "BEL models 2024 - > 2\n"
        "CHE models 2023 30 > -\n"
        "DNK models 2023 - > 40\n");
  CHECK(changes.count(SeriesChanges::PrintedBy::Both) == 1);
  REQUIRE(changes.series.size() == 3);
  for (const SeriesChanges& series : changes.series) {
    if (series.series == *index.find_series("deals")) {
      CHECK(series.printed_by == SeriesChanges::PrintedBy::First);
      CHECK(series.first_figures == 2);
    } else if (series.series == *index.find_series("people")) {
      CHECK(series.printed_by == SeriesChanges::PrintedBy::Second);
      CHECK(series.second_figures == 1);
    } else {
      CHECK(series.first_figures == 3);
      CHECK(series.second_figures == 5);
      CHECK(series.counts.added == 3);
      CHECK(series.counts.dropped == 1);
      CHECK(series.counts.kept == 1);
      CHECK(series.counts.restated == 1);
      CHECK(series.counts.median_relative == doctest::Approx(0.25));
      CHECK(series.counts.largest == std::size_t{2});
    }
  }
  CHECK(newest_common_period(index, changes) == Time{0});
}

TEST_CASE("a comparison can be of one unit, one series, one period") {
  const Index index = example();
  const EditionAt first = edition(index, "r-2025");
  const EditionAt second = edition(index, "r-2026");
  const CellFilter unit{.unit = index.find_unit("AUT")};
  CHECK(shown(index, compare_editions(index, first, second, unit)) ==
        "AUT models 2023 10 > 10.0\nAUT models 2024 - > 1\n");
  const CellFilter period{.period = Period::year(2024)};
  CHECK(shown(index, compare_editions(index, first, second, period)) ==
        "AUT models 2024 - > 1\nBEL models 2024 - > 2\n");
  // Both editions print models, though not of 2024: its figures are added cells, not a series of one edition.
  CHECK(compare_editions(index, first, second, period).series.front().printed_by == SeriesChanges::PrintedBy::Both);
  const CellFilter series{.series = index.find_series("deals")};
  CHECK(shown(index, compare_editions(index, first, second, series)).empty());
  CHECK(compare_editions(index, first, second, series).series.size() == 1);
}

TEST_CASE("the largest change is the first of equal ones, the median is of their sizes") {
  std::vector<Figure> figures;
  add_row(figures, "models", 2023, "r-2025", {"10", "10", "10", "0"});
  add_row(figures, "models", 2023, "r-2026", {"9", "15", "5", "3"});
  const Index index = small_index(kEditions, figures);
  const EditionChanges changes = compare_editions(index, edition(index, "r-2025"), edition(index, "r-2026"));
  const ChangeCounts total = changes.total();
  CHECK(total.restated == 4);
  CHECK(total.median_relative == doctest::Approx(0.5));
  CHECK(total.largest == std::size_t{1});
  REQUIRE(changes.units.size() == 4);
  CHECK(is_missing(changes.units[3].counts.median_relative));
  CHECK_FALSE(changes.units[3].counts.largest.has_value());
}

Index random_index(std::uint64_t seed) {
  Random random(seed);
  std::vector<Figure> figures;
  for (const char* const series : {"deals", "models", "people"}) {
    for (const char* const id : {"r-2024", "r-2025", "r-2026"}) {
      if (random.below(4) == 0) continue;
      for (const int year : {2022, 2023, 2024}) {
        for (const char* const unit : {"AUT", "BEL", "CHE", "DNK"}) {
          if (random.below(3) == 0) continue;
          const std::string value = random.below(8) == 0 ? "" : std::to_string(random.below(4)) + ".5";
          figures.push_back({unit, series, year, id, value});
        }
      }
    }
  }
  return small_index({{"r-2024", "2024-04-01"}, {"r-2025", "2025-04-01"}, {"r-2026", "2026-04-01"}}, figures);
}

/// The figure of a cell in an edition, looked for from one end of the list to the other.
const Observation* figure_of(const Index& index, EditionAt edition, Series series, Unit unit, Period period) {
  for (const Observation& each : index.observations) {
    if (each.edition == edition && each.series == series && each.unit == unit && each.period == period && each.value) {
      return &each;
    }
  }
  return nullptr;
}

bool prints(const Index& index, EditionAt edition, Series series) {
  return std::ranges::any_of(index.observations, [&](const Observation& each) {
    return each.edition == edition && each.series == series && each.value;
  });
}

TEST_CASE("a comparison agrees with looking every cell up") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const Index index = random_index(seed);
    const EditionAt first = edition(index, "r-2024");
    const EditionAt second = edition(index, "r-2026");
    const EditionChanges changes = compare_editions(index, first, second);
    std::size_t position = 0;
    for (const Series series : Positions<Series>(index.series.size())) {
      if (!prints(index, first, series) || !prints(index, second, series)) continue;
      for (const Unit unit : Positions<Unit>(index.units.size())) {
        for (const int year : {2022, 2023, 2024}) {
          const Observation* const before = figure_of(index, first, series, unit, Period::year(year));
          const Observation* const after = figure_of(index, second, series, unit, Period::year(year));
          if (before == nullptr && after == nullptr) continue;
          REQUIRE(position < changes.cells.size());
          const CellChange& cell = changes.cells[position++];
          CHECK(cell.first == before);
          CHECK(cell.second == after);
          CHECK((cell.series == series && cell.unit == unit && cell.period == Period::year(year)));
        }
      }
    }
    CHECK(position == changes.cells.size());
  }
}

TEST_CASE("counts add up, over series and over units") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const Index index = random_index(seed);
    const EditionChanges changes = compare_editions(index, edition(index, "r-2025"), edition(index, "r-2026"));
    const ChangeCounts total = changes.total();
    CHECK(total.added + total.dropped + total.restated + total.kept == changes.cells.size());
    CHECK(total.within_rounding <= total.restated);
    ChangeCounts of_series;
    for (const SeriesChanges& series : changes.series) {
      of_series.added += series.counts.added;
      of_series.restated += series.counts.restated;
      if (series.printed_by != SeriesChanges::PrintedBy::Both) continue;
      CHECK(series.first_figures == series.counts.dropped + series.counts.restated + series.counts.kept);
      CHECK(series.second_figures == series.counts.added + series.counts.restated + series.counts.kept);
    }
    ChangeCounts of_units;
    for (const UnitChanges& unit : changes.units) {
      of_units.added += unit.counts.added;
      of_units.restated += unit.counts.restated;
    }
    CHECK(of_series.added == total.added);
    CHECK(of_units.added == total.added);
    CHECK(of_series.restated == total.restated);
    CHECK(of_units.restated == total.restated);
  }
}

TEST_CASE("an edition compared with itself has no changes; the other way round, added and dropped change places") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const Index index = random_index(seed);
    const EditionAt first = edition(index, "r-2025");
    const EditionAt second = edition(index, "r-2026");
    const ChangeCounts same = compare_editions(index, first, first).total();
    CHECK(same.added + same.dropped + same.restated == 0);

    const EditionChanges forth = compare_editions(index, first, second);
    const EditionChanges back = compare_editions(index, second, first);
    REQUIRE(forth.cells.size() == back.cells.size());
    for (std::size_t i = 0; i < forth.cells.size(); ++i) {
      CHECK(forth.cells[i].first == back.cells[i].second);
      CHECK(forth.cells[i].second == back.cells[i].first);
      if (forth.cells[i].kind() != CellChange::Kind::Restated) continue;
      CHECK(forth.cells[i].restatement().absolute == -back.cells[i].restatement().absolute);
      CHECK(forth.cells[i].restatement().steps == -back.cells[i].restatement().steps);
    }
    CHECK(forth.total().added == back.total().dropped);
    CHECK(forth.total().within_rounding == back.total().within_rounding);
  }
}

}  // namespace
}  // namespace podium
