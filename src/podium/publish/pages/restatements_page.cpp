#include <algorithm>
#include <cmath>

#include "podium/publish/html.hpp"
#include "podium/publish/pages/page_data.hpp"
#include "podium/publish/site_restatements.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostFigures = 25;
constexpr std::size_t kMostGrowths = 8;

/// "+93.3%"; empty for NaN.
std::string signed_percent(double share) {
  if (is_missing(share)) return {};
  return (share > 0 ? "+" : "") + fixed(100 * share, 1) + "%";
}

const Edition& edition_at(const PageContext& context, EditionAt position) {
  return context.index.editions[at(position)];
}

std::string anchor_of(const PageContext& context, const EditionChanges& changes) {
  return safe_name(edition_at(context, changes.first).id) + "--" + safe_name(edition_at(context, changes.second).id);
}

/// The title of an indicator or a denominator.
std::string series_title(const PageContext& context, Series series) {
  const std::string& title = context.index.info(series).title.in(context.language());
  return title.empty() ? context.index.hierarchy.series_ids()[at(series)] : title;
}

PageData series_link(const PageContext& context, std::string_view home, Series series) {
  const bool is_node = at(series) < context.index.hierarchy.size();
  return is_node ? link_to(context, home, series) : PageData(false);
}

std::size_t moved_units(const EditionEffect& effect) {
  return static_cast<std::size_t>(
      std::ranges::count_if(effect.comparison.moves, [](const RankMove& move) { return move.first != move.second; }));
}

PageData overview_row(const PageContext& context, const SiteRestatement& restatement) {
  const ChangeCounts counts = restatement.changes.total();
  PageData row;
  row["anchor"] = anchor_of(context, restatement.changes);
  row["first"] = title_of(edition_at(context, restatement.changes.first));
  row["second"] = title_of(edition_at(context, restatement.changes.second));
  row["again"] = std::to_string(counts.restated + counts.kept);
  row["restated"] = std::to_string(counts.restated);
  row["within"] = std::to_string(counts.within_rounding);
  row["median"] = text_or_none(is_missing(counts.median_relative) ? "" : percent_text(counts.median_relative));
  row["largest"] = text_or_none(signed_percent(restatement.changes.largest_relative(counts)));
  row["moved"] = restatement.effect ? PageData(std::to_string(moved_units(*restatement.effect))) : PageData(false);
  return row;
}

PageData print_of(const Observation* observation) {
  PageData data;
  set_printed(data, observation);
  return data;
}

PageData figure_row(const PageContext& context, std::string_view home, const CellChange& cell) {
  const Restatement restatement = cell.restatement();
  PageData row;
  row["title"] = series_title(context, cell.series);
  row["href"] = series_link(context, home, cell.series);
  row["unit"] = name_of(context, cell.unit);
  row["unit_href"] = std::string(home) + unit_path(context, cell.unit);
  row["period"] = to_text(cell.period);
  row["before"] = print_of(cell.first);
  row["after"] = print_of(cell.second);
  row["relative"] = text_or_none(signed_percent(restatement.relative));
  row["within"] = restatement.is_within_rounding;
  return row;
}

PageData move_row(const PageContext& context, std::string_view home, const RankMove& move) {
  PageData row;
  const std::optional<Unit> unit = context.index.find_unit(move.unit);
  row["unit"] = unit ? name_of(context, *unit) : move.unit;
  row["unit_href"] = unit ? PageData(std::string(home) + unit_path(context, *unit)) : PageData(false);
  row["from"] = rank_text(move.first);
  row["to"] = rank_text(move.second);
  set_change(row, move.gain(), true);
  return row;
}

PageData growth_rows(const PageContext& context, std::string_view home, const CellGrowth& cell) {
  PageData rows = empty_list();
  for (const GrowthRate& rate : cell.rates()) {
    const double restatement = cell.restatement(rate);
    PageData row;
    row["title"] = series_title(context, cell.series);
    row["href"] = series_link(context, home, cell.series);
    row["unit"] = name_of(context, cell.unit);
    row["period"] = to_text(cell.period);
    row["now"] = context.index.edition_of(*rate.now).id;
    row["base"] = context.index.edition_of(*rate.before).id;
    row["across"] = rate.is_across();
    row["growth"] = signed_percent(rate.rate());
    row["points"] =
        text_or_none(is_missing(restatement) ? "" : (restatement > 0 ? "+" : "") + fixed(100 * restatement, 1));
    rows << row;
  }
  return rows;
}

void set_effect(PageData& data, const PageContext& context, std::string_view home, const SiteRestatement& restatement) {
  data["has_effect"] = restatement.effect.has_value();
  data["has_moves"] = false;
  if (!restatement.effect) return;
  const EditionEffect& effect = *restatement.effect;
  PageData rows = empty_list();
  for (const std::size_t position : effect.comparison.largest_first()) {
    rows << move_row(context, home, effect.comparison.moves[position]);
  }
  data["effect_period"] = to_text(effect.period);
  data["has_moves"] = !rows.list_value().empty();
  data["moves"] = std::move(rows);
}

void set_growth(PageData& data, const PageContext& context, std::string_view home, const SiteRestatement& restatement) {
  PageData cells = empty_list();
  std::size_t shown = 0;
  for (const CellGrowth* const cell : restatement.blurred()) {
    if (shown++ == kMostGrowths) break;
    PageData entry;
    entry["rates"] = growth_rows(context, home, *cell);
    cells << entry;
  }
  data["has_growth"] = shown > 0;
  data["growth_cells"] = std::move(cells);
}

PageData pair_data(const PageContext& context, std::string_view home, const SiteRestatement& restatement) {
  const ChangeCounts counts = restatement.changes.total();
  const Edition& first = edition_at(context, restatement.changes.first);
  const Edition& second = edition_at(context, restatement.changes.second);
  PageData data = overview_row(context, restatement);
  data["first_id"] = first.id;
  data["second_id"] = second.id;
  data["first_released"] = to_text(first.released);
  data["second_released"] = to_text(second.released);
  data["index_id"] = context.index.id;
  data["csv"] = restatement_csv_path(context.index, restatement.changes);
  const std::vector<const CellChange*> restated = restatement.restated();
  PageData rows = empty_list();
  for (const CellChange* const cell : restated) {
    if (rows.list_value().size() == kMostFigures) break;
    rows << figure_row(context, home, *cell);
  }
  data["has_figures"] = !restated.empty();
  data["is_cut"] = restated.size() > kMostFigures;
  data["shown"] = std::to_string(rows.list_value().size());
  data["restated_count"] = std::to_string(counts.restated);
  data["figures"] = std::move(rows);
  set_effect(data, context, home, restatement);
  set_growth(data, context, home, restatement);
  return data;
}

}  // namespace

std::string restatement_csv_path(const Index& index, const EditionChanges& changes) {
  return "data/restatements/" + safe_name(index.editions[at(changes.first)].id) + "--" +
         safe_name(index.editions[at(changes.second)].id) + ".csv";
}

OutputFile restatements_page(const PageContext& context) {
  const PageHead head{.path = std::string(kRestatementsPath),
                      .title = context.words["restatements"],
                      .description = context.words["restatements_lead"],
                      .section = Section::Restatements};
  const std::string home = way_home(head.path);
  PageData data = page_data(context, head);
  PageData overview = empty_list();
  PageData pairs = empty_list();
  for (const SiteRestatement& restatement : context.restatements) {
    overview << overview_row(context, restatement);
    pairs << pair_data(context, home, restatement);
  }
  data["overview"] = std::move(overview);
  data["pairs"] = std::move(pairs);
  return finish_page(context, "restatements", head, data);
}

}  // namespace podium
