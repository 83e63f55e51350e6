#pragma once

#include <cmath>

#include "podium/core/aggregate/arithmetic.hpp"

namespace podium {

/// Which way imbalance moves the score.
enum class ImbalancePenalty : std::uint8_t { Lowers, Raises };
template <>
struct Words<ImbalancePenalty> {
  static constexpr std::array<std::pair<std::string_view, ImbalancePenalty>, 2> list{
      {{"minus", ImbalancePenalty::Lowers}, {"plus", ImbalancePenalty::Raises}}};
};

struct MazziottaPareto {
  static constexpr MethodDoc doc{
      .name = "mazziotta-pareto",
      .summary =
          "Arithmetic mean with a penalty for imbalance among a unit's components; for phenomena whose components "
          "cannot replace each other. It is made for scores around 100, such as normalise zscore with mean 100 and "
          "sd 10.",
      .formula =
          "M - S cv with M = sum w x / sum w, S^2 = sum w (x - M)^2 / sum w, cv = S / M; penalty = \"plus\": M + S cv",
      .edge_cases =
          "Over the available components, with their weights rescaled. Balanced rows and rows of one component have no "
          "penalty. A row whose mean is zero or less is an error: it has no coefficient of variation. The "
          "published index weighs all components alike; weights are an extension.",
      .source =
          "De Muro, Mazziotta and Pareto, Composite indices of development and poverty, Social Indicators Research "
          "104, "
          "2011; Mazziotta and Pareto, On a generalized non-compensatory composite index for measuring socio-economic "
          "phenomena, Social Indicators Research 127, 2016",
  };

  ImbalancePenalty penalty = ImbalancePenalty::Lowers;

  static constexpr auto parameters() {
    return std::tuple{parameter("penalty", &MazziottaPareto::penalty,
                                "minus where more is better (well-being), plus where more is worse (poverty)")};
  }

  std::optional<Problem> refuses(AggregateRow row) const {
    const double mean = Arithmetic{}.combine(row);
    if (mean > 0 || !std::isfinite(mean)) return std::nullopt;
    return Problem{Code::ScoreOutOfDomain, "mean score " + shortest(mean) + " under Mazziotta-Pareto",
                   "scores with a mean above 0, such as normalise zscore with mean = 100 and sd = 10"};
  }

  double combine(AggregateRow row) const {
    const double mean = Arithmetic{}.combine(row);
    double squares = 0;
    double weight = 0;
    for (std::size_t i = 0; i < row.scores.size(); ++i) {
      squares += row.weights[i] * ((row.scores[i] - mean) * (row.scores[i] - mean));
      weight += row.weights[i];
    }
    const double imbalance = squares / weight / mean;
    return penalty == ImbalancePenalty::Lowers ? mean - imbalance : mean + imbalance;
  }
};

}  // namespace podium
