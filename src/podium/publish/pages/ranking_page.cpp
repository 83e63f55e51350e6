#include "podium/model/used_editions.hpp"
#include "podium/publish/figures/indicator_groups.hpp"
#include "podium/publish/figures/period_account.hpp"
#include "podium/publish/pages/page_data.hpp"
#include "podium/wire/stress_sentences.hpp"

namespace podium {
namespace {

PageData components(const PageContext& context, const std::string& home) {
  PageData list = empty_list();
  for (const Series child : components_of(context.index.hierarchy)) {
    PageData component;
    component["title"] = title_of(context, child);
    component["href"] = link_to(context, home, child);
    component["not_counted"] = context.index.hierarchy.node(child).weight == 0;
    list << component;
  }
  return list;
}

std::string first_group(const PageContext& context, Unit unit) {
  const std::vector<std::string>& groups = context.index.info(unit).groups;
  return groups.empty() ? std::string() : group_word(context, groups.front());
}

/// How sure the rank is, with the way to where that is shown; false where the site has no stress test of the period.
PageData interval_of(const PageContext& context, Time time, Unit unit, const std::string& home) {
  if (context.stress == nullptr || context.stress->test.time != time) return PageData(false);
  const StressTest& test = context.stress->test;
  const UnitDistribution found = distribution_of(test.tally, at(unit), test.plan.interval);
  PageData data;
  data["span"] = rank_span(found.lower_rank, found.upper_rank);
  data["href"] = home + stress_place(context, unit);
  return data;
}

PageData row_data(const PageContext& context, const RankingTable& table, const RankingRow& row,
                  const std::string& home) {
  const Ranking& ranking = context.computed.ranking;
  const bool has_before = at(table.time) > 0;
  PageData data;
  data["rank"] = rank_text(row.rank);
  data["name"] = name_of(context, row.unit);
  data["href"] = home + unit_path(context, row.unit);
  data["score"] = score_text(context, row.score);
  data["bar"] = score_bar(context, row.score);
  data["group"] = first_group(context, row.unit);
  data["interval"] = interval_of(context, table.time, row.unit, home);
  set_change(data, row.change,
             !has_before || ranking.rank(table.node, static_cast<Time>(at(table.time) - 1), row.unit) > 0);
  PageData scores = empty_list();
  for (const Series child : components_of(context.index.hierarchy)) {
    PageData score;
    score["score"] = score_text(context, ranking.score(child, table.time, row.unit));
    scores << score;
  }
  data["scores"] = std::move(scores);
  return data;
}

PageData left_out_units(const PageContext& context, const RankingTable& table, const std::string& home) {
  PageData list = empty_list();
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i].rank > 0) continue;
    PageData unit;
    unit["name"] = name_of(context, table.rows[i].unit);
    unit["href"] = home + unit_path(context, table.rows[i].unit);
    unit["last"] = i + 1 == table.rows.size();
    list << unit;
  }
  return list;
}

PageData period_links(const PageContext& context, Time current, const std::string& home) {
  PageData list = empty_list();
  for (std::size_t i = context.index.periods.size(); i-- > 0;) {
    const Time time = static_cast<Time>(i);
    PageData link;
    link["label"] = period_of(context, time);
    link["href"] = home + ranking_path(context, time);
    link["current"] = time == current;
    list << link;
  }
  return list;
}

void set_facts(PageData& data, const PageContext& context) {
  const Index& index = context.index;
  const std::string first = to_text(index.periods.front());
  const std::string last = to_text(index.periods.back());
  data["site_description"] = text_or_none(index.description.in(context.language()));
  data["unit_count"] = std::to_string(index.units.size());
  data["indicator_count"] = std::to_string(index.hierarchy.indicators().size());
  data["period_span"] = first == last ? first : first + "–" + last;
  data["edition_count"] = std::to_string(used_editions(index).size());
  data["figure_count"] = grouped(static_cast<double>(index.observations.size()), 0);
}

PageData filled_share(const PageContext& context, Time time) {
  const PeriodAccount account = period_account(context.index, context.computed, context.facts, time);
  return account.filled == 0 ? PageData(false) : PageData(percent_text(share_filled(account)));
}

enum class Where : std::uint8_t { Home, OfPeriod };

OutputFile ranking_page_at(const PageContext& context, Time time, Where where) {
  const std::string period = period_of(context, time);
  const std::string title = fill(context.words["ranking_of_period"], {{"period", period}});
  const std::string& site_title = context.index.title.in(context.language());
  const bool is_home = where == Where::Home;
  const std::string& description = context.index.description.in(context.language());
  const PageHead head{.path = is_home ? "index.html" : ranking_path(context, time),
                      .title = is_home ? site_title : title,
                      .description = description.empty() ? title : description,
                      .section = Section::Ranking};
  const std::string home = way_home(head.path);
  const RankingTable table =
      ranking_table(context.index, context.computed.ranking, context.index.hierarchy.root(), time);

  PageData data = page_data(context, head);
  data["at_home"] = is_home;
  set_facts(data, context);
  data["period"] = period;
  data["periods"] = period_links(context, time, home);
  data["previous_period"] =
      at(time) > 0 ? PageData(period_of(context, static_cast<Time>(at(time) - 1))) : PageData(false);
  data["components"] = components(context, home);
  data["group_name"] = context.index.group_names.empty()
                           ? PageData(false)
                           : PageData(group_word(context, context.index.group_names.front()));
  data["filled_share"] = filled_share(context, time);
  const bool has_intervals = context.stress != nullptr && context.stress->test.time == time;
  data["level"] = has_intervals ? PageData(interval_share(context.stress->test.result(context.index, context.computed)))
                                : PageData(false);
  PageData rows = empty_list();
  std::size_t ranked = 0;
  for (const RankingRow& row : table.rows) {
    if (row.rank == 0) continue;
    rows << row_data(context, table, row, home);
    ++ranked;
  }
  data["rows"] = std::move(rows);
  data["has_rows"] = ranked > 0;
  data["ranked"] = std::to_string(ranked);
  data["left_out"] = left_out_units(context, table, home);
  data["has_left_out"] = ranked < table.rows.size();
  return finish_page(context, "ranking", head, data);
}

}  // namespace

OutputFile ranking_page(const PageContext& context, Time time) {
  return ranking_page_at(context, time, Where::OfPeriod);
}

OutputFile home_page(const PageContext& context) { return ranking_page_at(context, context.newest(), Where::Home); }

}  // namespace podium
