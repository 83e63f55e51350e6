#include "podium/publish/site.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "podium/publish/html.hpp"
#include "podium/wire/ranking.hpp"

#include "publish/example.hpp"
#include "publish/pages.hpp"

namespace podium {
namespace {

using testing::all_between;

std::map<std::string, std::string> site_of(const testing::Example& example) {
  std::map<std::string, std::string> site;
  const SiteStress stress = testing::stress_of(example);
  std::vector<OutputFile> files = render_site(example.index, example.computed, 1, &stress);
  for (OutputFile& file : files) {
    CAPTURE(file.path);
    CHECK(site.emplace(file.path, std::move(file.bytes)).second);
  }
  return site;
}

std::map<std::string, std::string> pages_of(const testing::Example& example) {
  std::map<std::string, std::string> pages = site_of(example);
  std::erase_if(pages, [](const auto& file) { return !file.first.ends_with(".html"); });
  return pages;
}

void check_links(const std::map<std::string, std::string>& site) {
  for (const auto& [path, bytes] : site) {
    if (!path.ends_with(".html")) continue;
    CAPTURE(path);
    for (const std::string& href : all_between(bytes, "href=\"", "\"")) {
      CAPTURE(href);
      const std::optional<std::string> target = testing::target_of(path, href);
      if (!target) {
        CHECK((href.starts_with("https://") || href.starts_with("http://")));
        continue;
      }
      const auto found = site.find(*target);
      REQUIRE(found != site.end());
      const std::size_t anchor = href.find('#');
      if (anchor != std::string::npos)
        CHECK(found->second.find("id=\"" + href.substr(anchor + 1) + "\"") != std::string::npos);
    }
  }
}

void check_frame(const std::string& path, const std::string& page) {
  CAPTURE(path);
  CHECK(testing::fault_of_nesting(page) == std::nullopt);
  CHECK(all_between(page, "<h1", "</h1>").size() == 1);
  const std::vector<std::string> titles = all_between(page.substr(0, page.find("</head>")), "<title>", "</title>");
  CHECK((titles.size() == 1 && !titles.front().empty()));
  CHECK(page.starts_with(path.starts_with("ko/") ? "<!doctype html>\n<html lang=\"ko\">"
                                                 : "<!doctype html>\n<html lang=\"en\">"));
  CHECK(page.find("<main id=\"main\"") != std::string::npos);
  const std::vector<std::string> ids = all_between(page, " id=\"", "\"");
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  CHECK(page.find("{{") == std::string::npos);
  CHECK(page.find("[[") == std::string::npos);
}

TEST_CASE("every link leads to a file of the site, and to a place that it has") {
  check_links(site_of(testing::example_of_countries()));
  check_links(site_of(testing::example_of_hostile_texts()));
}

TEST_CASE("every page has its language, one title, one main heading, closed elements and ids that occur once") {
  for (const auto& [path, page] : pages_of(testing::example_of_countries())) check_frame(path, page);
}

TEST_CASE("both languages have the same pages, and each leads to its counterpart") {
  const auto pages = pages_of(testing::example_of_countries());
  std::size_t english = 0;
  for (const auto& [path, page] : pages) {
    if (!path.starts_with("en/")) continue;
    CAPTURE(path);
    ++english;
    const std::string other = "ko/" + path.substr(3);
    REQUIRE(pages.contains(other));
    for (const auto& [from, to, lang] : {std::tuple(path, other, "ko"), std::tuple(other, path, "en")}) {
      const std::vector<std::string> links = all_between(pages.at(from), "<a class=\"language\"", ">");
      REQUIRE(links.size() == 1);
      CHECK(links.front().find(std::string("lang=\"") + lang + "\"") != std::string::npos);
      CHECK(testing::target_of(from, all_between(links.front(), "href=\"", "\"").front()) == to);
    }
  }
  CHECK(pages.size() == 2 * english + 1);
  // Home, indicators, method, certainty, restatements, two rankings, two audits, three units, three indicators.
  CHECK(english == 15);
}

TEST_CASE("texts of the index stay texts") {
  for (const auto& [path, page] : pages_of(testing::example_of_hostile_texts())) {
    CAPTURE(path);
    CHECK(testing::fault_of_nesting(page) == std::nullopt);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("href=\"javascript") == std::string::npos);
    CHECK(page.find(" onclick=\"x") == std::string::npos);
    for (const char c : path)
      CHECK(
          (std::isalnum(static_cast<unsigned char>(c)) || std::string_view("._-~/").find(c) != std::string_view::npos));
    CHECK(path.find("..") != 0);
    CHECK(path.find("/..") == std::string::npos);
  }
}

TEST_CASE("tags and marks in a text of the index are shown, not followed") {
  const auto pages = pages_of(testing::example_of_hostile_texts());
  CHECK(pages.at("en/index.html").find("{{name}} [[rank]]") != std::string::npos);
}

TEST_CASE("an address that is not of the web is shown without a link") {
  const auto pages = pages_of(testing::example_of_hostile_texts());
  CHECK(pages.at("en/indicator/errors.html").find("<span class=\"address\">javascript:alert(1)</span>") !=
        std::string::npos);
}

TEST_CASE("a page needs no other host and no program") {
  for (const auto& [path, bytes] : site_of(testing::example_of_countries())) {
    CAPTURE(path);
    for (const std::string_view word : {"<script", "@import", "url(", "src=", "<iframe"})
      CHECK(bytes.find(word) == std::string::npos);
  }
}

TEST_CASE("the data are those of the engine") {
  const testing::Example example = testing::example_of_countries();
  const auto site = site_of(example);
  const std::vector<RankingTable> tables = all_ranking_tables(example.index, example.computed.ranking);
  CHECK(site.at("data/ranking.csv") == ranking_csv(example.index, example.computed, tables));
  CHECK(site.at("data/ranking.json") == ranking_json(example.index, example.computed, tables));
  CHECK(std::ranges::count(site.at("data/observations.csv"), '\n') == 1 + 26);
  CHECK(std::ranges::count(site.at("data/indicator/models.csv"), '\n') == 1 + 8);
  CHECK(site.at(std::string(kSiteMarker)).starts_with(R"({"id":"example","title":{)"));
}

TEST_CASE("a unit's page says what was filled in and from which edition the rest comes") {
  const auto pages = pages_of(testing::example_of_countries());
  const std::string& korea = pages.at("en/unit/KOR.html");
  CHECK(korea.find("filled with the median of the year") != std::string::npos);
  CHECK(korea.find("ed-2025") != std::string::npos);
  CHECK(korea.find("1,234,567.8…") != std::string::npos);
  CHECK(pages.at("ko/unit/KOR.html").find("그해 중앙값으로 보완") != std::string::npos);
  CHECK(pages.at("en/unit/FRA.html").find("filled with") == std::string::npos);
}

TEST_CASE("the words fit what is ranked and when") {
  const auto countries = pages_of(testing::example_of_countries());
  const auto items = pages_of(testing::example_of_hostile_texts());
  CHECK(countries.at("en/index.html").find(">Country</th>") != std::string::npos);
  CHECK(items.at("en/index.html").find(">Country</th>") == std::string::npos);
  CHECK(countries.at("ko/ranking/2024.html").find("2024년 순위") != std::string::npos);
  CHECK(items.at("ko/ranking/2024-Q1.html").find("2024-Q1 순위") != std::string::npos);
}

TEST_CASE("the method page names each step with its method, in both languages") {
  const auto pages = pages_of(testing::example_of_countries());
  CHECK(pages.at("en/method.html").find("<h3>Filling gaps: median</h3>") != std::string::npos);
  CHECK(pages.at("ko/method.html").find("<h3>결측 보완: 중앙값</h3>") != std::string::npos);
  CHECK(pages.at("en/method.html").find("<h3>Combining the scores: arithmetic mean</h3>") != std::string::npos);
}

}  // namespace
}  // namespace podium
