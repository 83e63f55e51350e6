#include "podium/core/panel.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace podium {
namespace {

Panel small() { return {{"AAA", "BBB", "CCC"}, {Period::year(2023), Period::year(2024)}, {"x", "y"}}; }

TEST_CASE("a new panel is all gaps, without history and without excluded units") {
  const Panel panel = small();
  for (const Series series : all_series(panel)) {
    for (const Time time : all_periods(panel)) {
      for (const Unit unit : all_units(panel)) {
        CHECK(is_missing(panel.value(series, time, unit)));
        CHECK(panel.history(series, time)[at(unit)] == CellHistory());
        CHECK_FALSE(panel.is_excluded(time, unit));
      }
    }
  }
}

TEST_CASE("cells of different series, periods and units do not touch each other") {
  Panel panel = small();
  double figure = 0;
  for (const Series series : all_series(panel)) {
    for (const Time time : all_periods(panel)) {
      for (const Unit unit : all_units(panel)) panel.set(series, time, unit, ++figure);
    }
  }
  figure = 0;
  for (const Series series : all_series(panel)) {
    for (const Time time : all_periods(panel)) {
      for (const Unit unit : all_units(panel)) CHECK(panel.value(series, time, unit) == ++figure);
    }
  }
}

TEST_CASE("a series is one block, period after period") {
  Panel panel = small();
  panel.set(Series{1}, Time{1}, Unit{2}, 7);
  CHECK(panel.values(Series{1})[5] == 7);
  CHECK(panel.values(Series{1}, Time{1})[2] == 7);
  CHECK(panel.values(Series{1}).size() == 6);
  CHECK(panel.values(Series{1}, Time{1}).size() == 3);
}

TEST_CASE("units, periods and series are found by name") {
  const Panel panel = small();
  CHECK(panel.find_unit("BBB") == Unit{1});
  CHECK(panel.find_unit("bbb") == std::nullopt);
  CHECK(panel.find_period(Period::year(2024)) == Time{1});
  CHECK(panel.find_period(Period::year(2025)) == std::nullopt);
  CHECK(panel.find_series("y") == Series{1});
  CHECK(panel.find_series("") == std::nullopt);
}

TEST_CASE("excluding a unit empties its cells of that period alone, with their history") {
  Panel panel = small();
  for (const Series series : all_series(panel)) std::ranges::fill(panel.values(series), 1.0);
  panel.history(Series{0}, Time{1})[1].mark_imputed(2);
  panel.exclude(Time{1}, Unit{1});
  CHECK(panel.is_excluded(Time{1}, Unit{1}));
  CHECK_FALSE(panel.is_excluded(Time{0}, Unit{1}));
  CHECK(is_missing(panel.value(Series{0}, Time{1}, Unit{1})));
  CHECK(is_missing(panel.value(Series{1}, Time{1}, Unit{1})));
  CHECK(panel.value(Series{0}, Time{0}, Unit{1}) == 1);
  CHECK(panel.value(Series{0}, Time{1}, Unit{0}) == 1);
  CHECK(panel.history(Series{0}, Time{1})[1] == CellHistory());
}

TEST_CASE("a cell's history keeps every kind of change and the first step that touched it") {
  CellHistory history{};
  CHECK(history.step() == 0);
  history.mark_imputed(3);
  CHECK(history.is_imputed());
  CHECK_FALSE(history.is_treated());
  CHECK_FALSE(history.is_capped());
  history.mark_capped(5);
  CHECK(history.is_capped());
  CHECK(history.is_imputed());
  CHECK(history.step() == 3);
  history.mark_treated(6);
  CHECK(history.is_treated());
  CHECK(history.step() == 3);
}

TEST_CASE("a history holds the number of every step that a recipe may have") {
  for (std::size_t step = 1; step <= CellHistory::kMostSteps; ++step) {
    CellHistory history{};
    history.mark_capped(step);
    CHECK(history.step() == step);
    CHECK_FALSE(history.is_imputed());
    CHECK_FALSE(history.is_treated());
  }
}

}  // namespace
}  // namespace podium
