#include <algorithm>
#include <cmath>

#include "podium/core/number_text.hpp"
#include "podium/core/statistics.hpp"
#include "podium/stress/stress_run.hpp"

#include "golden/handlers.hpp"
#include "golden/varied_worlds.hpp"

/// Distributions over random draws. The tools' random numbers differ, so distributions are compared, at the tolerances
/// that a case states, with at least as many draws as the case has.
namespace podium::golden {
namespace {

constexpr std::size_t kDraws = 20'000;

/// How large the differences of a kind of figure are, for the report.
class Differences {
 public:
  void add(const std::string& kind, double difference) {
    double& largest = largest_[kind];
    largest = std::max(largest, std::abs(difference));
  }
  std::string text() const {
    std::string text;
    for (const auto& [kind, largest] : largest_)
      text += (text.empty() ? "" : ", ") + kind + " " + shortest(rounded(largest));
    return "largest differences: " + text;
  }

 private:
  static double rounded(double value) { return std::round(value * 1e4) / 1e4; }

  std::map<std::string, double> largest_;
};

/// A column of a summary, its figure by unit, and the kind of tolerance that holds for it.
struct SummaryColumn {
  std::string name;
  std::string tolerance;
};

/// Tells the report how far a column's figures are from those expected; the comparison itself is the report's.
void note_differences(const Table& expected, const FoundTable& found, const std::vector<SummaryColumn>& columns,
                      Differences& differences) {
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    FoundTable::Key key;
    for (const std::string& column : found.key_columns()) key.push_back(expected.text(row, column));
    const auto cells = found.rows().find(key);
    for (const SummaryColumn& column : columns) {
      if (cells == found.rows().end() || !expected.has(column.name)) continue;
      differences.add(column.tolerance, cells->second.at(column.name).number - expected.number(row, column.name));
    }
  }
}

void compare_summary(const Case& c, const Output& output, FoundTable found, const std::vector<SummaryColumn>& columns,
                     Differences& differences, Report& report) {
  Table expected = c.table(output);
  expected.name = output.file;
  for (const SummaryColumn& column : columns) found.allow(column.name, c.allowed(column.tolerance));
  note_differences(expected, found, columns, differences);
  report.compare(expected, found);
}

/// A unit's ranks in all worlds that gave it one, in ascending order.
std::vector<double> sorted_ranks(const StressTally& tally, std::size_t unit) {
  std::vector<double> ranks;
  const auto counts = tally.ranks(unit);
  for (std::size_t rank = 1; rank < counts.size(); ++rank) ranks.insert(ranks.end(), counts[rank], double(rank));
  return ranks;
}

struct Distribution {
  std::vector<FoundTable::Key> units;
  StressTally tally;
  std::vector<std::vector<double>> scores;  ///< of each unit in the same worlds, in ascending order
};

FoundTable rank_summary(const Distribution& found) {
  FoundTable result({"uCode"});
  for (std::size_t unit = 0; unit < found.units.size(); ++unit) {
    const std::vector<double> ranks = sorted_ranks(found.tally, unit);
    if (ranks.empty()) continue;
    result.set(found.units[unit], "mean", mean_of(ranks));
    for (const auto& [column, share] :
         {std::pair("q5", 0.05), {"q25", 0.25}, {"median", 0.5}, {"q75", 0.75}, {"q95", 0.95}}) {
      result.set(found.units[unit], column, quantile_of_sorted(ranks, share));
    }
  }
  result.leave_out({"n", "sd", "min", "max"}, "no tolerance is stated for sd, min and max of ranks");
  return result;
}

/// The same figures for each of the tool's seeds.
FoundTable per_seed(const FoundTable& summary, const VariedPipeline& varied, const Table& expected) {
  FoundTable result({"seed", "uCode"});
  std::set<std::string> seeds;
  for (std::size_t row = 0; row < expected.rows.size(); ++row) seeds.insert(expected.text(row, "seed"));
  for (const std::string& seed : seeds) {
    for (const Unit unit : all_units(varied.nominal.index.panel)) {
      const std::string code = varied.nominal.index.panel.code(unit);
      const auto found = summary.rows().find({code});
      if (found == summary.rows().end()) continue;
      result.set({seed, code}, "Nominal", static_cast<double>(varied.ranks[at(unit)]));
      for (const auto& [column, own] :
           {std::pair("Mean", "mean"), {"Median", "median"}, {"Q5", "q5"}, {"Q95", "q95"}}) {
        result.set({seed, code}, column, found->second.at(own).number);
      }
    }
  }
  return result;
}

FoundTable nominal_table(const VariedPipeline& varied, const std::vector<FoundTable::Key>& units) {
  FoundTable result({"uCode"});
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    if (varied.ranks[unit] > 0) result.set(units[unit], "Score", varied.scores[unit]);
  }
  set_ranks(result, {.keys = units, .column = "Rank", .scores = varied.scores, .ranks = varied.ranks});
  return result;
}

/// Cases state no tolerance for scores. Their own sampling error is the measure: means within five standard errors of
/// the difference; below the tool's quantile q lies the share q of our scores, within five standard errors of a share.
constexpr double kStandardErrors = 5;

void compare_scores(const Distribution& found, const Table& expected, double replications, Differences& differences,
                    Report& report) {
  std::set<std::string> seen;
  const double once = 1 / replications + 1 / static_cast<double>(found.tally.worlds());
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const std::string& code = expected.text(row, "uCode");
    const auto place = std::ranges::find(found.units, FoundTable::Key{code});
    report.require(place != found.units.end() && seen.insert(code).second,
                   expected.name + ": " + code + " is expected once and a unit of the index");
    if (place == found.units.end()) continue;
    const auto unit = static_cast<std::size_t>(place - found.units.begin());
    const std::vector<double>& scores = found.scores[unit];
    const double mean = mean_of(scores);
    const double error = std::abs(mean - expected.number(row, "mean")) / (expected.number(row, "sd") * std::sqrt(once));
    report.require(error <= kStandardErrors, expected.name + ": " + code + " mean is " + shortest(mean) +
                                                 ", expected " + expected.text(row, "mean") + " (" + shortest(error) +
                                                 " standard errors)");
    differences.add("standard errors of a mean score", error);
    for (const auto& [column, share] : {std::pair("q5", 0.05), {"q95", 0.95}}) {
      const auto end = std::ranges::upper_bound(scores, expected.number(row, column));
      const double own = static_cast<double>(end - scores.begin()) / static_cast<double>(scores.size());
      const double off = std::abs(own - share) / std::sqrt(share * (1 - share) * once);
      report.require(off <= kStandardErrors, expected.name + ": " + code + ": below " + column + " lies the share " +
                                                 shortest(own) + " (" + shortest(off) + " standard errors)");
      differences.add("of a quantile's share", off);
    }
  }
  report.note("scores within " + shortest(kStandardErrors) + " standard errors");
}

/// The tally counts scores in bins, too wide for alternatives on different scales: scores come from the worlds by
/// themselves, whose ranks have to be those of the tally.
Distribution run_all_draws(const VariedPipeline& varied, Report& report) {
  StressRun run = must(StressRun::start(varied.worlds, 1));
  while (!run.is_done()) run.advance();
  Distribution found{.units = {}, .tally = run.tally(), .scores = {}};
  for (const Unit unit : all_units(varied.nominal.index.panel)) {
    found.units.push_back({varied.nominal.index.panel.code(unit)});
  }
  found.scores.resize(found.units.size());
  std::vector<std::vector<std::uint64_t>> counts(found.units.size(),
                                                 std::vector<std::uint64_t>(found.units.size() + 1));
  for (std::uint64_t draw = 0; draw < run.draws(); ++draw) {
    const Result<WorldResult> world = run.prepared().run(point_of_draw(varied.worlds.plan().seed, draw));
    if (!world) continue;
    for (std::size_t unit = 0; unit < found.units.size(); ++unit) {
      ++counts[unit][world->ranks[unit]];
      if (!is_missing(world->scores[unit])) found.scores[unit].push_back(world->scores[unit]);
    }
  }
  bool are_same = true;
  for (std::size_t unit = 0; unit < found.units.size(); ++unit) {
    are_same = are_same && std::ranges::equal(counts[unit], found.tally.ranks(unit));
    std::ranges::sort(found.scores[unit]);
  }
  report.require(are_same, "worlds by themselves give other ranks than the tally");
  report.require(found.tally.failed() == 0, std::to_string(found.tally.failed()) + " worlds have no ranks");
  return found;
}

/// Two units that exist for the sake of the recipe: weights do not depend on figures.
Table placeholder_figures(Blueprint& blueprint) {
  Table table{.name = "placeholder", .columns = {"uCode"}, .rows = {{"1"}, {"2"}}};
  for (const NodeSpec* const node : blueprint.indicators()) {
    table.columns.push_back(node->id);
    table.rows[0].emplace_back("1");
    table.rows[1].emplace_back("2");
  }
  return table;
}

/// Each node's weight in every draw, in ascending order.
std::vector<std::vector<double>> drawn_weights(const Worlds& worlds) {
  const std::uint64_t draws = worlds.plan().draws;
  const Panel prepared = must(worlds.prepare(point_of_draw(worlds.plan().seed, 0)));
  std::vector<double> weights(worlds.hierarchy().size());
  std::vector<std::vector<double>> drawn(weights.size());
  for (std::uint64_t draw = 0; draw < draws; ++draw) {
    worlds.weigh(point_of_draw(worlds.plan().seed, draw), prepared, weights);
    for (std::size_t node = 0; node < weights.size(); ++node) drawn[node].push_back(weights[node]);
  }
  for (std::vector<double>& each : drawn) std::ranges::sort(each);
  return drawn;
}

FoundTable weight_summary(const Hierarchy& hierarchy, const std::vector<std::vector<double>>& drawn) {
  FoundTable result({"iCode"});
  for (const Series node : Positions<Series>(hierarchy.size())) {
    const FoundTable::Key key{hierarchy.node(node).id};
    const std::vector<double>& weights = drawn[at(node)];
    result.set(key, "Level", static_cast<double>(hierarchy.level(node)));
    result.set(key, "nominal", hierarchy.node(node).weight);
    result.set(key, "mean", mean_of(weights));
    result.set(key, "q5", quantile_of_sorted(weights, 0.05));
    result.set(key, "q95", quantile_of_sorted(weights, 0.95));
  }
  result.leave_out({"min", "max", "sd"}, "no tolerance is stated for min, max and sd");
  return result;
}

}  // namespace

void run_uncertainty(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const std::size_t replications = step.count("replications");
  const std::string target = step.text("target");
  const VariedPipeline varied = varied_pipeline(c, step.value("inputs"), target, std::max(kDraws, replications));
  step.finish();
  const Distribution found = run_all_draws(varied, report);
  const FoundTable summary = rank_summary(found);
  Differences differences;
  for (const Output& output : c.results()) {
    const std::string stem = output.stem();
    if (stem == "rank_summary") {
      const std::vector<SummaryColumn> columns = {{"mean", "rank_mean_abs"},    {"median", "rank_median_abs"},
                                                  {"q5", "rank_quantile_abs"},  {"q25", "rank_quantile_abs"},
                                                  {"q75", "rank_quantile_abs"}, {"q95", "rank_quantile_abs"}};
      compare_summary(c, output, summary, columns, differences, report);
    } else if (stem == "per_seed") {
      const std::vector<SummaryColumn> columns = {{"Mean", "rank_mean_abs"},
                                                  {"Median", "rank_median_abs"},
                                                  {"Q5", "rank_quantile_abs"},
                                                  {"Q95", "rank_quantile_abs"}};
      compare_summary(c, output, per_seed(summary, varied, c.table(output)), columns, differences, report);
    } else if (stem == "score_summary") {
      Table expected = c.table(output);
      expected.name = output.file;
      compare_scores(found, expected, static_cast<double>(replications), differences, report);
    } else if (stem == "nominal") {
      report.compare(output, nominal_table(varied, found.units));
    } else {
      report.no_rule(output);
    }
  }
  report.note(differences.text());
}

void run_noisy_weights(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const std::vector<double> levels = numbers_of(step.value("level"));
  const std::vector<double> spreads = numbers_of(step.value("factor"));
  const std::size_t draws = step.count("draws");
  step.finish();
  if (levels.size() != spreads.size()) throw Malformed("noisy_weights: as many levels as factors are expected");
  const Inputs inputs = read_inputs(c);
  if (!inputs.metadata) throw Malformed("noisy_weights: no metadata table");
  Blueprint blueprint = blueprint_of(inputs, *inputs.metadata);
  const TableIndex index = build_index(blueprint, inputs, placeholder_figures(blueprint));
  const CheckedRecipe recipe = must(check({{Normalise{}, Aggregate{}}}, index.hierarchy, index.setting()));
  StressPlan plan{.draws = std::max(kDraws, draws)};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    plan.factors.push_back(
        weight_factor(index.hierarchy, "level " + shortest(levels[i]), {count_of(Json(levels[i]))}, spreads[i]));
  }
  const Worlds worlds = worlds_of(index, recipe, index.hierarchy.root(), std::move(plan));
  const FoundTable summary = weight_summary(index.hierarchy, drawn_weights(worlds));
  Differences differences;
  for (const Output& output : c.results()) {
    if (output.stem() != "summary") {
      report.no_rule(output);
      continue;
    }
    const std::vector<SummaryColumn> columns = {{"mean", "mean_abs"}, {"q5", "quantile_abs"}, {"q95", "quantile_abs"}};
    compare_summary(c, output, summary, columns, differences, report);
  }
  report.note(differences.text());
}

}  // namespace podium::golden
