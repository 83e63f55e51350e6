#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "podium/audit/audit.hpp"

namespace podium {

/// What a reviewer would object to. One sentence belongs to each, in sentences.hpp.
enum class FindingKind : std::uint8_t {
  ThinIndicator,         ///< much of a column was filled in by the recipe
  FilledRanks,           ///< units whose rank rests much on filled figures
  CarriedForward,        ///< columns that the author brought over from elsewhere
  UnequalBasis,          ///< gaps remain: units are scored on different indicators
  ConstantScores,        ///< an indicator that tells nobody apart
  SameScores,            ///< most units share one score
  CappedHigh,            ///< many units held at the high goalpost
  CappedLow,             ///< and at the low one
  SkewedScores,          ///< a few units decide an indicator's scores
  NoTreatment,           ///< skewed indicators and no treatment step
  SizeDriven,            ///< an indicator, or the index, that follows population or the economy
  Redundant,             ///< siblings that tell the same twice
  Opposed,               ///< siblings that go against each other
  Silent,                ///< a component that the index hardly follows, or moves against
  NotOneDimension,       ///< a node whose components do not measure one thing
  UnbalancedImportance,  ///< siblings that count otherwise than their weights say
  Dominated,             ///< one component explains nearly all of the index
  FragileToRemoval,      ///< ranks move much when a component is left out
  PeriodsNotComparable,  ///< normalised within each period, so scores of two periods do not compare
  MixedEditions,         ///< two releases of one publisher in one ranking
  EditionsOverTime,      ///< an indicator whose periods come from different releases
  Unsettled,             ///< provisional, estimated or broken figures
  WeightsUnargued,       ///< no step derives the weights
  OutlyingUnits,         ///< unusual profiles
};

/// How much weight a reviewer would put on it; worst first.
enum class Gravity : std::uint8_t { Serious, Moderate, Note };

template <>
struct Words<FindingKind> {
  static constexpr std::array<std::pair<std::string_view, FindingKind>, 24> list{{
      {"thin-indicator", FindingKind::ThinIndicator},
      {"filled-ranks", FindingKind::FilledRanks},
      {"carried-forward", FindingKind::CarriedForward},
      {"unequal-basis", FindingKind::UnequalBasis},
      {"constant-scores", FindingKind::ConstantScores},
      {"same-scores", FindingKind::SameScores},
      {"capped-high", FindingKind::CappedHigh},
      {"capped-low", FindingKind::CappedLow},
      {"skewed-scores", FindingKind::SkewedScores},
      {"no-treatment", FindingKind::NoTreatment},
      {"size-driven", FindingKind::SizeDriven},
      {"redundant", FindingKind::Redundant},
      {"opposed", FindingKind::Opposed},
      {"silent", FindingKind::Silent},
      {"not-one-dimension", FindingKind::NotOneDimension},
      {"unbalanced-importance", FindingKind::UnbalancedImportance},
      {"dominated", FindingKind::Dominated},
      {"fragile-to-removal", FindingKind::FragileToRemoval},
      {"periods-not-comparable", FindingKind::PeriodsNotComparable},
      {"mixed-editions", FindingKind::MixedEditions},
      {"editions-over-time", FindingKind::EditionsOverTime},
      {"unsettled", FindingKind::Unsettled},
      {"weights-unargued", FindingKind::WeightsUnargued},
      {"outlying-units", FindingKind::OutlyingUnits},
  }};
};
template <>
struct Words<Gravity> {
  static constexpr std::array<std::pair<std::string_view, Gravity>, 3> list{
      {{"serious", Gravity::Serious}, {"moderate", Gravity::Moderate}, {"note", Gravity::Note}}};
};

/// A number that a finding rests on, with the name under which programs read it ("imputed", "cells").
struct NamedNumber {
  std::string_view name;
  double value;
};

/// One objection, without words. Which nodes, units, editions and numbers it has depends on its kind; the numbers'
/// names say what they are, shares are from 0 to 1.
struct Finding {
  FindingKind kind;
  Gravity gravity;
  int handbook_step;  ///< 1 to 10, of OECD/JRC, Handbook on Constructing Composite Indicators, 2008
  Period period;
  std::vector<Series> nodes{};  ///< indicators, nodes or denominators, the one that it is about first
  std::vector<Unit> units{};    ///< those concerned, the worst first
  std::vector<EditionAt> editions{};
  std::vector<NamedNumber> numbers{};
  double extent = 0;  ///< how much of the index it touches, 0 to 1; orders findings of the same gravity

  /// The number of that name; NaN if there is none.
  double number(std::string_view name) const;
};

/// All objections to one period, worst first: by gravity, extent, handbook step, then the order of the nodes.
std::vector<Finding> findings_of(const Index& index, const Computed& computed, const Audit& audit);

}  // namespace podium
