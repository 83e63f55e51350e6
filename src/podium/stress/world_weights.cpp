#include <algorithm>

#include "podium/core/weight/in_force.hpp"
#include "podium/stress/worlds.hpp"

/// What the nodes of a world weigh.
namespace podium {
namespace {

/// What a drawn weight makes of the weight in force. Where a world weighs a node otherwise already, the draw comes on
/// top; a node that is dropped stays so.
double combined(double in_force, double published, double drawn) {
  return in_force == published ? drawn : in_force * (drawn / published);
}

}  // namespace

/// The samplers, about the weights in force in the published index.
Diagnostics Worlds::make_weights() {
  published_.assign(hierarchy().size(), 1);
  const auto& steps = setting_->recipe.steps();
  const auto aggregate =
      std::ranges::find_if(steps, [](const Step& s) { return std::holds_alternative<Aggregate>(s); });
  Result<Panel> panel =
      run_steps(setting_->recipe, setting_->figures.front().panel, static_cast<std::size_t>(aggregate - steps.begin()));
  if (!panel) return std::move(panel).diagnostics();
  for (const Series node : Positions<Series>(hierarchy().size())) {
    published_[at(node)] = weight_in_force(hierarchy(), *panel, node, setting_->time);
  }
  Diagnostics problems;
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    const auto* weights = std::get_if<VaryWeights>(&plan_->factors[i].variation);
    if (weights == nullptr) continue;
    Result<WeightSampler> sampler = WeightSampler::make(*weights, hierarchy(), published_, setting_->solvers);
    if (!sampler) {
      append(problems, std::move(sampler).diagnostics());
      continue;
    }
    samplers_.push_back(*std::move(sampler));
    sampler_factors_.push_back(i);
  }
  return problems;
}

void Worlds::weigh(const Coordinates& point, const Panel& prepared, std::span<double> weights) const {
  for (const Series node : Positions<Series>(hierarchy().size())) {
    weights[at(node)] = weight_in_force(hierarchy(), prepared, node, setting_->time);
  }
  std::vector<double> drawn;
  for (std::size_t i = 0; i < samplers_.size(); ++i) {
    const WeightSampler& sampler = samplers_[i];
    drawn.resize(sampler.nodes().size());
    sampler.draw(own(point, sampler_factors_[i]), drawn);
    for (std::size_t k = 0; k < drawn.size(); ++k) {
      double& weight = weights[at(sampler.nodes()[k])];
      const double published = published_[at(sampler.nodes()[k])];
      weight = combined(weight, published, drawn[k]);
    }
  }
}

void Worlds::weigh_block(const Panel& prepared, const WorldNumbers& numbers, std::span<const std::size_t> taken,
                         std::span<BlockRow<double>> weights) const {
  for (const Series node : Positions<Series>(hierarchy().size())) {
    const double in_force = weight_in_force(hierarchy(), prepared, node, setting_->time);
    weights[at(node)].fill(in_force);
  }
  std::vector<double> drawn;
  for (std::size_t i = 0; i < samplers_.size(); ++i) {
    const WeightSampler& sampler = samplers_[i];
    const std::size_t first = factors_[sampler_factors_[i]].first;
    if (sampler.is_spread()) {
      for (std::size_t n = 0; n < sampler.nodes().size(); ++n) {
        const double published = published_[at(sampler.nodes()[n])];
        BlockRow<double>& row = weights[at(sampler.nodes()[n])];
        for (std::size_t k = 0; k < taken.size(); ++k) {
          row[k] = combined(row[k], published, sampler.spread_weight(published, numbers.at(first + n, taken[k])));
        }
      }
      continue;
    }
    drawn.resize(sampler.nodes().size());
    for (std::size_t k = 0; k < taken.size(); ++k) {
      sampler.draw([&](std::size_t coordinate) { return numbers.at(first + coordinate, taken[k]); }, drawn);
      for (std::size_t n = 0; n < drawn.size(); ++n) {
        const Series node = sampler.nodes()[n];
        weights[at(node)][k] = combined(weights[at(node)][k], published_[at(node)], drawn[n]);
      }
    }
  }
}

}  // namespace podium
