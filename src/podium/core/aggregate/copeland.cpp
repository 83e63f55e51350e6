#include "podium/core/aggregate/copeland.hpp"

#include <cmath>

namespace podium {
namespace {

constexpr double kEqual = 1e-12;

/// 1 if unit a wins, -1 if b does, 0 for a draw.
int duel(const AggregateTable& table, std::size_t a, std::size_t b) {
  double ahead = 0;
  double behind = 0;
  double common = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const double mine = table.columns[i][a];
    const double theirs = table.columns[i][b];
    if (std::isnan(mine) || std::isnan(theirs)) continue;
    ahead += mine > theirs ? table.weights[i] : 0;
    behind += mine < theirs ? table.weights[i] : 0;
    common += table.weights[i];
  }
  if (std::abs(ahead - behind) <= kEqual * common) return 0;
  return ahead > behind ? 1 : -1;
}

}  // namespace

std::vector<UnitProblem> Copeland::combine_table(const AggregateTable& table, std::span<const char> takes_part,
                                                 const Solvers&, std::span<double> combined) const {
  for (std::size_t a = 0; a < combined.size(); ++a) {
    if (takes_part[a] != 0) combined[a] = 0;
  }
  for (std::size_t a = 0; a < combined.size(); ++a) {
    if (takes_part[a] == 0) continue;
    for (std::size_t b = a + 1; b < combined.size(); ++b) {
      if (takes_part[b] == 0) continue;
      const int outcome = duel(table, a, b);
      combined[a] += outcome;
      combined[b] -= outcome;
    }
  }
  return {};
}

}  // namespace podium
