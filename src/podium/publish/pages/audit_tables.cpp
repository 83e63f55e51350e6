#include "podium/publish/pages/audit_tables.hpp"

#include <algorithm>
#include <cmath>

#include "podium/publish/pictures/bar.hpp"

namespace podium {
namespace {

/// A larger matrix is not read as one, and would make the page heavy.
constexpr std::size_t kLargestMatrix = 24;

PageData number(double value, int decimals) { return text_or_none(fixed(value, decimals)); }

PageData whole_percent(double share) {
  return is_missing(share) ? PageData(false) : PageData(fixed(100 * share, 0) + "%");
}

PageData p_value(double p) {
  if (is_missing(p)) return PageData(false);
  return PageData(p < 0.001 ? std::string("< 0.001") : fixed(p, 3));
}

std::size_t depth_of(const Hierarchy& hierarchy, Series node) {
  std::size_t depth = 0;
  for (std::optional<Series> above = hierarchy.parent(node); above; above = hierarchy.parent(*above)) ++depth;
  return depth;
}

/// A row about a node: how deep it stands, its title and the way to its page.
PageData node_row(const PageContext& context, Series node, const std::string& home) {
  PageData row;
  row["depth"] = std::to_string(std::min<std::size_t>(depth_of(context.index.hierarchy, node), 4));
  row["title"] = title_of(context, node);
  row["href"] = link_to(context, home, node);
  return row;
}

/// How strongly a cell is coloured, from 0 to 4, by the share of figures that were not there.
std::string lack_level(double available) {
  const double lacking = 1 - available;
  const double bounds[] = {0, 0.1, 0.25, 0.5};
  return std::to_string(std::ranges::count_if(bounds, [&](double bound) { return lacking > bound + 1e-12; }));
}

/// "plus-3", "minus-1": the sign of a correlation and its size in fifths.
std::string correlation_level(double r) {
  if (is_missing(r)) return "none";
  const double bounds[] = {0.2, 0.4, 0.6, 0.8};
  const auto level = std::ranges::count_if(bounds, [&](double bound) { return std::abs(r) >= bound; });
  return (r < 0 ? "minus-" : "plus-") + std::to_string(level);
}

PageData correlation_cell(double r) {
  PageData cell;
  cell["r"] = number(r, 2);
  cell["level"] = correlation_level(r);
  cell["self"] = false;
  return cell;
}

double r_of(const std::vector<SeriesPair>& pairs, Series a, Series b) {
  for (const SeriesPair& pair : pairs) {
    if ((pair.first == a && pair.second == b) || (pair.first == b && pair.second == a)) return pair.correlation.r;
  }
  return kMissing;
}

PageData correlation_row(const PageContext& context, const Correlations& correlations, Series node, std::size_t place,
                         const std::string& home) {
  const std::span<const Series> children = context.index.hierarchy.children(node);
  const Series root = context.index.hierarchy.root();
  PageData row;
  row["number"] = std::to_string(place + 1);
  row["title"] = title_of(context, children[place]);
  row["href"] = link_to(context, home, children[place]);
  PageData cells = empty_list();
  for (std::size_t i = 0; i < children.size() && children.size() <= kLargestMatrix; ++i) {
    PageData cell = correlation_cell(r_of(correlations.siblings, children[place], children[i]));
    cell["self"] = i == place;
    cells << cell;
  }
  row["cells"] = std::move(cells);
  PageData with = empty_list();
  with << correlation_cell(r_of(correlations.with_parents, children[place], node));
  if (node != root) with << correlation_cell(r_of(correlations.with_index, children[place], root));
  row["with"] = std::move(with);
  return row;
}

PageData matrix_of(const PageContext& context, const Correlations& correlations, Series node, const std::string& home) {
  const std::span<const Series> children = context.index.hierarchy.children(node);
  PageData matrix;
  matrix["title"] = title_of(context, node);
  matrix["id"] = std::to_string(at(node));
  matrix["has_index"] = node != context.index.hierarchy.root();
  PageData heads = empty_list();
  PageData rows = empty_list();
  for (std::size_t i = 0; i < children.size(); ++i) {
    PageData head;
    head["number"] = std::to_string(i + 1);
    head["title"] = title_of(context, children[i]);
    if (children.size() <= kLargestMatrix) heads << head;
    rows << correlation_row(context, correlations, node, i, home);
  }
  matrix["heads"] = std::move(heads);
  matrix["rows"] = std::move(rows);
  return matrix;
}

PageData structure_row(const NodeStructure& structure, const AuditOptions& options, const std::string& title) {
  const std::optional<double> adequacy = structure.adequacy ? std::optional(structure.adequacy->overall) : std::nullopt;
  const double first = structure.components_found ? structure.components_found->shares.front() : kMissing;
  PageData row;
  row["title"] = title;
  row["parts"] = std::to_string(structure.components.size());
  row["units"] = std::to_string(structure.rows);
  row["alpha"] = number(structure.reliability.alpha, 2);
  row["alpha_is_low"] = structure.reliability.alpha < options.alpha;
  row["adequacy"] = number(adequacy.value_or(kMissing), 2);
  row["adequacy_is_low"] = adequacy && *adequacy < options.adequacy;
  row["sphericity"] = p_value(structure.sphericity ? structure.sphericity->p : kMissing);
  row["first"] = whole_percent(first);
  row["first_is_low"] = first < options.first_component;
  return row;
}

}  // namespace

PageData availability_rows(const PageContext& context, const std::string& home) {
  PageData rows = empty_list();
  for (const Series indicator : context.index.hierarchy.indicators()) {
    PageData row;
    row["title"] = title_of(context, indicator);
    row["href"] = link_to(context, home, indicator);
    PageData cells = empty_list();
    for (const AuditedPeriod& one : context.audits) {
      const CellCounts& counts = one.audit.availability.by_series[at(indicator)];
      PageData cell;
      cell["available"] = counts.cells == 0 ? PageData(false) : whole_percent(counts.available_share());
      cell["level"] = counts.cells == 0 ? std::string("0") : lack_level(counts.available_share());
      cell["carried"] = counts.carried == 0 ? PageData(false) : whole_percent(counts.carried_share());
      cells << cell;
    }
    row["cells"] = std::move(cells);
    rows << row;
  }
  return rows;
}

bool is_treated(const Audit& audit) {
  return std::ranges::any_of(audit.moments, [](const IndicatorMoments& one) { return one.treated > 0; });
}

PageData moment_rows(const PageContext& context, const Audit& audit, const std::string& home) {
  const bool with_treatment = is_treated(audit);
  PageData rows = empty_list();
  for (const IndicatorMoments& one : audit.moments) {
    PageData row;
    row["title"] = title_of(context, one.indicator);
    row["href"] = link_to(context, home, one.indicator);
    PageData stages = empty_list();
    const auto add = [&](const Summary& summary, bool is_skewed) {
      PageData stage;
      stage["skewness"] = number(summary.skewness, 2);
      stage["kurtosis"] = number(summary.kurtosis, 2);
      stage["skewed"] = is_skewed;
      stages << stage;
    };
    add(one.before, one.is_skewed_before);
    if (with_treatment) add(one.after, one.is_skewed_after);
    add(one.scores, one.has_skewed_scores);
    row["stages"] = std::move(stages);
    row["treated"] = with_treatment ? PageData(std::to_string(one.treated)) : PageData(false);
    row["held_low"] = std::to_string(one.capped_low);
    row["held_high"] = std::to_string(one.capped_high);
    rows << row;
  }
  return rows;
}

PageData correlation_matrices(const PageContext& context, const Audit& audit, const std::string& home) {
  PageData matrices = empty_list();
  for (const Series node : nodes_from_root(context.index.hierarchy)) {
    if (context.index.hierarchy.children(node).size() < 2) continue;
    matrices << matrix_of(context, audit.correlations, node, home);
  }
  return matrices;
}

PageData structure_rows(const PageContext& context, const Audit& audit) {
  PageData rows = empty_list();
  for (const NodeStructure& structure : audit.structure) {
    rows << structure_row(structure, audit.options, title_of(context, structure.node));
  }
  rows << structure_row(audit.all_indicators, audit.options, context.words["all_indicators"]);
  return rows;
}

PageData importance_rows(const PageContext& context, const Audit& audit, const std::string& home) {
  PageData rows = empty_list();
  for (const Series node : nodes_from_root(context.index.hierarchy)) {
    const auto one = std::ranges::find(audit.importance, node, &ComponentImportance::component);
    if (one == audit.importance.end()) continue;
    PageData row = node_row(context, node, home);
    row["weight"] = whole_percent(one->share);
    row["importance"] = whole_percent(one->importance_share);
    row["for_parent"] = whole_percent(one->for_parent);
    row["for_index"] = whole_percent(one->for_index);
    row["bar"] = bar({.value = one->importance_share, .domain = {0, 1}, .median = one->share, .leader = {}});
    rows << row;
  }
  return rows;
}

PageData removal_rows(const PageContext& context, const Audit& audit, const std::string& home) {
  double largest = 0;
  for (const Removal& one : audit.removals) largest = std::max(largest, one.mean_rank_change);
  PageData rows = empty_list();
  for (const Series node : nodes_from_root(context.index.hierarchy)) {
    const auto one = std::ranges::find(audit.removals, node, &Removal::removed);
    if (one == audit.removals.end()) continue;
    PageData row = node_row(context, node, home);
    row["mean"] = number(one->mean_rank_change, 2);
    row["bar"] = largest > 0 ? bar({.value = one->mean_rank_change, .domain = {0, largest}, .median = {}, .leader = {}})
                             : std::string();
    row["largest"] = std::to_string(one->largest_change);
    row["moved"] = one->largest_change > 0;
    row["unit"] = name_of(context, one->most_moved);
    row["unit_href"] = home + unit_path(context, one->most_moved);
    row["from"] = rank_text(context.computed.ranking.rank(context.index.hierarchy.root(), audit.time, one->most_moved));
    row["to"] = rank_text(one->ranks[at(one->most_moved)]);
    rows << row;
  }
  return rows;
}

}  // namespace podium
