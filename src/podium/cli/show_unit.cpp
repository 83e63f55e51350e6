#include "podium/cli/ranking_view.hpp"
#include "podium/cli/show_views.hpp"
#include "podium/cli/story_words.hpp"
#include "podium/cli/texts.hpp"
#include "podium/core/weight/in_force.hpp"
#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

std::string heading(const Index& index, Unit unit, Language language) {
  const UnitInfo& info = index.info(unit);
  std::string text = info.code + "  " + info.name.in(language);
  for (std::size_t i = 0; i < index.group_names.size(); ++i) {
    if (!info.groups[i].empty()) text += "  (" + index.group_names[i] + ": " + info.groups[i] + ")";
  }
  return printable(text);
}

/// Period, rank, number of ranked units, change, score and the scores of the root's components.
TextTable over_time(const Index& index, const Ranking& ranking, Unit unit, Language language) {
  const auto title = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  const Series root = index.hierarchy.root();
  TextTable table;
  table.columns = {{title(texts::kPeriod)},
                   {title(texts::kRank), Align::Right},
                   {title(texts::kRanked), Align::Right},
                   {title(texts::kChange)},
                   {title(texts::kScore), Align::Right}};
  for (const Series child : components_by_weight(index.hierarchy, root)) {
    table.columns.push_back({component_title(index, child, language), Align::Right});
  }
  std::optional<Rank> before;
  for (const Time time : all_periods(ranking.panel())) {
    const Rank rank = ranking.rank(root, time, unit);
    std::optional<int> change;
    if (before.value_or(0) != 0 && rank != 0) change = static_cast<int>(*before) - static_cast<int>(rank);
    before = rank;
    std::vector<Cell> row{to_text(ranking.panel().period(time)), shown_rank(rank),
                          std::to_string(ranking.ranked(root, time)), change_cell(change),
                          shown_score(ranking.score(root, time, unit))};
    for (const Series child : components_by_weight(index.hierarchy, root)) {
      row.emplace_back(shown_score(ranking.score(child, time, unit)));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

class NodeTable {
 public:
  NodeTable(const Index& index, const Computed& computed, Unit unit, Language language)
      : index_(index), computed_(computed), unit_(unit), language_(language) {
    const auto title = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
    table_.columns = {{title(texts::kNode)},
                      {title(texts::kId)},
                      {title(texts::kShare), Align::Right},
                      {title(texts::kRank), Align::Right},
                      {title(texts::kScore), Align::Right},
                      {title(texts::kFigure), Align::Right},
                      {title(texts::kMeasure)},
                      {title(texts::kEdition)}};
    add(index.hierarchy.root(), 0);
  }

  const TextTable& table() const { return table_; }

 private:
  void add(Series node, std::size_t depth) {
    const Hierarchy& hierarchy = index_.hierarchy;
    const Time newest = static_cast<Time>(index_.periods.size() - 1);
    const SeriesInfo& info = index_.info(node);
    std::vector<Cell> row{
        std::string(2 * depth, ' ') + info.title.in(language_),
        hierarchy.node(node).id,
        depth == 0 ? std::string() : shown_share(share_in_force(hierarchy, computed_.ranking.panel(), node, newest)),
        shown_rank(computed_.ranking.rank(node, newest, unit_)),
        shown_score(computed_.ranking.score(node, newest, unit_)),
        std::string(),
        info.unit_of_measure,
        std::string()};
    const auto origin = hierarchy.is_indicator(node) ? computed_.selection.origin(node, newest, unit_) : std::nullopt;
    if (origin) {
      const Observation& observation = index_.observation(*origin);
      if (observation.value) row[5] = observation.value->text;
      row[7] = index_.edition_of(observation).id;
    }
    table_.rows.push_back(std::move(row));
    for (const Series child : hierarchy.children(node)) add(child, depth + 1);
  }

  const Index& index_;
  const Computed& computed_;
  Unit unit_;
  Language language_;
  TextTable table_;
};

/// One line for each period that screening left the unit out of.
std::string why_left_out_lines(const Index& index, const Computed& computed, Unit unit, Language language) {
  const Panel& panel = computed.ranking.panel();
  std::string text;
  for (const Time time : all_periods(panel)) {
    if (!panel.is_excluded(time, unit)) continue;
    const std::optional<LeftOut> why = why_left_out(index, computed.selection, time, unit);
    if (why) text += to_text(panel.period(time)) + ": " + left_out_line(why->step, why->decision, index, language);
  }
  return text;
}

}  // namespace

std::string unit_view(const Index& index, const Computed& computed, Unit unit, Language language, Colour colour) {
  std::string text = styled(heading(index, unit, language), Style::Bold, colour) + "\n";
  text += "\n" + to_text(over_time(index, computed.ranking, unit, language), colour);
  text += note_on_brackets(index, index.hierarchy.root(), language);
  text += why_left_out_lines(index, computed, unit, language);
  text += "\n" + styled(to_text(index.periods.back()), Style::Bold, colour) + "\n";
  return text + to_text(NodeTable(index, computed, unit, language).table(), colour);
}

}  // namespace podium
