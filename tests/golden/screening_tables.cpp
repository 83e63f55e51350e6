#include "podium/core/screen_decision.hpp"

#include "golden/handlers.hpp"
#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

/// Counts and shares of each unit's figures, as columns of the table.
void set_counts(FoundTable& result, const FoundTable::Key& key, const FigureCount& figures) {
  const auto zeros = static_cast<double>(figures.available - figures.nonzero);
  const auto gaps = static_cast<double>(figures.possible - figures.available);
  result.set(key, "N_missing", gaps);
  result.set(key, "N_zero", zeros);
  result.set(key, "N_miss_or_zero", gaps + zeros);
  result.set(key, "Dat_Avail", figures.available_share());
  result.set(key, "Non_Zero", figures.nonzero_share());
}

/// The flags are set by both thresholds, whichever the rule goes by.
struct Thresholds {
  double available = 2.0 / 3;
  double nonzero = 2.0 / 3;
};

Thresholds thresholds_of(const Case& c) {
  for (const Json& stated : c.steps) {
    if (stated["op"] != "screen") continue;
    Arguments step(stated);
    const Thresholds usual;
    return {step.number("data_threshold", usual.available), step.number("nonzero_threshold", usual.nonzero)};
  }
  return {};
}

FoundTable units_table(const Table& expected) {
  return FoundTable(expected.has("Time") ? std::vector<std::string>{"Time", "uCode"}
                                         : std::vector<std::string>{"uCode"});
}

}  // namespace

void compare_screening(const Runnable& runnable, std::size_t position, const Output& output, const Case& c,
                       Report& report) {
  const Panel before = runnable.after(position);
  const auto& step = std::get<Screen>(runnable.recipe.steps()[position]);
  const auto decisions = screen_decisions(step, before, runnable.recipe.context(position + 1));
  if (output.is_json()) {
    std::set<std::string> removed;
    for (const ScreenDecision& decision : decisions) {
      if (!decision.kept) removed.insert(before.code(std::get<Unit>(decision.subject)));
    }
    const std::vector<std::string> expected = texts_of(c.json(output));
    report.compare_sets(output.file, removed, {expected.begin(), expected.end()});
    return;
  }
  Table expected = c.table(output);
  expected.name = output.file;
  const Thresholds limits = thresholds_of(c);
  FoundTable result = units_table(expected);
  for (const ScreenDecision& decision : decisions) {
    const Unit unit = std::get<Unit>(decision.subject);
    const auto key = panel_key(before, decision.time.value_or(Time{0}), unit, expected.has("Time"));
    set_counts(result, key, decision.figures);
    const bool has_low_data = decision.figures.available_share() < limits.available;
    const bool has_many_zeros = decision.figures.nonzero_share() < limits.nonzero;
    result.set(key, "LowData", has_low_data);
    result.set(key, "LowNonZero", has_many_zeros);
    result.set(key, "LowDatOrZeroFlag", has_low_data || has_many_zeros);
    result.set(key, "Included", decision.kept);
  }
  report.compare(expected, result);
}

void run_availability(const Case& c, Report& report) {
  Arguments(c.steps.back()).finish();
  const Inputs inputs = read_inputs(c);
  const TableIndex index = build_index(blueprint_of(inputs, inputs.first()), inputs, inputs.first());
  for (const Output& output : c.results()) {
    Table expected = c.table(output);
    expected.name = output.file;
    FoundTable result = units_table(expected);
    for (const Time time : all_periods(index.panel)) {
      for (const Unit unit : all_units(index.panel)) {
        const auto key = panel_key(index.panel, time, unit, expected.has("Time"));
        set_counts(result, key, count_figures(index.panel, index.hierarchy.indicators(), time, unit));
        for (const Series node : index.hierarchy.aggregates()) {
          const auto below = index.hierarchy.indicators_below(node);
          result.set(key, index.panel.id(node), count_figures(index.panel, below, time, unit).available_share());
        }
      }
    }
    report.compare(expected, result);
  }
}

}  // namespace podium::golden
