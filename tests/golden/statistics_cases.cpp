#include <cmath>

#include "podium/core/statistics.hpp"
#include "podium/core/statistics/principal_components.hpp"
#include "podium/core/statistics/reliability.hpp"
#include "podium/core/statistics/summary.hpp"
#include "podium/core/statistics/trend.hpp"

#include "golden/handlers.hpp"
#include "golden/index.hpp"

namespace podium::golden {
namespace {

TableIndex index_of(const Case& c) {
  const Inputs inputs = read_inputs(c);
  return build_index(blueprint_of(inputs, inputs.first()), inputs, inputs.first());
}

using Columns = std::vector<std::span<const double>>;

Columns columns_of(const TableIndex& index, std::span<const Series> series) {
  Columns columns;
  for (const Series each : series) columns.push_back(index.panel.values(each, Time{0}));
  return columns;
}

struct StatsThresholds {
  double skewness;
  double kurtosis;
  double available;
  double nonzero;
  double unique;
};

/// The flags judge shares of all rows.
void set_flags(FoundTable& result, const FoundTable::Key& key, const Summary& s, const StatsThresholds& limits) {
  const auto all = static_cast<double>(s.count);
  const auto flag = [&](const char* column, bool is_low, const char* word) {
    result.set_text(key, column, is_low ? word : "ok");
  };
  flag("Flag.Avail", s.available_share() < limits.available, "LOW");
  flag("Flag.NonZero", static_cast<double>(s.nonzero) / all < limits.nonzero, "LOW");
  flag("Flag.Unique", static_cast<double>(s.distinct) / all < limits.unique, "LOW");
  flag("Flag.SkewKurt", std::abs(s.skewness) > limits.skewness && s.kurtosis > limits.kurtosis, "OUT");
}

void set_summary(FoundTable& result, const FoundTable::Key& key, const Summary& s) {
  const std::pair<const char*, double> columns[] = {
      {"Min", s.minimum},
      {"Max", s.maximum},
      {"Mean", s.mean},
      {"Median", s.median},
      {"Std", s.standard_deviation},
      {"Skew", s.skewness},
      {"Kurt", s.kurtosis},
      {"N.Avail", static_cast<double>(s.available)},
      {"N.NonZero", static_cast<double>(s.nonzero)},
      {"N.Unique", static_cast<double>(s.distinct)},
      {"N.Same", static_cast<double>(s.most_frequent)},
      {"Frc.Avail", s.available_share()},
      {"Frc.NonZero", s.nonzero_share()},
      {"Frc.Unique", s.distinct_share()},
      {"Frc.Same", s.most_frequent_share()},
  };
  for (const auto& [column, value] : columns) result.set(key, column, value);
}

/// The groups that are examined together: the components of every node one level up, or all nodes of the level.
std::vector<std::pair<std::string, std::vector<Series>>> groups_of_level(const Hierarchy& hierarchy, std::size_t level,
                                                                         bool by_parent) {
  std::vector<std::pair<std::string, std::vector<Series>>> groups;
  if (by_parent) {
    for (const Series node : hierarchy.aggregates()) {
      if (hierarchy.level(node) != level + 1) continue;
      const auto children = hierarchy.children(node);
      groups.emplace_back(hierarchy.node(node).id, std::vector<Series>(children.begin(), children.end()));
    }
    return groups;
  }
  std::vector<Series> all;
  for (std::size_t i = 0; i < hierarchy.size(); ++i) {
    if (hierarchy.level(static_cast<Series>(i)) == level) all.push_back(static_cast<Series>(i));
  }
  groups.emplace_back("All", std::move(all));
  return groups;
}

FoundTable weight_table(const Hierarchy& hierarchy) {
  FoundTable result({"iCode"});
  for (std::size_t i = 0; i < hierarchy.size(); ++i) {
    const auto node = static_cast<Series>(i);
    const FoundTable::Key key{hierarchy.node(node).id};
    result.set(key, "Level", static_cast<double>(hierarchy.level(node)));
    result.set(key, "Weight", hierarchy.node(node).weight);
    result.set(key, "EffWeight", hierarchy.effective_weight(node));
  }
  return result;
}

}  // namespace

void run_stats(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const StatsThresholds limits{.skewness = step.number("t_skew", 2),
                               .kurtosis = step.number("t_kurt", 3.5),
                               .available = step.number("t_avail", 0.65),
                               .nonzero = step.number("t_zero", 0.5),
                               .unique = step.number("t_unq", 0.5)};
  step.finish();
  const TableIndex index = index_of(c);
  FoundTable result({"iCode"});
  for (const Series indicator : index.hierarchy.indicators()) {
    const Summary summary = summary_of(index.panel.values(indicator, Time{0}));
    set_summary(result, {index.panel.id(indicator)}, summary);
    set_flags(result, {index.panel.id(indicator)}, summary, limits);
  }
  for (const Output& output : c.results()) report.compare(output, result);
}

void run_cronbach(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  step.expect("covariance", {"pairwise complete"});
  step.finish();
  const TableIndex index = index_of(c);
  FoundTable result({"group"});
  for (const Series node : index.hierarchy.aggregates()) {
    const std::vector<Series> below = index.hierarchy.indicators_below(node);
    if (below.size() < 2) continue;
    result.set({index.panel.id(node)}, "alpha", cronbach_alpha(columns_of(index, below)).alpha);
  }
  for (const Output& output : c.results()) report.compare(output, result);
}

void run_effective_weights(const Case& c, Report& report) {
  Arguments(c.steps.back()).finish();
  const Inputs inputs = read_inputs(c);
  if (!inputs.metadata) throw Malformed("effective_weights: no metadata table");
  const Blueprint blueprint = blueprint_of(inputs, *inputs.metadata);
  const Hierarchy hierarchy = must(Hierarchy::build(blueprint.nodes, blueprint.denominators));
  for (const Output& output : c.results()) report.compare(output, weight_table(hierarchy));
}

void run_pca(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  step.expect("centre", {"true"});
  step.expect("scale", {"true"});
  const auto level = step.count("level", 1);
  const bool by_parent = step.flag("groups", true);
  step.finish();
  const TableIndex index = index_of(c);
  FoundTable weights = weight_table(index.hierarchy);
  FoundTable variance({"group", "component"});
  FoundTable loadings({"group", "variable"});
  weights.free_sign("Weight");
  for (const auto& [group, nodes] : groups_of_level(index.hierarchy, level, by_parent)) {
    const auto rows = correlation_of_complete_rows(columns_of(index, nodes));
    if (!rows) throw Refused("podium finds no correlation matrix of complete rows in " + group);
    const PrincipalComponents found = principal_components(rows->correlation);
    for (std::size_t i = 0; i < found.variances.size(); ++i) {
      const FoundTable::Key key{group, std::to_string(i + 1)};
      variance.set(key, "sdev", std::sqrt(std::max(found.variances[i], 0.0)));
      variance.set(key, "variance", found.variances[i]);
      variance.set(key, "share", found.shares[i]);
      const std::string& code = index.panel.id(nodes[i]);
      loadings.set_group({group, code}, group);
      weights.set_group({code}, group);
      weights.set({code}, "Weight", found.loadings(i, 0));
      for (std::size_t component = 0; component < found.variances.size(); ++component) {
        const std::string column = "PC" + std::to_string(component + 1);
        loadings.set({group, code}, column, found.loadings(i, component));
        loadings.free_sign(column);
      }
    }
  }
  for (const Output& output : c.results()) {
    const std::string stem = output.stem();
    report.compare(output, stem == "weights" ? weights : stem == "variance" ? variance : loadings);
  }
}

}  // namespace podium::golden
