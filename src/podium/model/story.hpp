#pragma once

#include "podium/core/screen_decision.hpp"
#include "podium/core/treat/report.hpp"
#include "podium/model/compute.hpp"

namespace podium {

/// By what rule a step filled the cell.
struct FilledCell {
  std::string_view method;       ///< as in a recipe
  std::string grouping{};        ///< for means and medians of groups: "region"
  std::string group{};           ///< the unit's group: "East Asia"; empty if it is in none
  std::optional<Period> from{};  ///< the period whose figure was carried here
};

/// What a step did about the cell beyond what its value and history say.
using StageDetail = std::variant<std::monostate, FilledCell, TreatReport, ScreenDecision>;

/// A cell after one step of the recipe. `step` 0 is the selected figure before any step.
struct StoryStage {
  std::size_t step;
  std::string title;  ///< "impute median"
  double value;       ///< NaN for a gap
  std::string history;
  /// A report of a treatment is about the cell's pool; of the cells in it, it keeps this one, if it was changed.
  /// A decision of a screening is one that left the unit or the indicator out.
  StageDetail detail{};
};

/// What a node counts in a period.
struct StoryWeight {
  double weight;     ///< within its parent
  double share;      ///< of its siblings' weights
  double effective;  ///< share of the index
  bool by_step;      ///< a step of the recipe gave it, in place of the hierarchy's
};

/// Everything that is known of one cell: its figure in every edition, which one is used, what each step made of it, and
/// what it counts for.
struct CellStory {
  Unit unit;
  Series series;
  Period period;
  std::span<const Observation> editions;  ///< by release date
  const Observation* chosen;              ///< one of `editions`; null if the cell is a gap in the selection
  std::vector<StoryStage> stages;         ///< empty for a period that is not ranked
  double score;                           ///< after the last step; NaN if none
  Rank rank;                              ///< among the units by that score; 0 if none
  std::optional<StoryWeight> weight;      ///< nothing for denominators and periods that are not ranked
};

/// The index must outlive the story.
Result<CellStory> tell_story(const Index& index, const EditionChoice& choice, Unit unit, Series series, Period period);

}  // namespace podium
