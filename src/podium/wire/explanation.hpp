#pragma once

#include "podium/model/compute.hpp"
#include "podium/reason/explain.hpp"
#include "podium/reason/filled_figures.hpp"
#include "podium/wire/explained_ratios.hpp"

namespace podium {

/// A period of an index as an edition has it.
struct ExplainedState {
  EditionChoice choice;
  Selection selection;
  Time time;
  std::string recipe{};  ///< what another recipe or other weights are called; empty: the index's own

  Period period() const { return selection.panel().period(time); }
};

/// Why a unit's score and rank at a node changed between two states of an index.
struct Explanation {
  const Index& index;
  const ExplainedState& before;
  const ExplainedState& after;
  Unit unit;
  Series node;
  ExplainedChange change;
  std::vector<FilledEffect> filled;  ///< in the newer state, where the rank rests on them
  std::vector<ExplainedRatio> ratios{};
};

/// "2024"; where the two states have figures of different editions "2024@ai-index-2025", "2024@latest" or
/// "2024@2025-04-08"; and " (other.toml)" behind a state of another recipe.
std::string state_text(const Explanation& explanation, const ExplainedState& state);

/// "revision", "recipe", "frame", "own", "others" or "joined-left".
std::string_view to_word(ChangeFactor::Kind kind);

/// The unit's figure of an own factor, before the first step; NaN for a gap and for other factors.
double figure_before(const Explanation& explanation, const ChangeFactor& factor);
double figure_after(const Explanation& explanation, const ChangeFactor& factor);

/// {"index":{..},"unit":{"code","name"},"node":{"id","title"},
///  "before":{"period","edition_choice":{..},"score","rank"},"after":{..},
///  "factors":[{"kind","series","pillar","figure_before","figure_after","score","score_error","places","places_error"}],
///  "passed_us":[{"unit","before","after"}],"we_passed":[..],
///  "filled":[{"pillar","filled","filled_of_all","rank","rank_with_gaps","rank_at_lowest","rank_at_lowest_alone"}],
///  "ratios":[{"indicator","denominator","before","after","numerator_before","numerator_after","denominator_before",
///    "denominator_after","bennet":{"numerator","denominator"},"log_mean":{..} or null}],
///  "exact","worlds"}; a state of another recipe has "recipe".
std::string explanation_json(const Explanation& explanation);
/// kind,series,pillar,figure_before,figure_after,score,score_error,places,places_error; a line for each factor.
std::string explanation_csv(const Explanation& explanation);

}  // namespace podium
