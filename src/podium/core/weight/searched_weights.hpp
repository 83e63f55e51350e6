#pragma once

#include "podium/core/weight/search.hpp"

namespace podium {

/// Limits and nodes that both searches share.
Problem negative_share(double lowest);
std::optional<Problem> check_search(double lowest_share, double highest_share);
Diagnostics check_search_in(const StepContext& context, const RecipeSetting& setting,
                            const std::optional<std::size_t>& level);

struct BalanceWeights {
  static constexpr MethodDoc doc{
      .name = "balance",
      .summary =
          "Searches for the weights under which every component bears the part in the index that it should: a weight "
          "is not an importance, for correlated components move the index together.",
      .formula =
          "minimise mean_i (target_i - s_i)^2 with s_i = q_i / sum_k q_k; q_i = r_i^2 (the linear estimate of the "
          "correlation ratio), r_i, or Spearman's r_i of component i with the index",
      .edge_cases =
          "For each node, over its components and its own score; with level, over all nodes of that level and the "
          "index. Over the units with scores of all components, at least three. No target: equal shares; else every "
          "component has one, and they are rescaled to sum 1. Needs an optimiser; the smallest distance it finds may "
          "be above zero. Constant components are an error.",
      .source =
          "Paruolo, Saisana and Saltelli, Ratings and rankings: voodoo or science?, Journal of the Royal Statistical "
          "Society A 176, 2013; Becker, Saisana, Paruolo and Vandecasteele, Weights and importance in composite "
          "indicators, Ecological Indicators 80, 2017",
  };

  std::optional<std::size_t> level{};
  NodeValues target{};
  double lowest_share = 0;
  double highest_share = 1;
  ScoreRelation correlation = ScoreRelation::Squared;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("level", &BalanceWeights::level,
                  "weigh all nodes of this level (1: indicators) for their part in the index; without it, the "
                  "components of each node for their part in that node"),
        parameter("target", &BalanceWeights::target,
                  "the part that each component should bear; equal parts without it"),
        parameter("lowest_share", &BalanceWeights::lowest_share,
                  "least weight of a component as a share of its node's components"),
        parameter("highest_share", &BalanceWeights::highest_share,
                  "largest weight of a component as a share of its node's components"),
        parameter("correlation", &BalanceWeights::correlation, "squared (Pearson), pearson, or spearman")};
  }

  std::optional<Problem> check() const;
  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const {
    return check_search_in(context, setting, level);
  }

  std::vector<std::string> named() const { return ids_of(target); }

  /// Parts that add up to 1, for components in this order. Nothing if some have a target and others do not.
  std::optional<std::vector<double>> targets(std::span<const std::string> components) const;
  /// mean_i (target_i - q_i / sum q)^2; infinite where the relations do not add up to more than zero.
  static double distance(std::span<const double> relations, std::span<const double> targets);
};

struct InfomaxWeights {
  static constexpr MethodDoc doc{
      .name = "infomax",
      .summary =
          "Searches for the weights under which the index says most about its components: the sum of their "
          "correlations with it is largest.",
      .formula = "maximise sum_i q_i; q_i = r_i^2, r_i, or Spearman's r_i of component i with the index",
      .edge_cases =
          "For each node, over its components and its own score; with level, over all nodes of that level and the "
          "index. Over the units with scores of all components, at least three. Components that go with many others "
          "gain, others may end at the lowest share. Needs an optimiser. Constant components are an error.",
      .source =
          "Linden, Cinelli, Spada, Becker, Gasser and Burgherr, A framework based on statistical analysis and "
          "stakeholders' preferences to inform weighting in composite indicators, Environmental Modelling and Software "
          "145, 2021",
  };

  std::optional<std::size_t> level{};
  double lowest_share = 0;
  double highest_share = 1;
  ScoreRelation correlation = ScoreRelation::Squared;

  static constexpr auto parameters() {
    return std::tuple{
        parameter(
            "level", &InfomaxWeights::level,
            "weigh all nodes of this level (1: indicators) for what the index says; without it, the components of "
            "each node for what that node says"),
        parameter("lowest_share", &InfomaxWeights::lowest_share,
                  "least weight of a component as a share of its node's components"),
        parameter("highest_share", &InfomaxWeights::highest_share,
                  "largest weight of a component as a share of its node's components"),
        parameter("correlation", &InfomaxWeights::correlation, "squared (Pearson), pearson, or spearman")};
  }

  std::optional<Problem> check() const;
  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const {
    return check_search_in(context, setting, level);
  }
};

}  // namespace podium
