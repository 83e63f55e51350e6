#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "podium/core/recipe.hpp"

/// What a stress test varies: choices that an author could have made otherwise, and figures that could have been
/// printed otherwise. Everything else stays as published. Kinds of variation describe themselves as methods do
/// (podium/core/method.hpp), and plans are read by what they say.
namespace podium {

/// How weights are drawn.
enum class WeightLaw : std::uint8_t { Spread, Dirichlet, Simplex };
template <>
struct Words<WeightLaw> {
  static constexpr std::array<std::pair<std::string_view, WeightLaw>, 3> list{
      {{"spread", WeightLaw::Spread}, {"dirichlet", WeightLaw::Dirichlet}, {"simplex", WeightLaw::Simplex}}};
};

struct VaryWeights {
  static constexpr MethodDoc doc{
      .name = "weights",
      .summary = "What nodes weigh within their parents.",
      .formula =
          "spread: w (1 + spread (2 u - 1)), each node by itself; dirichlet: the shares of the varied components of a "
          "node are Dirichlet distributed with parameters concentration * published share; simplex: all shares are "
          "equally likely, with `limits` or an `order` all that obey these (hit-and-run)",
      .edge_cases =
          "Components of weight 0 stay so. Under dirichlet and simplex the varied components of a node keep the sum of "
          "their weights. Limits and orders that leave no room are an error.",
      .source =
          "Saisana, Saltelli and Tarantola, 2005, Journal of the Royal Statistical Society A 168(2); Smith, 1984, "
          "Operations Research 32(6) (hit-and-run)",
  };

  std::vector<std::string> at{"indicator", "pillar"};
  WeightLaw law = WeightLaw::Spread;
  double spread = 0.25;
  double concentration = 10;
  std::vector<std::string> order{};
  NodeFrames limits{};

  static constexpr auto parameters() {
    return std::tuple{
        parameter("at", &VaryWeights::at, "\"indicator\", \"pillar\" (the nodes between), or nodes by id"),
        parameter("law", &VaryWeights::law, "spread, dirichlet or simplex"),
        parameter("spread", &VaryWeights::spread, "law spread: by which share of itself a weight may move, 0 to 1"),
        parameter("concentration", &VaryWeights::concentration,
                  "law dirichlet: the larger, the nearer to the published shares"),
        parameter("order", &VaryWeights::order,
                  "law simplex: components of one node, each at least as heavy as the next"),
        parameter("limits", &VaryWeights::limits,
                  "law simplex: least and largest share of a component among the varied ones of its node")};
  }
};

/// One way to do a step; nothing: it is left out.
struct StepAlternative {
  std::string label;
  std::optional<Step> step{};
};

struct VaryStep {
  static constexpr MethodDoc doc{
      .name = "step",
      .summary = "A step done otherwise, or left out; every way is equally likely.",
      .formula =
          "the step with each of the values that a list gives for one of its keys, such as method = [\"minmax\", "
          "\"zscore\"]",
      .edge_cases =
          "With another method, the parameters of the published one do not hold. Lists for several keys make all "
          "combinations. A world whose recipe cannot be run counts as failed, with the reason.",
      .source = "Saisana, Saltelli and Tarantola, 2005, Journal of the Royal Statistical Society A 168(2)",
  };

  std::size_t number = 1;  ///< of the step in the recipe, from 1
  std::vector<StepAlternative> alternatives{};

  static constexpr auto parameters() { return std::tuple{}; }
};

struct VaryIndicators {
  static constexpr MethodDoc doc{
      .name = "indicators",
      .summary = "Indicators that are left out.",
      .formula = "one of them or none, all equally likely; or each by itself with `probability`",
      .edge_cases = "A world in which a node loses all its indicators counts as failed.",
      .source = "Saisana, Saltelli and Tarantola, 2005, Journal of the Royal Statistical Society A 168(2)",
  };

  std::vector<std::string> among{};
  std::optional<double> probability{};

  static constexpr auto parameters() {
    return std::tuple{parameter("among", &VaryIndicators::among, "the indicators; all without it"),
                      parameter("probability", &VaryIndicators::probability, "of being left out, each by itself")};
  }
};

struct VaryUnits {
  static constexpr MethodDoc doc{
      .name = "units",
      .summary = "Units that are left out, so that the others are scored without them.",
      .formula = "one of them or none, all equally likely; or each by itself with `probability`",
      .edge_cases = "A unit that is left out of a world has no rank in it.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 7",
  };

  std::vector<std::string> among{};
  std::optional<double> probability{};

  static constexpr auto parameters() {
    return std::tuple{parameter("among", &VaryUnits::among, "the units; all without it"),
                      parameter("probability", &VaryUnits::probability, "of being left out, each by itself")};
  }
};

struct VaryRounding {
  static constexpr MethodDoc doc{
      .name = "rounding",
      .summary = "What figures were before they were rounded for print.",
      .formula = "printed figure + step (u - 1/2), where step is one unit of its last printed digit",
      .edge_cases =
          "1.30 has a smaller step than 1.3. Counts are printed in full: name them in `except`. Denominators move "
          "too, unless `only` is given.",
      .source = "interval of a rounded figure; Metropolis and Ulam, 1949 (Monte Carlo)",
  };

  std::vector<std::string> only{};
  std::vector<std::string> except{};

  static constexpr auto parameters() {
    return std::tuple{parameter("only", &VaryRounding::only, "only the indicators at or below these nodes"),
                      parameter("except", &VaryRounding::except, "not the indicators at or below these nodes")};
  }
};

/// How the error of a measured figure is distributed.
enum class ErrorLaw : std::uint8_t { Normal, Lognormal };
template <>
struct Words<ErrorLaw> {
  static constexpr std::array<std::pair<std::string_view, ErrorLaw>, 2> list{
      {{"normal", ErrorLaw::Normal}, {"lognormal", ErrorLaw::Lognormal}}};
};

struct VaryMeasurement {
  static constexpr MethodDoc doc{
      .name = "measurement",
      .summary = "What figures could have been, given the standard errors that their publishers state.",
      .formula =
          "normal: printed figure x + standard error e * z, z a standard normal variable; lognormal: x exp(s z - s^2 / "
          "2) with s^2 = ln(1 + (e / x)^2), which has mean x and standard deviation e as well and never falls below 0",
      .edge_cases =
          "Figures without a standard error stay; if none of those that the factor moves has one, it is an error. A "
          "drawn figure that the indicator cannot have (a negative count) is left as drawn, since cutting it off would "
          "move the mean; where a step cannot work with it, the world counts as failed. Lognormal needs figures above "
          "0. Denominators move too, unless `only` is given. Each figure has an error of its own.",
      .source =
          "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 7; lognormal: Aitchison and Brown, The "
          "Lognormal Distribution, 1957",
  };

  ErrorLaw law = ErrorLaw::Normal;
  std::vector<std::string> only{};
  std::vector<std::string> except{};

  static constexpr auto parameters() {
    return std::tuple{parameter("law", &VaryMeasurement::law, "normal or lognormal"),
                      parameter("only", &VaryMeasurement::only, "only the indicators at or below these nodes"),
                      parameter("except", &VaryMeasurement::except, "not the indicators at or below these nodes")};
  }
};

struct VaryImputation {
  static constexpr MethodDoc doc{
      .name = "imputation",
      .summary = "By how much filled figures may be wrong.",
      .formula =
          "filled figure + an error of the same step: by how much it misses a known figure of the same indicator in "
          "the "
          "ranked period when that figure is hidden from it, all known figures equally likely",
      .edge_cases = "Figures that the index's author filled in have no known error and stay.",
      .source = "cross-validation: Stone, 1974, Journal of the Royal Statistical Society B 36(2)",
  };

  static constexpr auto parameters() { return std::tuple{}; }
};

struct VaryEdition {
  static constexpr MethodDoc doc{
      .name = "edition",
      .summary = "From which edition the figures come.",
      .formula = "one of the editions, all equally likely",
      .edge_cases = "Where a named edition does not cover an indicator, the newest one stands in.",
      .source = "podium's own",
  };

  std::vector<std::string> editions{};

  static constexpr auto parameters() {
    return std::tuple{parameter("editions", &VaryEdition::editions,
                                "the editions beside the published choice; without it, all that print figures of the "
                                "ranked period")};
  }
};

using Variation = std::variant<VaryWeights, VaryStep, VaryIndicators, VaryUnits, VaryRounding, VaryMeasurement,
                               VaryImputation, VaryEdition>;

struct Factor {
  std::string name;        ///< for people and for picking; unique in a plan
  std::string together{};  ///< factors with the same word draw the same numbers (dependence); empty: by itself
  Variation variation;
};

struct StressPlan {
  std::uint64_t draws = 10'000;
  std::uint64_t seed = 1;
  double interval = 0.9;  ///< share of the worlds that printed intervals hold
  std::string unit{};     ///< the unit that a first sentence is about; empty: the first in the ranking
  std::vector<Factor> factors{};
};

}  // namespace podium
