#pragma once

#include <span>
#include <string>

#include "podium/model/story.hpp"

namespace podium {

/// The stories of one unit and indicator, one per period:
/// {"index":{..},"unit":{"code","name"},"indicator":{"id","title","unit_of_measure"},
///  "stories":[{"period",
///    "editions":[{"value","printed","standard_error","status","edition","released",
///                "source","source_title","url","locator","note","chosen"}],
///    "stages":[{"step","title","value","history",
///               "filled":{"method","grouping","group","from"},
///               "treated":{"over","skewness","kurtosis","passes",
///                          "first":{"method","skewness","kurtosis","passes","brought_down","brought_up","lambda"},
///                          "second":{..},"before","after"},
///               "left_out":{"subject","reason","available","nonzero","possible","node"}}],
///    "score","rank","weight","share","effective_weight","weight_by_step"}]}
/// filled, treated, left_out: where the step did so. Weights: those of the period, for elements of the hierarchy.
std::string cell_stories_json(const Index& index, Unit unit, Series series, std::span<const CellStory> stories);

}  // namespace podium
