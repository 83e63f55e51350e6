#include <algorithm>

#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

/// Denominators of a table of their own, by unit code, join the table of the case.
void join_denominators(Pipeline& pipeline, const std::string& path) {
  if (!path.ends_with(".csv")) return;
  const Table other = pipeline.c.table(path);
  Table& table = pipeline.inputs.data.front().second;
  for (const std::string& column : other.columns) {
    if (table.has(column) || column == "uName" || !other.is_numeric(column)) continue;
    if (std::ranges::find(pipeline.blueprint.denominators, column) == pipeline.blueprint.denominators.end()) {
      pipeline.blueprint.denominators.push_back(column);
    }
    table.columns.push_back(column);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      std::string field = "NA";
      for (std::size_t i = 0; i < other.rows.size(); ++i) {
        if (other.text(i, "uCode") == table.text(row, "uCode")) field = other.text(i, column);
      }
      table.rows[row].push_back(field);
    }
  }
}

ImputeMethod column_method(const std::string& method, Arguments& step) {
  if (method == "mean") return ImputeMean{};
  if (method == "median") return ImputeMedian{};
  if (method == "group mean") return ImputeGroupMean{.group = step.text("group")};
  if (method == "group median") return ImputeGroupMedian{.group = step.text("group")};
  throw NotApplicable("impute: method " + method);
}

ImputeMethod row_method(const std::string& method, Arguments& step) {
  ImputeRow row{.scale = step.flag("normalise_first", true)};
  if (method != "mean" && method != "median") throw NotApplicable("impute by row: method " + method);
  if (method == "median") row.statistic = RowStatistic::Median;
  if (step.has("group_level")) row.level = step.count("group_level");
  return row;
}

}  // namespace

void add_denominate(Pipeline& pipeline, Arguments& step) {
  join_denominators(pipeline, step.text("denominators", ""));
  const std::string by = step.text("by", step.has("table") ? "table" : "metadata");
  if (step.has("table")) {
    const Table table = pipeline.c.table(step.text("table"));
    for (NodeSpec* const node : pipeline.blueprint.indicators()) node->denominator.clear();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      NodeSpec& node = pipeline.blueprint.node(table.text(row, "iCode"));
      if (is_not_available(table.text(row, "Denominator"))) continue;
      node.denominator = table.text(row, "Denominator");
      node.factor = table.has("ScaleFactor") ? table.number(row, "ScaleFactor") : 1;
    }
  } else if (!by.starts_with("metadata")) {
    throw NotApplicable("denominate: by '" + by + "'");
  }
  pipeline.steps.emplace_back(Denominate{});
}

void add_screen(Pipeline& pipeline, Arguments& step) {
  const std::string rule = step.text("rule", "byNA");
  constexpr double kUsual = 2.0 / 3;
  Screen screen;
  if (rule != "byNA" && rule != "byzeros" && rule != "byNAandzeros") throw NotApplicable("screen: rule " + rule);
  const double available = step.number("data_threshold", kUsual);
  const double nonzero = step.number("nonzero_threshold", kUsual);
  if (rule != "byzeros") screen.min_available = available;
  if (rule != "byNA") screen.min_nonzero = nonzero;
  if (step.has("force_in")) screen.force_in = texts_of(step.value("force_in"));
  if (step.has("force_out")) screen.force_out = texts_of(step.value("force_out"));
  pipeline.steps.emplace_back(screen);
}

void add_impute(Pipeline& pipeline, Arguments& step) {
  const std::string method = step.text("method");
  const std::string by = step.text("by", "column");
  if (method == "none") return;
  if (by == "column") {
    pipeline.steps.emplace_back(Impute{.method = column_method(method, step)});
  } else if (by == "row") {
    pipeline.steps.emplace_back(Impute{.method = row_method(method, step)});
  } else {
    throw NotApplicable("impute: by " + by);
  }
}

void add_impute_panel(Pipeline& pipeline, Arguments& step) {
  const std::string method = step.text("method");
  Impute impute{.over = Over::Panel};
  if (method == "latest") {
    ImputeLastObservation last;
    if (step.has("max_time")) last.max_age = step.count("max_time");
    impute.method = last;
  } else if (method == "constant") {
    impute.method = ImputeStepwise{};
  } else if (method == "linear" || method == "linear-constant") {
    impute.method = ImputeLinear{};
  } else {
    throw NotApplicable("impute_panel: method " + method);
  }
  if (step.has("columns")) impute.only = texts_of(step.value("columns"));
  pipeline.steps.emplace_back(impute);
}

}  // namespace podium::golden
