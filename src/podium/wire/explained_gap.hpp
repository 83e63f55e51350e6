#pragma once

#include "podium/reason/explain_gap.hpp"
#include "podium/wire/explanation.hpp"

namespace podium {

/// Why one unit stands above another in one period of an index.
struct GapExplanation {
  const Index& index;
  const ExplainedState& state;
  Unit unit;
  Unit other;
  Series node;
  ExplainedGap gap;
};

/// A part's figures of the two units, before the first step; NaN for a gap.
double figure_of(const GapExplanation& explanation, const GapPart& part);
double figure_of_other(const GapExplanation& explanation, const GapPart& part);

/// {"index":{..},"period","edition_choice":{..},"unit","other","node","score","score_of_other",
///  "parts":[{"indicator","pillar","figure","figure_of_other","score","score_error"}],"exact"}
std::string gap_json(const GapExplanation& explanation);
/// indicator,pillar,figure,figure_of_other,score,score_error; a line for each part.
std::string gap_csv(const GapExplanation& explanation);

}  // namespace podium
