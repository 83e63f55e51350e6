#pragma once

#include "podium/core/impute/table.hpp"

namespace podium {

struct ImputeExpectation {
  static constexpr MethodDoc doc{
      .name = "expectation-maximisation",
      .summary =
          "Takes the indicators of a node as jointly normal, finds the mean and covariance under which the available "
          "figures are most likely, and fills each gap with what they lead one to expect from the unit's own figures.",
      .formula =
          "E: x(gap) = m(gap) + S(gap,known) S(known,known)^-1 (x(known) - m(known)); M: m = mean of the completed "
          "rows, "
          "S = their covariance (divisor n) + the mean of S(gap,gap) - S(gap,known) S(known,known)^-1 S(known,gap); "
          "repeated until no entry changes by more than `tolerance`, in standard deviations",
      .edge_cases =
          "Needs more units with figures than indicators in the node. A unit without any figure there gets the means. "
          "A "
          "constant indicator stays outside, and its gaps take its constant. Where the covariance is singular, a ridge "
          "of 1e-6 variances is added to its diagonal, ten times more if that does not do. Assumes that gaps do not "
          "depend on the missing figures themselves (missing at random).",
      .source =
          "Dempster, Laird and Rubin, Maximum likelihood from incomplete data via the EM algorithm, Journal of "
          "the Royal Statistical Society B 39, 1977; Little and Rubin, Statistical Analysis with Missing Data, "
          "2nd edition, 2002, section 11.2",
  };

  std::optional<std::size_t> level{};
  std::vector<std::string> within{};
  double tolerance = 1e-6;
  std::size_t max_iterations = 1000;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("level", &ImputeExpectation::level,
                  "one model for each node of this level, 2 for the indicators' parents; without it, one for all"),
        parameter("within", &ImputeExpectation::within,
                  "one model for each of these nodes instead; others are not filled"),
        parameter("tolerance", &ImputeExpectation::tolerance,
                  "largest change of a mean or covariance at which to stop, in standard deviations"),
        parameter("max_iterations", &ImputeExpectation::max_iterations, "rounds after which to give up")};
  }

  std::optional<Problem> check() const;
  Diagnostics check_in(const StepContext& context, const RecipeSetting&) const {
    return check_blocks_in(within, level, context);
  }
  Diagnostics apply(const ImputeTable& table) const;
};

}  // namespace podium
