#include <doctest/doctest.h>

#include "podium/core/impute/impute.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

const double kGap = kMissing;

/// The course of one unit's figures, beside a unit that has none.
std::string filled(const ImputeMethod& method, const std::vector<double>& course, std::vector<Period> periods = {}) {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  if (periods.empty()) {
    for (std::size_t i = 0; i < course.size(); ++i) periods.push_back(Period::year(2021 + static_cast<int>(i)));
  }
  Panel panel({"A", "B"}, periods, hierarchy.series_ids());
  const Series x = series_of(hierarchy, "x");
  for (const Time time : all_periods(panel)) panel.set(x, time, Unit{1}, course[at(time)]);
  const Panel after = must(apply(Impute{.method = method}, panel, {hierarchy, 1}));
  std::vector<double> values;
  for (const Time time : all_periods(after)) {
    CHECK(is_missing(after.value(x, time, Unit{0})));
    values.push_back(after.value(x, time, Unit{1}));
  }
  return shown(values);
}

TEST_CASE("a unit's gaps are filled from its own years") {
  const struct {
    std::string name;
    ImputeMethod method;
    std::vector<double> course;
    std::string expected;
  } cases[] = {
      {"the last observation is carried forward, never backward",
       ImputeLastObservation{},
       {kGap, 2, kGap, kGap, 5, kGap},
       "- 2 2 2 5 5"},
      {"not beyond its greatest age, counted from the figure",
       ImputeLastObservation{1},
       {1, kGap, kGap, kGap, 5, kGap},
       "1 1 - - 5 5"},
      {"an age of two", ImputeLastObservation{2}, {1, kGap, kGap, kGap, 5, kGap}, "1 1 1 - 5 5"},
      {"a step holds until the next figure, and the first backwards",
       ImputeStepwise{},
       {kGap, kGap, 3, kGap, 7, kGap},
       "3 3 3 3 7 7"},
      {"a line between the figures, flat ends", ImputeLinear{}, {kGap, 2, kGap, kGap, 8, kGap}, "2 2 4 6 8 8"},
      {"a line through several stretches", ImputeLinear{}, {0, kGap, 4, 5, kGap, kGap, kGap, 1}, "0 2 4 5 4 3 2 1"},
      {"a line through zero", ImputeLinear{}, {-4, kGap, 4}, "-4 0 4"},
      {"ends that stay open", ImputeLinear{Ends::Gap}, {kGap, 2, kGap, 8, kGap}, "- 2 5 8 -"},
      {"one figure alone with flat ends", ImputeLinear{}, {kGap, 3, kGap}, "3 3 3"},
      {"one figure alone with open ends", ImputeLinear{Ends::Gap}, {kGap, 3, kGap}, "- 3 -"},
      {"between equal figures exactly that figure", ImputeLinear{}, {0.1, kGap, kGap, 0.1}, "0.1 0.1 0.1 0.1"},
      {"without gaps nothing changes", ImputeLinear{}, {1, 5, 2}, "1 5 2"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(filled(c.method, c.course) == c.expected);
  }
}

TEST_CASE("a line knows how far years are apart, an age counts the panel's periods") {
  const std::vector<Period> years = {Period::year(2010), Period::year(2018), Period::year(2020)};
  CHECK(filled(ImputeLinear{}, {0, kGap, 10}, years) == "0 8 10");
  CHECK(filled(ImputeLastObservation{1}, {4, kGap, kGap}, years) == "4 4 -");
}

TEST_CASE("quarters and months are as far apart as their middles") {
  const auto periods = [](std::initializer_list<const char*> texts) {
    std::vector<Period> list;
    for (const char* text : texts) list.push_back(must(parse_period(text)));
    return list;
  };
  CHECK(filled(ImputeLinear{}, {0, kGap, 5}, periods({"2020-Q4", "2021-Q1", "2022-Q1"})) == "0 1 5");
  CHECK(filled(ImputeLinear{}, {0, kGap, 4}, periods({"2020-12", "2021-01", "2021-04"})) == "0 1 4");
  // A year and its quarters have no order in time: their places count.
  CHECK(filled(ImputeLinear{}, {0, kGap, 4}, periods({"2021", "2021-Q1", "2021-Q4"})) == "0 2 4");
}

TEST_CASE("the period of a carried figure") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  Panel panel = panel_of(hierarchy, {{"x", {kGap, 2, kGap, kGap, kGap}}}, 5);
  const Series x = series_of(hierarchy, "x");
  const auto source = [&](const ImputeLastObservation& method, std::size_t place) {
    const auto time = carried_from(method, panel, x, static_cast<Time>(place), Unit{0});
    return time ? to_text(panel.period(*time)) : "none";
  };
  CHECK(source({}, 0) == "none");
  CHECK(source({}, 1) == "2022");
  CHECK(source({}, 4) == "2022");
  CHECK(source({2}, 3) == "2022");
  CHECK(source({2}, 4) == "none");
  panel.exclude(Time{2}, Unit{0});
  CHECK(source({}, 2) == "none");
  CHECK(source({}, 3) == "2022");
}

TEST_CASE("an age of nothing is refused") {
  CHECK(ImputeLastObservation{0}.check()->found == "max_age 0");
  CHECK_FALSE(ImputeLastObservation{1}.check().has_value());
  CHECK_FALSE(ImputeLastObservation{}.check().has_value());
}

}  // namespace
}  // namespace podium
