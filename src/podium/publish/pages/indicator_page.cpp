#include <algorithm>

#include "podium/publish/figures/indicator_figures.hpp"
#include "podium/publish/html.hpp"
#include "podium/publish/pages/page_data.hpp"

namespace podium {
namespace {

std::string path_of(const PageContext& context, Unit unit) { return "../" + unit_path(context, unit); }

std::string chart_of(const PageContext& context, const IndicatorFigures& figures) {
  constexpr std::size_t ticks = 5;
  const Panel& panel = compared_figures(context.computed, context.facts);
  LineChart chart{.id = "leaders-chart",
                  .title = title_of(context, figures.indicator) + ": " + context.words["leaders_over_time"],
                  .description = {},
                  .places = {},
                  .domain = {},
                  .ticks = {},
                  .lines = {}};
  for (const Time time : all_periods(panel)) chart.places.push_back(period_of(context, time));
  std::vector<double> all;
  for (const Unit unit : figures.leaders) {
    Line line{.name = name_of(context, unit), .values = {}};
    std::string told;
    for (const Time time : all_periods(panel)) {
      const double value = panel.value(figures.indicator, time, unit);
      line.values.push_back(value);
      all.push_back(value);
      if (!is_missing(value))
        told += (told.empty() ? "" : ", ") + period_of(context, time) + ": " + computed_text(value);
    }
    chart.description += line.name + " – " + told + ". ";
    chart.lines.push_back(std::move(line));
  }
  chart.domain = round_domain(all, ticks);
  chart.ticks = number_ticks(context, chart.domain, ticks);
  return line_chart(chart);
}

/// A line takes two periods with a figure of the same unit.
bool has_line(const PageContext& context, const IndicatorFigures& figures) {
  const Panel& panel = compared_figures(context.computed, context.facts);
  return std::ranges::any_of(figures.leaders, [&](Unit unit) {
    std::size_t known = 0;
    for (const Time time : all_periods(panel)) known += !is_missing(panel.value(figures.indicator, time, unit));
    return known > 1;
  });
}

PageData ranking_rows(const PageContext& context, const IndicatorFigures& figures) {
  PageData rows = empty_list();
  for (const auto& [unit, cell] : figures.ranking) {
    PageData row;
    row["rank"] = rank_text(cell.rank);
    row["name"] = name_of(context, unit);
    row["href"] = path_of(context, unit);
    set_printed(row, cell.printed);
    row["compared"] = cell.printed != nullptr ? computed_text(cell.compared) : std::string("–");
    row["score"] = score_text(context, cell.score);
    row["bar"] = score_bar(context, cell.score);
    row["remarks"] = list_of(remarks_of(context, cell));
    row["filled"] = is_filled_in(cell);
    rows << row;
  }
  return rows;
}

PageData coverage_rows(const PageContext& context, const IndicatorFigures& figures) {
  PageData rows = empty_list();
  for (auto coverage = figures.coverage.rbegin(); coverage != figures.coverage.rend(); ++coverage) {
    PageData row;
    row["period"] = period_of(context, coverage->time);
    row["reported"] = std::to_string(coverage->reported);
    row["filled"] = std::to_string(coverage->filled);
    row["edition"] = PageData(false);
    if (coverage->edition) {
      const Edition& edition = context.index.editions[at(*coverage->edition)];
      row["edition"] = title_of(edition);
      row["edition_anchor"] = safe_name(edition.id);
    }
    rows << row;
  }
  return rows;
}

PageData side_by_side_cell(const PageContext& context, const Observation* observation) {
  PageData cell;
  set_printed(cell, observation);
  cell["used"] = observation != nullptr && is_in_use(context.index, context.computed.selection, *observation);
  return cell;
}

PageData side_by_side_data(const PageContext& context, const IndicatorFigures& figures) {
  const Selection& selection = context.computed.selection;
  PageData tables = empty_list();
  for (const SideBySide& table : figures.side_by_side) {
    const std::optional<Time> time = selection.panel().find_period(table.period);
    PageData data;
    data["period"] = to_text(table.period);
    data["open"] = &table == &figures.side_by_side.front();
    data["edition_count"] = std::to_string(table.editions.size());
    PageData heads = empty_list();
    for (const EditionAt edition : table.editions) {
      PageData head;
      head["edition"] = title_of(context.index.editions[at(edition)]);
      head["used"] = time && selection.edition(figures.indicator, *time) == edition;
      heads << head;
    }
    data["heads"] = std::move(heads);
    PageData rows = empty_list();
    for (const SideBySide::Row& table_row : table.rows) {
      PageData row;
      row["name"] = name_of(context, table_row.unit);
      PageData cells = empty_list();
      for (const Observation* const observation : table_row.cells) cells << side_by_side_cell(context, observation);
      row["cells"] = std::move(cells);
      rows << row;
    }
    data["rows"] = std::move(rows);
    tables << data;
  }
  return tables;
}

PageData edition_list(const PageContext& context, const IndicatorFigures& figures) {
  PageData list = empty_list();
  for (auto position = figures.editions.rbegin(); position != figures.editions.rend(); ++position) {
    const Edition& edition = context.index.editions[at(*position)];
    PageData data;
    data["anchor"] = safe_name(edition.id);
    data["id"] = edition.id;
    data["title"] = title_of(edition);
    data["publisher"] = text_or_none(edition.publisher);
    data["released"] = to_text(edition.released);
    data["note"] = text_or_none(edition.note);
    list << data;
  }
  return list;
}

PageData source_list(const PageContext& context, const IndicatorFigures& figures) {
  PageData list = empty_list();
  for (const SourceAt position : figures.sources) {
    const Source& source = context.index.sources[at(position)];
    PageData data;
    data["anchor"] = safe_name(source.id);
    data["id"] = source.id;
    data["title"] = source.title.empty() ? source.id : source.title;
    data["publisher"] = text_or_none(source.publisher);
    data["published"] = source.published ? PageData(to_text(*source.published)) : PageData(false);
    data["licence"] = text_or_none(source.licence);
    data["link"] = text_or_none(web_address(source.url));
    data["address"] = text_or_none(source.url);
    data["note"] = text_or_none(source.note);
    list << data;
  }
  return list;
}

PageData figure_row(const PageContext& context, const Observation& observation) {
  const Edition& edition = context.index.edition_of(observation);
  const Source& source = context.index.source_of(observation);
  PageData row;
  row["name"] = name_of(context, observation.unit);
  row["printed"] = observation.value ? PageData(printed_text(observation.value->text)) : PageData(false);
  row["status"] = text_or_none(status_text(context, observation.status));
  row["used"] = is_in_use(context.index, context.computed.selection, observation);
  row["edition"] = edition.id;
  row["edition_anchor"] = safe_name(edition.id);
  row["source"] = source.id;
  row["source_anchor"] = safe_name(source.id);
  row["locator"] = observation.locator.str();
  row["note"] = text_or_none(observation.note.str());
  return row;
}

PageData all_figures(const PageContext& context, const IndicatorFigures& figures) {
  PageData list = empty_list();
  for (const PeriodFigures& period : figures.periods) {
    PageData data;
    data["period"] = to_text(period.period);
    data["count"] = std::to_string(period.observations.size());
    PageData rows = empty_list();
    for (const Observation* const observation : period.observations) rows << figure_row(context, *observation);
    data["rows"] = std::move(rows);
    list << data;
  }
  return list;
}

std::string range_text(const PageContext& context, Bounds range) {
  const std::string low = printed_text(shortest(range.lower));
  const std::string high = printed_text(shortest(range.upper));
  return fill(context.words["from_to"], {{"from", low}, {"to", high}});
}

std::string target_text(const PageContext& context, Bounds target) {
  return target.lower == target.upper ? printed_text(shortest(target.lower)) : range_text(context, target);
}

void set_facts(PageData& data, const PageContext& context, Series indicator) {
  const Hierarchy& hierarchy = context.index.hierarchy;
  const NodeSpec& node = hierarchy.node(indicator);
  const std::optional<Series> pillar = hierarchy.parent(indicator);
  data["pillar"] = pillar && *pillar != hierarchy.root() ? PageData(title_of(context, *pillar)) : PageData(false);
  data["title"] = title_of(context, indicator);
  data["description"] = text_or_none(context.index.info(indicator).description.in(context.language()));
  data["measure"] = text_or_none(measure_of(context, indicator));
  data["more_is_better"] = node.direction > 0;
  data["effective"] = percent_text(effective_weight(context, indicator));
  const std::optional<Series> denominator = hierarchy.denominator_of(indicator);
  data["denominator"] = denominator ? PageData(title_of(context, *denominator)) : PageData(false);
  data["factor"] = denominator && node.factor != 1 ? PageData(computed_text(node.factor)) : PageData(false);
  data["target"] = node.target ? PageData(target_text(context, *node.target)) : PageData(false);
  data["goalposts"] = PageData(false);
  if (node.goalposts) {
    data["goalposts"] = range_text(context, *node.goalposts);
  }
}

}  // namespace

OutputFile indicator_page(const PageContext& context, Series indicator) {
  const IndicatorFigures figures = indicator_figures(context.index, context.computed, context.facts, indicator);
  const std::string title = title_of(context, indicator);
  const std::string& description = context.index.info(indicator).description.in(context.language());
  const PageHead head{.path = indicator_path(context, indicator),
                      .title = title,
                      .description = description.empty() ? title : description,
                      .section = Section::Indicators};
  PageData data = page_data(context, head);
  set_facts(data, context, indicator);
  data["period"] = period_of(context, figures.now);
  const std::string label = compared_label(context, indicator);
  data["compared_label"] = text_or_none(label);
  data["chart"] = has_line(context, figures) ? PageData(chart_of(context, figures)) : PageData(false);
  data["chart_note"] = label.empty() ? measure_of(context, indicator) : measure_of(context, indicator) + " " + label;
  const std::optional<EditionAt> edition = context.computed.selection.edition(indicator, figures.now);
  data["edition_of_ranking"] = edition ? PageData(title_of(context.index.editions[at(*edition)])) : PageData(false);
  data["has_rows"] = !figures.ranking.empty();
  data["rows"] = ranking_rows(context, figures);
  data["coverage"] = coverage_rows(context, figures);
  data["has_side_by_side"] = !figures.side_by_side.empty();
  data["side_by_side"] = side_by_side_data(context, figures);
  data["editions"] = edition_list(context, figures);
  data["sources"] = source_list(context, figures);
  data["csv"] = indicator_csv_path(context.index, indicator);
  data["all_figures"] = all_figures(context, figures);
  return finish_page(context, "indicator", head, data);
}

}  // namespace podium
