#include "podium/stress/confidence.hpp"

#include <algorithm>
#include <map>

#include "podium/core/parallel.hpp"
#include "podium/core/weight/in_force.hpp"
#include "podium/stress/stress_run.hpp"

namespace podium {
namespace {

/// Worlds that are worked out between two questions whether to go on.
constexpr std::size_t kWave = 512;

/// A unit that is first somewhere, and the mean of the weights that make it so.
struct Candidate {
  std::size_t unit;
  std::vector<double> weights;
};

std::vector<Candidate> candidates_of(const StressTally& tally) {
  std::vector<Candidate> candidates;
  for (std::size_t unit = 0; unit < tally.units(); ++unit) {
    std::vector<double> weights = distribution_of(tally, unit, 0.5).central_weights;
    if (!weights.empty()) candidates.push_back({unit, std::move(weights)});
  }
  return candidates;
}

/// A world, for as many draws as take it.
struct AskedWorld {
  Coordinates point;
  std::uint64_t draws = 1;
};

/// Draws that take the same combination of alternatives differ in their weights alone: they are asked once.
std::vector<AskedWorld> asked_worlds(const Worlds& worlds, std::uint64_t draws) {
  std::vector<AskedWorld> asked;
  std::map<std::size_t, std::size_t> place_of;
  for (std::uint64_t draw = 0; draw < draws; ++draw) {
    Coordinates point = point_of_draw(worlds.plan().seed, draw);
    if (worlds.combinations() > 0) {
      const auto [place, is_new] = place_of.emplace(worlds.combination(point), asked.size());
      if (!is_new) {
        ++asked[place->second].draws;
        continue;
      }
    }
    asked.push_back({.point = std::move(point)});
  }
  return asked;
}

/// What happened to one candidate.
struct Count {
  std::uint64_t first = 0;
  std::uint64_t worlds = 0;
};

class Asker {
 public:
  Asker(const PreparedWorlds& prepared, const std::vector<Candidate>& candidates)
      : prepared_(prepared), worlds_(prepared.worlds()), candidates_(candidates) {
    for (const WeightSampler& sampler : worlds_.samplers()) {
      for (const Series node : sampler.nodes()) drawn_.push_back(node);
    }
  }

  std::vector<Count> ask(const AskedWorld& world) const {
    std::vector<Count> counts(candidates_.size());
    const PreparedWorlds::Entry* const entry =
        worlds_.combinations() == 0 ? nullptr : prepared_.find(worlds_.combination(world.point));
    const Result<Panel> panel = entry != nullptr ? entry->panel : worlds_.prepare(world.point);
    if (!panel) return counts;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Result<WorldResult> result =
          worlds_.finish(world.point, *panel, weights_in(*panel, candidates_[i].weights));
      if (!result) continue;
      counts[i].worlds = world.draws;
      if (result->ranks[candidates_[i].unit] == 1) counts[i].first = world.draws;
    }
    return counts;
  }

 private:
  std::vector<double> weights_in(const Panel& panel, std::span<const double> central) const {
    std::vector<double> weights;
    for (const Series node : Positions<Series>(worlds_.hierarchy().size())) {
      weights.push_back(weight_in_force(worlds_.hierarchy(), panel, node, worlds_.setting().time));
    }
    for (const Series node : drawn_) {
      if (weights[at(node)] > 0 && central[at(node)] > 0) weights[at(node)] = central[at(node)];
    }
    return weights;
  }

  const PreparedWorlds& prepared_;
  const Worlds& worlds_;
  const std::vector<Candidate>& candidates_;
  std::vector<Series> drawn_;
};

}  // namespace

std::vector<std::optional<Probability>> confidence_factors(const PreparedWorlds& prepared, const StressTally& tally,
                                                           const ConfidenceOptions& options) {
  const Worlds& worlds = prepared.worlds();
  const std::vector<Candidate> candidates = candidates_of(tally);
  const std::vector<AskedWorld> asked = asked_worlds(worlds, std::min(worlds.plan().draws, options.most_worlds));
  const Asker asker(prepared, candidates);
  std::vector<Count> sums(candidates.size());
  for (std::size_t begin = 0; begin < asked.size() && !candidates.empty(); begin += kWave) {
    if (begin > 0 && options.keep_going && !options.keep_going()) break;
    std::vector<std::vector<Count>> found(std::min(kWave, asked.size() - begin));
    for_each_index(found.size(), options.threads, [&](std::size_t i) { found[i] = asker.ask(asked[begin + i]); });
    for (const std::vector<Count>& each : found) {
      for (std::size_t i = 0; i < sums.size(); ++i) {
        sums[i].first += each[i].first;
        sums[i].worlds += each[i].worlds;
      }
    }
  }
  std::vector<std::optional<Probability>> factors(tally.units());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Probability factor = probability_of(sums[i].first, sums[i].worlds);
    if (worlds.combinations() == 1) factor.lower = factor.upper = factor.value;
    factors[candidates[i].unit] = factor;
  }
  return factors;
}

}  // namespace podium
