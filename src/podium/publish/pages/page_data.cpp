#include "podium/publish/pages/page_data.hpp"

#include <algorithm>
#include <cstdlib>

#include "podium/publish/html.hpp"
#include "podium/publish/pictures/bar.hpp"

namespace podium {
namespace {

std::string_view code_of(Language language) { return language == Language::English ? "en" : "ko"; }

}  // namespace

std::string ranking_path(const PageContext& context, Time time) {
  return "ranking/" + period_of(context, time) + ".html";
}

std::string unit_path(const PageContext& context, Unit unit) {
  return "unit/" + safe_name(context.index.info(unit).code) + ".html";
}

std::string indicator_path(const PageContext& context, Series indicator) {
  return "indicator/" + safe_name(context.index.hierarchy.node(indicator).id) + ".html";
}

std::string audit_path(const PageContext& context, Time time) {
  return time == context.newest() ? "audit.html" : "audit/" + period_of(context, time) + ".html";
}

std::string indicator_csv_path(const Index& index, Series indicator) {
  return "data/indicator/" + safe_name(index.hierarchy.node(indicator).id) + ".csv";
}

PageData text_or_none(std::string_view text) { return text.empty() ? PageData(false) : PageData(std::string(text)); }

PageData list_of(const std::vector<std::string>& texts) {
  PageData list = empty_list();
  for (const std::string& text : texts) list << PageData(text);
  return list;
}

std::string way_home(std::string_view path) {
  std::string way;
  for (auto slashes = std::ranges::count(path, '/'); slashes > 0; --slashes) way += "../";
  return way;
}

PageData page_data(const PageContext& context, const PageHead& head) {
  const Language other = context.language() == Language::English ? Language::Korean : Language::English;
  const std::string home = way_home(head.path);
  const std::string root = home + "../";
  const std::string& site_title = context.index.title.in(context.language());
  PageData data;
  data["lang"] = std::string(code_of(context.language()));
  data["other_lang"] = std::string(code_of(other));
  data["other_name"] = std::string(other == Language::Korean ? "한국어" : "English");
  data["other_href"] = root + std::string(code_of(other)) + "/" + head.path;
  data["home"] = home;
  data["root"] = root;
  data["site_title"] = site_title;
  data["page_title"] = head.title == site_title ? site_title : head.title + " – " + site_title;
  data["page_description"] = head.description;
  data["at_ranking"] = head.section == Section::Ranking;
  data["at_indicators"] = head.section == Section::Indicators;
  data["at_method"] = head.section == Section::Method;
  data["at_audit"] = head.section == Section::Audit;
  data["at_stress"] = head.section == Section::Stress;
  data["has_stress"] = context.stress != nullptr;
  data["at_restatements"] = head.section == Section::Restatements;
  data["has_restatements"] = !context.restatements.empty();
  data["several_periods"] = context.index.periods.size() > 1;
  data["version"] = std::string(PODIUM_VERSION);
  return data;
}

OutputFile finish_page(const PageContext& context, std::string_view name, const PageHead& head, const PageData& data) {
  return {std::string(code_of(context.language())) + "/" + head.path, context.templates.render(name, data)};
}

PageData link_to(const PageContext& context, std::string_view home, Series node) {
  if (!context.index.hierarchy.is_indicator(node)) return PageData(false);
  return PageData(std::string(home) + indicator_path(context, node));
}

void set_change(PageData& data, const std::optional<int>& change, bool ranked_before) {
  data["up"] = change && *change > 0 ? PageData(std::to_string(*change)) : PageData(false);
  data["down"] = change && *change < 0 ? PageData(std::to_string(-*change)) : PageData(false);
  data["same"] = change && *change == 0;
  data["entered"] = !ranked_before;
}

void set_printed(PageData& data, const Observation* observation) {
  const std::string_view text =
      observation != nullptr && observation->value ? std::string_view(observation->value->text) : "";
  const std::string whole = printed_text(text);
  const std::string shown = short_printed_text(text);
  data["printed"] = text_or_none(shown);
  data["whole"] = shown == whole ? PageData(false) : PageData(whole);
}

std::string score_bar(const PageContext& context, double score) {
  return bar({.value = score, .domain = context.facts.scores, .median = {}, .leader = {}});
}

}  // namespace podium
