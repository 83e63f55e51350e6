#include <sstream>

#include <doctest/doctest.h>

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

const std::string kNew =
    "unit,indicator,period,edition,value,source\n"
    "Alpha,a,2024,ed-2024,1.50,table\n"
    "나나,First,2022,ed-2024,7,table\n"
    "CCC,a,2024,ed-2025,10,table\n"
    "AAA,a,2023,ed-2025,10,table\n"
    "World,a,2024,ed-2025,10,table\n"
    "Japan,a,2024,ed-2025,10,table\n";

}  // namespace

TEST_CASE("a preview says what would become of the figures and writes nothing") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("My new figures.csv", kNew);
  const auto before = tree("tiny");
  const Ran ran = run({"import", "tiny", "My new figures.csv", "--dry-run"});
  CHECK(ran.status == 0);
  CHECK(ran.out ==
        "added: 1 (no edition has the cell yet)\n"
        "figure      edition  value\n"
        "BBB.a@2022  ed-2024      7\n"
        "restated: 1 (another edition has another value)\n"
        "figure      edition  value  before  of edition\n"
        "AAA.a@2024  ed-2024   1.50       0  ed-2025\n"
        "unchanged: 2 (left out, the edition has them already)\n"
        "figures that would be written to observations/My-new-figures.csv: 2\n");
  CHECK(ran.err ==
        "warning[unknown-unit]: found 1 row of groups of countries ('World'), left out; expected units of the index\n"
        "warning[unknown-unit]: found 1 row of countries that the index does not rank ('Japan'), left out; expected "
        "units of the index\n");
  CHECK(tree("tiny") == before);
  CHECK(run({"import", "tiny", "My new figures.csv", "--dry-run", "--format", "csv"}).out ==
        "change,unit,indicator,period,edition,value,status,known_value,known_status,known_edition\n"
        "unchanged,AAA,a,2023,ed-2025,10,A,10,A,ed-2025\n"
        "restated,AAA,a,2024,ed-2024,1.50,A,0,A,ed-2025\n"
        "added,BBB,a,2022,ed-2024,7,A,,,\n"
        "unchanged,CCC,a,2024,ed-2025,10,A,10,A,ed-2025\n");
  CHECK(run({"import", "tiny", "My new figures.csv", "--dry-run", "--lang", "ko"})
            .out.starts_with("추가 1개 (어느 판에도 없던 칸)\n"));
}

TEST_CASE("an import writes one new table, and the ranking follows") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("new.csv", kNew);
  const Ran ran = run_line("import tiny new.csv --format json");
  CHECK(ran.status == 0);
  CHECK(
      ran.out ==
      R"({"table":"observations/new.csv","written":true,"counts":{"added":1,"restated":1,"repeated":0,"unchanged":2,)"
      R"("replaced":0},"left_out":{"groups":{"World":1},"countries":{"Japan":1}},"figures":[)"
      R"({"change":"unchanged","unit":"AAA","indicator":"a","period":"2023","edition":"ed-2025","value":"10","status":"A",)"
      R"("known":{"edition":"ed-2025","value":"10","status":"A"}},)"
      R"({"change":"restated","unit":"AAA","indicator":"a","period":"2024","edition":"ed-2024","value":"1.50","status":"A",)"
      R"("known":{"edition":"ed-2025","value":"0","status":"A"}},)"
      R"({"change":"added","unit":"BBB","indicator":"a","period":"2022","edition":"ed-2024","value":"7","status":"A"},)"
      R"({"change":"unchanged","unit":"CCC","indicator":"a","period":"2024","edition":"ed-2025","value":"10","status":"A",)"
      R"("known":{"edition":"ed-2025","value":"10","status":"A"}}]})"
      "\n");
  CHECK(read_file("tiny/observations/new.csv") ==
        "unit,indicator,period,edition,value,status,source,locator,note\n"
        "AAA,a,2024,ed-2024,1.50,A,table,,\n"
        "BBB,a,2022,ed-2024,7,A,table,,\n");
  CHECK(run_line("show tiny AAA.a@2024 --format csv").out.find("1.50") != std::string::npos);
  CHECK(run_line("import tiny new.csv").out.find("nothing to write") != std::string::npos);
}

TEST_CASE("a changed figure ends the import unless it is replaced") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("new.csv", "unit,a\nAAA,3\n");
  const std::string line = "import tiny new.csv --period 2024 --edition ed-2025 --source table";
  const auto before = tree("tiny");
  const Ran refused = run_line(line);
  CHECK(refused.status == 2);
  CHECK(refused.out == "");
  CHECK(refused.err ==
        "new.csv:2:2: error[duplicate-observation]: node a, unit AAA, period 2024: found '3' with status A of the "
        "edition 'ed-2025', "
        "which "
        "has '0' with status A at observations/all.csv:8; expected the same figure, an edition of its own, or "
        "--replace\npodium: 1 problem\n");
  CHECK(tree("tiny") == before);
  CHECK(run_line(line + " --replace").out ==
        "replaced: 1 (the edition had another figure)\n"
        "figure      edition  value  before  of edition\n"
        "AAA.a@2024  ed-2025      3       0  ed-2025\n"
        "figures written to observations/new.csv: 1\n");
  CHECK(read_file("tiny/observations/all.csv").find("AAA,a,2024,ed-2025") == std::string::npos);
}

TEST_CASE("what cannot be imported ends with status 2 and changes nothing") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("new.csv", kNew);
  write_file("bad.csv", "unit,indicator,period,edition,value,source\nAlpa,a,2024,ed-2024,1,table\n");
  write_file("notes.txt", "hello");
  write_file("full/something", "mine");
  const auto before = tree(".");
  const struct {
    std::string line;
    std::string message;
  } cases[] = {
      {"import tiny", "found no FILE; expected the files with the figures"},
      {"import tiny none.csv new.csv nothing.csv", "found no file 'nothing.csv'"},
      {"import tiny notes.txt", "found 'notes.txt', which is of no known form"},
      {"import tiny tiny", "found 'tiny', which is of no known form"},
      {"import tiny bad.csv",
       "bad.csv:2:1: error[unknown-unit]: found unit 'Alpa'; expected a unit's code or name, or "
       "the name of a country; did you mean 'Alpha'?"},
      {"import tiny new.csv --name all", "found 'observations/all.csv', which is already there"},
      {"import tiny new.csv --name .x", "found name '.x'"},
      {"import tiny new.csv --edition 2024", "found --edition although there is a column of that name"},
      {"import other new.csv", "found no index in 'other', and figures alone in 'new.csv'"},
      {"import other new.csv new.csv", "found no index in 'other'"},
      {"import full new.csv", "podium.toml: error[missing-file]"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const Ran ran = run_line(c.line);
    CHECK(ran.status == 2);
    CHECK(ran.out == "");
    CHECK_MESSAGE(ran.err.find(c.message) != std::string::npos, ran.err);
  }
  CHECK(tree(".") == before);
}

TEST_CASE("a whole index becomes a new directory") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  REQUIRE(run_line("export tiny -o data").status == 0);
  CHECK(run_line("import copy data --dry-run").out ==
        "copy would be written: 4 units, 2 editions, 21 figures in 5 files\n");
  CHECK(!std::filesystem::exists("copy"));
  CHECK(run_line("import copy data/datapackage.json").out == "copy: 4 units, 2 editions, 21 figures in 5 files\n");
  CHECK(run_line("validate copy").status == 0);
  write_file("data/observation.csv", "unit,indicator\nAAA,a\n");
  CHECK(run_line("import other data").err.find("found no column 'period'") != std::string::npos);
  CHECK(!std::filesystem::exists("other"));
}

TEST_CASE("every form that holds a whole index makes the same index again") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const std::string scores = run_line("rank tiny --all --format csv").out;
  const std::pair<const char*, const char*> forms[] = {{"datapackage", "package"},
                                                       {"json", "index.json"},
                                                       {"xlsx", "index.xlsx"},
                                                       {"parquet", "parquet"},
                                                       {"sdmx-json", "sdmx"}};
  for (const auto& [form, path] : forms) {
    CAPTURE(form);
    REQUIRE(run_line(std::string("export tiny --form ") + form + " -o " + path).status == 0);
    const std::string copy = std::string("copy-") + form;
    CHECK(run_line("import " + copy + " " + path).out == copy + ": 4 units, 2 editions, 21 figures in 5 files\n");
    CHECK(run_line("rank " + copy + " --all --format csv").out == scores);
  }
}

TEST_CASE("COINr's tables become a new index, and an index becomes COINr's tables") {
  const ScratchPlace here;
  const std::string data = "uName,uCode,exports,tariffs\nAlpha,A,10,1\nBeta,B,NA,3\nGamma,C,40,2\n";
  const std::string meta =
      "Level,iCode,iName,Direction,Weight,Parent,Type\n1,exports,Exports,1,1,trade,Indicator\n"
      "1,tariffs,Tariffs,-1,1,trade,Indicator\n2,trade,Trade,1,1,NA,Aggregate\n";
  write_file("iData.csv", data);
  write_file("iMeta.csv", meta);
  const std::string command = "import trade iData.csv iMeta.csv --form coinr";
  CHECK(run_line(command).err.find("--publisher NAME and --released DATE") != std::string::npos);
  CHECK(run_line("import trade iData.csv --publisher Office").err.find("--form coinr or --form coin-tool") !=
        std::string::npos);
  CHECK(!std::filesystem::exists("trade"));
  CHECK(run_line(command + " --publisher Office --released 2024-05-06").out ==
        "trade: 3 units, 1 editions, 5 figures in 6 files\n");
  // Beta's gap is the mean, 25. Exports 0, 50, 100 and tariffs 100, 0, 50 have the means 50, 25, 75.
  CHECK(run_line("rank trade --format csv").out ==
        "period,node,unit,score,rank\n2024,index,C,75,1\n2024,index,A,50,2\n2024,index,B,25,3\n");
  CHECK(run_line(command + " --publisher Office --released 2024-05-06").err.find("which has files already") !=
        std::string::npos);

  REQUIRE(run_line("export trade --form coinr -o back").status == 0);
  const std::string back = read_file("back/iData.csv");
  for (const char* const part : {"Alpha", "exports", "tariffs", "NA"}) CHECK(back.find(part) != std::string::npos);
  CHECK(run_line("import again back/iData.csv back/iMeta.csv --form coinr --publisher Office --released 2024-05-06")
            .status == 0);
  CHECK(run_line("rank again --all --format csv").out == run_line("rank trade --all --format csv").out);
  REQUIRE(run_line("export trade --form coin-tool -o tool.xlsx").status == 0);
  CHECK(run_line("import tool tool.xlsx --form coin-tool --publisher Office --released 2024-05-06").status == 0);
  CHECK(run_line("rank tool --format csv").out == run_line("rank trade --format csv").out);
}

TEST_CASE("the commands in the documentation print what stands below them") {
  std::istringstream document(read_file(source_directory() / "docs" / "import-and-export.md"));
  const ScratchPlace here;
  REQUIRE(run_line("new my-index").status == 0);
  write_file("typing.csv",
             "country,indicator,period,value\nSouth Koera,patents,2024,1\nFrance,patent,2024,1\n"
             "South Koera,patents,2023,1\n");
  std::string table;
  std::string said;
  std::string expected;
  std::size_t commands = 0;
  enum class Block { None, Table, Commands, Other } block = Block::None;
  for (std::string line; std::getline(document, line);) {
    if (line == "```csv") {
      block = Block::Table;
      table.clear();
    } else if (line.starts_with("```") && line != "```") {
      block = Block::Other;
    } else if (line == "```" && block == Block::None) {
      block = Block::Commands;
    } else if (line == "```") {
      if (block == Block::Table) write_file("patents.csv", table);
      CHECK(said == expected);
      said.clear();
      expected.clear();
      block = Block::None;
    } else if (block == Block::Table) {
      table += line + "\n";
    } else if (block == Block::Commands && line.starts_with("$ podium ")) {
      const Ran ran = run_line(line.substr(9));
      said += ran.out + ran.err;
      ++commands;
    } else if (block == Block::Commands) {
      expected += line + "\n";
    }
  }
  CHECK(commands == 5);
}
