#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/core/number_text.hpp"

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;

std::string shipped(const char* name) { return (source_directory() / "indices" / name).string(); }

/// The rank of Korea in the shipped index with another figure for one indicator.
std::string rank_with(const std::string& indicator, double value) {
  const std::string csv = run({"whatif", shipped("ai-competitiveness"), "--set",
                               "KOR." + indicator + "=" + shortest(value), "--format", "csv"})
                              .out;
  const std::size_t line = csv.find("\nKOR,");
  if (line == std::string::npos) return "unchanged";
  const std::size_t end = csv.find('\n', line + 1);
  return csv.substr(csv.rfind(',', end) + 1, end - csv.rfind(',', end) - 1);
}

TEST_CASE("what each indicator alone would take is what the whole recipe then says") {
  const Ran ran = run({"seek", shipped("ai-competitiveness"), "KOR", "--format", "json"});
  REQUIRE(ran.status == 0);
  const nlohmann::json answer = nlohmann::json::parse(ran.out);
  CHECK(answer["rank"] == 8);
  CHECK(answer["wanted"] == 7);
  CHECK(answer["possible"] == true);
  CHECK(answer["proven"] == true);
  std::size_t tried = 0;
  for (const nlohmann::json& indicator : answer["indicators"]) {
    const std::string id = indicator["id"];
    // Figures that no denominator divides can be set as they are.
    if (id != "private_ai_investment" && id != "ai_venture_capital" && id != "high_tech_exports") continue;
    REQUIRE(indicator["alone"]["possible"] == true);
    CAPTURE(id);
    const double value = indicator["alone"]["value"];
    CHECK(rank_with(id, value * (1 + 1e-9)) == "7");
    CHECK(rank_with(id, value * (1 - 1e-9)) == "8");
    ++tried;
  }
  CHECK(tried == 3);
}

TEST_CASE("margins are those of the published ranking: Korea in the vibrancy ranking of 2024") {
  const nlohmann::json answer =
      nlohmann::json::parse(run({"seek", shipped("ai-vibrancy-2024"), "KOR", "--unbounded", "--format", "json"}).out);
  CHECK(answer["rank"] == 4);
  const auto gap = [&](const char* code, int decimals) {
    for (const nlohmann::json& margin : answer["margins"]) {
      if (margin["unit"] == code) return fixed(margin["gap"].get<double>(), decimals);
    }
    return std::string();
  };
  CHECK(gap("IND", 4) == "4.3517");
  CHECK(gap("GBR", 3) == "-0.599");
  CHECK(gap("SGP", 3) == "-0.803");
}

TEST_CASE("a rank out of reach is said to be, with the best that can be reached and what stops it") {
  const std::string text = run({"seek", shipped("ai-competitiveness"), "CYP", "--rank", "1"}).out;
  CHECK(holds(text, "cannot reach rank 1 at the fastest pace"));
  CHECK(holds(text, "at its bound"));
  CHECK(holds(run({"seek", shipped("ai-competitiveness"), "CYP", "--rank", "1", "--lang", "ko"}).out,
              "1위에 이를 수 없다"));
}

TEST_CASE("the page about ranks to reach shows what the command prints") {
  const std::string page = read_file(source_directory() / "docs" / "what-a-rank-would-take.md");
  const Ran ran = run({"seek", shipped("ai-competitiveness"), "KOR", "--rank", "3"});
  CHECK(ran.status == 0);
  CHECK(holds(page, ran.out));
}

TEST_CASE("forms, and ranks that one has") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  CHECK(holds(run_line("seek tiny BBB").out, "has rank 1 already"));
  CHECK(run_line("seek tiny AAA --unbounded --format csv")
            .out.starts_with("indicator,figure,alone_possible,alone_value,alone_best_rank,mix,change,binding\na,0,"));
  CHECK(holds(run_line("seek tiny AAA --unbounded --format md").out, "| indicator"));
}

TEST_CASE("what cannot be sought ends with status 2 and says why") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  CHECK(holds(problem_with("seek tiny AAB"), "did you mean 'AAA'?"));
  CHECK(holds(problem_with("seek tiny DDD"), "found no rank"));
  CHECK(holds(problem_with("seek tiny AAA --rank 9"), "a rank from 1 to 3"));
  CHECK(holds(problem_with("seek tiny AAA --years 2 --unbounded"), "one of the two"));
}

}  // namespace
}  // namespace podium
