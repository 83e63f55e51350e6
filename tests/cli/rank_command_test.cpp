#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

TEST_CASE("the CSV of a ranking is exact") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const struct {
    std::string name;
    std::string line;
    std::string expected;
  } cases[] = {
      {"the newest period and the root; a unit without figures comes last", "rank tiny --format csv",
       "period,node,unit,score,rank\n"
       "2024,index,BBB,84.375,1\n"
       "2024,index,AAA,37.5,2\n"
       "2024,index,CCC,25,3\n"
       "2024,index,DDD,,\n"},
      {"a given period; ties share the smallest rank and stand by code", "rank tiny --format csv --period 2023",
       "period,node,unit,score,rank\n"
       "2023,index,AAA,100,1\n"
       "2023,index,BBB,18.75,2\n"
       "2023,index,CCC,18.75,2\n"
       "2023,index,DDD,,\n"},
      {"a node", "rank tiny --format csv --node pillar",
       "period,node,unit,score,rank\n"
       "2024,pillar,AAA,75,1\n"
       "2024,pillar,BBB,68.75,2\n"
       "2024,pillar,CCC,25,3\n"
       "2024,pillar,DDD,,\n"},
      {"an indicator by its normalised score", "rank tiny --format csv --node c",
       "period,node,unit,score,rank\n"
       "2024,c,BBB,100,1\n"
       "2024,c,AAA,0,2\n"
       "2024,c,CCC,,\n"
       "2024,c,DDD,,\n"},
      {"the first lines", "rank tiny --format csv --limit 2",
       "period,node,unit,score,rank\n"
       "2024,index,BBB,84.375,1\n"
       "2024,index,AAA,37.5,2\n"},
      {"an older edition of the same year", "rank tiny --format csv --period 2023 --edition ed-2024 --limit 3",
       "period,node,unit,score,rank\n"
       "2023,index,AAA,87.5,1\n"
       "2023,index,BBB,31.25,2\n"
       "2023,index,CCC,18.75,3\n"},
      {"every period and node, from the root down", "rank tiny --format csv --all --limit 1",
       "period,node,unit,score,rank\n"
       "2023,index,AAA,100,1\n"
       "2023,pillar,AAA,100,1\n"
       "2023,a,AAA,100,1\n"
       "2023,b,AAA,100,1\n"
       "2023,c,AAA,100,1\n"
       "2024,index,BBB,84.375,1\n"
       "2024,pillar,AAA,75,1\n"
       "2024,a,CCC,100,1\n"
       "2024,b,AAA,100,1\n"
       "2024,c,BBB,100,1\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Ran ran = run_line(c.line);
    CHECK(ran.out == c.expected);
    CHECK(ran.status == 0);
  }
}

TEST_CASE("the table for people shows ranks, component scores and what changed") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("rank tiny").out ==
        "Tiny, 2024\n"
        "rank  unit  name   score  Pillar   Third  change\n"
        "   1  BBB   Beta   84.38   68.75  100.00  ▲1\n"
        "   2  AAA   Alpha  37.50   75.00    0.00  ▼1\n"
        "   3  CCC   Gamma  25.00   25.00          ▼1\n"
        "      DDD   Delta\n"
        "\n"
        "Figures from:\n"
        "- ed-2025: Report 2025 (A publisher, 2025-05-01)\n");
  CHECK(run_line("rank tiny --lang ko --limit 2").out ==
        "작은 지수, 2024\n"
        "순위  코드  이름   점수   부문    셋째  변동\n"
        "   1  BBB   나나  84.38  68.75  100.00  ▲1\n"
        "   2  AAA   가    37.50  75.00    0.00  ▼1\n"
        "\n"
        "수치 출처:\n"
        "- ed-2025: Report 2025 (A publisher, 2025-05-01)\n");
  CHECK(run_line("rank tiny --format md --limit 1 --node pillar").out ==
        "## Tiny: Pillar, 2024\n"
        "\n"
        "| rank | unit | name  | score | First | Second | change |\n"
        "| ---: | ---- | ----- | ----: | ----: | -----: | ------ |\n"
        "|    1 | AAA  | Alpha | 75.00 |  0.00 | 100.00 | =      |\n"
        "\n"
        "Figures from:\n"
        "- ed-2025: Report 2025 (A publisher, 2025-05-01)\n");
}

TEST_CASE("the surroundings decide language and colour unless told otherwise") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("rank tiny", {.language = Language::Korean}).out == run_line("rank tiny --lang ko").out);
  CHECK(run_line("rank tiny --lang en", {.language = Language::Korean}).out == run_line("rank tiny").out);
  const std::string coloured = run_line("rank tiny", {.colour = Colour::On}).out;
  CHECK(coloured.find("\x1b[32m▲1\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[31m▼1\x1b[0m") != std::string::npos);
  CHECK(run_line("rank tiny --format csv", {.colour = Colour::On}).out == run_line("rank tiny --format csv").out);
}

TEST_CASE("the JSON of a ranking holds the same scores, null where there is none") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const auto message = nlohmann::json::parse(run_line("rank tiny --format json --as-of 2025-06-01").out);
  CHECK(message["edition_choice"] == nlohmann::json{{"choice", "as_of"}, {"date", "2025-06-01"}});
  const auto& units = message["rankings"][0]["units"];
  CHECK(units[0]["code"] == "BBB");
  CHECK(units[0]["score"] == 84.375);
  CHECK(units[0]["change"] == 1);
  CHECK(units[0]["name"]["ko"] == "나나");
  CHECK(units[2]["components"][1] == nlohmann::json{{"node", "c"}, {"score", nullptr}, {"rank", nullptr}});
  CHECK(units[3]["rank"].is_null());
}

TEST_CASE("a choice of edition that is only partly available is remarked on standard error") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  // ed-2024 printed one of three figures of c in 2023: too few to be used.
  const std::string all = read_file("tiny/observations/all.csv");
  write_file("tiny/observations/all.csv", all + "AAA,c,2023,ed-2024,9,A,table,p. 9,\n");
  const Ran ran = run_line("rank tiny --edition 2024 --format csv --period 2023 --limit 1");
  CHECK(ran.out == "period,node,unit,score,rank\n2023,index,AAA,87.5,1\n");
  CHECK(ran.status == 0);
  CHECK(ran.err.find("warning[edition-fallback]") != std::string::npos);
  CHECK(ran.err.find("podium:") == std::string::npos);
}

TEST_CASE("a component of weight 0 is shown last, in brackets, and does not count") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  std::string definition = read_file("tiny/podium.toml");
  const std::string heading = "id = \"pillar\"\nparent = \"index\"\nweight = 1";
  definition.replace(definition.find(heading), heading.size(), "id = \"pillar\"\nparent = \"index\"\nweight = 0");
  write_file("tiny/podium.toml", definition);
  // Only c counts: 1, 3 and a gap.
  CHECK(run_line("rank tiny").out ==
        "Tiny, 2024\n"
        "rank  unit  name    score   Third  (Pillar)  change\n"
        "   1  BBB   Beta   100.00  100.00     68.75  ▲2\n"
        "   2  AAA   Alpha    0.00    0.00     75.00  ▼1\n"
        "      CCC   Gamma                     25.00\n"
        "      DDD   Delta\n"
        "\n"
        "(in brackets): shown, not counted\n"
        "\n"
        "Figures from:\n"
        "- ed-2025: Report 2025 (A publisher, 2025-05-01)\n");
}

TEST_CASE("--weights ranks by a named set") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("tiny/podium.toml", read_file("tiny/podium.toml") + "\n[weights.flat]\nb = 1\n");
  // a and b alike: 50 and (50 + 75) / 2 = 62.5 and 50; with c: (50 + 0) / 2 = 25, (62.5 + 100) / 2 = 81.25, 50.
  CHECK(run_line("rank tiny --weights flat --node index --format csv").out ==
        "period,node,unit,score,rank\n2024,index,BBB,81.25,1\n2024,index,CCC,50,2\n2024,index,AAA,25,3\n"
        "2024,index,DDD,,\n");
  CHECK(run_line("rank tiny --weights flt").err ==
        "podium.toml: error[unknown-weight-set]: found weight set 'flt'; expected 'flat'; did you mean 'flat'?\n"
        "podium: 1 problem\n");
}
