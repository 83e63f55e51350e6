#include "golden/pipeline.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "golden/handlers.hpp"

namespace podium::golden {
namespace {

const std::map<std::string, void (*)(Pipeline&, Arguments&)>& recipe_steps() {
  static const std::map<std::string, void (*)(Pipeline&, Arguments&)> steps = {
      {"denominate", add_denominate},     {"screen", add_screen}, {"impute", add_impute},
      {"impute_panel", add_impute_panel}, {"treat", add_treat},   {"normalise", add_normalise},
      {"aggregate", add_aggregate},
  };
  return steps;
}

/// The operation after which an output stands, by the name of the file or what it says of itself; empty if neither is
/// known.
std::string stage_of(const Output& output) {
  static const std::pair<std::string_view, std::string_view> kStages[] = {
      {"denominated", "denominate"}, {"imputed", "impute"},       {"screened", "screen"},
      {"treated", "treat"},          {"normalised", "normalise"}, {"aggregated", "aggregate"}};
  for (const auto& [word, op] : kStages) {
    if (output.stem() == word) return std::string(op);
  }
  std::string what = output.what;
  std::ranges::transform(what, what.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const auto& [word, op] : kStages) {
    if (what.find(word) != std::string::npos) return std::string(op);
  }
  return what.starts_with("result") ? "last" : "";
}

/// The number of engine steps up to and with the last stage of that name; nothing if there is none.
std::optional<std::size_t> steps_until(const Runnable& runnable, const std::string& op) {
  if (op == "last") return runnable.stages.empty() ? 0 : runnable.stages.back().second;
  for (auto stage = runnable.stages.rbegin(); stage != runnable.stages.rend(); ++stage) {
    if (stage->first == op || stage->first == op + "_panel") return stage->second;
  }
  return std::nullopt;
}

/// The number (from 0) of the recipe's first step of that type.
template <class Wanted>
std::optional<std::size_t> position_of(const CheckedRecipe& recipe) {
  for (std::size_t i = 0; i < recipe.steps().size(); ++i) {
    if (std::holds_alternative<Wanted>(recipe.steps()[i])) return i;
  }
  return std::nullopt;
}

/// Each row of the table is an indicator and all nodes above it. The names of the columns are free.
void compare_lineage(const Hierarchy& hierarchy, const Output& output, const Table& expected, Report& report) {
  std::set<std::set<std::string>> chains;
  for (const Series indicator : hierarchy.indicators()) {
    std::set<std::string> chain;
    for (std::optional<Series> node = indicator; node; node = hierarchy.parent(*node)) {
      chain.insert(hierarchy.node(*node).id);
    }
    chains.insert(chain);
  }
  for (const auto& row : expected.rows) {
    std::set<std::string> chain(row.begin(), row.end());
    chain.erase("NA");
    report.require(chains.erase(chain) == 1, output.file + ": no such line of nodes as that of " + row.front());
  }
  report.require(chains.empty(), output.file + ": " + std::to_string(chains.size()) + " indicators are not expected");
}

/// The period that each cell's figure comes from after the recipe's imputation.
FoundTable source_times(const Runnable& runnable, const Impute& step, const Panel& before, const Table& expected) {
  const auto* const method = std::get_if<ImputeLastObservation>(&step.method);
  if (method == nullptr) throw NotApplicable("source times of another imputation than the latest");
  FoundTable result = panel_table(runnable.index, before, expected);
  for (const Series series : runnable.index.hierarchy.indicators()) {
    for (const Time time : all_periods(before)) {
      for (const Unit unit : all_units(before)) {
        if (before.is_excluded(time, unit)) continue;
        const auto source = carried_from(*method, before, series, time, unit);
        result.set(panel_key(before, time, unit, expected.has("Time")), before.id(series),
                   source ? before.period(*source).year() : kMissing);
      }
    }
  }
  return result;
}

/// The tool's own scores, whose ranks it states.
std::optional<Table> scores_of(const Case& c) {
  for (const Output& output : c.results()) {
    if (!output.is_json() && stage_of(output) == "aggregate") return c.table(output);
  }
  return std::nullopt;
}

/// Whether a column of the tool's last table holds no number at all: infinite, not a number, or missing throughout.
bool has_no_number(const Case& c, const std::string& column) {
  bool is_found = false;
  for (const Output& output : c.results()) {
    if (stage_of(output) != "normalise") continue;
    const Table expected = c.table(output);
    if (!expected.has(column)) return false;
    is_found = true;
    for (std::size_t row = 0; row < expected.rows.size(); ++row) {
      if (std::isfinite(expected.number(row, column))) return false;
    }
  }
  return is_found;
}

/// Where normalising fails for indicators for which the tool has no number either, those are set aside: podium refuses
/// them rightly, and the others are compared.
Runnable without_refused(const Pipeline& pipeline, Runnable run, Report& report) {
  try {
    run.after_all();
    return run;
  } catch (const Refused& refusal) {
    Pipeline rest = pipeline;
    std::string names;
    const bool is_last = !pipeline.steps.empty() && std::holds_alternative<Normalise>(pipeline.steps.back());
    for (const Diagnostic& problem : refusal.problems) {
      NodeSpec* const node = rest.blueprint.find(problem.subject.node);
      if (!is_last || node == nullptr || !has_no_number(pipeline.c, node->id)) throw;
      if (!run.refused.insert(node->id).second) continue;
      std::get<Normalise>(rest.steps.back()).except.push_back(node->id);
      node->direction = 1;
      names += (names.empty() ? "" : ", ") + node->id;
    }
    if (names.empty()) throw;
    Runnable reduced = runnable(rest);
    reduced.refused = run.refused;
    report.note("refused where the tool has no number: " + names);
    return reduced;
  }
}

bool compare_stage(const Runnable& runnable, const Output& output, Report& report, const Case& c) {
  const std::string stem = output.stem();
  const auto treat = position_of<Treat>(runnable.recipe);
  const auto screen = position_of<Screen>(runnable.recipe);
  if (treat && (stem.ends_with("details") || stem.ends_with("points"))) {
    Table expected = c.table(output);
    expected.name = output.file;
    compare_treatment(runnable, *treat, output, expected, report);
    return true;
  }
  if (screen && (stem.ends_with("summary") || stem == "removed")) {
    compare_screening(runnable, *screen, output, c, report);
    return true;
  }
  if (output.is_json()) return false;
  Table expected = c.table(output);
  expected.name = output.file;
  if (stem == "ranks") {
    const std::optional<Table> stated = scores_of(c);
    const Table* const scores = stated ? &*stated : nullptr;
    report.compare(expected, rank_table(runnable.index, runnable.after_all(), expected, Ties::Smallest, scores));
  } else if (stem == "lineage") {
    compare_lineage(runnable.index.hierarchy, output, expected, report);
  } else if (stem == "source_time") {
    const auto impute = position_of<Impute>(runnable.recipe);
    if (!impute) return false;
    const auto& step = std::get<Impute>(runnable.recipe.steps()[*impute]);
    report.compare(expected, source_times(runnable, step, runnable.after(*impute), expected));
  } else {
    const auto count = steps_until(runnable, stage_of(output));
    if (!count) return false;
    FoundTable found = panel_table(runnable.index, runnable.after(*count), expected);
    found.leave_out({runnable.refused.begin(), runnable.refused.end()}, {});
    report.compare(expected, found);
  }
  return true;
}

}  // namespace

bool is_recipe_step(const std::string& op) { return recipe_steps().contains(op); }

Json expanded_steps(const Case& c, const Json& steps) {
  Json expanded = Json::array();
  for (const Json& step : steps) {
    if (step["op"] != "pipeline") {
      expanded.push_back(step);
      continue;
    }
    Arguments arguments(step);
    const Case other = read_case(c.root, arguments.text("ref"));
    arguments.finish();
    for (const Json& borrowed : other.steps) expanded.push_back(borrowed);
  }
  return expanded;
}

Pipeline pipeline_of(const Case& c, const Json& steps) {
  Inputs inputs = read_inputs(c);
  Blueprint blueprint = blueprint_of(inputs, inputs.first());
  Pipeline pipeline{.c = c, .inputs = std::move(inputs), .blueprint = std::move(blueprint)};
  for (const Json& step : steps) {
    const std::string op = step["op"].get<std::string>();
    if (op == "metadata") continue;
    const auto found = recipe_steps().find(op);
    if (found == recipe_steps().end()) throw NotApplicable("no operation '" + op + "'");
    Arguments arguments(step);
    found->second(pipeline, arguments);
    arguments.finish();
    pipeline.stages.emplace_back(op, pipeline.steps.size());
  }
  return pipeline;
}

Runnable runnable(const Pipeline& pipeline) {
  Pipeline whole = pipeline;
  const auto has = [&]<class Wanted>(const Wanted*) {
    return std::ranges::any_of(whole.steps, [](const Step& s) { return std::holds_alternative<Wanted>(s); });
  };
  // Figures that no step normalises are scores already: their directions are spent.
  const bool is_aggregated = has(static_cast<const Aggregate*>(nullptr));
  if (!has(static_cast<const Normalise*>(nullptr))) {
    for (NodeSpec* const node : whole.blueprint.indicators()) {
      if (is_aggregated) node->direction = 1;
    }
    if (!is_aggregated) whole.steps.emplace_back(Normalise{});
  }
  if (!is_aggregated) whole.steps.emplace_back(Aggregate{});
  TableIndex index = build_index(whole.blueprint, whole.inputs, whole.inputs.first());
  Result<CheckedRecipe> checked = check(Recipe{whole.steps}, index.hierarchy, index.setting());
  if (!checked && checked.diagnostics().front().code == Code::StepOrder) {
    throw NotApplicable("podium's steps stand in another order: " + to_text(checked.diagnostics().front()));
  }
  CheckedRecipe recipe = must(std::move(checked));
  return {.index = std::move(index),
          .recipe = std::move(recipe),
          .stages = whole.stages,
          .treat_labels = whole.treat_labels,
          .refused = {}};
}

void set_ranks(FoundTable& result, const RankedColumn& c) {
  constexpr double kLastBits = 1e-13;
  double largest = 0;
  for (const double score : c.scores) largest = std::max(largest, is_missing(score) ? 0 : std::abs(score));
  const double near = kLastBits * largest;
  for (std::size_t i = 0; i < c.keys.size(); ++i) {
    if (c.ranks[i] == 0) {
      result.set(c.keys[i], c.column, kMissing);
      continue;
    }
    double least = 1;
    double most = 1;
    for (std::size_t j = 0; j < c.scores.size(); ++j) {
      if (j == i || c.ranks[j] == 0) continue;
      const bool is_tie_here = c.scores[j] == c.scores[i];
      const bool is_tie_there = c.stated.empty() || c.stated[j] == c.stated[i];
      if (c.scores[j] > c.scores[i] + near) ++least;
      if (c.scores[j] > c.scores[i] - near && !(is_tie_here && is_tie_there)) ++most;
    }
    result.set_rank(c.keys[i], c.column, c.ranks[i], least, std::max(least, most));
  }
}

FoundTable rank_table(const TableIndex& index, const Panel& panel, const Table& expected, Ties ties,
                      const Table* stated) {
  FoundTable result = panel_table(index, panel, expected);
  std::map<FoundTable::Key, std::size_t> rows;
  for (std::size_t row = 0; stated != nullptr && row < stated->rows.size(); ++row) {
    FoundTable::Key key;
    for (const std::string& column : result.key_columns()) key.push_back(stated->text(row, column));
    rows.emplace(std::move(key), row);
  }
  for (const Series series : all_series(panel)) {
    for (const Time time : all_periods(panel)) {
      std::vector<FoundTable::Key> keys;
      std::vector<double> scores;
      std::vector<double> theirs;
      for (const Unit unit : all_units(panel)) {
        if (panel.is_excluded(time, unit)) continue;
        keys.push_back(panel_key(panel, time, unit, expected.has("Time")));
        scores.push_back(panel.value(series, time, unit));
        const auto row = rows.find(keys.back());
        const bool is_stated = row != rows.end() && stated->has(panel.id(series));
        if (is_stated) theirs.push_back(stated->number(row->second, panel.id(series)));
      }
      if (theirs.size() != scores.size()) theirs.clear();
      set_ranks(result, {.keys = keys,
                         .column = panel.id(series),
                         .scores = scores,
                         .ranks = competition_ranks(scores, ties),
                         .stated = theirs});
    }
  }
  return result;
}

void run_pipeline(const Case& c, Report& report) {
  const Pipeline pipeline = pipeline_of(c, expanded_steps(c, c.steps));
  const Runnable run = without_refused(pipeline, runnable(pipeline), report);
  for (const Output& output : c.results()) {
    if (!compare_stage(run, output, report, c)) report.no_rule(output);
  }
}

}  // namespace podium::golden
