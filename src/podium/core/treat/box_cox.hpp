#pragma once

#include "podium/core/treat/pool.hpp"

namespace podium {

struct BoxCox {
  static constexpr MethodDoc doc{
      .name = "box-cox",
      .summary =
          "Raises all figures to the power that makes their distribution most nearly normal, or to a given one; "
          "logarithm, square root and reciprocal are special cases. Keeps the order of the figures.",
      .formula =
          "y = x - min + 1; (y^L - 1)/L, ln y for L = 0. Without `lambda`, L is the number between -2 and 2 with the "
          "largest profile log-likelihood -n/2 ln(variance of the transformed y, with n) + (L - 1) sum ln y",
      .edge_cases =
          "Gaps stay gaps. Figures that are all the same are left as they are. Estimating lambda needs at least four "
          "figures. The shift by 1 makes the result depend on the unit of measure.",
      .source = "Box and Cox, 1964, An analysis of transformations, Journal of the Royal Statistical Society B 26(2)",
  };

  std::optional<double> lambda{};

  static constexpr auto parameters() {
    return std::tuple{parameter("lambda", &BoxCox::lambda, "the power L; left out: estimated for each indicator")};
  }

  std::optional<Problem> check() const;

  Treatment apply(const TreatPool& pool) const;
};

}  // namespace podium
