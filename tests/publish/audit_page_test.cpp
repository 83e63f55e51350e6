#include <map>

#include <doctest/doctest.h>

#include "podium/publish/html.hpp"
#include "podium/publish/site.hpp"
#include "podium/wire/audit.hpp"

#include "publish/example.hpp"
#include "publish/pages.hpp"

namespace podium {
namespace {

using testing::all_between;

std::map<std::string, std::string> pages_of(const testing::Example& example) {
  std::map<std::string, std::string> pages;
  for (OutputFile& file : render_site(example.index, example.computed, 1)) {
    pages.emplace(file.path, std::move(file.bytes));
  }
  return pages;
}

std::string part(const std::string& page, const std::string& id) {
  const std::vector<std::string> found = all_between(page, "<section aria-labelledby=\"" + id + "\">", "</section>");
  return found.size() == 1 ? found.front() : std::string();
}

TEST_CASE("every period has an audit page in both languages, the newest one at the top") {
  const auto pages = pages_of(testing::example_of_countries());
  for (const char* const path : {"en/audit.html", "en/audit/2023.html", "ko/audit.html", "ko/audit/2023.html"}) {
    CAPTURE(path);
    REQUIRE(pages.contains(path));
    CHECK(pages.at(path).size() < 200'000);
    CHECK(pages.at(path).find("<script") == std::string::npos);
  }
  CHECK_FALSE(pages.contains("en/audit/2024.html"));
  CHECK(pages.at("en/audit.html").find("<h1>Audit 2024</h1>") != std::string::npos);
  CHECK(pages.at("ko/audit/2023.html").find("<h1>2023년 점검</h1>") != std::string::npos);
  CHECK(pages.at("en/index.html").find("<a href=\"audit.html\">Audit</a>") != std::string::npos);
}

TEST_CASE("the findings of the engine stand on the page, every one, in the page's language") {
  const testing::Example example = testing::example_of_countries();
  const auto pages = pages_of(example);
  const AuditedPeriod audited = audited_period(example.index, example.computed, Time{1});
  REQUIRE(!audited.findings.empty());
  for (const Finding& finding : audited.findings) {
    const Text sentence = sentence_of(example.index, finding, country_words());
    CHECK(part(pages.at("en/audit.html"), "findings").find("<li>" + escaped(sentence.en)) != std::string::npos);
    CHECK(part(pages.at("ko/audit.html"), "findings").find("<li>" + escaped(sentence.ko)) != std::string::npos);
  }
  CHECK(all_between(part(pages.at("en/audit.html"), "findings"), "<li>", "</li>").size() == audited.findings.size());
}

TEST_CASE("availability is a number in each cell, and its colour follows what is missing") {
  const auto pages = pages_of(testing::example_of_countries());
  const std::string table = part(pages.at("en/audit.html"), "availability");
  // One row for each indicator; KOR has no figure of models in 2024: two of three.
  CHECK(all_between(table, "<tr><th scope=\"row\">", "</tr>").size() == 3);
  CHECK(table.find("<td class=\"number lack-0\">100%</td><td class=\"number lack-3\">67%</td>") != std::string::npos);
}

TEST_CASE("a matrix holds every pair of siblings twice and nothing for a component with itself") {
  const auto pages = pages_of(testing::example_of_countries());
  const std::vector<std::string> tables =
      all_between(part(pages.at("en/audit.html"), "correlations"), "<table", "</table>");
  // The index has two pillars, output has two indicators; money has one and needs none.
  REQUIRE(tables.size() == 2);
  for (const std::string& table : tables) {
    CHECK(all_between(table, "<tr><th scope=\"row\">", "</tr>").size() == 2);
    CHECK(all_between(table, "<td class=\"number\">", "</td>").size() == 2);
  }
  // Two siblings and the pillar above; the pillar's own table has the index as well.
  CHECK(all_between(tables[0], "<td class=\"number r ", "\"").size() == 2 * 2);
  CHECK(all_between(tables[1], "<td class=\"number r ", "\"").size() == 2 * 3);
}

TEST_CASE("removing a component names the unit that moves most, and says nothing where none moves") {
  const testing::Example example = testing::example_of_countries();
  const std::string table = part(pages_of(example).at("en/audit.html"), "removal");
  const AuditedPeriod audited = audited_period(example.index, example.computed, Time{1});
  std::size_t moving = 0;
  for (const Removal& removal : audited.audit.removals) moving += removal.largest_change > 0 ? 1 : 0;
  CHECK(all_between(table, "<tr class=\"depth-", "</tr>").size() == audited.audit.removals.size());
  CHECK(all_between(table, " → ", "</td>").size() == moving);
}

}  // namespace
}  // namespace podium
