#include "podium/stress/world_attainable.hpp"

#include <algorithm>

#include "podium/stress/attainable/index_tree.hpp"

namespace podium {
namespace {

/// The spread of a node's weight; 0 where it stays. Nothing where a factor draws weights by another law.
std::optional<std::vector<double>> spreads_of(const Worlds& worlds) {
  std::vector<double> spreads(worlds.hierarchy().size(), 0);
  bool any = false;
  std::size_t sampler = 0;
  for (const Factor& factor : worlds.plan().factors) {
    const auto* weights = std::get_if<VaryWeights>(&factor.variation);
    if (weights == nullptr) continue;
    if (weights->law != WeightLaw::Spread) return std::nullopt;
    any = true;
    // Two factors that move one weight multiply.
    for (const Series node : worlds.samplers()[sampler].nodes()) {
      double& spread = spreads[at(node)];
      if (spread > 0) return std::nullopt;
      spread = weights->spread;
    }
    ++sampler;
  }
  return any ? std::optional(std::move(spreads)) : std::nullopt;
}

}  // namespace

Result<std::optional<std::vector<AttainableRanks>>> attainable_in(const Worlds& worlds) {
  using Answer = std::optional<std::vector<AttainableRanks>>;
  const StressSetting& setting = worlds.setting();
  const std::optional<std::vector<double>> spreads = spreads_of(worlds);
  if (!spreads || setting.node != worlds.hierarchy().root()) return Answer();
  const auto& steps = setting.recipe.steps();
  const auto last =
      std::ranges::find_if(steps, [](const Step& step) { return std::holds_alternative<Aggregate>(step); });
  TRY(const Panel panel,
      run_steps(setting.recipe, setting.figures.front().panel, static_cast<std::size_t>(last - steps.begin())));
  TRY(IndexTree index, index_tree(worlds.hierarchy(), panel, *std::get_if<Aggregate>(&*last), setting.time));
  for (std::size_t node = 0; node < index.series.size(); ++node) {
    WeightedNode& own = index.weights.nodes[node];
    const double spread = (*spreads)[at(index.series[node])];
    if (own.bounds.upper > 0) own.bounds = {own.weight * (1 - spread), own.weight * (1 + spread)};
  }
  TRY(const WeightedTree tree, WeightedTree::build(std::move(index.weights), index.columns, index.mean));
  return Answer(attainable_ranks(tree, dominance_of(tree), setting.solvers));
}

}  // namespace podium
