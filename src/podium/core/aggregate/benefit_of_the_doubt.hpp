#pragma once

#include "podium/core/aggregate/row.hpp"
#include "podium/core/step.hpp"

namespace podium {

struct BenefitOfTheDoubt {
  static constexpr MethodDoc doc{
      .name = "benefit-of-the-doubt",
      .summary =
          "Every unit is judged with the weights that suit it best, within limits on what a component may contribute; "
          "where nobody can agree on weights, and a low score should not be blamed on them.",
      .formula =
          "score of c = scale * max over w >= 0 of sum w_i y_ci, subject to sum w_i y_ji <= 1 for every unit j and "
          "lowest_share <= w_i y_ci / sum_k w_k y_ck <= highest_share; by linear programming",
      .edge_cases =
          "Needs scores of 0 or more and a linear optimiser. The hierarchy's weights say only which components count. "
          "A unit with gaps is judged by the components that it has, against each other unit's scores in these. A "
          "component with score 0 contributes nothing, so with lowest_share above 0 the unit's score is 0. Scores are "
          "rounded to ten decimals of the scale, so that units at the frontier tie exactly.",
      .source =
          "Cherchye, Moesen, Rogge and Van Puyenbroeck, An introduction to 'benefit of the doubt' composite "
          "indicators, Social Indicators Research 82, 2007; Cherchye and others, Journal of the Operational Research "
          "Society 59, 2008 (limits on shares); Wong and Beasley, Restricting weight flexibility in data "
          "envelopment analysis, 1990",
  };

  double lowest_share = 0;
  double highest_share = 1;
  double scale = 1;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("lowest_share", &BenefitOfTheDoubt::lowest_share,
                  "least share of a unit's score that each component contributes, 0 to 1"),
        parameter("highest_share", &BenefitOfTheDoubt::highest_share,
                  "largest share of a unit's score that a component may contribute, 0 to 1"),
        parameter("scale", &BenefitOfTheDoubt::scale, "score of a unit that no other outdoes under its best weights")};
  }

  std::optional<Problem> check() const;
  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const;

  bool accepts(double score) const { return score >= 0; }
  Problem refusal(double score) const {
    return {Code::ScoreOutOfDomain, "score " + shortest(score) + " under benefit of the doubt",
            "scores of 0 or more, such as normalise with range = [0, 100]"};
  }

  std::vector<UnitProblem> combine_table(const AggregateTable& table, std::span<const char> takes_part,
                                         const Solvers& solvers, std::span<double> combined) const;
};

}  // namespace podium
