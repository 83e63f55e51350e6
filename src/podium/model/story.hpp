#pragma once

#include "podium/model/compute.hpp"

namespace podium {

/// A cell after one step of the recipe. `step` 0 is the selected figure before any step.
struct StoryStage {
  std::size_t step;
  std::string title;  ///< "impute median"
  double value;       ///< NaN for a gap
  std::string history;
};

/// Everything that is known of one cell: its figure in every edition, which one is used, what each step made of it, and
/// what share of the unit's index score comes from it.
struct CellStory {
  Unit unit;
  Series series;
  Period period;
  std::span<const Observation> editions;  ///< by release date
  const Observation* chosen;              ///< one of `editions`; null if the cell is a gap in the selection
  std::vector<StoryStage> stages;         ///< empty for a period that is not ranked
  double score;                           ///< after the last step; NaN if none
  Rank rank;                              ///< among the units by that score; 0 if none
  double effective_weight;                ///< share of the index, 0 for denominators
};

/// The index must outlive the story.
Result<CellStory> tell_story(const Index& index, const EditionChoice& choice, Unit unit, Series series, Period period);

}  // namespace podium
