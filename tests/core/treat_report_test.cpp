#include <doctest/doctest.h>

#include "podium/core/treat/report.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

std::vector<TreatReport> report_on(const Treat& step, const std::vector<double>& values, std::size_t periods = 1) {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  return must(treat_report(step, panel_of(hierarchy, {{"x", values}}, periods), {hierarchy, 1}));
}

const std::vector<double> kTwoHigh = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100};

TEST_CASE("a report has the shape before and after, the counts, and every changed cell") {
  const auto reports = report_on({}, kTwoHigh);
  REQUIRE(reports.size() == 1);
  const TreatReport& report = reports[0];
  CHECK(report.skewness == skewness_of(kTwoHigh));
  CHECK_FALSE(report.passes);
  REQUIRE(report.first.has_value());
  CHECK(report.first->method == "winsorise");
  CHECK(report.first->passes);
  CHECK(report.first->kurtosis == kurtosis_of(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 30}));
  CHECK(report.first->brought_down == 1);
  CHECK(report.first->brought_up == 0);
  CHECK_FALSE(report.second.has_value());
  CHECK(report.in_effect() == "winsorise");
  CHECK(report.cells == std::vector{TreatedCell{Unit{11}, Time{0}, 100, 30, CellTreatment::BroughtDown}});
}

TEST_CASE("what the second method replaced is still in the log") {
  const Treat step{.method = Winsorise{.max_points = 1}, .then = TreatMethod(BoxCox{0}), .skewness = 0, .kurtosis = -9};
  const TreatReport report = report_on(step, kTwoHigh)[0];
  REQUIRE(report.second.has_value());
  CHECK(report.in_effect() == "box-cox");
  CHECK(report.second->lambda == 0);
  CHECK(report.cells.size() == kTwoHigh.size());
  CHECK(report.cells.front().first == CellTreatment::None);
  CHECK(report.cells.front().second == CellTreatment::Transformed);
  CHECK(report.cells.back().first == CellTreatment::BroughtDown);
  CHECK(report.cells.back().second == CellTreatment::Transformed);
  CHECK(report.cells.back().after == doctest::Approx(4.605170185988092));  // ln 100
}

TEST_CASE("a second method that holds figures is counted on what it was given") {
  const Treat step{.method = LogTreatment{LogForm::PlusOne},
                   .then = TreatMethod(Fences{.k = 0}),
                   .skewness = 0,
                   .kurtosis = -9,
                   .combine = true};
  const TreatReport report = report_on(step, {0, 1, 2, 3, 100})[0];
  CHECK(report.second->brought_down == 1);
  CHECK(report.second->brought_up == 1);
  CHECK(report.cells[0].second == CellTreatment::BroughtUp);
  CHECK(report.cells[2].second == CellTreatment::None);
}

TEST_CASE("pools that are left alone are reported too") {
  const auto reports = report_on({}, {1, 2, 3, 4, 5, 5, 5, 5}, 2);
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].time == Time{0});
  CHECK(reports[0].passes);
  CHECK(reports[1].passes);
  CHECK(is_missing(reports[1].skewness));
  CHECK(reports[1].in_effect().empty());
  CHECK(reports[1].cells.empty());
  const auto over_panel = report_on({.over = Over::Panel}, {1, 2, 3, 4, 5, 5, 5, 5}, 2);
  REQUIRE(over_panel.size() == 1);
  CHECK_FALSE(over_panel[0].time.has_value());
}

TEST_CASE("a report tells what the step does, cell by cell") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  std::vector<double> values = kTwoHigh;
  values.insert(values.end(), {-500, 2, 3, kMissing, 5, 6, 7, 8, 9, 10, 11, 12});
  const Panel before = panel_of(hierarchy, {{"x", values}}, 2);
  const Treat step{.then = TreatMethod(LogTreatment{}), .kurtosis = 1};
  Panel replayed = before;
  for (const TreatReport& report : must(treat_report(step, before, {hierarchy, 1}))) {
    for (const TreatedCell& cell : report.cells) {
      CHECK(before.value(report.indicator, cell.time, cell.unit) == cell.before);
      replayed.set(report.indicator, cell.time, cell.unit, cell.after);
    }
  }
  CHECK(shown(replayed, hierarchy, "x") == shown(must(apply(step, before, {hierarchy, 1})), hierarchy, "x"));
}

TEST_CASE("a report has the step's problems") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, 2, 3}}});
  const Treat step{.method = Fences{}, .when = TreatWhen::Always};
  const std::string problems = problems_of(treat_report(step, panel, {hierarchy, 2}));
  CHECK(problems == problems_of(apply(step, panel, {hierarchy, 2})));
  CHECK_FALSE(problems.empty());
}

}  // namespace
}  // namespace podium
