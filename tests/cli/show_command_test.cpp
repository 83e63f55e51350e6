#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

TEST_CASE("a unit's page shows its ranks over time and the figures behind the newest") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("show tiny BBB").out ==
        "BBB  Beta\n"
        "\n"
        "period  rank  of  change  score  Pillar   Third\n"
        "2023       2   3          18.75   37.50    0.00\n"
        "2024       1   3  ▲1      84.38   68.75  100.00\n"
        "\n"
        "2024\n"
        "                                                 unit of\n"
        "node        id      share  rank   score  figure  measure  edition\n"
        "Tiny        index             1   84.38\n"
        "  Pillar    pillar  50.0%     2   68.75\n"
        "    First   a       25.0%     2   50.00       5  things   ed-2025\n"
        "    Second  b       75.0%     2   75.00       4  days     ed-2025\n"
        "  Third     c       50.0%     1  100.00       3  percent  ed-2025\n");
  CHECK(run_line("show tiny CCC --format csv").out ==
        "period,node,unit,score,rank\n"
        "2023,index,CCC,18.75,2\n2023,pillar,CCC,12.5,3\n2023,a,CCC,50,2\n2023,b,CCC,0,3\n2023,c,CCC,25,2\n"
        "2024,index,CCC,25,3\n2024,pillar,CCC,25,3\n2024,a,CCC,100,1\n2024,b,CCC,0,3\n2024,c,CCC,,\n");
}

TEST_CASE("a cell's story has every edition, the one used, every stage and what it counts for") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("show tiny AAA.a@2023").out ==
        "Alpha (AAA), First (a), 2023; things\n"
        "\n"
        "As printed\n"
        "                                                           place in\n"
        "period  used  edition  released    value  status  source   source    note\n"
        "2023          ed-2024  2024-05-01      0  A       A table  p. 1\n"
        "2023    *     ed-2025  2025-05-01     10  A       A table  p. 2      restated\n"
        "\n"
        "What each step made of it, 2023\n"
        "step  operation             value  history\n"
        "   0  select                   10  reported\n"
        "   1  normalise minmax        100  reported\n"
        "   2  aggregate arithmetic    100  reported\n"
        "Weight 1: 25.0% of its node, 12.5% of the index.\n"
        "Score 100.00, rank 1 of 3 in this indicator.\n"
        "Weight in the index 12.5%: score x weight = 12.50 of the unit's 100.00 (before gaps are reweighted).\n");
  CHECK(run_line("show tiny CCC.a@2023 --format csv").out ==
        "unit,indicator,period,edition,value,status,source,locator,note\n"
        "CCC,a,2023,ed-2024,5,A,table,p. 1,\n"
        "CCC,a,2023,ed-2025,5.0,A,table,p. 2,\n");
}

TEST_CASE("without a period all periods of a cell are told, in JSON too") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const auto message = nlohmann::json::parse(run_line("show tiny AAA.a --format json").out);
  REQUIRE(message["stories"].size() == 2);
  const auto& story = message["stories"][0];
  CHECK(story["period"] == "2023");
  CHECK(story["editions"][0]["printed"] == "0");
  CHECK(story["editions"][0]["chosen"] == false);
  CHECK(story["editions"][1]["chosen"] == true);
  CHECK(story["stages"][1]["value"] == 100);
  // A quarter of the pillar, which is half of the index.
  CHECK(story["effective_weight"] == 0.125);
}

TEST_CASE("an indicator's page has its definition, coverage, ranking and sources") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("show tiny b").out ==
        "Second (b)\n"
        "\n"
        "unit of measure: days\n"
        "weight: 75.0% of pillar, 37.5% of the index\n"
        "direction: less is better\n"
        "\n"
        "Coverage\n"
        "period  edition  units\n"
        "2023    ed-2025      3\n"
        "2024    ed-2025      3\n"
        "\n"
        "Tiny: Second, 2024\n"
        "rank  unit  name    score  change  figure\n"
        "   1  AAA   Alpha  100.00  =            2\n"
        "   2  BBB   Beta    75.00  =            4\n"
        "   3  CCC   Gamma    0.00  =           10\n"
        "      DDD   Delta\n"
        "\n"
        "Editions\n"
        "- ed-2025: Report 2025 (A publisher, 2025-05-01)\n"
        "\n"
        "Sources\n"
        "- table: A table (A publisher)  https://example.org/table\n");
  const auto message = nlohmann::json::parse(run_line("show tiny a --format json").out);
  CHECK(message["kind"] == "indicator");
  CHECK(message["share"] == 0.25);
  CHECK(message["editions"].size() == 2);
  CHECK(message["observations"].size() == 9);
}

TEST_CASE("nodes and denominators have pages, in Korean too") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("show tiny pillar --lang ko").out ==
        "부문 (pillar)\n"
        "\n"
        "가중치: index 안에서 50.0%, 전체에서 50.0%\n"
        "\n"
        "구성 항목\n"
        "항목  코드   비중\n"
        "첫째  a     25.0%\n"
        "둘째  b     75.0%\n"
        "\n"
        "작은 지수: 부문, 2024\n"
        "순위  코드  이름   점수    첫째    둘째  변동\n"
        "   1  AAA   가    75.00    0.00  100.00  =\n"
        "   2  BBB   나나  68.75   50.00   75.00  =\n"
        "   3  CCC   다    25.00  100.00    0.00  =\n"
        "      DDD   라\n");
  REQUIRE(run_line("new my-index").status == 0);
  const Ran ran = run_line("show my-index population");
  CHECK(ran.status == 0);
  CHECK(ran.out.find("a series that divides others") != std::string::npos);
  CHECK(nlohmann::json::parse(run_line("show my-index population --format json").out)["kind"] == "denominator");
  CHECK(nlohmann::json::parse(run_line("show my-index science --format json").out)["children"] ==
        nlohmann::json{"patents", "researchers"});
}

TEST_CASE("an unknown code is answered with the nearest right one") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const struct {
    std::string code;
    std::string expected;
  } cases[] = {
      {"aaa",
       "error[unknown-code]: found code 'aaa'; expected a unit, an indicator, a node, or a cell such as AAA.a@2024; "
       "did you "
       "mean 'AAA'?"},
      {"AAB.a", "error[unknown-unit]: found unit 'AAB'; expected 'AAA', 'BBB', 'CCC' or 'DDD'; did you mean 'AAA'?"},
      {"AAA.pilar@2023",
       "error[unknown-indicator]: found indicator 'pilar'; expected 'index', 'pillar', 'a', 'b' or 'c'; did you mean "
       "'pillar'?"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.code);
    const Ran ran = run({"show", "tiny", c.code});
    CHECK(ran.err == c.expected + "\npodium: 1 problem\n");
    CHECK(ran.out == "");
    CHECK(ran.status == 2);
  }
  CHECK(run_line("show tiny AAA.a@20x4").status == 2);
}

TEST_CASE("a period that is not ranked is told as far as it is known") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("show tiny AAA.a@2020").out ==
        "Alpha (AAA), First (a), 2020; things\n\nAs printed\nNo edition has a figure.\n");
}

/// The tiny index with other steps before its own.
void write_tiny_index_with(const std::string& steps) {
  write_tiny_index("tiny");
  const std::string text = read_file("tiny/podium.toml");
  const std::size_t place = text.find("[[step]]");
  write_file("tiny/podium.toml", text.substr(0, place) + steps + text.substr(place));
}

TEST_CASE("a cell's story says by what rule it was filled") {
  const ScratchPlace here;
  write_tiny_index_with("[[step]]\nop = \"impute\"\nmethod = \"last-observation\"\n");
  CHECK(run_line("show tiny CCC.c@2024")
            .out.find("Step 1 filled the gap by last-observation, with the figure of 2023.\n") != std::string::npos);
  const auto story = nlohmann::json::parse(run_line("show tiny CCC.c@2024 --format json").out)["stories"][0];
  CHECK(story["stages"][1]["filled"] == nlohmann::json{{"method", "last-observation"}, {"from", "2023"}});
  CHECK(run_line("show tiny CCC.c@2024 --lang ko").out.find("1단계에서 last-observation 방법에 따라 2023의 수치로") !=
        std::string::npos);
}

TEST_CASE("a unit that screening left out says why, on its page and in its cells") {
  const ScratchPlace here;
  write_tiny_index_with("[[step]]\nop = \"screen\"\nmin_available = 0.8\n");
  const char* const why = "Step 1 left out the unit: 2 of 3 figures available.\n";
  CHECK(run_line("show tiny CCC").out.find(std::string("2024: ") + why) != std::string::npos);
  CHECK(run_line("show tiny CCC.a@2024").out.find(why) != std::string::npos);
  const auto message = nlohmann::json::parse(run_line("show tiny CCC --format json").out);
  CHECK(message["periods"][1]["left_out"] == nlohmann::json{{"step", 1},
                                                            {"subject", "unit"},
                                                            {"reason", "too-few-figures"},
                                                            {"available", 2},
                                                            {"nonzero", 2},
                                                            {"possible", 3}});
  CHECK(!message["periods"][0].contains("left_out"));
}

TEST_CASE("a treated figure says from what to what") {
  const ScratchPlace here;
  write_tiny_index_with(
      "[[step]]\nop = \"treat\"\nmethod = \"log\"\nform = \"plus-one\"\nwhen = \"always\"\nover = \"panel\"\nonly = "
      "[\"a\"]\n");
  const auto stage =
      nlohmann::json::parse(run_line("show tiny AAA.a@2024 --format json").out)["stories"][0]["stages"][1];
  CHECK(stage["treated"]["first"]["method"] == "log");
  CHECK(stage["treated"]["before"] == 0);
  CHECK(stage["treated"]["after"] == 0);  // ln 1
  CHECK(run_line("show tiny AAA.a@2024").out.find("Step 1 treated the indicator: skewness ") != std::string::npos);
}
