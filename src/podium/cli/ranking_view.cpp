#include "podium/cli/ranking_view.hpp"

#include <algorithm>

#include "podium/cli/texts.hpp"
#include "podium/core/number_text.hpp"
#include "podium/publish/display_width.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

std::vector<Cell> cells_of(const Index& index, const Computed& computed, const RankingTable& table,
                           const RankingRow& row, Language language) {
  const UnitInfo& unit = index.info(row.unit);
  std::vector<Cell> cells{shown_rank(row.rank), unit.code, unit.name.in(language), shown_score(row.score)};
  for (const Series child : components_by_weight(index.hierarchy, table.node)) {
    cells.emplace_back(shown_score(computed.ranking.score(child, table.time, row.unit)));
  }
  cells.push_back(change_cell(row.change));
  return cells;
}

}  // namespace

std::string ranking_title(const Index& index, Series node, Period period, Language language) {
  std::string title = index.title.in(language);
  if (node != index.hierarchy.root()) title += ": " + index.info(node).title.in(language);
  return printable(title) + ", " + to_text(period);
}

bool is_counted(const Hierarchy& hierarchy, Series node) { return hierarchy.node(node).weight > 0; }

std::vector<Series> components_by_weight(const Hierarchy& hierarchy, Series node) {
  const std::span<const Series> children = hierarchy.children(node);
  std::vector<Series> components(children.begin(), children.end());
  std::stable_partition(components.begin(), components.end(),
                        [&](Series child) { return is_counted(hierarchy, child); });
  return components;
}

std::string component_title(const Index& index, Series node, Language language) {
  const std::string& title = index.info(node).title.in(language);
  return is_counted(index.hierarchy, node) ? title : "(" + title + ")";
}

TextTable ranking_text_table(const Index& index, const Computed& computed, const RankingTable& table,
                             Language language) {
  const auto title = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  TextTable text;
  text.columns = {{title(texts::kRank), Align::Right},
                  {title(texts::kUnit)},
                  {title(texts::kName)},
                  {title(texts::kScore), Align::Right}};
  for (const Series child : components_by_weight(index.hierarchy, table.node)) {
    text.columns.push_back({component_title(index, child, language), Align::Right});
  }
  text.columns.push_back({title(texts::kChange)});
  for (const RankingRow& row : table.rows) text.rows.push_back(cells_of(index, computed, table, row, language));
  return text;
}

std::string note_on_brackets(const Index& index, Series node, Language language) {
  const std::span<const Series> children = index.hierarchy.children(node);
  const auto counts = [&](Series child) { return is_counted(index.hierarchy, child); };
  if (std::all_of(children.begin(), children.end(), counts)) return {};
  return std::string(texts::kNotCounted.in(language)) + "\n";
}

std::string note_on_editions(const Index& index, const Computed& computed, Series node, Time time, Language language) {
  std::string text;
  for (const EditionAt edition : editions_used(index, computed.selection, node, time)) {
    text += "- " + edition_text(index.editions[at(edition)]) + "\n";
  }
  return text.empty() ? text : std::string(texts::kFiguresFrom.in(language)) + ":\n" + text;
}

std::string shown_score(double score) { return fixed(score, 2); }

std::string shown_share(double share) { return fixed(100 * share, 1) + "%"; }

std::string shown_rank(Rank rank) { return rank == 0 ? std::string() : std::to_string(rank); }

Cell change_cell(const std::optional<int>& change) {
  if (!change) return std::string();
  if (*change == 0) return std::string("=");
  if (*change > 0) return {"▲" + std::to_string(*change), Style::Good};
  return {"▼" + std::to_string(-*change), Style::Bad};
}

std::string edition_text(const Edition& edition) {
  return printable(edition.id + ": " + edition.title + " (" + edition.publisher + ", " + to_text(edition.released) +
                   ")");
}

}  // namespace podium
