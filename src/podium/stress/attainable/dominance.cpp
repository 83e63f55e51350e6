#include "podium/stress/attainable/dominance.hpp"

namespace podium {
namespace {

std::vector<double> all_leads(const WeightedTree& tree) {
  const std::size_t units = tree.units();
  const std::vector<Bounds> bounds = bounds_of(tree.tree());
  std::vector<double> leads(units * units, kMissing);
  for (std::size_t i = 0; i < units; ++i) {
    for (std::size_t j = 0; j < units; ++j) {
      if (!tree.is_ranked(i) || !tree.is_ranked(j)) continue;
      leads[i * units + j] = i == j ? 0 : greatest_lead(tree, bounds, i, j).value;
    }
  }
  return leads;
}

/// What is above something above is above. Only needed where leads are bounds; exact ones agree already.
void close(std::vector<char>& always, std::size_t units) {
  for (std::size_t via = 0; via < units; ++via) {
    for (std::size_t i = 0; i < units; ++i) {
      if (always[i * units + via] == 0) continue;
      for (std::size_t j = 0; j < units; ++j) {
        if (always[via * units + j] != 0) always[i * units + j] = 1;
      }
    }
  }
}

bool follows(const Dominance& dominance, std::size_t i, std::size_t j) {
  for (std::size_t via = 0; via < dominance.units; ++via) {
    if (dominance.is_always_above(i, via) && dominance.is_always_above(via, j)) return true;
  }
  return false;
}

}  // namespace

Dominance dominance_of(const WeightedTree& tree) {
  const std::size_t units = tree.units();
  Dominance dominance{.units = units, .leads = all_leads(tree)};
  dominance.always.assign(units * units, 0);
  for (std::size_t i = 0; i < units; ++i) {
    for (std::size_t j = 0; j < units; ++j) {
      dominance.always[i * units + j] = dominance.lead(j, i) < -tree.tolerance() ? 1 : 0;
    }
  }
  close(dominance.always, units);
  for (std::size_t i = 0; i < units; ++i) {
    for (std::size_t j = 0; j < units; ++j) {
      if (dominance.is_always_above(i, j) && !follows(dominance, i, j)) dominance.edges.emplace_back(i, j);
    }
  }
  return dominance;
}

}  // namespace podium
