#include <map>

#include <doctest/doctest.h>

#include "podium/publish/site.hpp"

#include "publish/example.hpp"
#include "publish/pages.hpp"

namespace podium {
namespace {

using testing::all_between;

std::map<std::string, std::string> site_of(const testing::Example& example) {
  std::map<std::string, std::string> files;
  for (OutputFile& file : render_site(example.index, example.computed, 1)) {
    files.emplace(file.path, std::move(file.bytes));
  }
  return files;
}

/// The text of each cell of each row of a table's bodies, without what marks it up: "models | France | 2023".
std::vector<std::string> rows_of(const std::string& page, const std::string& caption_id) {
  const auto from = page.find("<caption id=\"" + caption_id + "\"");
  if (from == std::string::npos) return {};
  const std::string table = page.substr(from, page.find("</table>", from) - from);
  std::vector<std::string> rows;
  for (const std::string& row : all_between(table.substr(table.find("</thead>")), "<tr", "</tr>")) {
    std::string text;
    bool in_mark = true;  // the row's own has lost its beginning
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row.compare(i, 5, "</td>") == 0 || row.compare(i, 5, "</th>") == 0) text += " | ";
      if (row[i] == '<') in_mark = true;
      if (!in_mark) text += row[i];
      if (row[i] == '>') in_mark = false;
    }
    rows.push_back(text);
  }
  return rows;
}

TEST_CASE("the page lists what a new edition restated, the largest change first") {
  // models of 2023: 2, 4, 10 in the first edition and 3, 5, 11 in the second; gdp of no year stands in both.
  const auto files = site_of(testing::example_of_countries());
  const std::vector<std::string> rows = rows_of(files.at("en/restatements.html"), "ed-2024--ed-2025-figures");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == "models  | FRA | 2023 | 2 | 3 | +50.0% | ");
  CHECK(rows[1] == "models  | KOR | 2023 | 4 | 5 | +25.0% | ");
  CHECK(rows[2] == "models  | USA | 2023 | 10 | 11 | +10.0% | ");
  const std::vector<std::string> overview = rows_of(files.at("ko/restatements.html"), "overview-caption");
  REQUIRE(overview.size() == 1);
  CHECK(overview[0] == "ed-2025 ed-2024 | 3 | 3 | 0 | 25% | +50.0% | 0 | ");
}

TEST_CASE("growth across editions is told from growth within one") {
  // FRA: 3 over 3 within the second edition, 3 over 2 across: 50 points of restatement. USA: 12/11 and 12/10.
  const auto files = site_of(testing::example_of_countries());
  const std::vector<std::string> rows = rows_of(files.at("en/restatements.html"), "ed-2024--ed-2025-growth");
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] == "models  | FRA | 2024 | ed-2025 | ed-2025 | 0.0% |  | ");
  CHECK(rows[1] == "models  | FRA | 2024 | ed-2025 | ed-2024 | +50.0% | +50.0 | ");
  CHECK(rows[2] == "models  | USA | 2024 | ed-2025 | ed-2025 | +9.1% |  | ");
  CHECK(rows[3] == "models  | USA | 2024 | ed-2025 | ed-2024 | +20.0% | +10.9 | ");
}

TEST_CASE("the file of a pair of editions holds its changes") {
  const auto files = site_of(testing::example_of_countries());
  const std::string& csv = files.at("data/restatements/ed-2024--ed-2025.csv");
  CHECK(csv.starts_with("indicator,unit,period,change,first,second,absolute,relative,steps,within_rounding\n"));
  CHECK(csv.find("models,FRA,2023,restated,2,3,1,0.5,1,false\n") != std::string::npos);
}

TEST_CASE("an index without figures that were printed again has no page of restatements") {
  testing::Example example = testing::example_of_countries();
  const auto models = example.index.find_series("models");
  std::erase_if(example.index.observations,
                [&](const Observation& figure) { return figure.series == models && figure.edition == EditionAt{0}; });
  auto computed = compute(example.index, example.index.edition);
  REQUIRE(computed);
  example.computed = *std::move(computed);
  const auto files = site_of(example);
  CHECK(files.count("en/restatements.html") == 0);
  CHECK(files.at("en/index.html").find("restatements.html") == std::string::npos);
}

}  // namespace
}  // namespace podium
