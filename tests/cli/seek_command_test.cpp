#include <cmath>
#include <map>
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
  CHECK(holds(text, "cannot reach rank 1 with the largest change that any unit made within 1 year(s)"));
  CHECK(holds(text, "at its bound"));
  CHECK(holds(run({"seek", shipped("ai-competitiveness"), "CYP", "--rank", "1", "--lang", "ko"}).out,
              "1위에 이를 수 없다"));
}

/// What `podium seek` of the shipped index answers.
nlohmann::json answer_of(const std::vector<std::string>& words) {
  std::vector<std::string> line{"seek", shipped("ai-competitiveness"), "KOR", "--format", "json"};
  line.insert(line.end(), words.begin(), words.end());
  const Ran ran = run(line);
  REQUIRE_MESSAGE(ran.status == 0, ran.err);
  return nlohmann::json::parse(ran.out);
}

/// The indicators that the cheapest mix changes, with price times change.
std::map<std::string, double> efforts_of(const nlohmann::json& answer) {
  std::map<std::string, double> efforts;
  for (const nlohmann::json& indicator : answer["indicators"]) {
    const double effort = indicator["price"].get<double>() * std::abs(indicator["change"].get<double>());
    if (effort > 1e-9 * answer["effort"].get<double>()) efforts[indicator["id"]] = effort;
  }
  return efforts;
}

TEST_CASE("effort in money changes what is measured in money, at what a unit of it is worth") {
  const nlohmann::json answer = answer_of({"--rank", "3", "--effort", "money"});
  CHECK(answer["effort_measure"] == "money");
  CHECK(answer["currency"] == "USD");
  double sum = 0;
  for (const auto& [id, effort] : efforts_of(answer)) {
    CHECK((id == "private_ai_investment" || id == "ai_venture_capital"));
    sum += effort;
  }
  CHECK(sum == doctest::Approx(answer["effort"].get<double>()));
  for (const nlohmann::json& indicator : answer["indicators"]) {
    if (indicator["id"] == "private_ai_investment") CHECK(indicator["price"] == 1e9);
    if (indicator["id"] == "ai_venture_capital") CHECK(indicator["price"] == 1e6);
  }
}

TEST_CASE("at stated costs nothing else changes") {
  const nlohmann::json answer =
      answer_of({"--rank", "7", "--unbounded", "--cost", "researchers=2", "--cost", "rd_expenditure=1000"});
  CHECK(answer["effort_measure"] == "cost");
  REQUIRE(answer["possible"] == true);
  const auto efforts = efforts_of(answer);
  CHECK(efforts.size() == 1);
  CHECK(efforts.contains("researchers"));
  CHECK(holds(
      run({"seek", shipped("ai-competitiveness"), "KOR", "--rank", "7", "--unbounded", "--cost", "researchers=2"}).out,
      "at the stated costs"));
}

TEST_CASE("no figure changes by more than the share of itself that is allowed") {
  const nlohmann::json answer = answer_of({"--rank", "1", "--max-change", "20%"});
  REQUIRE(answer["indicators"].size() == 13);
  for (const nlohmann::json& indicator : answer["indicators"]) {
    const double most = 0.2 * std::abs(indicator["figure"].get<double>());
    CHECK(std::abs(indicator["change"].get<double>()) <= most * (1 + 1e-12));
  }
}

/// In which share of the draws of the index's own plan Korea has one of the first ranks.
double stressed_share(int rank) {
  const std::string csv =
      run({"stress", shipped("ai-competitiveness"), "--quick", "--format", "csv", "--section", "acceptability"}).out;
  double share = 0;
  for (int each = 1; each <= rank; ++each) {
    const std::string row = "2025,index,KOR," + std::to_string(each) + ",";
    const std::size_t place = csv.find(row);
    if (place != std::string::npos) share += std::stod(csv.substr(place + row.size()));
  }
  return share;
}

TEST_CASE("a robust answer begins with the shares of the stress test and ends with the one that was asked for") {
  const nlohmann::json robust = answer_of({"--rank", "6", "--robust", "0.7"})["robust"];
  CHECK(robust["wanted"] == 0.7);
  CHECK(robust["draws"] == 10000);
  CHECK(std::abs(robust["share_now"].get<double>() - stressed_share(6)) < 1e-9);
  CHECK(robust["reached"] == true);
  CHECK(robust["share"].get<double>() >= 0.7);
  CHECK(robust["share_of_mix"].get<double>() < 0.7);
  const std::string text =
      run({"seek", shipped("ai-competitiveness"), "KOR", "--rank", "6", "--robust", "70%", "--lang", "ko"}).out;
  CHECK(holds(text, "스트레스 시험(10000회)"));
  CHECK(holds(text, "확실하게"));
}

TEST_CASE("a goal of the index asks for its unit, its rank and the years up to it") {
  const Ran ran = run({"seek", shipped("ai-competitiveness"), "--goal", "top3"});
  CHECK(ran.status == 0);
  CHECK(ran.out == run({"seek", shipped("ai-competitiveness"), "KOR", "--rank", "3", "--years", "5"}).out);
  CHECK(holds(problem_with("seek " + shipped("ai-competitiveness") + " --goal top4"), "did you mean 'top3'?"));
  CHECK(holds(problem_with("seek " + shipped("ai-competitiveness") + " KOR --goal top3"), "it says all three"));
  CHECK(holds(problem_with("seek " + shipped("ai-competitiveness")), "no UNIT"));
}

TEST_CASE("costs and shares that mean nothing are refused with what is wanted") {
  const auto refused = [](const std::string& words) {
    return problem_with("seek " + shipped("ai-competitiveness") + " KOR " + words);
  };
  CHECK(holds(refused("--cost researchers"), "INDICATOR=COST"));
  CHECK(holds(refused("--cost researcher=1"), "'researchers'"));
  CHECK(holds(refused("--cost researchers=0"), "a cost above 0"));
  CHECK(holds(refused("--cost gdp=1"), "an indicator"));
  CHECK(holds(refused("--cost researchers=1 --cost researchers=2"), "two costs"));
  CHECK(holds(refused("--cost researchers=1 --effort money"), "one of the two"));
  CHECK(holds(refused("--robust 120%"), "at most 1"));
  CHECK(holds(refused("--robust many"), "0.8 or 80%"));
  CHECK(holds(refused("--draws 100"), "--draws without --robust"));
  CHECK(holds(refused("--max-change -1"), "a share above 0"));
}

TEST_CASE("the page about ranks to reach shows what the command prints") {
  const std::string page = read_file(source_directory() / "docs" / "what-a-rank-would-take.md");
  const Ran ran = run({"seek", shipped("ai-competitiveness"), "KOR", "--rank", "3"});
  CHECK(ran.status == 0);
  CHECK(holds(page, ran.out));
  CHECK(holds(page, run({"seek", shipped("ai-competitiveness"), "KOR", "--rank", "6", "--robust", "70%"}).out));
}

TEST_CASE("forms, and ranks that one has") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  CHECK(holds(run_line("seek tiny BBB").out, "has rank 1 already"));
  CHECK(run_line("seek tiny AAA --unbounded --format csv")
            .out.starts_with(
                "indicator,figure,alone_possible,alone_value,alone_best_rank,mix,change,price,binding,robust\na,0,"));
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
