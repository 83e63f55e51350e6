#include <algorithm>

#include "golden/normalise_method.hpp"
#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

std::vector<std::string> units_of(const Table& table) {
  std::vector<std::string> units;
  for (std::size_t row = 0; row < table.rows.size(); ++row) units.push_back(table.text(row, "uCode"));
  return units;
}

void set_goalposts(NodeSpec& node, const StatedNormalisation& stated) {
  if (stated.goalposts) node.goalposts = flipped(*stated.goalposts, node.direction);
}

/// Columns of the metadata table that a method takes its parameters from, in one row.
class MetadataRow {
 public:
  MetadataRow(const Table& table, std::size_t row) : table_(table), row_(row) {}
  double number(std::string_view column) const { return table_.number(row_, column); }
  double number(std::string_view column, double otherwise) const {
    return table_.has(column) && !is_not_available(table_.text(row_, column)) ? number(column) : otherwise;
  }

 private:
  const Table& table_;
  std::size_t row_;
};

/// On the original scale, so that the sign flip negates bounds and swaps them.
NormaliseMethod method_by_metadata(const std::string& method, const MetadataRow& row, NodeSpec& node) {
  if (method == "minmax") {
    return MinMax{.range = {row.number("minmax_lower"), row.number("minmax_upper")}, .reversed = true};
  }
  if (method == "zscore") return ZScore{.mean = row.number("zscore_mean"), .sd = row.number("zscore_sd")};
  if (method == "scaled") {
    const Bounds bounds{row.number("scaled_lower"), row.number("scaled_upper")};
    return Scaled{.bounds = flipped(bounds, node.direction), .factor = row.number("scale_factor", 100)};
  }
  if (method == "dist2targ") {
    node.target = Bounds{row.number("Target"), row.number("Target")};
    return DistanceToTarget{.cap = row.number("dist2targ_cap_max", 0) != 0, .reversed = true};
  }
  if (method == "goalposts") {
    node.goalposts = Bounds{row.number("goalpost_lower"), row.number("goalpost_upper")};
    return Goalposts{.range = {0, row.number("goalpost_scale", 100)},
                     .clip = row.number("goalpost_trunc2posts", 1) != 0};
  }
  throw NotApplicable("normalise: parameters of " + method + " from metadata");
}

void read_metadata(Pipeline& pipeline, const std::string& method, Normalise& normalise) {
  if (!pipeline.inputs.metadata) throw Malformed("normalise: no metadata table");
  const Table& table = *pipeline.inputs.metadata;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.text(row, "Type") != "Indicator") continue;
    NodeSpec& node = pipeline.blueprint.node(table.text(row, "iCode"));
    const NormaliseMethod own = method_by_metadata(method, MetadataRow(table, row), node);
    normalise.method.by_node.emplace_back(node.id, own);
    normalise.method.otherwise = own;
  }
}

}  // namespace

void add_normalise(Pipeline& pipeline, Arguments& step) {
  step.expect("directions", {"metadata"});
  step.expect("scope", {"whole panel", "each time point"});
  const std::vector<std::string> units = units_of(pipeline.inputs.first());
  const std::string parameters = step.text("parameters", "");
  Normalise normalise;
  if (parameters == "metadata") {
    read_metadata(pipeline, step.text("method"), normalise);
  } else if (parameters.empty() || parameters.starts_with("package default")) {
    const StatedNormalisation stated = normalisation_of(step, units);
    normalise.method.otherwise = stated.method;
    for (NodeSpec* const node : pipeline.blueprint.indicators()) set_goalposts(*node, stated);
  } else {
    throw NotApplicable("normalise: parameters '" + parameters + "'");
  }
  if (step.has("exceptions")) {
    for (const auto& [id, exception] : step.value("exceptions").items()) {
      Arguments own(exception, "normalise " + id);
      const StatedNormalisation stated = normalisation_of(own, units);
      own.finish();
      set_goalposts(pipeline.blueprint.node(id), stated);
      normalise.method.by_node.emplace_back(id, stated.method);
    }
  }
  if (step.text("scope", "") == "whole panel") normalise.over = Over::Panel;
  pipeline.steps.emplace_back(std::move(normalise));
}

}  // namespace podium::golden
