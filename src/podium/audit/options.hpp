#pragma once

#include "podium/core/statistics/correlation.hpp"

namespace podium {

/// What an audit measures with, and from where on it speaks up. The defaults are those of practice around the
/// OECD/JRC handbook; each names its source.
struct AuditOptions {
  CorrelationKind correlation = CorrelationKind::Pearson;
  /// With denominators: sizes of countries are too skewed for a line.
  CorrelationKind denominator_correlation = CorrelationKind::Spearman;
  TestCorrection correction = TestCorrection::Holm;
  double significance = 0.05;

  /// Share of an indicator's figures that the recipe filled in, from which on its column says more about the rule.
  double thin_share = 0.25;
  double very_thin_share = 0.5;
  /// Share of a unit's weight in the index that rests on filled figures.
  double filled_weight = 1.0 / 3;
  /// |skewness| and excess kurtosis, both exceeded: the rule for treatment of the JRC's COIN Tool User Guide, 2019.
  double skewness = 2;
  double kurtosis = 3.5;
  /// Share of units that have one and the same score.
  double same_share = 0.5;
  /// Share of units held at a goalpost.
  double capped_share = 0.1;
  /// Correlation of siblings from which on they tell the same twice, and of a component with the index below which it
  /// is hardly heard: JRC audits, e.g. Saisana et al. on the Global Innovation Index.
  double redundant = 0.92;
  double silent = 0.3;
  /// Rank correlation with a denominator from which on an indicator measures size.
  double size = 0.7;
  /// Nunnally, 1978; Kaiser, 1974; the first component's share of the variance.
  double alpha = 0.7;
  double adequacy = 0.5;
  double first_component = 0.5;
  /// By how many times a component's share of importance may differ from its share of weight.
  double importance_factor = 2;
  /// Mean rank change when a component is left out, as a share of the ranked units.
  double removal_share = 0.05;
  /// Tukey's outer fence.
  double fence_width = 3;
};

}  // namespace podium
