#pragma once

#include "podium/core/impute/table.hpp"

namespace podium {

/// What happens to a gap that nothing predicts.
enum class Unpredicted : std::uint8_t { Error, Gap };
template <>
struct Words<Unpredicted> {
  static constexpr std::array<std::pair<std::string_view, Unpredicted>, 2> list{
      {{"error", Unpredicted::Error}, {"gap", Unpredicted::Gap}}};
};

struct ImputeRegression {
  static constexpr MethodDoc doc{
      .name = "regression",
      .summary =
          "Predicts each gap by least squares from the indicators that correlate with it most, when indicators move "
          "together and units without some figures have others.",
      .formula =
          "x = a + b1 p1 + ... + bk pk; p: of the indicators with a figure for this unit, the `predictors` ones with "
          "the largest |Pearson correlation|; a, b by least squares over the units that have all of them",
      .edge_cases =
          "An indicator predicts only if |correlation| >= min_correlation and if at least two units with all figures "
          "remain for each coefficient, the constant among them. Only figures predict, never fillings. A gap that "
          "nothing predicts is an error, or stays a gap with unpredicted = \"gap\" (for a later impute step). "
          "Predicted "
          "figures lie on the line, so spreads and correlations look better than they are.",
      .source =
          "Buck, A method of estimation of missing values in multivariate data suitable for use with an "
          "electronic computer, Journal of the Royal Statistical Society B 22, 1960; Little and Rubin, "
          "Statistical Analysis with Missing Data, 2nd edition, 2002, section 4.2.2",
  };

  std::size_t predictors = 3;
  double min_correlation = 0.5;
  Unpredicted unpredicted = Unpredicted::Error;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("predictors", &ImputeRegression::predictors, "how many indicators predict a gap at most"),
        parameter("min_correlation", &ImputeRegression::min_correlation,
                  "least size of the correlation with a predictor, 0 to 1"),
        parameter("unpredicted", &ImputeRegression::unpredicted, "a gap that nothing predicts: error, or gap")};
  }

  std::optional<Problem> check() const;
  Diagnostics apply(const ImputeTable& table) const;
};

}  // namespace podium
