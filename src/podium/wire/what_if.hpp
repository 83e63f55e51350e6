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
  Text title{};                        ///< of the scenario, if it has one
  std::vector<std::string> reasons{};  ///< why, of the first of `figures`; fewer, and empty ones, where none is given
};

/// The reason of a figure; empty if none is given.
std::string reason_of(const WhatIf& what_if, std::size_t figure);

/// {"index":{..},"period","edition_choice":{..},"node","title":{..},"settings":[..],
///  "figures":[{"unit","series","period","before","after","assumed","why"}],
///  "moves":[{"unit","score_before","score_after","rank_before","rank_after"}]}
/// "title" and "why" only where they are given.
std::string what_if_json(const WhatIf& what_if);
/// unit,score_before,score_after,rank_before,rank_after; a line for each unit whose score or rank changes.
std::string what_if_csv(const WhatIf& what_if);

}  // namespace podium
