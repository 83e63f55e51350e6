#pragma once

#include "podium/core/weight/weighing.hpp"

namespace podium {

/// The weights in force, with those of the list in their places; nothing where it names none of the siblings.
Weighed replace_weights(const Siblings& siblings, const NodeValues& weights);

struct GivenWeights {
  static constexpr MethodDoc doc{
      .name = "given",
      .summary =
          "Gives components the weights that the step writes down, in place of those in the hierarchy; for a variant "
          "of an index.",
      .formula = "w_i as given",
      .edge_cases =
          "Components that are not named keep their weights, so the new numbers are on the scale of the old. Weight 0: "
          "the component is shown and does not count. A node that is left without weight is an error.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 1.6",
  };

  NodeValues weights{};

  static constexpr auto parameters() {
    return std::tuple{parameter("weights", &GivenWeights::weights, "the new weight of each component named")};
  }

  std::optional<Problem> check() const {
    if (weights.empty()) return Problem{Code::MissingKey, "no weights", "weights = { component = number }"};
    return check_weights(weights, "weight");
  }

  std::vector<std::string> named() const { return ids_of(weights); }
  Weighed judge(const Siblings& siblings) const { return replace_weights(siblings, weights); }
};

/// As given, by the name of a set that the index defines.
struct WeightSet {
  static constexpr MethodDoc doc{
      .name = "set",
      .summary =
          "Gives components the weights of a named set, [weights.NAME] of the index; for indices that are published "
          "with several sets of weights.",
      .formula = "w_i as the set says",
      .edge_cases =
          "Components that the set does not name keep their weights. Weight 0: the component is shown and does not "
          "count. A node that is left without weight is an error.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 1.6",
  };

  std::string set{};
  NodeValues weights{};  ///< of the set, filled in where the recipe is read

  static constexpr auto parameters() {
    return std::tuple{parameter("set", &WeightSet::set, "NAME of a table [weights.NAME] of the index")};
  }

  std::optional<Problem> check() const;
  std::vector<std::string> named() const { return ids_of(weights); }
  Weighed judge(const Siblings& siblings) const { return replace_weights(siblings, weights); }
};

}  // namespace podium
