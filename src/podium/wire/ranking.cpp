#include "podium/wire/ranking.hpp"

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/diagnostics.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

std::optional<int> change_of_rank(const Ranking& ranking, Series node, Time time, Unit unit) {
  if (at(time) == 0) return std::nullopt;
  const Rank before = ranking.rank(node, static_cast<Time>(at(time) - 1), unit);
  const Rank now = ranking.rank(node, time, unit);
  if (before == 0 || now == 0) return std::nullopt;
  return static_cast<int>(before) - static_cast<int>(now);
}

void add_with_children(const Hierarchy& hierarchy, Series node, std::vector<Series>& nodes) {
  nodes.push_back(node);
  for (const Series child : hierarchy.children(node)) add_with_children(hierarchy, child, nodes);
}

void write_row(JsonWriter& json, const Index& index, const Ranking& ranking, const RankingTable& table,
               const RankingRow& row) {
  json.object([&] {
    json.field("code", index.info(row.unit).code);
    write_text(json, "name", index.info(row.unit).name);
    json.field("score", row.score);
    write_rank(json, "rank", row.rank);
    if (row.change) {
      json.field("change", *row.change);
    } else {
      json.field("change", nullptr);
    }
    json.array("components", [&] {
      for (const Series child : index.hierarchy.children(table.node)) {
        json.object([&] {
          json.field("node", index.hierarchy.node(child).id);
          json.field("score", ranking.score(child, table.time, row.unit));
          write_rank(json, "rank", ranking.rank(child, table.time, row.unit));
        });
      }
    });
  });
}

void write_table(JsonWriter& json, const Index& index, const Computed& computed, const RankingTable& table) {
  json.object([&] {
    json.field("period", to_text(computed.ranking.panel().period(table.time)));
    json.object("node", [&] {
      json.field("id", index.hierarchy.node(table.node).id);
      write_text(json, "title", index.info(table.node).title);
    });
    json.array("units", [&] {
      for (const RankingRow& row : table.rows) write_row(json, index, computed.ranking, table, row);
    });
    write_editions(json, "editions", index, editions_used(index, computed.selection, table.node, table.time));
  });
}

}  // namespace

RankingTable ranking_table(const Index& index, const Ranking& ranking, Series node, Time time) {
  RankingTable table{node, time, {}};
  table.rows.reserve(index.units.size());
  for (const Unit unit : ranking.order(node, time)) {
    table.rows.push_back({unit, ranking.score(node, time, unit), ranking.rank(node, time, unit),
                          change_of_rank(ranking, node, time, unit)});
  }
  for (const Unit unit : all_units(ranking.panel())) {
    if (ranking.rank(node, time, unit) == 0) table.rows.push_back({unit, kMissing, 0, std::nullopt});
  }
  return table;
}

std::vector<RankingTable> all_ranking_tables(const Index& index, const Ranking& ranking) {
  const std::vector<Series> nodes = nodes_from_root(index.hierarchy);
  std::vector<RankingTable> tables;
  for (const Time time : all_periods(ranking.panel())) {
    for (const Series node : nodes) tables.push_back(ranking_table(index, ranking, node, time));
  }
  return tables;
}

std::vector<Series> nodes_from_root(const Hierarchy& hierarchy) {
  std::vector<Series> nodes;
  add_with_children(hierarchy, hierarchy.root(), nodes);
  return nodes;
}

std::string ranking_json(const Index& index, const Computed& computed, std::span<const RankingTable> tables) {
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    write_choice(json, "edition_choice", index, computed.choice);
    json.array("rankings", [&] {
      for (const RankingTable& table : tables) write_table(json, index, computed, table);
    });
    write_diagnostics(json, "notes", computed.selection.notes());
  });
  return std::move(json).finish();
}

std::string ranking_csv(const Index& index, const Computed& computed, std::span<const RankingTable> tables) {
  std::string text = csv_line({"period", "node", "unit", "score", "rank"});
  for (const RankingTable& table : tables) {
    const std::string period = to_text(computed.ranking.panel().period(table.time));
    for (const RankingRow& row : table.rows) {
      text += csv_line({period, index.hierarchy.node(table.node).id, index.info(row.unit).code, shortest(row.score),
                        row.rank == 0 ? std::string() : std::to_string(row.rank)});
    }
  }
  return text;
}

}  // namespace podium
