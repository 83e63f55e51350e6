#pragma once

#include "podium/model/compute.hpp"
#include "podium/reason/scenario.hpp"

namespace podium {

/// What a scenario does to the ranking of one node and period.
struct WhatIf {
  const Index& index;
  EditionChoice choice;
  Period period;
  Series node;
  std::size_t ranked = 0;                   ///< units, as published
  std::vector<ChangedFigure> figures;       ///< their times are those of the index's panel
  std::vector<Period> periods;              ///< of that panel
  std::vector<std::string> other_settings;  ///< "weight talent = 2", "recipe other.toml": beside figures
  std::vector<ScenarioMove> moves;
};

/// {"index":{..},"period","edition_choice":{..},"node","settings":[..],
///  "figures":[{"unit","series","period","before","after","assumed"}],
///  "moves":[{"unit","score_before","score_after","rank_before","rank_after"}]}
std::string what_if_json(const WhatIf& what_if);
/// unit,score_before,score_after,rank_before,rank_after; a line for each unit whose score or rank changes.
std::string what_if_csv(const WhatIf& what_if);

}  // namespace podium
