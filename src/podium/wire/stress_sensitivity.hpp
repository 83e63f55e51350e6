#pragma once

#include "podium/wire/json_writer.hpp"
#include "podium/wire/stress.hpp"

/// What ranks depend on, as messages.
namespace podium {

/// How messages and the command line name a target: "rank:KOR", "score:KOR", "top3:KOR" (whether its rank is 3 or
/// better), "mean-rank-shift".
std::string to_text(const SensitivityTarget& target, const Index& index);
/// The same read back. An unknown kind or unit is answered with the nearest.
Result<SensitivityTarget> parse_target(std::string_view text, const Index& index);

/// period,node,target,factor,first,first_lower,first_upper,total,total_lower,total_upper
std::string sensitivity_csv(const StressResult& result);
/// period,node,target,factor,other,share,lower,upper: what two factors make together and neither makes alone.
std::string interactions_csv(const StressResult& result);

/// "sensitivity":{"runs","is_precise","targets":[{"target","mean","variance",
///   "factors":[{"name","first":[value,low,high],"total":[..]}],
///   "interactions":[{"factors":[name,name],"share":[value,low,high]}]}]}
void write_sensitivity(JsonWriter& json, const StressResult& result);

}  // namespace podium
