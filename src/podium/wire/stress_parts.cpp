#include "podium/wire/stress_parts.hpp"

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {

std::string period_text(const StressResult& result) {
  return to_text(result.computed.ranking.panel().period(result.time));
}

const std::string& node_id(const StressResult& result) { return result.index.hierarchy.node(result.node).id; }

std::string head_of(const StressResult& result, Unit unit) {
  return period_text(result) + "," + csv_field(node_id(result)) + "," + csv_field(result.index.info(unit).code);
}

std::string number_field(double value) { return is_missing(value) ? std::string() : shortest(value); }

std::string rank_field(Rank rank) { return rank == 0 ? std::string() : std::to_string(rank); }

void write_head(JsonWriter& json, const StressResult& result) {
  write_index(json, result.index);
  write_choice(json, "edition_choice", result.index, result.computed.choice);
  json.field("period", period_text(result));
  json.object("node", [&] {
    json.field("id", node_id(result));
    write_text(json, "title", result.index.info(result.node).title);
  });
}

void write_probability(JsonWriter& json, const Probability& probability) {
  json.array([&] {
    json.value(probability.value);
    json.value(probability.lower);
    json.value(probability.upper);
  });
}

}  // namespace podium
