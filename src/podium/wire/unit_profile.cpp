#include "podium/wire/unit_profile.hpp"

#include <algorithm>

#include "podium/core/weight/in_force.hpp"
#include "podium/model/screening.hpp"
#include "podium/wire/parts.hpp"
#include "podium/wire/ranking.hpp"

namespace podium {
namespace {

void write_figure(JsonWriter& json, const Index& index, const Selection& selection, Series series, Time time,
                  Unit unit) {
  const auto origin = selection.origin(series, time, unit);
  if (!origin) return;
  const Observation& observation = index.observation(*origin);
  if (observation.value) {
    json.field("value", observation.value->value);
    json.field("printed", observation.value->text);
  }
  json.field("unit_of_measure", index.info(series).unit_of_measure);
  json.field("edition", index.edition_of(observation).id);
}

void write_node(JsonWriter& json, const Index& index, const Computed& computed, Series node, Time time, Unit unit) {
  const Hierarchy& hierarchy = index.hierarchy;
  json.object([&] {
    json.field("node", hierarchy.node(node).id);
    json.field("parent", hierarchy.node(node).parent);
    write_text(json, "title", index.info(node).title);
    json.field("score", computed.ranking.score(node, time, unit));
    write_rank(json, "rank", computed.ranking.rank(node, time, unit));
    json.field("ranked", computed.ranking.ranked(node, time));
    json.field("share", share_in_force(hierarchy, computed.ranking.panel(), node, time));
    if (hierarchy.is_indicator(node)) write_figure(json, index, computed.selection, node, time, unit);
  });
}

void write_why_left_out(JsonWriter& json, const Index& index, const Computed& computed, Time time, Unit unit) {
  if (!computed.ranking.panel().is_excluded(time, unit)) return;
  const std::optional<LeftOut> left_out = why_left_out(index, computed.selection, time, unit);
  if (!left_out) return;
  json.object("left_out", [&] {
    json.field("step", left_out->step);
    write_left_out(json, index, left_out->decision);
  });
}

}  // namespace

std::string unit_profile_json(const Index& index, const Computed& computed, Unit unit) {
  const UnitInfo& info = index.info(unit);
  const Panel& panel = computed.ranking.panel();
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    write_choice(json, "edition_choice", index, computed.choice);
    json.object("unit", [&] {
      json.field("code", info.code);
      write_text(json, "name", info.name);
      json.object("groups", [&] {
        for (std::size_t i = 0; i < index.group_names.size(); ++i) json.field(index.group_names[i], info.groups[i]);
      });
    });
    json.array("periods", [&] {
      for (const Time time : all_periods(panel)) {
        json.object([&] {
          json.field("period", to_text(panel.period(time)));
          json.field("excluded", panel.is_excluded(time, unit));
          write_why_left_out(json, index, computed, time, unit);
          json.array("nodes", [&] {
            for (const Series node : nodes_from_root(index.hierarchy))
              write_node(json, index, computed, node, time, unit);
          });
        });
      }
    });
  });
  return std::move(json).finish();
}

std::string unit_profile_csv(const Index& index, const Computed& computed, Unit unit) {
  std::vector<RankingTable> tables = all_ranking_tables(index, computed.ranking);
  for (RankingTable& table : tables) {
    std::erase_if(table.rows, [&](const RankingRow& row) { return row.unit != unit; });
  }
  return ranking_csv(index, computed, tables);
}

}  // namespace podium
