#pragma once

#include <cmath>

#include "podium/core/weight/weighing.hpp"

namespace podium {

/// How loadings become weights.
enum class PcaForm : std::uint8_t { First, Squared, Rotated };
template <>
struct Words<PcaForm> {
  static constexpr std::array<std::pair<std::string_view, PcaForm>, 3> list{
      {{"first", PcaForm::First}, {"squared", PcaForm::Squared}, {"rotated", PcaForm::Rotated}}};
};

struct PcaWeights {
  static constexpr MethodDoc doc{
      .name = "pca",
      .summary =
          "Weights by principal components of the components' correlations: what moves with the rest weighs more, what "
          "stands alone weighs less. It describes the data and says nothing about importance.",
      .formula =
          "first: the entries of the first unit eigenvector v of the correlation matrix; squared: v_i^2; rotated: "
          "factors with eigenvalue above 1 (the first at least), varimax; l^2 over its sum for the factor, of the "
          "factor where that is largest, times the variance that the factor explains; sum 1",
      .edge_cases =
          "Over the units without a gap among the node's components, which must outnumber these. Under first, a "
          "component that runs against the others would get a negative weight, which is an error. A constant "
          "component is an error.",
      .source =
          "Nicoletti, Scarpetta and Boylaud, Summary indicators of product market regulation, OECD, 2000; OECD/JRC, "
          "Handbook on Constructing Composite Indicators, 2008, section 6.1",
  };

  PcaForm form = PcaForm::First;

  static constexpr auto parameters() {
    return std::tuple{parameter("form", &PcaWeights::form,
                                "first: loadings of the first component; squared: their squares; rotated: squares of "
                                "loadings on rotated factors")};
  }

  std::size_t least_observations(std::size_t components) const { return components + 1; }
  Weighed weigh(const ScoreTable& table) const;
};

/// Turns the columns of `loadings` so that each has a few large and many small entries (Kaiser 1958, without his
/// scaling of rows): the sum over columns of the variance of the squared entries is largest.
Matrix varimax(Matrix loadings);

}  // namespace podium
