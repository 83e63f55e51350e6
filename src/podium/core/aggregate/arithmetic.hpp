#pragma once

#include "podium/core/aggregate/row.hpp"
#include "podium/core/column.hpp"

namespace podium {

struct Arithmetic {
  static constexpr MethodDoc doc{
      .name = "arithmetic",
      .summary = "Weighted arithmetic mean: a weakness in one component is made good in full by strength in another.",
      .formula = "sum w x / sum w",
      .edge_cases = "Over the available components, with their weights rescaled.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 6.10",
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

  /// In the order of each unit's additions.
  void combine_columns(const AggregateTable& table, std::span<double> combined) const {
    column::weighted_mean(table.columns, table.weights, combined);
  }
};

}  // namespace podium
