#include <algorithm>

#include "podium/model/screening.hpp"
#include "podium/publish/figures/indicator_groups.hpp"
#include "podium/publish/figures/unit_figures.hpp"
#include "podium/publish/html.hpp"
#include "podium/publish/pages/page_data.hpp"
#include "podium/publish/pages/stress_tables.hpp"
#include "podium/publish/pictures/bar.hpp"
#include "podium/wire/stress_sentences.hpp"

namespace podium {
namespace {

constexpr std::string_view kHome = "../";

std::string rank_chart(const PageContext& context, const UnitFigures& figures) {
  LineChart chart{.id = "rank-chart",
                  .title = name_of(context, figures.unit) + ": " + context.words["rank_over_time"],
                  .description = {},
                  .places = {},
                  .domain = {},
                  .ticks = {},
                  .lines = {Line{.name = {}, .values = {}}},
                  .height = 220};
  std::size_t last = 2;
  for (const PeriodStanding& standing : figures.over_time) {
    last = std::max(last, standing.ranked);
    const std::string period = period_of(context, standing.time);
    chart.description += (chart.description.empty() ? "" : ", ") + period + ": " + rank_text(standing.rank);
    chart.places.push_back(period);
    chart.lines.front().values.push_back(standing.rank > 0 ? static_cast<double>(standing.rank) : kMissing);
    chart.lines.front().labels.push_back(rank_text(standing.rank));
  }
  chart.domain = {static_cast<double>(last), 1};
  for (const double rank : rank_ticks(last)) chart.ticks.push_back({rank, fixed(rank, 0)});
  return line_chart(chart);
}

PageData neighbour_data(const PageContext& context, const std::optional<Neighbour>& neighbour) {
  if (!neighbour) return PageData(false);
  PageData data;
  data["name"] = name_of(context, neighbour->unit);
  data["href"] = safe_name(context.index.info(neighbour->unit).code) + ".html";
  data["score"] = score_text(context, neighbour->score);
  return data;
}

PageData over_time_rows(const PageContext& context, const UnitFigures& figures) {
  PageData rows = empty_list();
  for (auto standing = figures.over_time.rbegin(); standing != figures.over_time.rend(); ++standing) {
    PageData row;
    row["period"] = period_of(context, standing->time);
    row["href"] = std::string(kHome) + ranking_path(context, standing->time);
    row["rank"] = rank_text(standing->rank);
    row["of"] = std::to_string(standing->ranked);
    row["score"] = score_text(context, standing->score);
    rows << row;
  }
  return rows;
}

PageData standing_rows(const PageContext& context, const UnitFigures& figures) {
  const Hierarchy& hierarchy = context.index.hierarchy;
  PageData rows = empty_list();
  for (const NodeStanding& standing : figures.standings) {
    PageData row;
    row["total"] = standing.node == hierarchy.root();
    row["title"] = title_of(context, standing.node);
    row["href"] = link_to(context, kHome, standing.node);
    row["not_counted"] = hierarchy.node(standing.node).weight == 0;
    row["score"] = score_text(context, standing.score);
    row["rank"] = rank_text(standing.rank);
    row["median"] = score_text(context, standing.median);
    row["leader_score"] = score_text(context, standing.best);
    row["leader"] = standing.leader ? name_of(context, *standing.leader) : std::string();
    row["leader_href"] =
        standing.leader ? PageData(safe_name(context.index.info(*standing.leader).code) + ".html") : PageData(false);
    row["bar"] = bar(
        {.value = standing.score, .domain = context.facts.scores, .median = standing.median, .leader = standing.best});
    rows << row;
  }
  return rows;
}

PageData indicator_row(const PageContext& context, const UnitFigures& figures, Series indicator) {
  const FigureCell cell =
      figure_cell(context.index, context.computed, context.facts, indicator, figures.now, figures.unit);
  const std::string href = std::string(kHome) + indicator_path(context, indicator);
  PageData row;
  row["title"] = title_of(context, indicator);
  row["href"] = href;
  row["measure"] = measure_of(context, indicator);
  set_printed(row, cell.printed);
  const bool compares = is_divided(context.index, indicator) && !is_missing(cell.compared);
  row["compared"] = compares ? PageData(computed_text(cell.compared)) : PageData(false);
  row["compared_label"] = compared_label(context, indicator);
  row["edition"] = PageData(false);
  row["source"] = PageData(false);
  if (cell.printed != nullptr) {
    const Edition& edition = context.index.edition_of(*cell.printed);
    row["edition"] = title_of(edition);
    row["edition_href"] = href + "#edition-" + safe_name(edition.id);
    row["source"] = text_or_none(context.index.source_of(*cell.printed).publisher);
  }
  row["remarks"] = list_of(remarks_of(context, cell));
  row["filled"] = is_filled_in(cell);
  row["score"] = score_text(context, cell.score);
  row["rank"] = rank_text(cell.rank);
  row["bar"] = score_bar(context, cell.score);
  return row;
}

PageData indicator_groups_data(const PageContext& context, const UnitFigures& figures) {
  const std::vector<IndicatorGroup> groups = indicator_groups(context.index.hierarchy);
  PageData list = empty_list();
  for (const IndicatorGroup& group : groups) {
    PageData data;
    data["group_title"] = groups.size() > 1 ? PageData(title_of(context, group.node)) : PageData(false);
    PageData rows = empty_list();
    for (const Series indicator : group.indicators) rows << indicator_row(context, figures, indicator);
    data["indicators"] = std::move(rows);
    list << data;
  }
  return list;
}

PageData figure_rows(const PageContext& context, Unit unit) {
  PageData rows = empty_list();
  for (const IndicatorGroup& group : indicator_groups(context.index.hierarchy)) {
    for (const Series indicator : group.indicators) {
      PageData row;
      row["title"] = title_of(context, indicator);
      row["href"] = std::string(kHome) + indicator_path(context, indicator);
      row["measure"] = measure_of(context, indicator);
      PageData cells = empty_list();
      for (const Time time : all_periods(context.scores())) {
        PageData cell;
        set_printed(cell, printed_figure(context.index, context.computed.selection, indicator, time, unit));
        cells << cell;
      }
      row["cells"] = std::move(cells);
      rows << row;
    }
  }
  return rows;
}

std::string groups_text(const PageContext& context, Unit unit) {
  std::string text;
  for (const std::string& group : context.index.info(unit).groups) {
    if (!group.empty()) text += (text.empty() ? "" : " · ") + group_word(context, group);
  }
  return text;
}

/// The reason that screening gives, or that there is no score.
std::string why_not_ranked(const PageContext& context, Time time, Unit unit) {
  const std::string period = period_of(context, time);
  const bool is_excluded = context.scores().is_excluded(time, unit);
  const auto why = is_excluded ? why_left_out(context.index, context.computed.selection, time, unit) : std::nullopt;
  if (!why) return fill(context.words["unit_not_ranked"], {{"period", period}});
  const ScreenDecision& decision = why->decision;
  const FigureCount& figures = decision.node ? decision.node->figures : decision.figures;
  const std::string available = std::to_string(figures.available);
  const std::string nonzero = std::to_string(figures.nonzero);
  const std::string possible = std::to_string(figures.possible);
  const std::string node = decision.node ? title_of(context, decision.node->node) : std::string();
  const auto text = [&](std::string_view key) {
    return fill(context.words[key], {{"period", period},
                                     {"available", available},
                                     {"nonzero", nonzero},
                                     {"indicator_count", possible},
                                     {"node", node}});
  };
  switch (decision.reason) {
    case ScreenReason::TooManyZeros:
      return text("left_out_zeros");
    case ScreenReason::TooFewInNode:
      return text("left_out_node");
    case ScreenReason::ForcedOut:
      return text("left_out_by_rule");
    default:
      return text("unit_left_out");
  }
}

void set_headline(PageData& data, const PageContext& context, const UnitFigures& figures) {
  const PeriodStanding& now = figures.over_time.back();
  data["ranked"] = now.rank > 0 ? PageData(std::to_string(now.ranked)) : PageData(false);
  data["rank"] = rank_text(now.rank);
  data["score"] = score_text(context, now.score);
  data["why_not_ranked"] = now.rank > 0 ? std::string() : why_not_ranked(context, now.time, figures.unit);
  data["previous_period"] = PageData(false);
  if (figures.over_time.size() < 2) return;
  const PeriodStanding& before = figures.over_time[figures.over_time.size() - 2];
  std::optional<int> change;
  if (before.rank > 0 && now.rank > 0) change = static_cast<int>(before.rank) - static_cast<int>(now.rank);
  data["previous_period"] = period_of(context, before.time);
  set_change(data, change, before.rank > 0);
}

std::string summary_of(const PageContext& context, const UnitFigures& figures) {
  const PeriodStanding& now = figures.over_time.back();
  const std::string period = period_of(context, now.time);
  if (now.rank == 0) return why_not_ranked(context, now.time, figures.unit);
  return fill(context.words["unit_summary"], {{"period", period},
                                              {"rank", rank_text(now.rank)},
                                              {"ranked", std::to_string(now.ranked)},
                                              {"score", score_text(context, now.score)}});
}

/// How sure the newest rank is; false without a stress test, and for a unit that it does not rank.
PageData sureness_of(const PageContext& context, Unit unit) {
  if (context.stress == nullptr) return PageData(false);
  const StressResult result = context.stress->test.result(context.index, context.computed);
  if (distribution_of(result.tally, at(unit), result.plan.interval).best_rank == 0) return PageData(false);
  PageData data;
  data["sentence"] = unbroken(rank_sentence(result, unit).in(context.language()));
  data["possible"] = text_or_none(unbroken(possible_sentence(result, unit).in(context.language())));
  data["worlds"] = grouped(static_cast<double>(result.tally.worlds()), 0);
  data["level"] = interval_share(result);
  data["columns"] = acceptability_columns(context, result, unit);
  data["href"] = std::string(kHome) + stress_place(context, unit);
  return data;
}

}  // namespace

OutputFile unit_page(const PageContext& context, Unit unit) {
  const UnitFigures figures = unit_figures(context.index, context.computed.ranking, unit);
  const PageHead head{.path = unit_path(context, unit),
                      .title = name_of(context, unit),
                      .description = summary_of(context, figures),
                      .section = Section::None};
  PageData data = page_data(context, head);
  data["name"] = name_of(context, unit);
  data["code"] = context.index.info(unit).code;
  data["group_list"] = text_or_none(groups_text(context, unit));
  data["period"] = period_of(context, figures.now);
  set_headline(data, context, figures);
  data["ahead"] = neighbour_data(context, figures.ahead);
  data["behind"] = neighbour_data(context, figures.behind);
  data["sureness"] = sureness_of(context, unit);
  data["rank_chart"] = context.index.periods.size() > 1 ? rank_chart(context, figures) : std::string();
  data["over_time"] = over_time_rows(context, figures);
  data["component_rows"] = standing_rows(context, figures);
  data["groups"] = indicator_groups_data(context, figures);
  std::vector<std::string> periods;
  for (const Time time : all_periods(context.scores())) periods.push_back(period_of(context, time));
  data["period_heads"] = list_of(periods);
  data["figure_rows"] = figure_rows(context, unit);
  return finish_page(context, "unit", head, data);
}

}  // namespace podium
