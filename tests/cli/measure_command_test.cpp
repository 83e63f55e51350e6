#include <doctest/doctest.h>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

constexpr const char* kMeasure =
    "/*podium\nid = \"count\"\ntitle = { en = \"Count\", ko = \"건수\" }\nindicator = \"a\"\nunit_of_measure = "
    "\"things\"\n"
    "edition = \"ed-2024\"\nsource = \"s\"\nrule = { en = \"Rows by unit and year.\" }\n[[input]]\nname = \"rows\"\n"
    "columns = { unit = \"text\", year = \"integer\" }\n[parameters]\n"
    "times = { value = 1, meaning = { en = \"worth of a row\" } }\n*/\n"
    "SELECT unit, year AS period, count(*) * any_value(times) AS value FROM rows, parameter GROUP BY unit, year ORDER "
    "BY ALL\n";

void write_all() {
  write_tiny_index("tiny");
  write_file("tiny/measures/count.sql", kMeasure);
  write_file("rows.csv", "unit,year\nAAA,2020\nAAA,2020\nBBB,2020\nCCC,2021\n");
}

const std::vector<std::string> kRun = {"measure", "tiny", "count", "--input", "rows=rows.csv"};

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// Its source, whatever it is called.
std::string source_of_tiny() {
  const std::string text = read_file("tiny/sources.toml");
  const std::size_t begin = text.find('[') + 1;
  return text.substr(begin, text.find(']') - begin);
}

}  // namespace

TEST_CASE("a measure writes a table of observations, and other editions stay in it") {
  const ScratchPlace here;
  write_all();
  const std::string source = source_of_tiny();
  const Ran dry = run(with(kRun, {"--source", source, "--dry-run"}));
  CHECK(dry.err == "");
  CHECK(dry.out == "unit  period  value\nAAA   2020        2\nBBB   2020        1\nCCC   2021        1\n");
  CHECK(read_file("tiny/observations/count.csv") == "");

  const Ran first = run(with(kRun, {"--source", source}));
  CHECK(first.err == "");
  CHECK(first.out == "tiny/observations/count.csv: 3 figures of edition ed-2024\n");
  const std::string written = read_file("tiny/observations/count.csv");
  CHECK(
      written.starts_with("unit,indicator,period,edition,value,standard_error,status,source,locator,note\n"
                          "AAA,a,2020,ed-2024,2,,A," +
                          source + ",measure:count@"));
  CHECK(run_line("validate tiny").status == 0);

  // The same again is the same bytes; another edition comes beside it.
  CHECK(run(with(kRun, {"--source", source})).status == 0);
  CHECK(read_file("tiny/observations/count.csv") == written);
  const Ran second = run(with(kRun, {"--source", source, "--edition", "ed-2025", "--set", "times=3"}));
  CHECK(second.status == 0);
  const std::string both = read_file("tiny/observations/count.csv");
  CHECK(both.find("AAA,a,2020,ed-2024,2,") != std::string::npos);
  CHECK(both.find("AAA,a,2020,ed-2025,6,") != std::string::npos);
  CHECK(both.find(" set:times=3 inputs:rows=") != std::string::npos);

  CHECK(run(with(kRun, {"--source", source, "-o", "out.csv"})).out == "out.csv: 3 figures of edition ed-2024\n");
  CHECK(read_file("out.csv") == written);
}

TEST_CASE("what would make the index unsound is not written") {
  const ScratchPlace here;
  write_all();
  // Figures that stand elsewhere in the index already.
  write_file("rows.csv", "unit,year\nAAA,2023\n");
  const auto before = tree("tiny");
  const Ran ran = run(with(kRun, {"--source", source_of_tiny()}));
  CHECK(ran.status == 2);
  CHECK(ran.err.find("error[duplicate-observation]") != std::string::npos);
  CHECK(tree("tiny") == before);
}

TEST_CASE("what a measure needs and does not get is named") {
  const ScratchPlace here;
  write_all();
  const std::string source = source_of_tiny();
  const auto error = [](const std::vector<std::string>& words) {
    const Ran ran = run(words);
    CHECK(ran.status == 2);
    CHECK(ran.out == "");
    return ran.err;
  };
  const auto says = [&error](const std::vector<std::string>& words, const char* text) {
    const std::string words_of_it = error(words);
    CAPTURE(words_of_it);
    CHECK(words_of_it.find(text) != std::string::npos);
  };
  says({"measure", "tiny", "cuont"}, "did you mean 'count'?");
  says({"measure", "tiny", "count"}, "found no file for the input 'rows'; expected --input rows=FILE");
  says({"measure", "tiny", "count", "--input", "row=rows.csv"}, "found input 'row'; expected 'rows'");
  says({"measure", "tiny", "count", "--input", "rows.csv"}, "found 'rows.csv' for --input; expected NAME=VALUE");
  says(with(kRun, {"--input", "rows=rows.csv"}), "more than once");
  says(with(kRun, {"--set", "time=2"}), "did you mean 'times'?");
  says(with(kRun, {"--set", "times=two"}), "expected a whole number");
  says(with(kRun, {"--source", source, "--edition", "ed-2042"}), "error[unknown-edition]");
  says(with(kRun, {"--source", "nobody"}), "error[unknown-source]");
  says(with(kRun, {"--source", source, "--indicator", "z"}), "error[unknown-indicator]");
  says({"measure", "tiny", "notable_models", "--input", "models=rows.csv", "--source", source, "--edition", "ed-2024"},
       "found no column 'Model' or 'System'");
}

TEST_CASE("the measures of an index and of podium are listed") {
  const ScratchPlace here;
  write_all();
  const Ran table = run_line("measure tiny --list");
  CHECK(table.err == "");
  CHECK(table.out.find("count                 this index  a ") != std::string::npos);
  CHECK(table.out.find("notable_models        podium      notable_ai_models") != std::string::npos);
  CHECK(run_line("measure tiny --list --lang ko").out.find("건수") != std::string::npos);
  CHECK(run_line("measure tiny --list --format csv").out.find("count,false,a,things,rows,Count,건수\n") !=
        std::string::npos);
  CHECK(run_line("measure tiny --list --format json").out.find(R"("parameters":{"times":"1"})") != std::string::npos);
}

TEST_CASE("careers are made up with their truth") {
  const ScratchPlace here;
  const Ran ran = run_line("generate careers --people 10 -o careers.csv --truth truth.csv");
  CHECK(ran.status == 0);
  CHECK(ran.out.starts_with("careers.csv: "));
  CHECK(ran.out.ends_with(" rows of 10 people\n"));
  CHECK(read_file("careers.csv").starts_with("person,place,from,to\n1,"));
  CHECK(read_file("truth.csv").starts_with("place,period,arrivals,departures,members\nUSA,1985,"));
  CHECK(run_line("generate careers").err.find("found no file to write to") != std::string::npos);
  CHECK(run_line("generate deals -o a.csv").status == 2);
}
