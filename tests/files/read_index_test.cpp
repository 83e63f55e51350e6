#include "podium/files/read_index.hpp"

#include <chrono>

#include <doctest/doctest.h>

#include "podium/model/compute.hpp"

#include "files/bad_input.hpp"
#include "files/small_index.hpp"
#include "support/random.hpp"
#include "support/shared.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::Change;
using testing::changed;
using testing::DirectoryOnDisk;
using testing::FileTexts;
using testing::must;
using testing::small_index;

ReadIndex read(const FileTexts& files) { return must(read_index(DirectoryOnDisk(files).path())); }

/// "KOR investment 2023 report-2025 1.39 A report table 1", one a line, in the index's order.
std::string shown(const Index& index) {
  const std::vector<std::string> series = index.hierarchy.series_ids();
  std::string text;
  for (const Observation& o : index.observations) {
    text += index.info(o.unit).code + " " + series[at(o.series)] + " " + to_text(o.period) + " " +
            index.edition_of(o).id + " " + (o.value ? o.value->text : "-") + " " + static_cast<char>(o.status) + " " +
            index.source_of(o).id + " " + o.locator.str() + "\n";
  }
  return text;
}

TEST_CASE("everything that an index says is read") {
  const Index index = read(small_index()).index;
  CHECK(index.id == "small");
  CHECK(index.title == Text{"Small index", "작은 지수"});
  CHECK(index.periods == std::vector{Period::year(2023), Period::year(2024)});
  CHECK(std::holds_alternative<LatestEdition>(index.edition));
  CHECK(index.min_coverage == 0.5);
  CHECK(index.hierarchy.series_ids() ==
        std::vector<std::string>{"index", "economy", "investment", "startups", "risk", "population"});
  const NodeSpec& investment = index.hierarchy.node(*index.hierarchy.find("investment"));
  CHECK(investment.denominator == "population");
  CHECK(investment.factor == 1000);
  const NodeSpec& risk = index.hierarchy.node(*index.hierarchy.find("risk"));
  CHECK(risk.direction == -1);
  CHECK(risk.goalposts == Bounds{0, 50});
  CHECK(index.info(*index.find_series("startups")).unit_of_measure == "firms");
  CHECK(index.info(*index.find_series("population")).title == Text{"Population", "인구"});
  CHECK(index.info(*index.find_series("index")).title == index.title);
  CHECK(index.recipe.steps().size() == 4);
  CHECK(index.group_names == std::vector<std::string>{"region"});
  CHECK(index.units[1].groups == std::vector<std::string>{"Asia"});
  CHECK(index.sources[0].published == Date{2025, 4, 7});
  CHECK(index.editions[0].id == "report-2024");
  CHECK(index.observations.size() == 24);
}

TEST_CASE("names that units.csv leaves out come from the table of countries, else the code serves") {
  const Index index =
      read(changed(small_index(), {{"units.csv", "USA,,,America\n",
                                    "TWN,Chinese Taipei,,Asia\nUSA,,미합중국,America\nX1,,,Asia\nX2,Two,,Asia\n"}}))
          .index;
  REQUIRE(index.units.size() == 6);
  CHECK(index.units[1].name == Text{"South Korea", "한국"});
  CHECK(index.units[2].name.en == "Chinese Taipei");
  CHECK(index.units[2].name.ko == "대만");
  CHECK(index.units[3].name == Text{"United States", "미합중국"});
  CHECK(index.units[4].name == Text{"X1", "X1"});
  CHECK(index.units[5].name == Text{"Two", ""});
}

TEST_CASE("an observation keeps its printed text, its missing value and its place") {
  const Index index = read(small_index()).index;
  const auto cell =
      index.observations_of(*index.find_series("investment"), *index.find_unit("KOR"), Period::year(2023));
  REQUIRE(cell.size() == 1);
  CHECK(cell[0].value == PrintedNumber{"1.39", 1.39, 0.01});
  CHECK(cell[0].place == Place{"observations/economy.csv", 3, 33});
  CHECK(cell[0].locator == "table 1");
  const auto missing =
      index.observations_of(*index.find_series("startups"), *index.find_unit("KOR"), Period::year(2024));
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].status == Status::Missing);
  CHECK(!missing[0].value.has_value());
  CHECK(missing[0].note == "not printed");
  const auto plain = index.observations_of(*index.find_series("risk"), *index.find_unit("KOR"), Period::year(2024));
  CHECK(plain[0].status == Status::Normal);
}

TEST_CASE("the same index in other clothes reads the same") {
  const std::string expected = shown(read(small_index()).index);
  const auto with_crlf = [](std::string text) {
    for (std::size_t i = 0; (i = text.find('\n', i)) != std::string::npos; i += 2) text.insert(i, "\r");
    return text;
  };
  FileTexts crlf;
  for (const auto& [name, text] : small_index()) crlf[name] = with_crlf(text);
  CHECK(shown(read(crlf).index) == expected);
  FileTexts marked;
  for (const auto& [name, text] : small_index()) marked[name] = "\xef\xbb\xbf" + text;
  CHECK(shown(read(marked).index) == expected);
  const std::vector<Change> quotes{{"observations/economy.csv", "KOR,investment,2023,report-2025,1.39",
                                    "\"KOR\",\"investment\",\"2023\",\"report-2025\",\"1.39\""}};
  CHECK(shown(read(changed(small_index(), quotes)).index) == expected);
  const std::vector<Change> year{
      {"observations/economy.csv", "KOR,investment,2023,report-2025", "KOR,investment,2023,2025"}};
  CHECK(shown(read(changed(small_index(), year)).index) == expected);
  const std::vector<Change> hidden{{"observations/.draft.csv", "", "nonsense"},
                                   {"observations/notes.txt", "", "nonsense"}};
  CHECK(shown(read(changed(small_index(), hidden)).index) == expected);
}

TEST_CASE("the edition of an index: an id, a year, a day") {
  const auto choice = [](const char* line) {
    return read(changed(small_index(), {{"podium.toml", "edition = \"latest\"", line}})).index.edition;
  };
  CHECK(choice("edition = \"report-2024\"") == EditionChoice(NamedEdition{EditionAt{0}}));
  CHECK(choice("edition = \"2025\"") == EditionChoice(NamedEdition{EditionAt{1}}));
  CHECK(choice("edition = 2025") == EditionChoice(NamedEdition{EditionAt{1}}));
  CHECK(choice("as_of = 2024-12-31") == EditionChoice(AsOf{{2024, 12, 31}}));
  CHECK(choice("") == EditionChoice(LatestEdition{}));
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) row.append(&cell == &cells.front() ? "" : ",").append(cell);
  return row + "\n";
}

TEST_CASE("a tidy and a wide table with the same figures give the same observations") {
  testing::Random random(2024);
  const std::vector<std::string> units{"CHN", "KOR", "USA"};
  const std::vector<std::string> periods{"2023", "2024", "2024-Q3", "2024-09"};
  const std::vector<std::string> series{"investment", "startups", "risk", "population"};
  for (int round = 0; round < 50; ++round) {
    std::string tidy = "note,value,unit,source,indicator,status,period,edition,locator\n";
    std::string wide = "period,risk,status,population,unit,startups,edition,investment,locator,source\n";
    for (const std::string& unit : units) {
      for (const std::string& period : periods) {
        const std::string status(1, "AEP"[random.below(3)]);
        const std::string edition = random.below(2) == 0 ? "report-2024" : "report-2025";
        const std::string locator = "\"row " + unit + ", 1\"";
        std::map<std::string, std::string> figures;
        for (const std::string& id : series) {
          if (random.below(3) == 0) continue;
          figures[id] = fixed(random.between(-100, 1000), static_cast<int>(random.below(4)));
          tidy += row_of({"", figures[id], unit, "report", id, status, period, edition, locator});
        }
        wide += row_of({period, figures["risk"], status, figures["population"], unit, figures["startups"], edition,
                        figures["investment"], locator, "report"});
      }
    }
    FileTexts files = small_index();
    files.erase("observations/economy.csv");
    files["observations/others.csv"] = tidy;
    const std::string expected = shown(read(files).index);
    files["observations/others.csv"] = wide;
    CHECK(shown(read(files).index) == expected);
  }
}

TEST_CASE("what a wide table has no column for stands in its section") {
  FileTexts files = small_index();
  files["wide/risk.csv"] = "code,risk\nKOR,7\nUSA,\n";
  files["podium.toml"] +=
      "\n[[table]]\nfile = \"wide/risk.csv\"\nperiod = 2024\nedition = \"2024\"\nsource = \"report\"\nstatus = "
      "\"E\"\nlocator = \"table 9\"\n";
  const std::string text = shown(read(files).index);
  CHECK(text.find("KOR risk 2024 report-2024 7 E report table 9\n") != std::string::npos);
  CHECK(text.find("USA risk 2024 report-2024") == std::string::npos);
}

TEST_CASE("a table in observations/ with a section is read once") {
  FileTexts files = small_index();
  files["observations/wide.csv"] = "unit,risk\nKOR,7\n";
  files["podium.toml"] +=
      "\n[[table]]\nfile = \"observations/wide.csv\"\nperiod = 2024\nedition = \"2024\"\nsource = \"report\"\n";
  CHECK(read(files).index.observations.size() == 25);
}

TEST_CASE("the shipped indices read without problems and can be computed") {
  for (const std::string name : {"ai-competitiveness", "ai-vibrancy-2024"}) {
    CAPTURE(name);
    CHECK(testing::messages_of(testing::source_directory() / "indices" / name) == "");
  }
}

}  // namespace
}  // namespace podium
