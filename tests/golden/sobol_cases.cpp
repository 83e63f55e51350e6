#include <algorithm>
#include <cmath>

#include "podium/core/number_text.hpp"
#include "podium/stress/world_sensitivity.hpp"

#include "golden/alternatives.hpp"
#include "golden/handlers.hpp"
#include "golden/varied_worlds.hpp"

/// Sobol' indices over random draws. What is compared are intervals: ours, of 90%, with the tool's bootstrap intervals
/// from 5% to 95%, for every seed of the tool. Ours are narrow (half a width of 0.02 at most), so the tool's have to
/// hold nearly a point, and one in ten of them does not. At most twice as many may miss it; each is named.
namespace podium::golden {
namespace {

struct Interval {
  double low;
  double high;

  bool overlaps(const Interval& other) const { return low <= other.high && other.low <= high; }
};

std::string shown(const Interval& interval) {
  const auto text = [](double value) { return shortest(std::round(value * 1e3) / 1e3); };
  return text(interval.low) + ".." + text(interval.high);
}

WorldSensitivity analysis_of(const VariedPipeline& varied) {
  PreparedWorlds prepared(varied.worlds);
  prepared.prepare_all(1);
  const SensitivityTarget target{.kind = SensitivityTarget::Kind::MeanRankShift};
  constexpr std::uint64_t kMostRuns = 300'000;
  return must(sensitivity_of(prepared, std::span(&target, 1), varied.ranks,
                             {.confidence = 0.9, .coverage = Coverage::Each, .most_runs = kMostRuns}));
}

void compare_indices(const WorldSensitivity& found, const Table& expected, Report& report) {
  const TargetSensitivity& target = found.result.targets.front();
  std::size_t all = 0;
  std::vector<std::string> misses;
  std::string ours;
  std::set<std::string> seen;
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const std::string& name = expected.text(row, "Variable");
    const std::string who = expected.name + ": seed " + expected.text(row, "seed") + " " + name;
    const auto factor = std::ranges::find(found.factors, name, &SensitivityFactor::name);
    report.require(factor != found.factors.end(), who + " is expected and not an input");
    if (factor == found.factors.end()) continue;
    const FactorIndices& indices = target.factors[static_cast<std::size_t>(factor - found.factors.begin())];
    for (const auto& [column, index] : {std::pair(std::string("Si"), indices.first), {"STi", indices.total}}) {
      const Interval own{index.low, index.high};
      const Interval theirs{expected.number(row, column + "_q5"), expected.number(row, column + "_q95")};
      ++all;
      if (own.overlaps(theirs)) continue;
      misses.push_back(joined({"seed ", expected.text(row, "seed"), " ", name, " ", column, " is ", shown(own),
                               ", expected ", shown(theirs)}));
    }
    if (!seen.insert(name).second) continue;
    ours += (ours.empty() ? "" : ", ") + name + " " + shortest(std::round(indices.first.value * 1e3) / 1e3) + " of " +
            shortest(std::round(indices.total.value * 1e3) / 1e3);
  }
  report.require(seen.size() == found.factors.size(), expected.name + ": an input has no row");
  const std::string overlaps =
      std::to_string(all - misses.size()) + " of " + std::to_string(all) + " intervals of 90% overlap";
  std::string text;
  for (const std::string& miss : misses) text += "; " + miss;
  report.require(misses.size() * 5 <= all, expected.name + ": " + overlaps + text);
  report.note(overlaps + " (at least 4 of 5 have to)" + text);
  report.note("first-order of total: " + ours);
}

/// The tool gives no interval for the mean and the variance. Their sampling error is that of at least `runs`
/// independent runs, of a nearly normal target: V / n and 2 V^2 / (n - 1). Ours have to lie within 5% to 95%.
void compare_output(const TargetSensitivity& target, const Table& expected, double runs, Report& report) {
  constexpr double kNinetyPercent = 1.6448536269514722;
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const double mean = expected.number(row, "mean");
    const double variance = expected.number(row, "variance");
    const double mean_error = kNinetyPercent * std::sqrt(variance / runs);
    const double variance_error = kNinetyPercent * variance * std::sqrt(2 / (runs - 1));
    const std::string who = expected.name + ": seed " + expected.text(row, "seed");
    report.require(
        std::abs(target.mean - mean) <= mean_error,
        who + " mean is " + shortest(target.mean) + ", expected " + shortest(mean) + " +- " + shortest(mean_error));
    report.require(std::abs(target.variance - variance) <= variance_error,
                   who + " variance is " + shortest(target.variance) + ", expected " + shortest(variance) + " +- " +
                       shortest(variance_error));
  }
  report.note("mean " + shortest(std::round(target.mean * 1e3) / 1e3) + " and variance " +
              shortest(std::round(target.variance * 1e3) / 1e3) + " within the 90% sampling error of each seed");
}

}  // namespace

void run_sobol(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const std::size_t base = step.count("base_sample");
  const std::string node = rank_change_node(step.text("target"));
  step.expect("interval", {"5%-95%"});
  step.pass_over("runs_per_seed");
  step.pass_over("bootstrap");
  const VariedPipeline varied = varied_pipeline(c, step.value("inputs"), node, 1);
  step.finish();
  if (base < 2) throw Malformed("sobol: a base sample of fewer than two points");
  const WorldSensitivity found = analysis_of(varied);
  const TargetSensitivity& target = found.result.targets.front();
  report.require(target.failed_runs == 0, std::to_string(target.failed_runs) + " worlds have no ranks");
  for (const Output& output : c.results()) {
    Table expected = c.table(output);
    expected.name = output.file;
    if (output.stem() == "indices") {
      compare_indices(found, expected, report);
    } else if (output.stem() == "output") {
      compare_output(target, expected, static_cast<double>(base), report);
    } else {
      report.no_rule(output);
    }
  }
  report.note(std::to_string(found.result.runs) + " runs" + (found.result.is_precise ? "" : ", precision not reached"));
}

}  // namespace podium::golden
