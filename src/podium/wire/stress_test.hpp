#pragma once

#include <functional>
#include <optional>

#include "podium/wire/stress.hpp"

namespace podium {

/// How much work a stress test may take beside its draws.
struct StressEffort {
  bool proves_ranks = true;  ///< works out which ranks are possible at all, and who always stands before whom
  bool asks_confidence = true;
  bool measures_sensitivity = true;
  /// What the sensitivity is of; if empty, of the rank of the unit that the plan is about and of the mean rank shift.
  std::vector<SensitivityTarget> targets{};
  std::uint64_t most_runs = 100'000;  ///< of the sensitivity analysis, unless it is precise before
  std::size_t threads = 1;            ///< does not change the result
  /// Told how many draws are done; false: whoever waits wants what there is so far.
  std::function<bool(std::uint64_t done, std::uint64_t total)> keep_going = [](std::uint64_t, std::uint64_t) {
    return true;
  };
};

/// A stress test of the ranking of one node in one period, done.
struct StressTest {
  Time time;  ///< in the computed panel
  Series node;
  StressPlan plan;
  std::uint64_t draws;  ///< taken; fewer than planned if it was stopped
  StressTally tally;
  std::optional<std::vector<AttainableRanks>> attainable{};
  std::optional<Dominance> dominance{};
  std::optional<std::vector<std::optional<Probability>>> confidence{};
  std::optional<WorldSensitivity> sensitivity{};
  Diagnostics remarks{};  ///< warnings: why proven ranks or the sensitivity are not there

  /// As messages take it; the test, the index and what was computed of it must outlive the result.
  StressResult result(const Index& index, const Computed& computed) const;
};

/// Takes the draws of the worlds' plan, then the rest. `computed` is of that index; `time` and `node` are what the
/// worlds rank. Fails only if no world gives ranks: what cannot be had beside them is no reason to hide the rest.
Result<StressTest> stress_test(const Index& index, const Computed& computed, Worlds worlds, Time time, Series node,
                               const StressEffort& effort);

/// The same problems, of something that can be done without.
Diagnostics as_warnings(Diagnostics problems);

}  // namespace podium
