#include "podium/stress/stress_run.hpp"

#include <algorithm>
#include <limits>

#include "podium/core/parallel.hpp"
#include "podium/stress/chunk.hpp"
#include "podium/stress/random.hpp"

namespace podium {
namespace {

/// Draws that are counted together, and how many such chunks a slot takes in a round. Worlds that have to be run one by
/// one are slower, so that fewer make a round.
constexpr std::uint64_t kChunk = 512;
constexpr std::uint64_t kChunkAlone = 16;
constexpr std::uint64_t kChunksInRound = 8;
/// Worlds that show where scores lie.
constexpr std::uint64_t kPilot = 1000;

/// The memory of all slots stays within some hundred megabytes for any number of units.
std::size_t slots_for(std::size_t units) {
  if (units <= 128) return 64;
  return units <= 512 ? 16 : 4;
}

std::uint64_t chunk_of(const Worlds& worlds) { return worlds.combinations() > 0 ? kChunk : kChunkAlone; }

}  // namespace

Coordinates point_of_draw(std::uint64_t seed, std::uint64_t draw) {
  return [seed, draw](std::size_t coordinate) { return uniform(seed, draw, static_cast<std::uint32_t>(coordinate)); };
}

Result<StressRun> StressRun::start(Worlds worlds, std::size_t threads) {
  const std::size_t units = worlds.setting().units.size();
  const std::size_t nodes = worlds.hierarchy().size();
  StressRun run(PreparedWorlds(std::move(worlds)), threads);
  TRY(std::vector<ScoreScale> scales, run.scales());
  run.slots_.assign(slots_for(units), StressTally(units, nodes, std::move(scales)));
  return run;
}

/// Half as wide again as what the first worlds show, on either side; a little more below, so that none of these scores
/// lies where two bins meet and its last bits would count.
Result<std::vector<ScoreScale>> StressRun::scales() {
  const std::size_t units = prepared_.worlds().setting().units.size();
  const std::uint64_t pilot = std::min(draws(), kPilot);
  prepare_round(0, pilot);
  std::vector<std::optional<Result<WorldResult>>> results(pilot);
  for_each_index(pilot, threads_, [&](std::size_t draw) {
    results[draw] = prepared_.run(point_of_draw(prepared_.worlds().plan().seed, draw));
  });
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  std::vector<Bounds> met(units, {kInfinity, -kInfinity});
  bool any = false;
  for (const auto& result : results) {
    if (!*result) continue;
    any = true;
    for (std::size_t unit = 0; unit < units; ++unit) {
      const double score = (*result)->scores[unit];
      if (is_missing(score)) continue;
      met[unit] = {std::min(met[unit].lower, score), std::max(met[unit].upper, score)};
    }
  }
  if (!any) return (*results.front()).diagnostics();
  std::vector<ScoreScale> scales;
  for (const Bounds& bounds : met) {
    const double width = bounds.upper - bounds.lower;
    const double margin = width > 0 ? width / 2 : 1;
    scales.push_back(width >= 0 ? ScoreScale(bounds.lower - 1.001 * margin, bounds.upper + margin) : ScoreScale());
  }
  return scales;
}

/// The combinations that the draws take are prepared before, so that threads only read.
void StressRun::prepare_round(std::uint64_t first, std::uint64_t end) {
  const Worlds& worlds = prepared_.worlds();
  if (worlds.combinations() == 0 || prepared_.is_complete()) return;
  std::map<std::size_t, Coordinates> taken;
  for (std::uint64_t draw = first; draw < end; ++draw) {
    const Coordinates point = point_of_draw(worlds.plan().seed, draw);
    const std::size_t combination = worlds.combination(point);
    if (prepared_.find(combination) == nullptr) taken.emplace(combination, point);
    if (worlds.combinations() == 1) break;
  }
  prepared_.prepare(taken, threads_);
}

void StressRun::advance() {
  const std::uint64_t chunk = chunk_of(prepared_.worlds());
  const std::uint64_t first = done_;
  const std::uint64_t end = std::min(draws(), first + chunk * kChunksInRound * slots_.size());
  prepare_round(first, end);
  for_each_index(slots_.size(), threads_, [&](std::size_t slot) {
    for (std::uint64_t k = 0; k < kChunksInRound; ++k) {
      const std::uint64_t begin = first + (slot * kChunksInRound + k) * chunk;
      if (begin >= end) break;
      count_worlds(prepared_, begin, std::min(begin + chunk, end), slots_[slot]);
    }
  });
  done_ = end;
}

StressTally StressRun::tally() const {
  StressTally sum = slots_.front();
  for (std::size_t slot = 1; slot < slots_.size(); ++slot) sum.add(slots_[slot]);
  return sum;
}

}  // namespace podium
