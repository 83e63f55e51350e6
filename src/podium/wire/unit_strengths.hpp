#pragma once

#include <string>

#include "podium/audit/strengths.hpp"

namespace podium {

/// {"index":{..},"edition_choice":{..},"period":"2024","unit":{"code","name"},
///  "strengths":[{"indicator","rank","ranked","value"}],"weaknesses":[..]}
std::string unit_strengths_json(const Index& index, const Computed& computed, Time time, Unit unit,
                                const Strengths& strengths);

/// period,unit,kind,indicator,rank,ranked,value (kind: strength, weakness)
std::string unit_strengths_csv(const Index& index, const Computed& computed, Time time, Unit unit,
                               const Strengths& strengths);

}  // namespace podium
