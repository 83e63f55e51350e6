#include <cmath>
#include <map>
#include <set>

#include "podium/core/statistics/correlation.hpp"

#include "golden/handlers.hpp"
#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

CorrelationKind kind_of(const std::string& method) {
  if (method == "pearson") return CorrelationKind::Pearson;
  if (method == "spearman") return CorrelationKind::Spearman;
  if (method == "kendall") return CorrelationKind::Kendall;
  throw NotApplicable("correlation: method " + method);
}

/// Figures of one period, whatever stands between them.
TableIndex index_of(const Case& c) {
  const Inputs inputs = read_inputs(c);
  return build_index(blueprint_of(inputs, inputs.first()), inputs, inputs.first());
}

Correlation correlation_of(const TableIndex& index, CorrelationKind kind, Series a, Series b) {
  return correlate(kind, index.panel.values(a, Time{0}), index.panel.values(b, Time{0}));
}

std::vector<Series> nodes_of_level(const Hierarchy& hierarchy, std::size_t level) {
  std::vector<Series> found;
  for (std::size_t i = 0; i < hierarchy.size(); ++i) {
    if (hierarchy.level(static_cast<Series>(i)) == level) found.push_back(static_cast<Series>(i));
  }
  if (found.empty()) throw Malformed("no nodes of level " + std::to_string(level));
  return found;
}

std::optional<Series> ancestor_of_level(const Hierarchy& hierarchy, Series node, std::size_t level) {
  for (std::optional<Series> at = node; at; at = hierarchy.parent(*at)) {
    if (hierarchy.level(*at) == level) return at;
  }
  return std::nullopt;
}

/// The pairs that a table of correlations is about: all of the level, or each node of it with its parent or with all
/// nodes above it.
std::vector<std::pair<Series, Series>> pairs_of(const Hierarchy& hierarchy, std::size_t level,
                                                const std::string& with) {
  std::vector<std::pair<Series, Series>> pairs;
  const std::vector<Series> nodes = nodes_of_level(hierarchy, level);
  for (const Series node : nodes) {
    if (with == "level") {
      for (const Series other : nodes) pairs.emplace_back(other, node);
      continue;
    }
    for (auto above = hierarchy.parent(node); above; above = hierarchy.parent(*above)) {
      pairs.emplace_back(*above, node);
      if (with == "parent") break;
    }
  }
  return pairs;
}

/// A table of families names the level of the node above instead of the node. Which level a name means is found by
/// its figures: the one that agrees best, each level for one name; then all figures are compared with it.
FoundTable family_table(const TableIndex& index, CorrelationKind kind, double significance,
                        const std::vector<Series>& nodes, const Table& expected) {
  FoundTable result({"Var1", "Var2"});
  std::map<std::string, std::vector<std::size_t>> rows_of_name;
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    rows_of_name[expected.text(row, "Var1")].push_back(row);
  }
  std::set<std::size_t> taken;
  for (const auto& [name, rows] : rows_of_name) {
    std::map<std::string, double> best;
    std::size_t best_level = 0;
    std::size_t most_agreeing = 0;
    for (std::size_t level = index.hierarchy.level(nodes.front()) + 1;
         level <= index.hierarchy.level(index.hierarchy.root()); ++level) {
      if (taken.contains(level)) continue;
      std::map<std::string, double> found;
      for (const Series node : nodes) {
        const auto above = ancestor_of_level(index.hierarchy, node, level);
        if (!above) continue;
        const Correlation correlation = correlation_of(index, kind, *above, node);
        const bool is_shown = significance == 0 || correlation.p <= significance;
        found[index.panel.id(node)] = is_shown ? correlation.r : kMissing;
      }
      std::size_t agreeing = 0;
      for (const std::size_t row : rows) {
        constexpr double kNear = 1e-6;
        const auto own = found.find(expected.text(row, "Var2"));
        if (own == found.end()) continue;
        agreeing += std::abs(own->second - expected.number(row, "Correlation")) < kNear ? 1 : 0;
      }
      if (best_level != 0 && agreeing <= most_agreeing) continue;
      best = std::move(found);
      best_level = level;
      most_agreeing = agreeing;
    }
    taken.insert(best_level);
    for (const auto& [node, r] : best) result.set({name, node}, "Correlation", r);
  }
  return result;
}

}  // namespace

void run_correlation(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const CorrelationKind kind = kind_of(step.text("method", "pearson"));
  const std::string with = step.text("with", "level");
  const auto level = step.count("level", 1);
  const double significance = step.number("significance", 0);
  step.expect("use", {"pairwise complete"});
  step.finish();
  if (with != "level" && with != "parent" && with != "family") throw NotApplicable("correlation: with " + with);

  const TableIndex index = index_of(c);
  const auto pairs = pairs_of(index.hierarchy, level, with);
  for (const Output& output : c.results()) {
    const bool is_matrix = output.stem() == "correlation" || output.stem() == "pvalues";
    if (!is_matrix && output.stem() != "table") {
      report.no_rule(output);
      continue;
    }
    if (with == "family") {
      Table expected = c.table(output);
      expected.name = output.file;
      report.compare(expected,
                     family_table(index, kind, significance, nodes_of_level(index.hierarchy, level), expected));
      continue;
    }
    FoundTable result(is_matrix ? std::vector<std::string>{"row"} : std::vector<std::string>{"Var1", "Var2"});
    if (output.stem() == "pvalues") result.holds_p_values();
    for (const auto& [first, second] : pairs) {
      const Correlation found = correlation_of(index, kind, first, second);
      const bool is_significant = significance == 0 || found.p <= significance;
      const std::string& one = index.panel.id(first);
      const std::string& other = index.panel.id(second);
      if (output.stem() == "pvalues") {
        result.set({one}, other, found.p);
      } else if (is_matrix) {
        result.set({one}, other, is_significant ? found.r : kMissing);
      } else {
        result.set({one, other}, "Correlation", is_significant ? found.r : kMissing);
      }
    }
    report.compare(output, result);
  }
}

void run_correlation_flags(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const CorrelationKind kind = kind_of(step.text("method", "pearson"));
  const double threshold = step.number("threshold");
  const auto level = step.count("level", 1);
  const auto group_level = step.count("group_level", 2);
  const std::string type = step.text("type", "high");
  step.finish();
  if (type != "high" && type != "low") throw NotApplicable("correlation_flags: type " + type);

  const TableIndex index = index_of(c);
  constexpr double kThousand = 1000;  // the tool rounds to three decimals
  FoundTable result({"Group", "Ind1", "Ind2"});
  result.unordered_keys(1, 2);
  const std::vector<Series> nodes = nodes_of_level(index.hierarchy, level);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const auto group = ancestor_of_level(index.hierarchy, nodes[i], group_level);
      if (!group || group != ancestor_of_level(index.hierarchy, nodes[j], group_level)) continue;
      const double r = correlation_of(index, kind, nodes[i], nodes[j]).r;
      if (!(type == "high" ? r > threshold : r < threshold)) continue;
      const auto key = result.in_order({index.panel.id(*group), index.panel.id(nodes[i]), index.panel.id(nodes[j])});
      result.set(key, "Corr", std::round(r * kThousand) / kThousand);
    }
  }
  for (const Output& output : c.results()) report.compare(output, result);
}

void run_denominator_correlation(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const CorrelationKind kind = kind_of(step.text("method", "pearson"));
  const double threshold = step.number("threshold");
  step.finish();
  const TableIndex index = index_of(c);
  FoundTable result({"Ind", "Denom"});
  for (const Series indicator : index.hierarchy.indicators()) {
    for (std::size_t other = index.hierarchy.size(); other < index.panel.series().size(); ++other) {
      const auto denominator = static_cast<Series>(other);
      const double r = correlation_of(index, kind, indicator, denominator).r;
      if (!(std::abs(r) > threshold)) continue;
      result.set({index.panel.id(indicator), index.panel.id(denominator)}, "Corr", r);
    }
  }
  for (const Output& output : c.results()) report.compare(output, result);
}

}  // namespace podium::golden
