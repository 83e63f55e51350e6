#include "podium/wire/overtake.hpp"

#include <cmath>

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"
#include "podium/wire/stress_parts.hpp"

namespace podium {
namespace {

/// Where no weights will do there is no smallest change.
double smallest_of(const WorldOvertake& found) { return std::isinf(found.smallest) ? kMissing : found.smallest; }

}  // namespace

std::string_view to_word(WorldOvertake::Outcome outcome) {
  using Outcome = WorldOvertake::Outcome;
  if (outcome == Outcome::Already) return "already";
  if (outcome == Outcome::Possible) return "possible";
  return outcome == Outcome::Never ? "never" : "unknown";
}

std::vector<Series> weighed_nodes(const OvertakeResult& overtake) {
  const Hierarchy& hierarchy = overtake.result.index.hierarchy;
  std::vector<Series> nodes;
  for (const Series node : Positions<Series>(hierarchy.size())) {
    if (hierarchy.parent(node) && !is_missing(overtake.found.published[at(node)])) nodes.push_back(node);
  }
  return nodes;
}

std::string overtake_json(const OvertakeResult& overtake) {
  const Index& index = overtake.result.index;
  const WorldOvertake& found = overtake.found;
  JsonWriter json;
  json.object([&] {
    write_head(json, overtake.result);
    json.field("unit", index.info(overtake.unit).code);
    json.field("other", index.info(overtake.other).code);
    json.field("outcome", to_word(found.outcome));
    json.field("smallest", smallest_of(found));
    json.field("change", found.change);
    json.array("ranks", [&] {
      json.value(found.rank);
      json.value(found.rank_of_other);
    });
    json.array("weights", [&] {
      for (const Series node : weighed_nodes(overtake)) {
        json.object([&] {
          json.field("component", index.hierarchy.node(node).id);
          json.field("published", found.published[at(node)]);
          json.field("weight", found.weights[at(node)]);
        });
      }
    });
  });
  return std::move(json).finish();
}

std::string overtake_csv(const OvertakeResult& overtake) {
  const Index& index = overtake.result.index;
  const WorldOvertake& found = overtake.found;
  std::string text = "period,node,unit,other,outcome,smallest,change,component,published,weight\n";
  for (const Series node : weighed_nodes(overtake)) {
    text += csv_line({period_text(overtake.result), node_id(overtake.result), index.info(overtake.unit).code,
                      index.info(overtake.other).code, to_word(found.outcome), number_field(smallest_of(found)),
                      shortest(found.change), index.hierarchy.node(node).id, shortest(found.published[at(node)]),
                      shortest(found.weights[at(node)])});
  }
  return text;
}

}  // namespace podium
