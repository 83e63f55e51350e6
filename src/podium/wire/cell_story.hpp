#pragma once

#include <span>
#include <string>

#include "podium/model/story.hpp"

namespace podium {

/// The stories of one unit and indicator, one per period:
/// {"index":{..},"unit":{"code","name"},"indicator":{"id","title","unit_of_measure"},
///  "stories":[{"period",
///    "editions":[{"value","printed","status","edition","released",
///                "source","source_title","url","locator","note","chosen"}],
///    "stages":[{"step","title","value","history"}],"score","rank","effective_weight"}]}
std::string cell_stories_json(const Index& index, Unit unit, Series series, std::span<const CellStory> stories);

}  // namespace podium
