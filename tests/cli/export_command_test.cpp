#include <doctest/doctest.h>

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

using namespace podium;
using namespace podium::testing;

TEST_CASE("an exported index that is imported again ranks byte for byte the same") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const struct {
    std::string directory;
    std::string form;
  } cases[] = {{"tiny", "datapackage"},
               {"tiny", "json"},
               {(source_directory() / "indices/ai-competitiveness").string(), "datapackage"},
               {(source_directory() / "indices/ai-competitiveness").string(), "json"},
               {(source_directory() / "indices/ai-vibrancy-2024").string(), "datapackage"}};
  std::size_t number = 0;
  for (const auto& c : cases) {
    CAPTURE(c.directory);
    CAPTURE(c.form);
    const std::string out = "out" + std::to_string(++number) + (c.form == "json" ? ".json" : "");
    const std::string copy = "copy" + std::to_string(number);
    CHECK(run({"export", c.directory, "--form", c.form, "-o", out}).out == out + "\n");
    const Ran imported = run({"import", copy, out});
    CHECK(imported.err == "");
    REQUIRE(imported.status == 0);
    const std::string ranks = run({"rank", c.directory, "--all", "--format", "csv"}).out;
    CHECK(ranks.size() > 100);
    CHECK(run({"rank", copy, "--all", "--format", "csv"}).out == ranks);
    CHECK(run({"validate", copy}).status == 0);
    // A second export of the copy gives the same bytes.
    const std::string again = "again" + std::to_string(number) + (c.form == "json" ? ".json" : "");
    REQUIRE(run({"export", copy, "--form", c.form, "-o", again}).status == 0);
    CHECK(tree(again) == tree(out));
    if (c.form == "json") CHECK(read_file(again) == read_file(out));
  }
}

TEST_CASE("figures are written as one table, tidy with all editions or wide with one period") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("export tiny -o figures.csv").status == 0);
  const std::string tidy = read_file("figures.csv");
  CHECK(
      tidy.starts_with("unit,indicator,period,edition,value,standard_error,status,source,locator,note\n"
                       "AAA,a,2023,ed-2024,0,,A,table,p. 1,\n"
                       "AAA,a,2023,ed-2025,10,,A,table,p. 2,restated\n"));
  CHECK(run_line("export tiny --form wide -o wide.csv").status == 0);
  CHECK(read_file("wide.csv") == "unit,name,a,b,c\nAAA,Alpha,0,2,1\nBBB,Beta,5,4,3\nCCC,Gamma,10,10,\nDDD,Delta,,,\n");
  CHECK(run_line("export tiny --form wide --period 2023 --lang ko -o wide.csv").status == 0);
  CHECK(read_file("wide.csv") == "unit,name,a,b,c\nAAA,가,10,2,4\nBBB,나나,0,4,0\nCCC,다,5.0,6,1\nDDD,라,,,\n");
  // Both are read again as figures that the index knows already.
  CHECK(run_line("import tiny figures.csv --format json").out.find("\"unchanged\":21") != std::string::npos);
  CHECK(run_line("import tiny wide.csv --period 2023 --edition 2025 --source table --name w").out ==
        "unchanged: 9 (left out, the edition has them already)\n"
        "nothing to write: the index has all of these figures\n");
}

TEST_CASE("an export never writes over what is not its own") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const auto before = tree("tiny");
  write_file("mine/letter.txt", "dear");
  const struct {
    std::string line;
    std::string message;
  } cases[] = {
      {"export tiny", "found no output; expected -o OUT"},
      {"export tiny -o mine", "found 'mine', which holds files that podium did not write"},
      {"export tiny -o tiny", "found 'tiny', in which 'tiny' lies"},
      {"export tiny -o .", "in which 'tiny' lies"},
      {"export tiny --form csv -o mine", "found 'mine', which is not a regular file"},
      {"export tiny -o figures.doc", "found no form for 'figures.doc'"},
      {"export tiny --form csb -o a", "did you mean 'csv'?"},
      {"export tiny --form wide --period 1999 -o a", "error[unknown-period]"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const Ran ran = run_line(c.line);
    CHECK(ran.status == 2);
    CHECK(ran.out == "");
    CHECK_MESSAGE(ran.err.find(c.message) != std::string::npos, ran.err);
  }
  CHECK(tree("tiny") == before);
  CHECK(tree("mine").size() == 1);
  // What it wrote itself it replaces.
  CHECK(run_line("export tiny -o data").status == 0);
  CHECK(run_line("export tiny -o data").status == 0);
  CHECK(tree("data").size() == 8);
}
