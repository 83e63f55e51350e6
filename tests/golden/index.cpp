#include "golden/index.hpp"

#include <algorithm>
#include <cmath>

namespace podium::golden {
namespace {

constexpr std::string_view kPlainColumns[] = {"uCode", "uName", "Time"};

bool is_plain(std::string_view column) { return std::ranges::find(kPlainColumns, column) != std::end(kPlainColumns); }

std::string or_empty(const Table& table, std::size_t row, std::string_view column) {
  if (!table.has(column)) return {};
  const std::string& field = table.text(row, column);
  return is_not_available(field) ? std::string() : field;
}

Blueprint blueprint_of_metadata(const Table& table) {
  Blueprint blueprint;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& type = table.text(row, "Type");
    const std::string& id = table.text(row, "iCode");
    if (type == "Denominator") blueprint.denominators.push_back(id);
    if (type == "Group" || type == "Denominator" || type == "Other") continue;
    if (type != "Indicator" && type != "Aggregate")
      throw Malformed(joined({table.name, ": Type '", type, "' of ", id}));
    NodeSpec node{.id = id, .parent = or_empty(table, row, "Parent")};
    if (table.has("Weight")) node.weight = table.number(row, "Weight");
    if (type == "Indicator") {
      node.kind = NodeSpec::Kind::Indicator;
      node.denominator = or_empty(table, row, "Denominator");
      if (table.has("Direction")) node.direction = direction_of(table.number(row, "Direction"));
    }
    blueprint.nodes.push_back(std::move(node));
  }
  return blueprint;
}

Blueprint flat_blueprint(const Table& table) {
  std::string root = "Index";
  while (table.has(root)) root += "_";
  Blueprint blueprint{.nodes = {{.id = root, .parent = ""}}, .denominators = {}};
  for (const std::string& column : table.columns) {
    if (is_plain(column) || !table.is_numeric(column)) continue;
    blueprint.nodes.push_back({.id = column, .parent = root, .kind = NodeSpec::Kind::Indicator});
  }
  return blueprint;
}

Period period_of(const Table& table, std::size_t row) {
  constexpr int kAnyYear = 2000;
  if (!table.has("Time")) return Period::year(kAnyYear);
  const double time = table.number(row, "Time");
  if (std::isnan(time)) return Period::year(kAnyYear);
  if (time != std::floor(time) || time < 1000 || time > 9999) {
    throw NotApplicable("Time '" + table.text(row, "Time") + "' is not a year of four digits");
  }
  return Period::year(static_cast<int>(time));
}

/// Fills the series from the columns of their names. A unit without a row in a period takes no part in it.
Panel panel_of(const Table& table, const Hierarchy& hierarchy) {
  std::set<std::string> units;
  std::set<Period> periods;
  std::set<std::pair<Period, std::string>> listed;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& code = table.text(row, "uCode");
    if (is_not_available(code)) throw Malformed(table.name + ": row " + std::to_string(row + 1) + " has no uCode");
    const Period period = period_of(table, row);
    units.insert(code);
    periods.insert(period);
    if (!listed.emplace(period, code).second) throw Malformed(table.name + ": " + code + " stands there twice");
  }
  if (units.empty()) throw Malformed(table.name + ": no rows");
  Panel panel({units.begin(), units.end()}, {periods.begin(), periods.end()}, hierarchy.series_ids());
  for (const Series series : all_series(panel)) {
    if (!table.has(panel.id(series))) continue;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const Time time = *panel.find_period(period_of(table, row));
      panel.set(series, time, *panel.find_unit(table.text(row, "uCode")), table.number(row, panel.id(series)));
    }
  }
  for (const Time time : all_periods(panel)) {
    for (const Unit unit : all_units(panel)) {
      if (!listed.contains({panel.period(time), panel.code(unit)})) panel.exclude(time, unit);
    }
  }
  return panel;
}

void collect_texts(const Inputs& inputs, TableIndex& index) {
  for (const auto& [path, table] : inputs.data) {
    for (const std::string& column : table.columns) {
      if (column == "uCode" || column == "Time" || index.panel.find_series(column)) continue;
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        index.texts[column].emplace(table.text(row, "uCode"), or_empty(table, row, column));
      }
    }
  }
  for (const auto& [column, by_unit] : index.texts) {
    if (is_plain(column)) continue;
    std::vector<std::string> values;
    for (const std::string& code : index.panel.units()) {
      const auto found = by_unit.find(code);
      values.push_back(found == by_unit.end() ? std::string() : found->second);
    }
    index.groups.names.push_back(column);
    index.groups.values.emplace_back(std::move(values));
  }
}

}  // namespace

const Table& Inputs::first() const {
  if (data.empty()) throw Malformed("case.json: no table of units (uCode) among the inputs");
  return data.front().second;
}

Inputs read_inputs(const Case& c) {
  std::vector<std::string> paths = c.inputs;
  for (const Json& step : c.steps) {
    if (step["op"] == "metadata") paths.push_back(Arguments(step).text("file"));
  }
  Inputs inputs;
  for (const std::string& path : paths) {
    if (!path.ends_with(".csv")) continue;
    Table table = c.table(path);
    if (table.has("uCode")) {
      inputs.data.emplace_back(path, std::move(table));
    } else if (table.has("iCode") && table.has("Type") && table.has("Parent")) {
      inputs.metadata = std::move(table);
    } else if (table.has("iCode") && table.has("Direction")) {
      inputs.directions = std::move(table);
    }
  }
  return inputs;
}

NodeSpec* Blueprint::find(std::string_view id) {
  const auto found = std::ranges::find(nodes, id, &NodeSpec::id);
  return found == nodes.end() ? nullptr : &*found;
}

NodeSpec& Blueprint::node(std::string_view id) {
  if (NodeSpec* const found = find(id)) return *found;
  throw Malformed("no indicator or aggregate " + std::string(id));
}

std::vector<NodeSpec*> Blueprint::indicators() {
  std::vector<NodeSpec*> found;
  for (NodeSpec& node : nodes) {
    if (node.kind == NodeSpec::Kind::Indicator) found.push_back(&node);
  }
  return found;
}

Blueprint blueprint_of(const Inputs& inputs, const Table& table) {
  Blueprint blueprint = inputs.metadata ? blueprint_of_metadata(*inputs.metadata) : flat_blueprint(table);
  if (!inputs.directions) return blueprint;
  for (std::size_t row = 0; row < inputs.directions->rows.size(); ++row) {
    NodeSpec& node = blueprint.node(inputs.directions->text(row, "iCode"));
    node.direction = direction_of(inputs.directions->number(row, "Direction"));
  }
  return blueprint;
}

void set_weights(Blueprint& blueprint, const Table& weights) {
  for (std::size_t row = 0; row < weights.rows.size(); ++row) {
    blueprint.node(weights.text(row, "iCode")).weight = weights.number(row, "Weight");
  }
}

RecipeSetting TableIndex::setting() const { return {.units = panel.units(), .groups = groups}; }

Series TableIndex::series(std::string_view id) const {
  if (const auto found = panel.find_series(id)) return *found;
  throw Malformed("no series " + std::string(id));
}

TableIndex build_index(const Blueprint& blueprint, const Inputs& inputs, const Table& table) {
  for (const NodeSpec& node : blueprint.nodes) {
    if (node.kind == NodeSpec::Kind::Indicator) table.position(node.id);
  }
  Hierarchy hierarchy = must(Hierarchy::build(blueprint.nodes, blueprint.denominators));
  Panel panel = panel_of(table, hierarchy);
  TableIndex index{
      .hierarchy = std::move(hierarchy), .panel = std::move(panel), .groups = {}, .units = {}, .texts = {}};
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& code = table.text(row, "uCode");
    if (std::ranges::find(index.units, code) == index.units.end()) index.units.push_back(code);
  }
  collect_texts(inputs, index);
  return index;
}

FoundTable::Key panel_key(const Panel& panel, Time time, Unit unit, bool has_time) {
  if (!has_time) return {panel.code(unit)};
  return {to_text(panel.period(time)), panel.code(unit)};
}

FoundTable panel_table(const TableIndex& index, const Panel& panel, const Table& expected) {
  const bool has_time = expected.has("Time");
  if (!has_time && panel.periods().size() > 1) throw Malformed(expected.name + ": no column Time");
  FoundTable result(has_time ? std::vector<std::string>{"Time", "uCode"} : std::vector<std::string>{"uCode"});
  for (const Time time : all_periods(panel)) {
    for (const Unit unit : all_units(panel)) {
      if (panel.is_excluded(time, unit)) continue;
      const auto key = panel_key(panel, time, unit, has_time);
      for (const auto& [column, by_unit] : index.texts) {
        const auto found = by_unit.find(panel.code(unit));
        if (found != by_unit.end()) result.set_text(key, column, found->second);
      }
      for (const Series series : all_series(panel)) {
        result.set(key, panel.id(series), panel.value(series, time, unit));
      }
    }
  }
  return result;
}

}  // namespace podium::golden
