#pragma once

#include "podium/stress/world_overtake.hpp"
#include "podium/wire/stress.hpp"

namespace podium {

/// How little weights have to change for one unit to overtake another.
struct OvertakeResult {
  const StressResult& result;  ///< of which nothing but index, period and node is asked
  Unit unit;
  Unit other;
  WorldOvertake found;
};

/// "already", "possible", "never" or "unknown".
std::string_view to_word(WorldOvertake::Outcome outcome);

/// The nodes that count, without the index itself.
std::vector<Series> weighed_nodes(const OvertakeResult& overtake);

/// {"index":{..},"edition_choice":{..},"period","node":{..},"unit","other","outcome","smallest","change","ranks":[r,r],
///  "weights":[{"component","published","weight"}]}: all weights; `smallest` is null where no weights will do.
std::string overtake_json(const OvertakeResult& overtake);
/// period,node,unit,other,outcome,smallest,change,component,published,weight; a line for each weight.
std::string overtake_csv(const OvertakeResult& overtake);

}  // namespace podium
