#include <algorithm>
#include <limits>

#include "podium/core/treat/report.hpp"

#include "golden/pipeline.hpp"
#include "golden/treat_method.hpp"

namespace podium::golden {
namespace {

/// Both thresholds of a rule; those of the first method and those of the pass rule are to be the same here.
void read_rule(Treat& treat, const Json& step) {
  const Json first = step.value("first", Json::object());
  const Json stated = step.value("pass", Json::object());
  Arguments rule(stated, "treat pass");
  rule.expect("rule", {"skewkurt"});
  treat.skewness = rule.number("skew", first.contains("skew") ? number_of(first["skew"]) : treat.skewness);
  treat.kurtosis = rule.number("kurt", first.contains("kurt") ? number_of(first["kurt"]) : treat.kurtosis);
  rule.finish();
  for (const auto& [key, value] : {std::pair("skew", treat.skewness), std::pair("kurt", treat.kurtosis)}) {
    if (first.contains(key) && number_of(first[key]) != value) {
      throw NotApplicable("treat: the first method and the pass rule have different thresholds");
    }
  }
}

Treat treat_of(const Json& step) {
  Treat treat;
  read_rule(treat, step);
  const bool force = step.value("force", false);
  if (step.contains("first")) treat.method = treat_method_of(step["first"], force);
  if (step.contains("second") && !step["second"].is_null()) treat.then = treat_method_of(step["second"], false);
  treat.combine = step.value("combine", false) && treat.then;
  const std::string scope = step.value("scope", "each time point");
  if (scope != "each time point" && scope != "whole panel") throw NotApplicable("treat: scope " + scope);
  if (scope == "whole panel") treat.over = Over::Panel;
  return treat;
}

/// An exception states what differs from the step for one indicator.
Json with_exception(const Json& step, const Json& exception) {
  Json merged = step;
  merged.erase("exceptions");
  for (const auto& [key, value] : exception.items()) merged[key] = value;
  return merged;
}

std::string label(const TreatedCell& cell) {
  if (cell.first == CellTreatment::BroughtDown) return "winhi";
  if (cell.first == CellTreatment::BroughtUp) return "winlo";
  return "";
}

using Reports = std::vector<TreatReport>;

Reports reports_of(const Runnable& runnable, std::size_t position, const Panel& before) {
  Reports all;
  // The steps that treat: one for the rule and one for each exception.
  for (std::size_t i = position; i < runnable.recipe.steps().size(); ++i) {
    const auto* const step = std::get_if<Treat>(&runnable.recipe.steps()[i]);
    if (step == nullptr) continue;
    if (std::holds_alternative<NoTreatment>(step->method)) continue;
    for (TreatReport& report : must(treat_report(*step, before, runnable.recipe.context(i + 1)))) {
      all.push_back(std::move(report));
    }
  }
  return all;
}

void set_stage(FoundTable& result, const FoundTable::Key& key, char number, bool took_place, bool passes,
               double skewness, double kurtosis) {
  const std::string stage = std::string("check_SkewKurt") + number;
  result.set(key, stage + ".Pass", took_place ? (passes ? 1 : 0) : kMissing);
  result.set(key, stage + ".Skew", took_place ? skewness : kMissing);
  result.set(key, stage + ".Kurt", took_place ? kurtosis : kMissing);
}

FoundTable details(const Reports& reports, const Panel& panel) {
  FoundTable result({"iCode"});
  const StageReport none{};
  for (const TreatReport& report : reports) {
    const FoundTable::Key key{panel.id(report.indicator)};
    const StageReport& first = report.first ? *report.first : none;
    const StageReport& second = report.second ? *report.second : none;
    set_stage(result, key, '0', true, report.passes, report.skewness, report.kurtosis);
    set_stage(result, key, '1', report.first.has_value(), first.passes, first.skewness, first.kurtosis);
    set_stage(result, key, '2', report.second.has_value(), second.passes, second.skewness, second.kurtosis);
    const auto moved = static_cast<double>(first.brought_down + first.brought_up);
    result.set(key, "winsorise.nwin", report.first ? moved : kMissing);
  }
  return result;
}

/// The label of a transform stands at every cell of its column, gaps too.
FoundTable points(const Runnable& runnable, const Reports& reports, const Panel& panel, const Table& expected) {
  FoundTable result(expected.has("Time") ? std::vector<std::string>{"Time", "uCode"}
                                         : std::vector<std::string>{"uCode"});
  for (const TreatReport& report : reports) {
    const std::string& column = panel.id(report.indicator);
    const std::string second = report.second ? "+" + label_of(runnable.treat_labels, column) : std::string();
    for (const Time time : all_periods(panel)) {
      if (report.time && *report.time != time) continue;
      for (const Unit unit : all_units(panel)) {
        if (panel.is_excluded(time, unit)) continue;
        result.set_text(panel_key(panel, time, unit, expected.has("Time")), column, second);
      }
    }
    for (const TreatedCell& cell : report.cells) {
      result.set_text(panel_key(panel, cell.time, cell.unit, expected.has("Time")), column, label(cell) + second);
    }
  }
  return result;
}

}  // namespace

void add_treat(Pipeline& pipeline, Arguments& arguments) {
  const Json& step = arguments.stated();
  for (const char* const key : {"first", "second", "pass", "combine", "force", "scope", "exceptions"}) {
    arguments.pass_over(key);
  }
  Treat treat = treat_of(step);
  const auto note_label = [&](const std::string& node, const Json& rules) {
    if (rules.contains("second") && rules["second"].is_object()) {
      pipeline.treat_labels[node] = tool_label(rules["second"].value("method", ""));
    }
  };
  note_label("", step);
  std::vector<Treat> exceptions;
  const Json stated = step.value("exceptions", Json::object());
  for (const auto& [node, exception] : stated.items()) {
    treat.except.push_back(node);
    Treat own{.method = NoTreatment{}};
    if (exception.is_object()) {
      const Json merged = with_exception(step, exception);
      own = treat_of(merged);
      note_label(node, merged);
    } else if (exception != "none") {
      throw NotApplicable("treat: exception " + exception.dump());
    }
    own.only = {node};
    exceptions.push_back(std::move(own));
  }
  pipeline.steps.emplace_back(treat);
  for (Treat& own : exceptions) pipeline.steps.emplace_back(std::move(own));
}

void compare_treatment(const Runnable& runnable, std::size_t position, const Output& output, const Table& expected,
                       Report& report) {
  const Panel before = runnable.after(position);
  const Reports reports = reports_of(runnable, position, before);
  if (output.stem().ends_with("details")) {
    report.compare(expected, details(reports, before));
  } else {
    report.compare(expected, points(runnable, reports, before, expected));
  }
}

}  // namespace podium::golden
