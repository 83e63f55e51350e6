#pragma once

#include "podium/wire/explained_gap.hpp"
#include "podium/wire/explanation.hpp"
#include "podium/wire/labour.hpp"
#include "podium/wire/projection.hpp"
#include "podium/wire/seek.hpp"
#include "podium/wire/what_if.hpp"

/// The answers of `podium explain`, `seek`, `whatif` and `project` as pictures: whole SVG documents.
namespace podium {

/// From the older score to the newer one, part by part.
std::string explanation_waterfall(const Explanation& explanation, Language language);
/// Who overtook whom between the two rankings.
std::string overtake_slope(const Explanation& explanation, Language language);
/// From the other unit's score to the unit's, pillar by pillar.
std::string gap_waterfall(const GapExplanation& explanation, Language language);
/// What each indicator would have to change, alone and in the mix, by effort.
std::string seek_bars(const SeekAnswer& answer, Language language);
/// The units whose rank changes, and those whose figures were changed.
std::string what_if_slope(const WhatIf& what_if, Language language);
/// Both series, and what may become of them up to the horizon.
std::string projection_fan(const Projection& projection, Language language);
/// People wanted and people there, of each level at the end.
std::string labour_bars(const LabourAnswer& answer, Language language);

}  // namespace podium
