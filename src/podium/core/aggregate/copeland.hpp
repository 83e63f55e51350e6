#pragma once

#include "podium/core/aggregate/row.hpp"

namespace podium {

struct Copeland {
  static constexpr MethodDoc doc{
      .name = "copeland",
      .summary =
          "Counts the duels that a unit wins and loses: in each, the weight of the components where it is ahead "
          "against the weight of those where it is behind. Only the order within each component matters, so strength "
          "in one makes good for nothing elsewhere.",
      .formula =
          "s(i,j) = share of weight where i is ahead of j, plus half of the share where they tie; score = number of j "
          "with s(i,j) > 1/2 minus number of j with s(i,j) < 1/2",
      .edge_cases =
          "A duel is fought over the components that both units have; without any it is a draw. Weights ahead and "
          "behind that differ by less than 1e-12 of their sum are a draw. A unit takes part if it has a score of its "
          "own by the step's rule for gaps. A unit that loses every duel may join or leave without a change in the "
          "others' order; other units may not.",
      .source =
          "Copeland, A reasonable social welfare function, University of Michigan, 1951; Munda and Nardo, "
          "Non-compensatory composite indicators for ranking countries, EUR 21833, 2005; OECD/JRC Handbook, 2008, "
          "section 6.13",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  std::vector<UnitProblem> combine_table(const AggregateTable& table, std::span<const char> takes_part, const Solvers&,
                                         std::span<double> combined) const;
};

}  // namespace podium
