#include "golden/copeland.hpp"
#include "golden/handlers.hpp"
#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

/// Scores of the root after the steps; a panel of one period.
std::vector<double> root_scores(const Hierarchy& hierarchy, const Panel& panel, std::vector<Step> steps) {
  const CheckedRecipe recipe = must(check(Recipe{std::move(steps)}, hierarchy, {.units = panel.units()}));
  const Panel after = must(run_steps(recipe, panel, recipe.steps().size()));
  const auto scores = after.values(hierarchy.root(), Time{0});
  return {scores.begin(), scores.end()};
}

Panel only_units(const Panel& panel, Unit first, Unit second) {
  Panel two({panel.code(first), panel.code(second)}, {panel.periods()[0]},
            {panel.series().begin(), panel.series().end()});
  for (const Series series : all_series(panel)) {
    two.set(series, Time{0}, Unit{0}, panel.value(series, Time{0}, first));
    two.set(series, Time{0}, Unit{1}, panel.value(series, Time{0}, second));
  }
  return two;
}

/// The share of weight with which `first` is ahead of `second`, ties half: between two units the weighted mean of
/// ranks 1, 1.5 or 2, less 1.
double outranking(const Hierarchy& hierarchy, const Panel& panel, Unit first, Unit second) {
  if (first == second) return 0;
  const std::vector<Step> steps = {Normalise{.method = RankScore{.ties = Ties::Average}}, Aggregate{}};
  return root_scores(hierarchy, only_units(panel, first, second), steps)[0] - 1;
}

}  // namespace

FoundTable outranking_table(const Hierarchy& hierarchy, const Panel& panel) {
  FoundTable result({"uCode"});
  for (const Unit first : all_units(panel)) {
    for (const Unit second : all_units(panel)) {
      result.set({panel.code(first)}, panel.code(second), outranking(hierarchy, panel, first, second));
    }
  }
  return result;
}

std::vector<double> copeland_scores(const Hierarchy& hierarchy, const Panel& panel) {
  return root_scores(hierarchy, panel,
                     {Normalise{.method = RankScore{}}, Aggregate{.method = {.otherwise = Copeland{}}}});
}

void run_copeland(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const std::vector<double> weights = step.has("weights") ? numbers_of(step.value("weights")) : std::vector<double>();
  step.finish();
  const Inputs inputs = read_inputs(c);
  Blueprint blueprint = blueprint_of(inputs, inputs.first());
  const auto indicators = blueprint.indicators();
  if (!weights.empty() && weights.size() != indicators.size()) throw Malformed("copeland: other number of weights");
  for (std::size_t i = 0; i < weights.size(); ++i) indicators[i]->weight = weights[i];
  const TableIndex index = build_index(blueprint, inputs, inputs.first());

  const FoundTable outranked = outranking_table(index.hierarchy, index.panel);
  double dominant = 0;
  for (const auto& [key, cells] : outranked.rows()) {
    for (const auto& [column, cell] : cells) dominant += cell.number == 1 ? 1 : 0;
  }
  const std::vector<double> scores = copeland_scores(index.hierarchy, index.panel);
  const std::vector<Rank> ranks = competition_ranks(scores);
  FoundTable result({"uCode"});
  for (const Unit unit : all_units(index.panel)) {
    result.set({index.panel.code(unit)}, "score", scores[at(unit)]);
    result.set({index.panel.code(unit)}, "rank", ranks[at(unit)] == 0 ? kMissing : ranks[at(unit)]);
  }
  for (const Output& output : c.results()) {
    if (output.stem() == "outranking") {
      report.compare(output, outranked);
    } else if (output.stem() == "scores") {
      report.compare(output, result);
    } else if (output.is_json()) {
      const Json expected = c.json(output);
      const auto units = static_cast<double>(index.units.size());
      report.compare(output.file + " n_dominant", dominant, number_of(expected.at("n_dominant")));
      report.compare(output.file + " frac_dominant", dominant / (units * (units - 1) / 2),
                     number_of(expected.at("frac_dominant")));
    } else {
      report.no_rule(output);
    }
  }
}

}  // namespace podium::golden
