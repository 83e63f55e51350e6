#include "podium/files/exchange/import.hpp"

#include <sys/stat.h>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

RawTable table(const std::string& text, const std::string& name = "new") {
  return must(read_csv_table(bytes_of(text), name + ".csv", name));
}

ImportRequest request_for(const DirectoryOnDisk& place, const std::string& text) {
  return {.directory = place.path(),
          .tables = {table(text)},
          .setting = {},
          .name = "new",
          .commitment = Commitment::Write};
}

const std::string kColumns = "unit,indicator,period,edition,value,status,source,locator,note\n";

/// "added CHN.risk@2024 14 report-2024 (13)"
std::vector<std::string> lines_of(const Import& import) {
  constexpr const char* kWords[] = {"added", "restated", "repeated", "unchanged", "changed"};
  const std::vector<std::string> ids = import.index.hierarchy.series_ids();
  std::vector<std::string> lines;
  for (const BatchEntry& entry : import.batch.entries) {
    const Observation& figure = *entry.figure;
    const auto value = [](const Observation& one) { return one.value ? one.value->text : std::string("-"); };
    lines.push_back(std::string(kWords[static_cast<std::size_t>(entry.kind)]) + " " +
                    import.index.info(figure.unit).code + "." + ids[at(figure.series)] + "@" + to_text(figure.period) +
                    " " + value(figure) + " " + import.index.edition_of(figure).id +
                    (entry.known != nullptr ? " (" + value(*entry.known) + ")" : ""));
  }
  return lines;
}

TEST_CASE("figures become a new table, and say what they are to the index") {
  const DirectoryOnDisk place(small_index());
  const FileTexts before = place.files();
  ImportRequest request = request_for(place, kColumns +
                                                 "KOR,startups,2024,report-2024,50,A,report,,\n"
                                                 "KOR,risk,2024,report-2024,7.50,A,report,p. 3,\n"
                                                 "USA,risk,2024,report-2024,20,,report,,\"a, b\"\n"
                                                 "USA,risk,2024,report-2025,21,P,report,elsewhere,\n"
                                                 "CHN,risk,2022,report-2024,,M,report,,gap\n");
  request.commitment = Commitment::DryRun;
  const std::vector<std::string> expected{"added KOR.startups@2024 50 report-2024", "added CHN.risk@2022 - report-2024",
                                          "repeated KOR.risk@2024 7.50 report-2024 (7.5)",
                                          "restated USA.risk@2024 20 report-2024 (21)",
                                          "unchanged USA.risk@2024 21 report-2025 (21)"};
  CHECK(lines_of(must(import_figures(request))) == expected);
  CHECK(place.files() == before);
  request.commitment = Commitment::Write;
  const Import import = must(import_figures(request));
  CHECK(lines_of(import) == expected);
  CHECK(import.table == "observations/new.csv");
  FileTexts after = before;
  after["observations/new.csv"] = kColumns +
                                  "KOR,startups,2024,report-2024,50,A,report,,\n"
                                  "CHN,risk,2022,report-2024,,M,report,,gap\n"
                                  "KOR,risk,2024,report-2024,7.50,A,report,p. 3,\n"
                                  "USA,risk,2024,report-2024,20,A,report,,\"a, b\"\n";
  CHECK(place.files() == after);
  // Once more: nothing is new.
  CHECK(must(import_figures(request)).table.empty());
  CHECK(place.files() == after);
}

TEST_CASE("a restated figure is compared with the edition before, else with the one after") {
  FileTexts files = small_index();
  files["editions.toml"] +=
      "\n[report-2026]\npublisher = \"O\"\nreleased = 2026-04-01\ntitle = \"T\"\n"
      "[report-2023]\npublisher = \"O\"\nreleased = 2023-04-01\ntitle = \"T\"\n";
  files["observations/more.csv"] = kColumns + "KOR,risk,2023,report-2026,9,A,report,,\n";
  const DirectoryOnDisk place(files);
  const std::string row = "KOR,risk,2023,";
  CHECK(
      lines_of(must(import_figures(
          request_for(place, kColumns + row + "report-2024,1,A,report,,\n" + row + "report-2023,2,A,report,,\n")))) ==
      std::vector<std::string>{"restated KOR.risk@2023 2 report-2023 (8)", "restated KOR.risk@2023 1 report-2024 (8)"});
}

TEST_CASE("units go by code, by name in both languages, and as countries in any spelling") {
  FileTexts files = small_index();
  files["units.csv"] = "code,name.en,name.ko\nCHN,Middle Kingdom,\nKOR,,\nUSA,Georgia,조지아\n";
  const DirectoryOnDisk place(files);
  ImportRequest request = request_for(place,
                                      "Country,startups,Risk,위험\n"
                                      "\"Korea, Rep.*\",1,,\n"
                                      "Georgia,2,,\n"
                                      "Middle Kingdom,3,,\n"
                                      "World,9,,\n"
                                      "OECD 평균,9,,\n"
                                      "World,9,,\n"
                                      "Japan,9,,\n");
  request.setting = {.source = "report", .edition = "2024", .period = "2022"};
  const Import import = must(import_figures(request));
  CHECK(lines_of(import) == std::vector<std::string>{"added CHN.startups@2022 3 report-2024",
                                                     "added KOR.startups@2022 1 report-2024",
                                                     "added USA.startups@2022 2 report-2024"});
  CHECK(import.read.groups == std::map<std::string, std::size_t>{{"OECD 평균", 1}, {"World", 2}});
  CHECK(import.read.countries == std::map<std::string, std::size_t>{{"Japan", 1}});
  request.tables = {table("나라,name,위험\n조지아,x,4\n대한민국,y,5\n")};
  request.setting.unit_column = "나라";
  request.name = "more";
  CHECK(must(import_figures(request)).batch.entries.size() == 2);
}

TEST_CASE("whatever is wrong is said at once, each name that nobody knows with its nearest") {
  const DirectoryOnDisk place(small_index());
  const FileTexts before = place.files();
  const auto problems = [&](const std::string& text, const FigureSetting& setting = {},
                            const std::string& name = "new") {
    ImportRequest request = request_for(place, text);
    request.setting = setting;
    request.name = name;
    const std::string found = problems_of(import_figures(request));
    CHECK(place.files() == before);
    return found;
  };
  CHECK(problems(kColumns + "South Koera,risk,2024,2024,1,A,report,,\nUSA,rsk,2024,2024,1,A,report,,\n"
                            "South Koera,risk,2023,2024,1,A,report,,\nUSA,risk,24,2024,1,A,report,,\n"
                            "USA,risk,2022,2020,1,A,reprot,,\nUSA,risk,2022,2024,1 000,A,report,,\n"
                            "USA,risk,2022,2024,,A,report,,\nUSA,risk,2022,2024,3,M,report,,\n") ==
        "new.csv:2:1: error[unknown-unit]: found unit 'South Koera' in 2 rows; expected a unit's code or name, or the "
        "name of a country; did you mean 'South Korea'?\n"
        "new.csv:3:2: error[unknown-indicator]: found indicator 'rsk'; expected 'investment', 'startups', 'risk' or "
        "'population'; did you mean 'risk'?\n"
        "new.csv:5:3: error[invalid-value]: found period '24'; expected a year such as 2024, a quarter such as 2024-Q3 "
        "or a month such as 2024-09\n"
        "new.csv:6:4: error[unknown-edition]: found edition '2020'; expected 'report-2024' or 'report-2025'\n"
        "new.csv:6:7: error[unknown-source]: found source 'reprot'; expected 'report'; did you mean 'report'?\n"
        "new.csv:7:5: error[not-a-number]: found value '1 000'; expected a decimal number such as 1.33 without "
        "separators between the digits\n"
        "new.csv:8:5: error[invalid-value]: found an empty value; expected a number, or status M for a missing figure\n"
        "new.csv:9:5: error[invalid-value]: found value '3' with status M; expected no value, or another status");
  CHECK(problems("unit,indicator,period,edition,value,source\nUSA,risk,2022,2024,1,report\n"
                 "United States,risk,2022,2024,2,report\n")
            .starts_with("new.csv:3:5: error[duplicate-observation]: node risk, unit USA, period 2022: found a second "
                         "figure in edition "
                         "'report-2024', first at new.csv:2"));
  CHECK(problems("unit,risc\nUSA,1\n") ==
        "new.csv:1:1: error[missing-column]: found no column 'period'; expected a column of that name, or --period P\n"
        "new.csv:1:1: error[missing-column]: found no column 'edition'; expected a column of that name, or --edition "
        "ID\n"
        "new.csv:1:1: error[missing-column]: found no column 'source'; expected a column of that name, or --source ID\n"
        "new.csv:1:2: error[unknown-indicator]: found column 'risc'; expected 'investment', 'startups', 'risk' or "
        "'population'; did you mean 'risk'?");
  CHECK(problems("risk\n1\n", {"report", "2024", "2022"}).find("found no column 'unit'") != std::string::npos);
  CHECK(problems("unit,risk,period\nUSA,1,2022\n", {"report", "2024", "2022"}).find("found --period although") !=
        std::string::npos);
  CHECK(problems("unit,risk\nUSA,1\n", {"report", "2021", "2022"}).find("unknown-edition") != std::string::npos);
  CHECK(problems("unit,risk\nUSA,1\n", {"report", "2024", "2022"}, "../new").find("found name '../new'") !=
        std::string::npos);
  CHECK(problems("unit,risk\nUSA,1\n", {"report", "2024", "2022"}, "economy").find("which is already there") !=
        std::string::npos);
}

TEST_CASE("a figure that its edition has otherwise is a problem, or leaves its table for the new one") {
  FileTexts files = small_index();
  files["observations/others.csv"] =
      replaced(files["observations/others.csv"], "KOR,startups,2024,report-2025,,M,report,,not printed",
               "KOR,startups,2024,report-2025,,M,report,,\"not\r\nprinted\"");
  files["observations/wide.csv"] = "code,risk,startups,period\nCHN,\"1\",2,2021\nUSA,3,4.50,2021\nKOR,5,6,2021";
  files["more/outside.csv"] = "unit,risk,period\nUSA,1,2020\n";
  const std::string explained = "edition = \"2025\"\nsource = \"report\"\n";
  files["podium.toml"] += "[[table]]\nfile = \"observations/wide.csv\"\n" + explained +
                          "[[table]]\nfile = \"more/outside.csv\"\n" + explained;
  const DirectoryOnDisk place(files);
  ImportRequest request = request_for(place, kColumns +
                                                 "KOR,startups,2024,2025,61,A,report,,\n"
                                                 "CHN,risk,2021,2025,1.0,A,report,,\n"
                                                 "USA,startups,2021,2025,7,A,report,,\n"
                                                 "KOR,startups,2021,2025,6,P,report,,\n"
                                                 "KOR,risk,2024,2025,7.5,A,report,,\n");
  CHECK(problems_of(import_figures(request))
            .find("new.csv:2:5: error[duplicate-observation]: node startups, unit KOR, period 2024: found '61' with "
                  "status A of the edition "
                  "'report-2025', which has no value with status M at observations/others.csv:6") != std::string::npos);
  CHECK(import_figures(request).diagnostics().size() == 4);
  CHECK(place.files() == files);
  request.replace = true;
  CHECK(must(import_figures(request)).batch.count(BatchEntry::Kind::Changed) == 4);
  FileTexts after = files;
  after["observations/others.csv"] =
      replaced(files["observations/others.csv"], "KOR,startups,2024,report-2025,,M,report,,\"not\r\nprinted\"\n", "");
  after["observations/wide.csv"] = "code,risk,startups,period\nCHN,,2,2021\nUSA,3,,2021\nKOR,5,,2021";
  after["observations/new.csv"] = kColumns +
                                  "KOR,startups,2021,report-2025,6,P,report,,\n"
                                  "KOR,startups,2024,report-2025,61,A,report,,\n"
                                  "USA,startups,2021,report-2025,7,A,report,,\n"
                                  "CHN,risk,2021,report-2025,1.0,A,report,,\n";
  CHECK(place.files() == after);
  // Again under the same name: its own rows are replaced, new ones go behind the others.
  request.tables = {table(kColumns + "KOR,startups,2024,2025,62,A,report,,\nKOR,risk,2021,2024,1,A,report,,\n")};
  must(import_figures(request));
  after["observations/new.csv"] = kColumns +
                                  "KOR,startups,2021,report-2025,6,P,report,,\n"
                                  "USA,startups,2021,report-2025,7,A,report,,\n"
                                  "CHN,risk,2021,report-2025,1.0,A,report,,\n"
                                  "KOR,startups,2024,report-2025,62,A,report,,\n"
                                  "KOR,risk,2021,report-2024,1,A,report,,\n";
  CHECK(place.files() == after);
  request.tables = {table(kColumns + "USA,risk,2020,2025,2,A,report,,\n")};
  CHECK(problems_of(import_figures(request)).starts_with("more/outside.csv:2:5: error[path-outside]"));
}

TEST_CASE("standard errors have a column where there are any") {
  const DirectoryOnDisk place(small_index());
  ImportRequest request = request_for(place, "unit,risk\nUSA,1\n");
  request.setting = {"report", "2024", "2022"};
  must(import_figures(request));
  CHECK(place.read("observations/new.csv") == kColumns + "USA,risk,2022,report-2024,1,A,report,,\n");
  request.tables = {table("unit,indicator,value,standard_error\nKOR,risk,2,0.50\n")};
  request.replace = true;
  CHECK(problems_of(import_figures(request)).find("which has other columns") != std::string::npos);
  request.name = "errors";
  must(import_figures(request));
  CHECK(place.read("observations/errors.csv") ==
        "unit,indicator,period,edition,value,standard_error,status,source,locator,note\n"
        "KOR,risk,2022,report-2024,2,0.5,A,report,,\n");
}

TEST_CASE("an index without observations takes its first ones") {
  FileTexts files = small_index();
  std::string rows = files["observations/economy.csv"] +
                     files["observations/others.csv"].substr(files["observations/others.csv"].find('\n') + 1);
  files.erase("observations/economy.csv");
  files.erase("observations/others.csv");
  const DirectoryOnDisk place(files);
  const Import import = must(import_figures(request_for(place, rows)));
  CHECK(import.batch.count(BatchEntry::Kind::Added) == 24);
  CHECK(must(read_index(place.path())).index.observations.size() == 24);
}

TEST_CASE("other tables, hidden files and links stay as they are, unchanged files even the same ones") {
  const DirectoryOnDisk place(small_index());
  place.write("observations/.notes", "mine");
  place.write("observations/old/2020.txt", "kept");
  fs::create_symlink("economy.csv", place.path() / "observations" / "link");
  fs::permissions(place.path() / "observations", fs::perms::owner_all);
  struct stat before{};
  REQUIRE(::stat((place.path() / "observations/economy.csv").c_str(), &before) == 0);
  ImportRequest request = request_for(place, "unit,risk\nUSA,1\n");
  request.setting = {"report", "2024", "2022"};
  must(import_figures(request));
  struct stat after{};
  REQUIRE(::stat((place.path() / "observations/economy.csv").c_str(), &after) == 0);
  CHECK(before.st_ino == after.st_ino);
  CHECK(place.read("observations/.notes") == "mine");
  CHECK(place.read("observations/old/2020.txt") == "kept");
  CHECK(fs::read_symlink(place.path() / "observations" / "link") == "economy.csv");
  CHECK((fs::status(place.path() / "observations").permissions() & fs::perms::all) == fs::perms::owner_all);
  CHECK(!fs::exists(place.path() / "observations.podium-new"));
}

TEST_CASE("an index with problems takes nothing") {
  FileTexts files = small_index();
  files["observations/others.csv"] += "XXX,risk,2024,report-2025,1,A,report,,\n";
  const DirectoryOnDisk place(files);
  CHECK(problems_of(import_figures(request_for(place, kColumns + "KOR,risk,2020,2025,1,A,report,,\n")))
            .starts_with("observations/others.csv:14:1: error[unknown-unit]"));
  CHECK(place.files() == files);
}

}  // namespace
}  // namespace podium
