#pragma once

#include <optional>

#include "podium/stress/prepared.hpp"
#include "podium/stress/tally.hpp"

namespace podium {

/// A stress test at work: its draws are taken round by round, so that whoever waits can show how far it is, and stop
/// it. The result after any number of rounds depends on the plan alone, not on the number of threads.
class StressRun {
 public:
  /// Takes the first worlds to see where scores lie. Fails if none of them gives ranks.
  static Result<StressRun> start(Worlds worlds, std::size_t threads);

  std::uint64_t draws() const { return prepared_.worlds().plan().draws; }
  std::uint64_t draws_done() const { return done_; }
  bool is_done() const { return done_ == draws(); }
  /// Takes the draws of the next round: some thousands.
  void advance();

  /// What has been counted so far.
  StressTally tally() const;
  const PreparedWorlds& prepared() const { return prepared_; }

 private:
  StressRun(PreparedWorlds prepared, std::size_t threads) : prepared_(std::move(prepared)), threads_(threads) {}

  Result<std::vector<ScoreScale>> scales();
  void prepare_round(std::uint64_t first, std::uint64_t end);

  PreparedWorlds prepared_;
  std::size_t threads_;
  std::uint64_t done_ = 0;
  /// As many as the number of units asks for, whatever the number of threads: slot s takes chunks s, s + slots, ...
  std::vector<StressTally> slots_;
};

/// The point of the cube that a draw of the plan is.
Coordinates point_of_draw(std::uint64_t seed, std::uint64_t draw);

}  // namespace podium
