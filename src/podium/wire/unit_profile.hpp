#pragma once

#include <string>

#include "podium/model/compute.hpp"

namespace podium {

/// {"index":{..},"edition_choice":{..},"unit":{"code","name","groups":{"region":"Asia"}},
///  "periods":[{"period","excluded":false,
///    "left_out":{"step","subject","reason","available","nonzero","possible","node"},
///    "nodes":[{"node","parent","title","score","rank","ranked","share",
///              "value","printed","unit_of_measure","edition"}]}]}
/// left_out: only of a unit that is excluded. `ranked`: how many units have a rank. value, printed, unit_of_measure and
/// edition: for indicators with a figure.
std::string unit_profile_json(const Index& index, const Computed& computed, Unit unit);

/// period,node,unit,score,rank of one unit: all periods and nodes.
std::string unit_profile_csv(const Index& index, const Computed& computed, Unit unit);

}  // namespace podium
