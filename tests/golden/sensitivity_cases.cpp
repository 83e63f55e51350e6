#include <cmath>

#include "podium/core/statistics.hpp"
#include "podium/core/statistics/summary.hpp"
#include "podium/core/statistics/variance_shares.hpp"

#include "golden/alternatives.hpp"
#include "golden/handlers.hpp"
#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

/// One input of a full factorial design: its name and how each alternative changes the steps of the pipeline.
struct Input {
  std::string name;
  std::vector<Json> alternatives;
};

std::vector<double> index_scores(const Case& c, const Json& steps) {
  const Runnable run = runnable(pipeline_of(c, steps));
  const Panel panel = run.after_all();
  const auto scores = panel.values(run.index.hierarchy.root(), Time{0});
  return {scores.begin(), scores.end()};
}

double mean_change(std::span<const Rank> ranks, std::span<const Rank> nominal) {
  double sum = 0;
  double count = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (ranks[i] == 0 || nominal[i] == 0) continue;
    sum += std::abs(static_cast<double>(ranks[i]) - static_cast<double>(nominal[i]));
    count += 1;
  }
  return sum / count;
}

/// What a full factorial design found, run after run.
struct Runs {
  std::vector<FoundTable::Key> units;
  std::vector<std::vector<double>> scores;
  std::vector<std::vector<Rank>> ranks;
  std::vector<std::vector<std::size_t>> positions;  ///< of the alternative of each input, from 0
  std::vector<double> targets;
};

FoundTable rank_summary(const Runs& runs) {
  FoundTable result({"uCode"});
  for (std::size_t unit = 0; unit < runs.units.size(); ++unit) {
    std::vector<double> ranks;
    for (const auto& run : runs.ranks) {
      if (run[unit] > 0) ranks.push_back(run[unit]);
    }
    const auto& key = runs.units[unit];
    if (ranks.empty()) continue;
    const Summary summary = summary_of(ranks);
    result.set(key, "n", static_cast<double>(ranks.size()));
    result.set(key, "mean", summary.mean);
    result.set(key, "sd", summary.standard_deviation);
    result.set(key, "median", summary.median);
    result.set(key, "min", summary.minimum);
    result.set(key, "max", summary.maximum);
    for (const auto& [column, share] : {std::pair("q5", 0.05), {"q25", 0.25}, {"q75", 0.75}, {"q95", 0.95}}) {
      result.set(key, column, quantile_of(ranks, share));
    }
  }
  return result;
}

FoundTable run_table(const Runs& runs, const std::vector<Input>& inputs) {
  FoundTable result({"run"});
  for (std::size_t run = 0; run < runs.targets.size(); ++run) {
    const FoundTable::Key key{std::to_string(run + 1)};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      result.set(key, inputs[i].name, static_cast<double>(runs.positions[run][i] + 1));
    }
    result.set(key, "mean_abs_rank_change", runs.targets[run]);
  }
  return result;
}

FoundTable index_table(const Runs& runs, const std::vector<Input>& inputs) {
  std::vector<std::size_t> levels;
  for (const Input& input : inputs) levels.push_back(input.alternatives.size());
  const auto shares = exact_variance_shares(levels, runs.targets);
  const double mean = mean_of(runs.targets);
  const double spread = standard_deviation_of(runs.targets);
  const auto n = static_cast<double>(runs.targets.size());
  FoundTable result({"input"});
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    result.set({inputs[i].name}, "Si", shares[i].first);
    result.set({inputs[i].name}, "STi", shares[i].total);
    result.set({inputs[i].name}, "mean", mean);
    result.set({inputs[i].name}, "variance", spread * spread * (n - 1) / n);
  }
  return result;
}

Runs run_all(const Case& c, const Json& steps, const std::vector<Input>& inputs) {
  const Inputs tables = read_inputs(c);
  Runs runs;
  const Runnable nominal = runnable(pipeline_of(c, steps));
  for (const Unit unit : all_units(nominal.index.panel)) runs.units.push_back({nominal.index.panel.code(unit)});
  const std::vector<Rank> nominal_ranks = competition_ranks(index_scores(c, steps));
  std::size_t count = 1;
  for (const Input& input : inputs) {
    constexpr std::size_t kMost = 10'000;
    count *= input.alternatives.size();
    if (count == 0 || count > kMost) throw NotApplicable("full_factorial: none or too many combinations");
  }
  for (std::size_t run = 0; run < count; ++run) {
    Json varied = steps;
    std::vector<std::size_t> positions;
    std::size_t rest = run;
    for (const Input& input : inputs) {
      positions.push_back(rest % input.alternatives.size());
      rest /= input.alternatives.size();
      vary(varied, input.name, input.alternatives[positions.back()]);
    }
    runs.scores.push_back(index_scores(c, varied));
    runs.ranks.push_back(competition_ranks(runs.scores.back()));
    runs.positions.push_back(std::move(positions));
    runs.targets.push_back(mean_change(runs.ranks.back(), nominal_ranks));
  }
  return runs;
}

}  // namespace

void run_full_factorial(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  step.expect("target", {"mean absolute rank change of Index against nominal"});
  std::vector<Input> inputs;
  for (const auto& [name, alternatives] : step.value("inputs").items()) {
    inputs.push_back({.name = name, .alternatives = {}});
    for (const Json& alternative : alternatives) inputs.back().alternatives.push_back(alternative);
  }
  step.finish();
  const Runs runs = run_all(c, steps_before(c), inputs);
  FoundTable scores({"uCode"});
  FoundTable ranks({"uCode"});
  for (std::size_t run = 0; run < runs.targets.size(); ++run) {
    const std::string column = "run" + std::to_string(run + 1);
    for (std::size_t i = 0; i < runs.units.size(); ++i) scores.set(runs.units[i], column, runs.scores[run][i]);
    set_ranks(ranks, {.keys = runs.units, .column = column, .scores = runs.scores[run], .ranks = runs.ranks[run]});
  }
  for (const Output& output : c.results()) {
    const std::string stem = output.stem();
    if (stem == "runs") {
      report.compare(output, run_table(runs, inputs));
    } else if (stem == "scores" || stem == "ranks") {
      report.compare(output, stem == "scores" ? scores : ranks);
    } else if (stem == "indices") {
      report.compare(output, index_table(runs, inputs));
    } else if (stem == "rank_summary") {
      report.compare(output, rank_summary(runs));
    } else {
      report.no_rule(output);
    }
  }
}

void run_sobol_estimate(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const auto n = step.count("N");
  const auto d = step.count("d");
  step.expect("design", {"rows A, then B, then A with column i from B"});
  step.expect("first", {"mean(yB*(yABi-yA))/V"});
  step.expect("total", {"mean((yA-yABi)^2)/(2V)"});
  step.expect("variance", {"sample variance (n-1) of yA and yB together"});
  step.pass_over("function_used");
  step.finish();
  if (c.inputs.empty()) throw Malformed("sobol_estimate: no sample");
  const Table sample = c.table(c.inputs.front());
  if (sample.rows.size() != n * (d + 2)) throw Malformed(sample.name + ": another number of rows than N (d + 2)");
  const auto block = [&](std::size_t number) {
    std::vector<double> outputs;
    for (std::size_t i = 0; i < n; ++i) outputs.push_back(sample.number(number * n + i, "y"));
    return outputs;
  };
  SobolOutputs outputs{.a = block(0), .b = block(1), .a_with_b = {}};
  for (std::size_t i = 0; i < d; ++i) outputs.a_with_b.push_back(block(i + 2));
  const SobolEstimate found = estimate_variance_shares(outputs);
  FoundTable result({"Variable"});
  for (std::size_t i = 0; i < d; ++i) {
    result.set({"V" + std::to_string(i + 1)}, "Si", found.shares[i].first);
    result.set({"V" + std::to_string(i + 1)}, "STi", found.shares[i].total);
  }
  result.leave_out({"Si_q5", "Si_q95", "STi_q5", "STi_q95"}, "bootstrap limits left out, which are random");
  for (const Output& output : c.results()) {
    if (output.is_json()) {
      report.compare(output.file + " variance", found.variance, number_of(c.json(output).at("variance")));
    } else {
      report.compare(output, result);
    }
  }
}

}  // namespace podium::golden
