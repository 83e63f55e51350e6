#include "podium/publish/pages/page_data.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostRows = 10;

/// The Korean text, unless it is the English one.
PageData second(const std::string& korean, const std::string& english) {
  return korean == english ? PageData(false) : PageData(korean);
}

PageData top_rows(const PageContext& english, const PageContext& korean) {
  const Series root = english.index.hierarchy.root();
  const Ranking& ranking = english.computed.ranking;
  const Time time = english.newest();
  PageData rows = empty_list();
  for (const Unit unit : ranking.order(root, time)) {
    if (rows.list_value().size() == kMostRows) break;
    PageData row;
    row["rank"] = rank_text(ranking.rank(root, time, unit));
    row["name_en"] = name_of(english, unit);
    row["name_ko"] = second(name_of(korean, unit), name_of(english, unit));
    row["href_en"] = "en/" + unit_path(english, unit);
    row["href_ko"] = "ko/" + unit_path(korean, unit);
    row["score"] = score_text(english, ranking.score(root, time, unit));
    row["bar"] = score_bar(english, ranking.score(root, time, unit));
    rows << row;
  }
  return rows;
}

}  // namespace

OutputFile welcome_page(const PageContext& english, const PageContext& korean) {
  const Index& index = english.index;
  const std::string& title_en = index.title.in(Language::English);
  const std::string& title_ko = index.title.in(Language::Korean);
  PageData data;
  data["page_title"] = title_en == title_ko ? title_en : title_en + " · " + title_ko;
  data["page_description"] = index.description.in(Language::English);
  data["title_en"] = title_en;
  data["title_ko"] = second(title_ko, title_en);
  data["about_en"] = index.description.in(Language::English);
  data["about_ko"] = index.description.in(Language::Korean);
  const std::string period = period_of(english, english.newest());
  data["ranking_en"] = fill(english.words["ranking_of_period"], {{"period", period}});
  data["ranking_ko"] = fill(korean.words["ranking_of_period"], {{"period", period}});
  for (const auto& [context, language] : {std::pair(&english, "_en"), std::pair(&korean, "_ko")}) {
    for (const char* const key : {"rank", "unit", "score"}) data[std::string(key) + language] = context->words[key];
  }
  PageData rows = top_rows(english, korean);
  data["has_rows"] = !rows.list_value().empty();
  data["rows"] = std::move(rows);
  return {"index.html", english.templates.render("welcome", data)};
}

}  // namespace podium
