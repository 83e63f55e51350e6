#include <string>

#include <doctest/doctest.h>

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;

/// A whole document and nothing else.
void check_picture(const Ran& ran) {
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK(ran.out.starts_with("<svg "));
  CHECK(ran.out.ends_with("</svg>\n"));
  CHECK(ran.out.find("<svg ", 1) == std::string::npos);
  CHECK_FALSE(holds(ran.out, "nan"));
}

TEST_CASE("why a rank moved is drawn with all its parts and both scores") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  const Ran ran = run_line("explain tiny AAA --format svg");
  check_picture(ran);
  for (const char* part : {">Score of 2023<", ">100.00<", ">Score of 2024<", ">37.50<", ">figures of the others<"}) {
    CAPTURE(part);
    CHECK(holds(ran.out, part));
  }
  CHECK(holds(run_line("explain tiny AAA --format svg --lang ko").out, ">2023 점수<"));
}

TEST_CASE("who overtook whom is drawn with the ranks of both periods") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  const Ran ran = run_line("explain tiny AAA --format svg --section overtakes");
  check_picture(ran);
  for (const char* part : {">1 Alpha<", ">2 Alpha<", ">2 Beta<", ">1 Beta<"}) {
    CAPTURE(part);
    CHECK(holds(ran.out, part));
  }
  CHECK_FALSE(holds(ran.out, "Gamma"));
  CHECK(holds(problem_with("explain tiny AAA --section overtakes"), "--format svg with it"));
}

TEST_CASE("a lead over another unit is drawn from its score to the unit's") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  const Ran ran = run_line("explain tiny AAA --against BBB --format svg");
  check_picture(ran);
  CHECK(ran.out.find(">84.38<") < ran.out.find(">37.50<"));
  CHECK(holds(ran.out, ">-50.00<"));
  // Within an indicator there is one part, the indicator itself.
  const Ran one = run_line("explain tiny AAA --against BBB --node c --format svg");
  check_picture(one);
  CHECK(holds(one.out, ">-100.00<"));
}

TEST_CASE("what a rank would take, a scenario and a projection are drawn") {
  const std::string index = (source_directory() / "indices" / "ai-competitiveness").string();
  const Ran seek = run({"seek", index, "KOR", "--rank", "7", "--format", "svg"});
  check_picture(seek);
  CHECK(holds(seek.out, ">+0.53027<"));
  CHECK(holds(seek.out, "rank 8 at best"));
  const Ran what_if =
      run({"whatif", index, "--scale", "KOR.private_ai_investment=2", "--format", "svg", "--lang", "ko"});
  check_picture(what_if);
  CHECK(holds(what_if.out, ">8 한국<"));
  CHECK(holds(what_if.out, ">7 한국<"));
  const Ran project =
      run({"project", index, "KOR", "--indicator", "private_ai_investment", "--to", "CHN", "--format", "svg"});
  check_picture(project);
  CHECK(holds(project.out, "USD billions, logarithmic scale"));
  CHECK(holds(project.out, ">China<"));
  CHECK(holds(problem_with("project " + index + " --score --format svg"), "scores are not drawn"));
}

TEST_CASE("people wanted and people there are drawn by level") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  write_file("plan.csv",
             "unit,level,period,item,value,edition,source\nAAA,basic,2023-2027,new_demand,3000,ed-2025,table\n"
             "AAA,basic,2023-2027,new_supply,4500,ed-2025,table\n");
  const Ran ran = run_line("project tiny AAA --labour plan.csv --format svg");
  check_picture(ran);
  CHECK(holds(ran.out, ">3,000<"));
  CHECK(holds(ran.out, ">4,500<"));
}

TEST_CASE("texts of an index cannot break out of a picture") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  write_file("tiny/units.csv",
             "code,name.en,name.ko\nAAA,</text><script>alert(1)</script>,가\nBBB,\"B & \"\"C\"\"\",나\nCCC,Gamma,다\n"
             "DDD,Delta,라\n");
  for (const char* line : {"explain tiny AAA --format svg", "explain tiny AAA --format svg --section overtakes",
                           "seek tiny AAA --format svg", "explain tiny AAA --against BBB --format svg",
                           "whatif tiny --set AAA.b=10 --format svg"}) {
    CAPTURE(line);
    const Ran ran = run_line(line);
    check_picture(ran);
    CHECK_FALSE(holds(ran.out, "<script"));
    CHECK(holds(ran.out, "&lt;script&gt;"));
  }
}

TEST_CASE("the pictures of the documents are what the commands draw") {
  const auto picture = [](const char* name) { return read_file(source_directory() / "docs" / "images" / name); };
  const std::string index = (source_directory() / "indices" / "ai-competitiveness").string();
  CHECK(picture("why-a-rank-moved.svg") == run({"explain", index, "KOR", "--format", "svg"}).out);
  CHECK(picture("who-overtook-whom.svg") ==
        run({"explain", index, "KOR", "--format", "svg", "--section", "overtakes"}).out);
  CHECK(picture("what-a-rank-would-take.svg") == run({"seek", index, "KOR", "--format", "svg"}).out);
  CHECK(picture("what-if.svg") ==
        run({"whatif", index, "--set", "KOR.private_ai_investment=12", "--format", "svg"}).out);
  CHECK(picture("catching-up.svg") == run({"project", index, "KOR", "--indicator", "private_ai_investment", "--to",
                                           "CHN", "--horizon", "2030", "--format", "svg"})
                                          .out);
}

}  // namespace
}  // namespace podium
