#include <algorithm>

#include "podium/core/statistics/trend.hpp"

#include "golden/handlers.hpp"
#include "golden/index.hpp"

namespace podium::golden {
namespace {

/// The latest `count` points of a unit's series, oldest first; all points if `count` is 0. A point without a figure
/// counts as a point.
struct Course {
  std::vector<double> times;
  std::vector<double> values;

  double available_share() const {
    const auto gaps = static_cast<double>(std::ranges::count_if(values, is_missing));
    return values.empty() ? kMissing : 1 - gaps / static_cast<double>(values.size());
  }
  Course latest(std::size_t count) const {
    const auto skip = static_cast<std::ptrdiff_t>(count == 0 || count > times.size() ? 0 : times.size() - count);
    return {{times.begin() + skip, times.end()}, {values.begin() + skip, values.end()}};
  }
  double first_time() const {
    for (std::size_t i = 0; i < times.size(); ++i) {
      if (!is_missing(values[i])) return times[i];
    }
    return kMissing;
  }
  double latest_time() const {
    for (std::size_t i = times.size(); i-- > 0;) {
      if (!is_missing(values[i])) return times[i];
    }
    return kMissing;
  }
};

Course course_of(const Panel& panel, Series series, Unit unit) {
  Course course;
  for (const Time time : all_periods(panel)) {
    if (panel.is_excluded(time, unit)) continue;
    course.times.push_back(panel.period(time).year());
    course.values.push_back(panel.value(series, time, unit));
  }
  return course;
}

struct Tables {
  FoundTable trends{{"uCode", "iCode"}};
  FoundTable times{{"uCode", "iCode"}};
  FoundTable values{{"uCode", "iCode"}};
};

}  // namespace

void run_trend(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const std::string method = step.text("method");
  const auto latest = step.count("use_latest", 0);
  const double span = step.number("per", 1);
  const Inputs inputs = read_inputs(c);
  Blueprint blueprint = blueprint_of(inputs, inputs.first());
  std::vector<std::string> indicators;
  if (step.has("indicators")) {
    indicators = texts_of(step.value("indicators"));
  } else {
    for (const NodeSpec* const node : blueprint.indicators()) indicators.push_back(node->id);
  }
  step.finish();
  if (method != "cagr" && method != "prc_change") throw NotApplicable("trend: method " + method);

  const TableIndex index = build_index(blueprint, inputs, inputs.first());
  Tables found;
  for (const std::string& id : indicators) {
    for (const Unit unit : all_units(index.panel)) {
      const FoundTable::Key key{index.panel.code(unit), id};
      const Course whole = course_of(index.panel, index.series(id), unit);
      const Course course = whole.latest(latest);
      const bool is_growth = method == "cagr";
      found.trends.set(
          key, is_growth ? "CAGR" : "prc_change",
          is_growth ? compound_growth(course.times, course.values) : percent_change(course.times, course.values, span));
      found.trends.set(key, "Avail", whole.available_share());
      found.trends.set(key, "t_first", whole.first_time());
      found.trends.set(key, "t_latest", whole.latest_time());
      found.trends.set(key, "Avail_use_latest", course.available_share());
      found.trends.set(key, "t_first_use_latest", course.first_time());
      for (std::size_t i = 0; i < course.times.size(); ++i) {
        found.times.set(key, "x" + std::to_string(i + 1), course.times[i]);
        found.values.set(key, "y" + std::to_string(i + 1), course.values[i]);
      }
    }
  }
  for (const Output& output : c.results()) {
    const std::string stem = output.stem();
    report.compare(output, stem == "x" ? found.times : stem == "y" ? found.values : found.trends);
  }
}

}  // namespace podium::golden
