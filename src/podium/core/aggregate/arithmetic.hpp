#pragma once

#include <algorithm>

#include "podium/core/aggregate/row.hpp"

namespace podium {

struct Arithmetic {
  static constexpr MethodDoc doc{
      .name = "arithmetic",
      .summary = "Weighted arithmetic mean: a weakness in one component is made good in full by strength in another.",
      .formula = "sum w x / sum w",
      .edge_cases = "Over the available components, with their weights rescaled.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 6.2",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  double combine(AggregateRow row) const {
    double sum = 0;
    double weight = 0;
    for (std::size_t i = 0; i < row.scores.size(); ++i) {
      sum += row.weights[i] * row.scores[i];
      weight += row.weights[i];
    }
    return sum / weight;
  }

  /// Two columns at a time, which halves the passes over the sums and keeps the order of each unit's additions.
  void combine_columns(const AggregateTable& table, std::span<double> combined) const {
    const std::size_t units = combined.size();
    std::ranges::fill(combined, 0.0);
    double* __restrict sums = combined.data();
    std::size_t i = 0;
    for (; i + 1 < table.columns.size(); i += 2) {
      const double* first = table.columns[i].data();
      const double* second = table.columns[i + 1].data();
      const double weight = table.weights[i];
      const double next = table.weights[i + 1];
      for (std::size_t unit = 0; unit < units; ++unit) {
        sums[unit] = (sums[unit] + weight * first[unit]) + next * second[unit];
      }
    }
    for (; i < table.columns.size(); ++i) {
      const double* last = table.columns[i].data();
      for (std::size_t unit = 0; unit < units; ++unit) sums[unit] += table.weights[i] * last[unit];
    }
    double total = 0;
    for (const double weight : table.weights) total += weight;
    for (std::size_t unit = 0; unit < units; ++unit) sums[unit] /= total;
  }
};

}  // namespace podium
