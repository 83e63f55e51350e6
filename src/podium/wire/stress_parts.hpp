#pragma once

#include "podium/wire/json_writer.hpp"
#include "podium/wire/stress.hpp"

/// Pieces that the messages about a stress test share.
namespace podium {

std::string period_text(const StressResult& result);
const std::string& node_id(const StressResult& result);

/// "2024,index,KOR": the first three fields of every line about a unit.
std::string head_of(const StressResult& result, Unit unit);

/// A number or a rank as a field; empty for a gap, or for a unit without a rank.
std::string number_field(double value);
std::string rank_field(Rank rank);

/// What every message begins with: index, edition, period and node.
void write_head(JsonWriter& json, const StressResult& result);
/// [share, lower, upper]
void write_probability(JsonWriter& json, const Probability& probability);

}  // namespace podium
