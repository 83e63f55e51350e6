#pragma once

#include <string>

#include "podium/model/screening.hpp"
#include "podium/model/story.hpp"

/// What a step did about a cell, in a line each.
namespace podium {

/// "Step 2 filled the gap by group-mean: region East Asia."; empty where there is nothing to tell.
std::string detail_line(const StoryStage& stage, const Index& index, Language language);

/// "Step 1 left the unit out: 3 of 10 figures."
std::string left_out_line(std::size_t step, const ScreenDecision& decision, const Index& index, Language language);

/// "Weight 2: 50% of its node, 12.5% of the index."
std::string weight_line(const StoryWeight& weight, Language language);

}  // namespace podium
