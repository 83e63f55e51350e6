#include "podium/publish/figures/indicator_figures.hpp"
#include "podium/publish/figures/indicator_groups.hpp"
#include "podium/publish/pages/page_data.hpp"

namespace podium {
namespace {

PageData card(const PageContext& context, Series indicator) {
  const IndicatorCoverage coverage =
      indicator_coverage(context.index, context.computed, context.facts, indicator, context.newest());
  PageData data;
  data["title"] = title_of(context, indicator);
  data["href"] = indicator_path(context, indicator);
  data["description"] = text_or_none(context.index.info(indicator).description.in(context.language()));
  data["measure"] = text_or_none(measure_of(context, indicator));
  data["effective"] = percent_text(effective_weight(context, indicator));
  data["covered"] = std::to_string(coverage.reported);
  return data;
}

}  // namespace

OutputFile indicators_page(const PageContext& context) {
  const PageHead head{.path = "indicators.html",
                      .title = context.words["indicators"],
                      .description = context.index.title.in(context.language()) + ": " + context.words["indicators"],
                      .section = Section::Indicators};
  const std::vector<IndicatorGroup> groups = indicator_groups(context.index.hierarchy);
  PageData data = page_data(context, head);
  data["period"] = period_of(context, context.newest());
  data["unit_count"] = std::to_string(context.index.units.size());
  PageData list = empty_list();
  for (const IndicatorGroup& group : groups) {
    PageData group_data;
    const bool is_root = group.node == context.index.hierarchy.root();
    group_data["group_title"] = groups.size() > 1 ? PageData(title_of(context, group.node)) : PageData(false);
    group_data["group_description"] =
        is_root ? PageData(false) : text_or_none(context.index.info(group.node).description.in(context.language()));
    PageData cards = empty_list();
    for (const Series indicator : group.indicators) cards << card(context, indicator);
    group_data["indicators"] = std::move(cards);
    list << group_data;
  }
  data["groups"] = std::move(list);
  return finish_page(context, "indicators", head, data);
}

}  // namespace podium
