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

/// Each node's weight may move by its spread.
Result<WeightStudy> study_of(const Worlds& worlds, std::span<const double> spreads) {
  const StressSetting& setting = worlds.setting();
  const auto& steps = setting.recipe.steps();
  const auto last =
      std::ranges::find_if(steps, [](const Step& step) { return std::holds_alternative<Aggregate>(step); });
  TRY(const Panel panel,
      run_steps(setting.recipe, setting.figures.front().panel, static_cast<std::size_t>(last - steps.begin())));
  TRY(IndexTree index, index_tree(worlds.hierarchy(), panel, *std::get_if<Aggregate>(&*last), setting.time));
  for (std::size_t node = 0; node < index.series.size(); ++node) {
    WeightedNode& own = index.weights.nodes[node];
    const double spread = spreads[at(index.series[node])];
    if (own.bounds.upper > 0) own.bounds = {own.weight * (1 - spread), own.weight * (1 + spread)};
  }
  TRY(WeightedTree tree, WeightedTree::build(std::move(index.weights), index.columns, index.mean));
  return WeightStudy{std::move(tree), std::move(index.series)};
}

bool is_about_index(const Worlds& worlds) { return worlds.setting().node == worlds.hierarchy().root(); }

}  // namespace

Result<std::optional<WeightStudy>> weights_within_spreads(const Worlds& worlds) {
  const std::optional<std::vector<double>> spreads = spreads_of(worlds);
  if (!spreads || !is_about_index(worlds)) return std::optional<WeightStudy>();
  TRY(WeightStudy study, study_of(worlds, *spreads));
  return std::optional(std::move(study));
}

Result<WeightStudy> weights_that_move(const Worlds& worlds) {
  if (!is_about_index(worlds)) {
    return Diagnostic{.code = Code::InvalidValue,
                      .found = "a node below the index",
                      .expected = "the index itself; weights are studied for it alone",
                      .subject = {.node = worlds.hierarchy().node(worlds.setting().node).id}};
  }
  // Any spread will do: it only marks the weights.
  constexpr double kMoves = 0.5;
  std::vector<double> spreads(worlds.hierarchy().size(), worlds.samplers().empty() ? kMoves : 0);
  spreads[at(worlds.hierarchy().root())] = 0;
  for (const WeightSampler& sampler : worlds.samplers()) {
    for (const Series node : sampler.nodes()) spreads[at(node)] = kMoves;
  }
  return study_of(worlds, spreads);
}

Result<std::optional<std::vector<AttainableRanks>>> attainable_in(const Worlds& worlds) {
  using Answer = std::optional<std::vector<AttainableRanks>>;
  TRY(const std::optional<WeightStudy> study, weights_within_spreads(worlds));
  if (!study) return Answer();
  return Answer(attainable_ranks(study->tree, dominance_of(study->tree), worlds.setting().solvers));
}

}  // namespace podium
