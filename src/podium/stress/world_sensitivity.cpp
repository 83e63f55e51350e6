#include "podium/stress/world_sensitivity.hpp"

#include <algorithm>
#include <cmath>

namespace podium {
namespace {

double mean_shift(const WorldResult& world, std::span<const Rank> published) {
  double sum = 0;
  double count = 0;
  for (std::size_t unit = 0; unit < published.size(); ++unit) {
    if (published[unit] == 0 || world.ranks[unit] == 0) continue;
    sum += std::abs(static_cast<double>(world.ranks[unit]) - static_cast<double>(published[unit]));
    count += 1;
  }
  return count > 0 ? sum / count : kMissing;
}

double value_of(const SensitivityTarget& target, const WorldResult& world, std::span<const Rank> published) {
  if (target.kind == SensitivityTarget::Kind::MeanRankShift) return mean_shift(world, published);
  const Rank rank = world.ranks[target.unit];
  if (target.kind == SensitivityTarget::Kind::AtMost) return rank != 0 && rank <= target.at_most ? 1 : 0;
  if (rank == 0) return kMissing;
  return target.kind == SensitivityTarget::Kind::PlaceInRanking ? static_cast<double>(rank) : world.scores[target.unit];
}

/// Factors that share coordinates become one.
std::vector<SensitivityFactor> factors_of(const Worlds& worlds) {
  std::vector<SensitivityFactor> factors;
  const std::vector<Factor>& all = worlds.plan().factors;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto shares = [&](const SensitivityFactor& other) {
      return !all[i].together.empty() && all[other.factors.front()].together == all[i].together;
    };
    const auto found = std::ranges::find_if(factors, shares);
    if (found == factors.end()) {
      factors.push_back({all[i].name, {i}});
    } else {
      found->name += " + " + all[i].name;
      found->factors.push_back(i);
    }
  }
  return factors;
}

SobolFactor sobol_factor(const Worlds& worlds, const SensitivityFactor& factor) {
  SobolFactor own{.name = factor.name};
  for (const std::size_t each : factor.factors) {
    const auto [first, count] = worlds.factors()[each];
    for (std::size_t i = first; i < first + count; ++i) own.coordinates.push_back(static_cast<std::uint32_t>(i));
  }
  std::ranges::sort(own.coordinates);
  const auto repeated = std::ranges::unique(own.coordinates);
  own.coordinates.erase(repeated.begin(), repeated.end());
  return own;
}

}  // namespace

Result<WorldSensitivity> sensitivity_of(const PreparedWorlds& prepared, std::span<const SensitivityTarget> targets,
                                        std::span<const Rank> published, const SobolOptions& options) {
  const Worlds& worlds = prepared.worlds();
  const std::vector<SensitivityFactor> factors = factors_of(worlds);
  SobolProblem problem{.coordinates = worlds.coordinates(), .targets = targets.size()};
  for (const SensitivityFactor& factor : factors) problem.factors.push_back(sobol_factor(worlds, factor));
  problem.evaluate = [&](const PointBlock& block, std::span<double> values) {
    for (std::size_t i = 0; i < block.points; ++i) {
      const std::span<const double> point = block.point(i);
      const Result<WorldResult> world = prepared.run([point](std::size_t coordinate) { return point[coordinate]; });
      for (std::size_t target = 0; target < targets.size(); ++target) {
        values[target * block.points + i] = world ? value_of(targets[target], *world, published) : kMissing;
      }
    }
  };
  TRY(SobolResult result, variance_based_sensitivity(problem, options));
  return WorldSensitivity{factors, std::move(result), {targets.begin(), targets.end()}};
}

}  // namespace podium
