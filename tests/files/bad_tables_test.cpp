// Tables that are not what their header or the directory says, and files that are no text.
#include <filesystem>

#include "files/bad_input.hpp"

namespace podium {
namespace {

using testing::check_bad_inputs;
using testing::DirectoryOnDisk;
using testing::messages_of;
using testing::small_index;

constexpr const char* kEconomy = "observations/economy.csv";
constexpr const char* kOthers = "observations/others.csv";

TEST_CASE("headers") {
  check_bad_inputs({
      {"a column is missing",
       {{kEconomy, "edition,value", "edtion,value"}},
       R"(observations/economy.csv:1:1: error[missing-column]: found no column 'edition'; expected a column of that name, or edition = "..." in a section [[table]] for this file; did you mean 'edtion'?
observations/economy.csv:1:23: error[unknown-key]: found column 'edtion'; expected 'unit', 'indicator', 'period', 'edition', 'value', 'standard_error', 'status', 'source', 'locator' or 'note'; did you mean 'edition'?)"},
      {"the value's column is misspelt",
       {{kEconomy, "edition,value", "edition,vlaue"}},
       R"(observations/economy.csv:1:1: error[missing-column]: found no column 'value'; expected a column of that name; did you mean 'vlaue'?
observations/economy.csv:1:31: error[unknown-key]: found column 'vlaue'; expected 'unit', 'indicator', 'period', 'edition', 'value', 'standard_error', 'status', 'source', 'locator' or 'note'; did you mean 'value'?)"},
      {"a column that nobody knows",
       {{kEconomy, "locator,note", "locator,notes"}},
       R"(observations/economy.csv:1:59: error[unknown-key]: found column 'notes'; expected 'unit', 'indicator', 'period', 'edition', 'value', 'standard_error', 'status', 'source', 'locator' or 'note'; did you mean 'note'?)"},
      {"a column twice",
       {{kEconomy, "locator,note", "locator,locator"}},
       R"(observations/economy.csv:1:59: error[duplicate-column]: found a second column 'locator'; expected each column once)"},
      {"an empty file",
       {{kEconomy, "", "\n"}},
       R"(observations/economy.csv: error[empty-file]: found no row; expected a header with the names of the columns)"},
      {"a wide table with a misspelt indicator",
       {{kOthers, "", "unit,period,edition,source,startups,rsik\nKOR,2023,report-2025,report,44,8\n"}},
       R"(observations/others.csv:1:37: error[unknown-indicator]: found column 'rsik'; expected 'investment', 'startups', 'risk' or 'population'; did you mean 'risk'?)"},
      {"a wide table without units",
       {{kOthers, "", "country,period,edition,source,startups\nKOR,2023,report-2025,report,44\n"}},
       R"(observations/others.csv:1:1: error[missing-column]: found no column 'unit'; expected a column of that name, or 'code'
observations/others.csv:1:1: error[unknown-indicator]: found column 'country'; expected 'investment', 'startups', 'risk' or 'population')"},
      {"a wide table with two columns of units",
       {{kOthers, "", "unit,code,period,edition,source,risk\n"}},
       R"(observations/others.csv:1:6: error[duplicate-column]: found both a column 'unit' and a column 'code'; expected one of the two)"},
      {"a wide table without edition and source",
       {{kOthers, "", "unit,period,risk\nKOR,2023,8\n"}},
       R"(observations/others.csv:1:1: error[missing-column]: found no column 'edition'; expected a column of that name, or edition = "..." in a section [[table]] for this file
observations/others.csv:1:1: error[missing-column]: found no column 'source'; expected a column of that name, or source = "..." in a section [[table]] for this file)"},
      {"units without code",
       {{"units.csv", "code,", "iso3,"}},
       R"(units.csv:1:1: error[missing-column]: found no column 'code'; expected a column of that name)"},
      {"units with a name in a language that podium does not have",
       {{"units.csv", "name.ko", "name.kr"}},
       R"(units.csv:1:14: error[unknown-key]: found column 'name.kr'; expected 'code', 'name.en' or 'name.ko'; did you mean 'name.ko'?)"},
      {"no units",
       {{"units.csv", "", "code\n"}},
       R"(units.csv: error[empty-file]: found no unit; expected one row for each unit)"},
  });
}

TEST_CASE("rows") {
  check_bad_inputs({
      {"a field too few",
       {{kEconomy, "KOR,investment,2023,report-2025,1.39,A,report,table 1,\n",
         "KOR,investment,2023,report-2025,1.39,A,report,table 1\n"}},
       R"(observations/economy.csv:3:1: error[column-count]: found 8 fields; expected 9, as many as the header has)"},
      {"a comma too many",
       {{kEconomy, "KOR,investment,2023,report-2025,1.39", "KOR,investment,2023,report-2025,1,390"}},
       R"(observations/economy.csv:3:1: error[column-count]: found 10 fields; expected 9, as many as the header has)"},
      {"a quote that is not closed",
       {{kEconomy, "109.1,A,report,table 1", "109.1,A,report,\"table 1"}},
       R"(observations/economy.csv:7:48: error[syntax]: found a quote that is not closed; expected a closing quote)"},
      {"text behind a closing quote",
       {{kEconomy, "109.1,A,report,table 1", "109.1,A,report,\"table\" 1"}},
       R"(observations/economy.csv:7:55: error[syntax]: found text behind a closing quote; expected a comma or the end of the line)"},
      {"a quote inside a bare field",
       {{kEconomy, "109.1,A,report,table 1", "109.1,A,report,table \"1\""}},
       R"(observations/economy.csv:7:54: error[syntax]: found a quote inside a field without quotes; expected the whole field in quotes, and each quote in it doubled)"},
      {"a unit twice",
       {{"units.csv", "USA,", "KOR,,,Asia\nUSA,"}},
       R"(units.csv:4:1: error[duplicate-id]: found a second unit 'KOR', first at line 3; expected a code of its own for every unit)"},
      {"a unit without code",
       {{"units.csv", "USA,", ",,,Asia\nUSA,"}},
       R"(units.csv:4:1: error[invalid-value]: found code ''; expected 1 to 64 letters a-z, digits, '_', '-' or '.', not beginning with '-' or '.')"},
      {"a unit that would lead elsewhere",
       {{"units.csv", "USA,", "../x,,,Asia\nUSA,"}},
       R"(units.csv:4:1: error[invalid-value]: found code '../x'; expected 1 to 64 letters a-z, digits, '_', '-' or '.', not beginning with '-' or '.')"},
      {"problems behind a quoted line break are counted in lines",
       {{kEconomy, "109.1,A,report,table 1", "109.x,A,report,\"table\n1\""},
        {kEconomy, "CHN,population,2023", "CHX,population,2023"}},
       R"(observations/economy.csv:7:33: error[not-a-number]: found value '109.x'; expected a decimal number such as 1.33
observations/economy.csv:9:1: error[unknown-unit]: found unit 'CHX'; expected 'CHN', 'KOR' or 'USA'; did you mean 'CHN'?)"},
      {"a column of a field that quotes precede",
       {{kOthers, "KOR,risk,2023,report-2025,8", "\"KOR\",\"risk\",2023,report-2025,8.x"}},
       R"(observations/others.csv:9:31: error[not-a-number]: found value '8.x'; expected a decimal number such as 1.33)"},
      {"a wide table with text for a number",
       {{kOthers, "", "code,period,edition,source,startups,risk\nKOR,2023,report-2025,report,44,low\n"}},
       R"(observations/others.csv:2:32: error[not-a-number]: found value 'low'; expected a decimal number such as 1.33)"},
  });
}

TEST_CASE("sections [[table]]") {
  const std::string table =
      "[[table]]\nfile = \"tables/risk.csv\"\nperiod = 2024\nedition = 2024\nsource = \"report\"\n\n[[step]]";
  const auto with_table = [&](const std::string& from, const std::string& to) {
    return testing::Change{"podium.toml", "[[step]]", testing::replaced(table, from, to)};
  };
  const testing::Change file{"tables/risk.csv", "", "unit,risk\nKOR,7\n"};
  check_bad_inputs({
      {"a sound one", {with_table("2024", "2024"), file}, ""},
      {"a table without its file",
       {with_table("2024", "2024")},
       R"(podium.toml:46:8: error[missing-file]: found no file 'tables/risk.csv'; expected a readable file)"},
      {"a path that climbs out",
       {with_table("tables/risk.csv", "../risk.csv"), file},
       R"(podium.toml:46:8: error[path-outside]: found '../risk.csv', which leads out of the directory of the index; expected a path that stays in it)"},
      {"a path that climbs out and back is not told apart from its goal",
       {with_table("tables/risk.csv", "tables/../tables/risk.csv"), file},
       ""},
      {"an absolute path",
       {with_table("tables/risk.csv", "/etc/passwd"), file},
       R"(podium.toml:46:8: error[path-outside]: found '/etc/passwd', which leads out of the directory of the index; expected a path that stays in it)"},
      {"a directory",
       {with_table("tables/risk.csv", "tables"), file},
       R"(podium.toml:46:8: error[missing-file]: found 'tables', which is not a regular file; expected a readable file)"},
      {"a table's period that is none",
       {with_table("period = 2024", "period = \"24\""), file},
       R"(podium.toml:47:10: error[invalid-value]: found period '24'; expected a year such as 2024, a quarter such as 2024-Q3 or a month such as 2024-09)"},
      {"a table's edition that is none",
       {with_table("edition = 2024", "edition = 2023"), file},
       R"(podium.toml:48:11: error[unknown-edition]: found edition '2023'; expected 'report-2024' or 'report-2025')"},
      {"a source that is none",
       {with_table("\"report\"", "\"repot\""), file},
       R"(podium.toml:49:10: error[unknown-source]: found source 'repot'; expected 'report'; did you mean 'report'?)"},
      {"what a column says already",
       {with_table("2024", "2024"), {"tables/risk.csv", "", "unit,period,risk\nKOR,2024,7\n"}},
       R"(podium.toml:47:10: error[duplicate-column]: found 'period' although tables/risk.csv has a column of that name; expected one of the two)"},
      {"without file",
       {with_table("file = \"tables/risk.csv\"\n", ""), file},
       R"(podium.toml:45:1: error[missing-key]: found no key 'file'; expected file = a text in quotes)"},
      {"two for one file",
       {with_table("\n\n[[step]]", "\n[[table]]\nfile = \"./tables/risk.csv\"\n\n[[step]]"), file},
       R"(podium.toml:51:8: error[duplicate-key]: found a second section for 'tables/risk.csv'; expected one section [[table]] for each file)"},
  });
}

TEST_CASE("files that are missing or no text") {
  using namespace std::string_literals;
  check_bad_inputs({
      {"bytes that are not UTF-8",
       {{kOthers, "not printed", "\xc7\xd1\xb1\xb9"}},
       R"(observations/others.csv:6:42: error[invalid-utf8]: found the byte 0xc7; expected text in UTF-8)"},
      {"one such place in each file is told",
       {{kOthers, "not printed", "caf\xe9"},
        {"podium.toml", "\"작은 지수\"", "\"\xff\""},
        {"units.csv", "USA,,,America", "USA,,,Am\xc3"}},
       R"(observations/others.csv:6:45: error[invalid-utf8]: found the byte 0xe9; expected text in UTF-8
podium.toml:3:37: error[invalid-utf8]: found the byte 0xff; expected text in UTF-8
units.csv:4:9: error[invalid-utf8]: found the byte 0xc3; expected text in UTF-8)"},
      {"a surrogate",
       {{kOthers, "not printed", "\xed\xa0\x80"}},
       R"(observations/others.csv:6:42: error[invalid-utf8]: found the byte 0xed; expected text in UTF-8)"},
      {"an overlong form",
       {{kOthers, "not printed", "\xc0\xaf"}},
       R"(observations/others.csv:6:42: error[invalid-utf8]: found the byte 0xc0; expected text in UTF-8)"},
      {"a NUL",
       {{kOthers, "not printed", "not\0printed"s}},
       R"(observations/others.csv:6:45: error[invalid-utf8]: found a NUL byte; expected text in UTF-8)"},
      {"a control character",
       {{kOthers, "not printed", "\x1b[31m"}},
       R"(observations/others.csv:6:42: error[syntax]: found the control character 0x1b; expected text without control characters)"},
      {"lines that end in CR alone",
       {{"units.csv", "", "code\rKOR\rUSA\r"}},
       R"(units.csv:1:5: error[syntax]: found a CR that is not before LF; expected lines that end in LF or CRLF)"},
      {"a line of three megabytes",
       {{kOthers, "not printed", std::string(std::size_t{3} << 20U, 'x')}},
       R"(observations/others.csv:6: error[line-too-long]: found a line longer than 1 MiB; expected lines of at most 1 MiB)"},
      {"a quoted field of three megabytes",
       {{kOthers, "not printed", "\"" + std::string(std::size_t{3} << 20U, '\n') + "\""}},
       R"(observations/others.csv:6:42: error[syntax]: found a quote that is not closed within 1 MiB; expected a closing quote)"},
      {"a podium.toml of five megabytes",
       {{"podium.toml", "[index]", "#" + std::string(std::size_t{5} << 20U, 'x') + "\n[index]"}},
       R"(podium.toml: error[too-large]: found more than 4 MiB; expected a file of at most 4 MiB)"},
  });
}

TEST_CASE("a directory without its files") {
  const DirectoryOnDisk directory;
  CHECK(messages_of(directory.path()) ==
        R"(editions.toml: error[missing-file]: found no file 'editions.toml'; expected a readable file
podium.toml: error[missing-file]: found no file 'podium.toml'; expected a readable file
sources.toml: error[missing-file]: found no file 'sources.toml'; expected a readable file
units.csv: error[missing-file]: found no file 'units.csv'; expected a readable file)");
  CHECK(messages_of(directory.path() / "absent").find("error[missing-file]: found no directory '") == 0);
}

TEST_CASE("an index without observations") {
  const DirectoryOnDisk directory(small_index());
  std::filesystem::remove_all(directory.path() / "observations");
  CHECK(messages_of(directory.path()) ==
        R"(error[missing-file]: found no table of observations; expected files such as observations/figures.csv)");
}

TEST_CASE("a file in the place of the folder of observations") {
  const DirectoryOnDisk directory(small_index());
  std::filesystem::remove_all(directory.path() / "observations");
  directory.write("observations", "unit,value\n");
  CHECK(
      messages_of(directory.path()) ==
      "observations: error[missing-file]: found a folder that cannot be listed (Not a directory); expected a folder of "
      "tables");
}

TEST_CASE("symbolic links may stay inside and must not lead outside") {
  const DirectoryOnDisk outside(testing::FileTexts{{"secret.csv", "unit,indicator,period,edition,value,source\n"}});
  const DirectoryOnDisk directory(small_index());
  const auto link = [&](const std::filesystem::path& to, const char* name) {
    std::filesystem::create_symlink(to, directory.path() / name);
  };
  link(outside.path() / "secret.csv", "observations/a.csv");
  link("../../../../etc/passwd", "observations/b.csv");
  link("nowhere.csv", "observations/c.csv");
  link("d.csv", "observations/d.csv");
  CHECK(
      messages_of(directory.path()) ==
      R"(observations/a.csv: error[path-outside]: found 'observations/a.csv', which leads out of the directory of the index; expected a path that stays in it
observations/b.csv: error[path-outside]: found 'observations/b.csv', which leads out of the directory of the index; expected a path that stays in it
observations/c.csv: error[missing-file]: found no file 'observations/c.csv'; expected a readable file
observations/d.csv: error[missing-file]: found no file 'observations/d.csv'; expected a readable file)");
  for (const char* name : {"a", "b", "c", "d"})
    std::filesystem::remove(directory.path() / "observations" / (std::string(name) + ".csv"));
  std::filesystem::rename(directory.path() / kOthers, directory.path() / "others.csv");
  link("../others.csv", kOthers);
  CHECK(messages_of(directory.path()).empty());
  std::filesystem::remove(directory.path() / "units.csv");
  link(outside.path() / "secret.csv", "units.csv");
  CHECK(
      messages_of(directory.path()) ==
      R"(units.csv: error[path-outside]: found 'units.csv', which leads out of the directory of the index; expected a path that stays in it)");
}

TEST_CASE("a folder of observations that is a link to elsewhere") {
  const DirectoryOnDisk outside(testing::FileTexts{{"secret.csv", "unit,indicator,period,edition,value,source\n"}});
  const DirectoryOnDisk directory(small_index());
  std::filesystem::remove_all(directory.path() / "observations");
  std::filesystem::create_directory_symlink(outside.path(), directory.path() / "observations");
  CHECK(
      messages_of(directory.path()) ==
      R"(observations: error[path-outside]: found 'observations', which leads out of the directory of the index; expected a path that stays in it)");
}

TEST_CASE("of very many problems a thousand are told and the others counted") {
  const std::string header = "unit,indicator,period,edition,value,status,source\n";
  std::string table = header;
  for (int i = 0; i < 2500; ++i) table += "XXX,investment,2023,report-2025,1,A,report\n";
  const DirectoryOnDisk directory(testing::changed(small_index(), {{kEconomy, "", table}}));
  const Result<ReadIndex> read = read_index(directory.path());
  REQUIRE(!read.has_value());
  REQUIRE(read.diagnostics().size() == 1001);
  CHECK(to_text(read.diagnostics().front()) ==
        R"(observations/economy.csv:2:1: error[unknown-unit]: found unit 'XXX'; expected 'CHN', 'KOR' or 'USA')");
  CHECK(to_text(read.diagnostics().back()) ==
        R"(error[too-large]: found 1500 more problems, not listed; expected the listed ones solved first)");
}

}  // namespace
}  // namespace podium
