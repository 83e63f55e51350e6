#include <doctest/doctest.h>

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;

TEST_CASE("another figure, by hand") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  // 2024 with 10 for b of AAA: b 10 4 10 -> 0 100 0; pillar AAA 0, BBB (50 + 300) / 4 = 87.5, CCC 25; index AAA 0, BBB
  // (87.5 + 100) / 2 = 93.75, CCC 25.
  const Ran ran = run_line("whatif tiny --set AAA.b=10 --format csv");
  CHECK(ran.status == 0);
  CHECK(ran.out ==
        "unit,score_before,score_after,rank_before,rank_after\n"
        "BBB,84.375,93.75,1,1\n"
        "CCC,25,25,3,2\n"
        "AAA,37.5,0,2,3\n");
  const std::string text = run_line("whatif tiny --add AAA.b=8").out;
  CHECK(holds(text, "2 of 3 ranks change, 1 more units change their score alone."));
  CHECK(holds(text, "AAA.b@2024"));
  CHECK(run_line("whatif tiny --scale AAA.b=5 --format csv").out == ran.out);
  CHECK(holds(run_line("whatif tiny --scale AAA.b=5 --lang ko").out, "3개 가운데 2개의 순위가 바뀌고"));
  CHECK(holds(run_line("whatif tiny --scale AAA.b=5 --format json").out, "\"rank_before\":2,\"rank_after\":3"));
}

TEST_CASE("another weight, by hand; a figure of another period leaves the newest alone") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  // c counts three times the pillar: AAA 75 / 4, BBB (68.75 + 300) / 4; CCC has the pillar alone.
  const Ran ran = run_line("whatif tiny --weight c=3 --format csv");
  CHECK(holds(ran.out, "AAA,37.5,18.75,2,3\n"));
  CHECK(holds(ran.out, "BBB,84.375,92.1875,1,1\n"));
  CHECK(holds(run_line("whatif tiny --set AAA.b@2023=9").out, "No score changes."));
  CHECK(holds(run_line("whatif tiny --set AAA.b@2023=9 --period 2023").out, "ranks change"));
}

TEST_CASE("an elasticity is carried as an assumption") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  const std::string json = run_line("whatif tiny --scale BBB.b=4 --elasticity b:a=0.5 --format json").out;
  CHECK(holds(json, "\"settings\":[\"--elasticity b:a=0.5\"]"));
  CHECK(holds(json, "\"series\":\"a\",\"period\":\"2024\",\"before\":5,"));
  CHECK(holds(json, "\"assumed\":true"));
  CHECK(holds(run_line("whatif tiny --scale BBB.b=4 --elasticity b:a=0.5").out, "by a stated elasticity"));
}

TEST_CASE("without the talent value that four countries share, Japan is 27th in 2024, not 9th") {
  const std::string index = (source_directory() / "indices" / "ai-vibrancy-2024").string();
  const Ran all = run({"whatif", index, "--set", "JPN.talent=0", "--set", "CHN.talent=0", "--set", "MYS.talent=0",
                       "--set", "RUS.talent=0", "--format", "json"});
  CHECK(holds(all.out, "\"rank_before\":9,\"rank_after\":27"));
  const Ran alone = run({"whatif", index, "--set", "JPN.talent=0", "--format", "json"});
  CHECK(holds(alone.out, "\"rank_before\":9,\"rank_after\":29"));
}

TEST_CASE("the page about scenarios shows what the command prints") {
  const std::string index = (source_directory() / "indices" / "ai-competitiveness").string();
  const std::string page = read_file(source_directory() / "docs" / "what-if.md");
  CHECK(holds(page, run({"whatif", index, "--scale", "KOR.private_ai_investment=2"}).out));
  // Its example of a file gives what it says it gives.
  const std::string fence = "```toml\n";
  const std::size_t begin = page.find(fence) + fence.size();
  const ScratchPlace place;
  write_file("fund.toml", page.substr(begin, page.find("```", begin) - begin));
  const Ran ran = run({"whatif", index, "--scenario", "fund.toml"});
  CHECK(ran.status == 0);
  CHECK(holds(page, ran.out));
}

TEST_CASE("a scenario of a file is what the same options say, and options come after it") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  write_file("one.toml",
             "title = { en = \"More of b\", ko = \"b를 더\" }\nperiod = 2024\n"
             "[[change]]\nunit = \"AAA\"\nindicator = \"b\"\nset = 10\nwhy = \"as announced\"\n"
             "[weights]\nc = 3\n");
  const Ran ran = run_line("whatif tiny --scenario one.toml --format csv");
  CHECK(ran.status == 0);
  CHECK(ran.out == run_line("whatif tiny --set AAA.b=10 --weight c=3 --format csv").out);
  const std::string text = run_line("whatif tiny --scenario one.toml").out;
  CHECK(holds(text, "what if - More of b"));
  CHECK(holds(text, "as announced"));
  CHECK(holds(run_line("whatif tiny --scenario one.toml --lang ko").out, "b를 더"));
  CHECK(run_line("whatif tiny --scenario one.toml --set AAA.b=2 --weight c=1").out.find("No score changes") !=
        std::string::npos);
  CHECK(holds(run_line("whatif tiny --scenario one.toml --format json").out, "\"why\":\"as announced\""));
}

TEST_CASE("a period of a scenario that has no figures is said with its place") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  write_file("bad.toml", "[[change]]\nunit = \"AAA\"\nindicator = \"b\"\nset = 10\nperiod = 2019\n");
  const std::string problem = problem_with("whatif tiny --scenario bad.toml");
  CHECK(holds(problem, "bad.toml:1:1"));
  CHECK(holds(problem, "unknown-period"));
  CHECK(holds(problem_with("whatif tiny --scenario none.toml"), "none.toml"));
}

TEST_CASE("what cannot be assumed ends with status 2, all problems at once") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  CHECK(holds(problem_with("whatif tiny"), "nothing to change"));
  const std::string several = problem_with("whatif tiny --set AAB.b=1 --set AAA.d=1 --set AAA.b --scale AAA.b@2019=2");
  CHECK(holds(several, "did you mean 'AAA'?"));
  CHECK(holds(several, "unknown-indicator"));
  CHECK(holds(several, "UNIT.indicator=VALUE"));
  CHECK(holds(several, "unknown-period"));
  CHECK(holds(problem_with("whatif tiny --add CCC.c=1"), "a change of a gap"));
  CHECK(holds(problem_with("whatif tiny --weight d=1"), "unknown-node"));
  CHECK(holds(problem_with("whatif tiny --weight c=-1"), "negative-weight"));
  CHECK(holds(problem_with("whatif tiny --recipe none.toml"), "missing-file"));
}

}  // namespace
}  // namespace podium
