#include <algorithm>

#include "podium/core/weight/in_force.hpp"
#include "podium/publish/figures/indicator_figures.hpp"
#include "podium/publish/figures/indicator_groups.hpp"
#include "podium/publish/figures/period_account.hpp"
#include "podium/publish/html.hpp"
#include "podium/publish/pages/method_words.hpp"
#include "podium/publish/pages/page_data.hpp"
#include "podium/publish/pictures/bar.hpp"

namespace podium {
namespace {

std::size_t depth_of(const Hierarchy& hierarchy, Series node) {
  std::size_t depth = 0;
  for (std::optional<Series> above = hierarchy.parent(node); above; above = hierarchy.parent(*above)) ++depth;
  return depth;
}

PageData hierarchy_rows(const PageContext& context) {
  const Hierarchy& hierarchy = context.index.hierarchy;
  PageData rows = empty_list();
  for (const Series node : nodes_from_root(hierarchy)) {
    const bool is_root = node == hierarchy.root();
    const double effective = effective_weight(context, node);
    PageData row;
    row["depth"] = std::to_string(std::min<std::size_t>(depth_of(hierarchy, node), 4));
    row["title"] = title_of(context, node);
    row["href"] = link_to(context, "", node);
    row["weight"] =
        is_root ? std::string() : computed_text(weight_in_force(hierarchy, context.scores(), node, context.newest()));
    row["share"] =
        is_root ? std::string() : percent_text(share_in_force(hierarchy, context.scores(), node, context.newest()));
    row["effective"] = percent_text(effective);
    row["bar"] = is_root ? std::string() : bar({.value = effective, .domain = {0, 1}, .median = {}, .leader = {}});
    row["combined_by"] = combination_of(context, node);
    rows << row;
  }
  return rows;
}

PageData parameters_data(const std::vector<ParameterWords>& parameters) {
  PageData list = empty_list();
  for (const ParameterWords& parameter : parameters) {
    PageData data;
    data["label"] = parameter.label;
    data["value"] = parameter.value;
    list << data;
  }
  return list;
}

PageData methods_data(const std::vector<MethodWords>& methods) {
  PageData list = empty_list();
  for (const MethodWords& method : methods) {
    PageData data;
    data["method_name"] = text_or_none(method.name);
    data["scope"] = text_or_none(method.scope);
    data["about"] = method.summary;
    data["formula"] = method.formula;
    data["source"] = method.source;
    data["has_own_parameters"] = !method.parameters.empty();
    data["own_parameters"] = parameters_data(method.parameters);
    list << data;
  }
  return list;
}

PageData steps_data(const PageContext& context) {
  PageData steps = empty_list();
  for (const Step& step : context.index.recipe.steps()) {
    const StepWords words = step_words(context, step);
    PageData data;
    data["name"] = words.name;
    data["summary"] = text_or_none(words.summary);
    data["methods"] = methods_data(words.methods);
    data["has_parameters"] = !words.parameters.empty();
    data["parameters"] = parameters_data(words.parameters);
    steps << data;
  }
  return steps;
}

PageData coverage_cells(const PageContext& context, Series indicator) {
  PageData cells = empty_list();
  for (const Time time : all_periods(context.scores())) {
    const IndicatorCoverage coverage =
        indicator_coverage(context.index, context.computed, context.facts, indicator, time);
    PageData cell;
    cell["reported"] = std::to_string(coverage.reported);
    cell["edition"] = PageData(false);
    if (coverage.edition) {
      const std::string& id = context.index.editions[at(*coverage.edition)].id;
      cell["edition"] = id;
      cell["edition_href"] = indicator_path(context, indicator) + "#edition-" + safe_name(id);
    }
    cells << cell;
  }
  return cells;
}

PageData coverage_rows(const PageContext& context) {
  PageData rows = empty_list();
  for (const IndicatorGroup& group : indicator_groups(context.index.hierarchy)) {
    for (const Series indicator : group.indicators) {
      PageData row;
      row["title"] = title_of(context, indicator);
      row["href"] = indicator_path(context, indicator);
      row["cells"] = coverage_cells(context, indicator);
      rows << row;
    }
  }
  return rows;
}

PageData left_out_units(const PageContext& context, const PeriodAccount& account) {
  PageData units = empty_list();
  for (const Unit unit : account.left_out) {
    PageData data;
    data["name"] = name_of(context, unit);
    data["href"] = unit_path(context, unit);
    data["available"] =
        std::to_string(available_indicators(context.index, context.computed.selection, account.time, unit)) + "/" +
        std::to_string(context.index.hierarchy.indicators().size());
    data["last"] = unit == account.left_out.back();
    units << data;
  }
  return units;
}

void set_accounts(PageData& data, const PageContext& context) {
  std::vector<std::string> periods, ranked, filled;
  PageData left_out = empty_list();
  for (const Time time : all_periods(context.scores())) {
    const PeriodAccount account = period_account(context.index, context.computed, context.facts, time);
    periods.push_back(period_of(context, account.time));
    ranked.push_back(std::to_string(account.ranked));
    filled.push_back(percent_text(share_filled(account)));
    if (account.left_out.empty()) continue;
    PageData row;
    row["period"] = period_of(context, account.time);
    row["units"] = left_out_units(context, account);
    left_out << row;
  }
  data["period_heads"] = list_of(periods);
  data["ranked_cells"] = list_of(ranked);
  data["filled_cells"] = list_of(filled);
  data["has_left_out"] = !left_out.list_value().empty();
  data["left_out"] = std::move(left_out);
}

}  // namespace

OutputFile method_page(const PageContext& context) {
  const PageHead head{.path = "method.html",
                      .title = context.words["method"],
                      .description = context.words["method_lead"],
                      .section = Section::Method};
  PageData data = page_data(context, head);
  data["nodes"] = hierarchy_rows(context);
  data["steps"] = steps_data(context);
  data["ties"] = context.words["ties_" + std::string(to_word(context.index.recipe.ties()))];
  data["coverage_rows"] = coverage_rows(context);
  set_accounts(data, context);
  return finish_page(context, "method", head, data);
}

}  // namespace podium
