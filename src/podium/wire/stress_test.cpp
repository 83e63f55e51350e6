#include "podium/wire/stress_test.hpp"

#include "podium/stress/confidence.hpp"
#include "podium/stress/stress_run.hpp"

namespace podium {
namespace {

/// What holds whatever the weights, within the plan's spreads.
void prove_ranks(const Worlds& worlds, StressTest& test) {
  const Result<std::optional<WeightStudy>> study = weights_within_spreads(worlds);
  if (!study) {
    append(test.remarks, as_warnings(study.diagnostics()));
  } else if (*study) {
    test.dominance = dominance_of((*study)->tree);
    test.attainable = attainable_ranks((*study)->tree, *test.dominance, worlds.setting().solvers);
  }
}

Result<WorldSensitivity> sensitivity_in(const Worlds& worlds, const StressResult& result, const StressEffort& effort) {
  PreparedWorlds prepared(worlds);
  prepared.prepare_all(effort.threads);
  using Kind = SensitivityTarget::Kind;
  std::vector<SensitivityTarget> targets = effort.targets;
  if (targets.empty()) targets = {{Kind::PlaceInRanking, at(result.about())}, {Kind::MeanRankShift}};
  std::vector<Rank> published;
  for (const Unit unit : all_units(result.computed.ranking.panel())) published.push_back(result.published(unit));
  SobolOptions sobol{.precision = 0.02, .most_runs = effort.most_runs, .seed = result.plan.seed};
  sobol.second_order = SecondOrder::Beside;
  sobol.threads = effort.threads;
  sobol.keep_going = [&](std::uint64_t) { return effort.keep_going(result.draws, result.plan.draws); };
  return sensitivity_of(prepared, targets, published, sobol);
}

}  // namespace

Diagnostics as_warnings(Diagnostics problems) {
  for (Diagnostic& problem : problems) problem.severity = Severity::Warning;
  return problems;
}

StressResult StressTest::result(const Index& index, const Computed& computed) const {
  return {.index = index,
          .computed = computed,
          .time = time,
          .node = node,
          .plan = plan,
          .draws = draws,
          .tally = tally,
          .attainable = attainable ? &*attainable : nullptr,
          .sensitivity = sensitivity ? &*sensitivity : nullptr,
          .dominance = dominance ? &*dominance : nullptr,
          .confidence = confidence ? &*confidence : nullptr};
}

Result<StressTest> stress_test(const Index& index, const Computed& computed, Worlds worlds, Time time, Series node,
                               const StressEffort& effort) {
  const StressPlan plan = worlds.plan();
  TRY(StressRun run, StressRun::start(std::move(worlds), effort.threads));
  while (!run.is_done() && effort.keep_going(run.draws_done(), run.draws())) run.advance();
  StressTest test{.time = time, .node = node, .plan = plan, .draws = run.draws_done(), .tally = run.tally()};
  const Worlds& same = run.prepared().worlds();
  if (effort.proves_ranks) prove_ranks(same, test);
  if (effort.asks_confidence) {
    const auto keep_going = [&] { return effort.keep_going(test.draws, test.plan.draws); };
    test.confidence =
        confidence_factors(run.prepared(), test.tally, {.threads = effort.threads, .keep_going = keep_going});
  }
  if (!effort.measures_sensitivity) return test;
  if (auto sensitivity = sensitivity_in(same, test.result(index, computed), effort)) {
    test.sensitivity = *std::move(sensitivity);
  } else {
    append(test.remarks, as_warnings(std::move(sensitivity).diagnostics()));
  }
  return test;
}

}  // namespace podium
