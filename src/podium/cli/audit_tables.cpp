#include "podium/cli/audit_tables.hpp"

#include <algorithm>
#include <cmath>

#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"
#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

constexpr std::size_t kWideTitle = 36;
constexpr std::size_t kNarrowTitle = 28;

std::string count(std::size_t number) { return std::to_string(number); }

Column left(const AuditWords& words, const Phrase& phrase) { return {words.say(phrase)}; }
Column right(const AuditWords& words, const Phrase& phrase) { return {words.say(phrase), Align::Right}; }

std::size_t depth_of(const Hierarchy& hierarchy, Series node) {
  std::size_t depth = 0;
  for (auto above = hierarchy.parent(node); above; above = hierarchy.parent(*above)) ++depth;
  return depth;
}

/// A skewness, marked where its distribution is flagged; unmarked ones leave room for the mark.
Cell skewness_cell(const Summary& summary, bool is_flagged) {
  const std::string text = fixed(summary.skewness, 2);
  if (text.empty()) return text;
  return is_flagged ? Cell{text + "*", Style::Bad} : Cell{text + " "};
}

std::vector<Cell> count_cells(const CellCounts& counts) {
  return {count(counts.reported), count(counts.carried), count(counts.imputed),
          count(counts.missing),  count(counts.zeros),   shown_percent(counts.available_share())};
}

void add_count_columns(TextTable& table, const AuditWords& words) {
  for (const Phrase& phrase :
       {texts::kReported, texts::kCarried, texts::kImputed, texts::kGaps, texts::kZeros, texts::kAvailable}) {
    table.columns.push_back(right(words, phrase));
  }
}

std::string r_text(const std::vector<SeriesPair>& pairs, Series first) {
  const auto found = std::ranges::find(pairs, first, &SeriesPair::first);
  return found == pairs.end() ? std::string() : fixed(found->correlation.r, 2);
}

/// The sibling that a component goes along with most, either way.
const SeriesPair* closest_sibling(const std::vector<SeriesPair>& siblings, Series component) {
  const SeriesPair* closest = nullptr;
  for (const SeriesPair& pair : siblings) {
    if ((pair.first != component && pair.second != component) || is_missing(pair.correlation.r)) continue;
    if (closest == nullptr || std::abs(pair.correlation.r) > std::abs(closest->correlation.r)) closest = &pair;
  }
  return closest;
}

std::vector<Cell> structure_row(const NodeStructure& structure, std::string title) {
  const auto& found = structure.components_found;
  return {std::move(title),
          count(structure.components.size()),
          count(structure.rows),
          fixed(structure.reliability.alpha, 2),
          fixed(structure.adequacy ? structure.adequacy->overall : kMissing, 2),
          shown_p(structure.sphericity ? structure.sphericity->p : kMissing),
          shown_percent(found ? found->shares.front() : kMissing)};
}

}  // namespace

std::string AuditWords::title(Series series, std::size_t width) const {
  const std::string& title = scene.index.info(series).title.in(language);
  return cut_to(title.empty() ? scene.id(series) : title, width);
}

std::string AuditWords::indented_title(Series series, std::size_t width) const {
  const std::size_t depth = depth_of(scene.index.hierarchy, series);
  const std::size_t indent = depth == 0 ? 0 : 2 * (depth - 1);
  return std::string(indent, ' ') + title(series, width - std::min(indent, width / 2));
}

std::string cut_to(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t end = text.size();
  while (end > 0 && display_width(text.substr(0, end)) + 1 > width) {
    do {
      --end;
    } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U);
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string shown_figure(double value) {
  if (is_missing(value)) return {};
  const double size = std::abs(value);
  int decimals = size < 1 ? 5 : 4;
  for (double bound = 10; decimals > 0 && size >= bound; bound *= 10) --decimals;
  return grouped(value, decimals);
}

std::string signed_figure(double change) { return (change > 0 ? "+" : "") + shown_figure(change); }

std::string shown_p(double p) {
  if (is_missing(p)) return {};
  return p < 0.001 ? std::string("<0.001") : fixed(p, 3);
}

std::string shown_percent(double share) { return is_missing(share) ? std::string() : fixed(100 * share, 0) + "%"; }

TextTable availability_table(const AuditWords& words) {
  TextTable table{{left(words, texts::kIndicator)}, {}};
  add_count_columns(table, words);
  const Series root = words.scene.index.hierarchy.root();
  for (const Series node : nodes_from_root(words.scene.index.hierarchy)) {
    if (node == root) continue;
    std::vector<Cell> row{words.indented_title(node, kWideTitle)};
    for (Cell& cell : count_cells(words.audit().availability.by_series[at(node)])) row.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
  }
  return table;
}

TextTable unit_availability_table(const AuditWords& words) {
  TextTable table{{left(words, texts::kUnit), left(words, texts::kName)}, {}};
  add_count_columns(table, words);
  table.columns.push_back(right(words, texts::kFilledWeight));
  const Availability& availability = words.audit().availability;
  for (const Unit unit : Positions<Unit>(availability.by_unit.size())) {
    std::vector<Cell> row{words.scene.code(unit), cut_to(words.name(unit), kNarrowTitle)};
    for (Cell& cell : count_cells(availability.by_unit[at(unit)])) row.push_back(std::move(cell));
    row.emplace_back(shown_percent(availability.imputed_weight[at(unit)]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

TextTable moments_table(const AuditWords& words) {
  const std::vector<IndicatorMoments>& all = words.audit().moments;
  const bool is_treated = std::ranges::any_of(all, [](const IndicatorMoments& one) { return one.treated > 0; });
  TextTable table{
      {left(words, texts::kIndicator), right(words, texts::kSkewnessBefore), right(words, texts::kKurtosisBefore)}, {}};
  if (is_treated) {
    table.columns.push_back(right(words, texts::kSkewnessAfter));
    table.columns.push_back(right(words, texts::kKurtosisAfter));
  }
  for (const Phrase& phrase : {texts::kSkewnessOfScores, texts::kHeldLow, texts::kHeldHigh}) {
    table.columns.push_back(right(words, phrase));
  }
  for (const IndicatorMoments& one : all) {
    std::vector<Cell> row{words.title(one.indicator, is_treated ? kNarrowTitle : kWideTitle),
                          skewness_cell(one.before, one.is_skewed_before), fixed(one.before.kurtosis, 2)};
    if (is_treated) {
      row.push_back(skewness_cell(one.after, one.is_skewed_after));
      row.emplace_back(fixed(one.after.kurtosis, 2));
    }
    row.push_back(skewness_cell(one.scores, one.has_skewed_scores));
    row.emplace_back(count(one.capped_low));
    row.emplace_back(count(one.capped_high));
    table.rows.push_back(std::move(row));
  }
  return table;
}

TextTable selected_figures_table(const AuditWords& words) {
  TextTable table{{left(words, texts::kIndicator)}, {}};
  for (const Phrase& phrase : {texts::kCount, texts::kDistinct, texts::kMinimum, texts::kMedian, texts::kMean,
                               texts::kMaximum, texts::kDeviation}) {
    table.columns.push_back(right(words, phrase));
  }
  for (const IndicatorMoments& one : words.audit().moments) {
    const Summary& figures = one.selected;
    table.rows.push_back({words.title(one.indicator, kNarrowTitle), count(figures.available), count(figures.distinct),
                          shown_figure(figures.minimum), shown_figure(figures.median), shown_figure(figures.mean),
                          shown_figure(figures.maximum), shown_figure(figures.standard_deviation)});
  }
  return table;
}

TextTable companions_table(const AuditWords& words) {
  const Correlations& correlations = words.audit().correlations;
  TextTable table{{left(words, texts::kNode), right(words, texts::kWithNode), right(words, texts::kWithIndex),
                   left(words, texts::kClosest), right(words, texts::kCorrelation)},
                  {}};
  for (const Series node : nodes_from_root(words.scene.index.hierarchy)) {
    if (node == words.scene.index.hierarchy.root()) continue;
    const SeriesPair* closest = closest_sibling(correlations.siblings, node);
    const Series other = closest == nullptr ? node : closest->first == node ? closest->second : closest->first;
    table.rows.push_back({words.indented_title(node, kWideTitle), r_text(correlations.with_parents, node),
                          r_text(correlations.with_index, node),
                          closest == nullptr ? std::string() : words.title(other, kNarrowTitle),
                          closest == nullptr ? std::string() : fixed(closest->correlation.r, 2)});
  }
  return table;
}

TextTable pairs_table(const AuditWords& words, std::span<const SeriesPair> pairs) {
  TextTable table{{left(words, texts::kFirstOfPair), left(words, texts::kSecondOfPair),
                   right(words, texts::kCorrelation), right(words, texts::kAdjusted), right(words, texts::kUnits)},
                  {}};
  for (const SeriesPair& pair : pairs) {
    table.rows.push_back({words.title(pair.first, kWideTitle), words.title(pair.second, kWideTitle),
                          fixed(pair.correlation.r, 2), shown_p(pair.p_adjusted), count(pair.correlation.pairs)});
  }
  return table;
}

TextTable structure_table(const AuditWords& words) {
  TextTable table{{left(words, texts::kNode)}, {}};
  for (const Phrase& phrase :
       {texts::kParts, texts::kUnits, texts::kAlpha, texts::kAdequacy, texts::kSphericity, texts::kFirstComponent}) {
    table.columns.push_back(right(words, phrase));
  }
  for (const NodeStructure& structure : words.audit().structure) {
    table.rows.push_back(structure_row(structure, words.title(structure.node, kWideTitle)));
  }
  table.rows.push_back(structure_row(words.audit().all_indicators, words.say(texts::kAllIndicators)));
  return table;
}

TextTable structure_of_components_table(const AuditWords& words) {
  TextTable table{{left(words, texts::kNode), right(words, texts::kAlphaWithout), right(words, texts::kAdequacy),
                   right(words, texts::kLoading)},
                  {}};
  const auto add = [&](const NodeStructure& structure, const std::string& title) {
    table.rows.push_back({Cell{title, Style::Bold}, "", "", ""});
    for (std::size_t i = 0; i < structure.components.size(); ++i) {
      const std::vector<double>& alpha = structure.reliability.alpha_if_dropped;
      table.rows.push_back(
          {"  " + words.title(structure.components[i], kWideTitle), fixed(i < alpha.size() ? alpha[i] : kMissing, 2),
           fixed(structure.adequacy ? structure.adequacy->of_each[i] : kMissing, 2),
           fixed(structure.components_found ? structure.components_found->loadings(i, 0) : kMissing, 2)});
    }
  };
  for (const NodeStructure& structure : words.audit().structure)
    add(structure, words.title(structure.node, kWideTitle));
  add(words.audit().all_indicators, words.say(texts::kAllIndicators));
  return table;
}

TextTable importance_table(const AuditWords& words) {
  TextTable table{{left(words, texts::kNode)}, {}};
  for (const Phrase& phrase :
       {texts::kShareOfWeight, texts::kShareOfImportance, texts::kExplainsNode, texts::kExplainsIndex}) {
    table.columns.push_back(right(words, phrase));
  }
  for (const Series node : nodes_from_root(words.scene.index.hierarchy)) {
    const auto& all = words.audit().importance;
    const auto one = std::ranges::find(all, node, &ComponentImportance::component);
    if (one == all.end()) continue;
    table.rows.push_back({words.indented_title(node, kWideTitle), shown_percent(one->share),
                          shown_percent(one->importance_share), shown_percent(one->for_parent),
                          shown_percent(one->for_index)});
  }
  return table;
}

TextTable removal_table(const AuditWords& words) {
  TextTable table{{left(words, texts::kLeftOut), right(words, texts::kMeanChange), right(words, texts::kLargestChange),
                   left(words, texts::kMostMoved)},
                  {}};
  const auto& all = words.audit().removals;
  for (const Series node : nodes_from_root(words.scene.index.hierarchy)) {
    const auto one = std::ranges::find(all, node, &Removal::removed);
    if (one == all.end()) continue;
    std::string moved;
    if (one->largest_change > 0) {
      const Rank before =
          words.scene.computed.ranking.rank(words.scene.index.hierarchy.root(), words.audit().time, one->most_moved);
      moved = cut_to(words.name(one->most_moved), kNarrowTitle) + " " + shown_rank(before) + " → " +
              shown_rank(one->ranks[at(one->most_moved)]);
    }
    table.rows.push_back(
        {words.indented_title(node, kWideTitle), fixed(one->mean_rank_change, 2), count(one->largest_change), moved});
  }
  return table;
}

TextTable outlying_figures_table(const AuditWords& words) {
  TextTable table{{left(words, texts::kIndicator), left(words, texts::kName), right(words, texts::kFigure),
                   right(words, texts::kLowerFence), right(words, texts::kUpperFence)},
                  {}};
  for (const OutlyingFigure& figure : words.audit().outlying.figures) {
    table.rows.push_back({words.title(figure.indicator, kWideTitle), cut_to(words.name(figure.unit), 20),
                          shown_figure(figure.value), shown_figure(figure.fences.lower),
                          shown_figure(figure.fences.upper)});
  }
  return table;
}

TextTable outlying_profiles_table(const AuditWords& words) {
  TextTable table{{left(words, texts::kUnit), left(words, texts::kName), right(words, texts::kDistance),
                   right(words, texts::kAdjusted)},
                  {}};
  for (const OutlyingProfile& profile : words.audit().outlying.profiles) {
    table.rows.push_back({words.scene.code(profile.unit), cut_to(words.name(profile.unit), kWideTitle),
                          fixed(profile.squared_distance, 1), shown_p(profile.p_adjusted)});
  }
  return table;
}

}  // namespace podium
