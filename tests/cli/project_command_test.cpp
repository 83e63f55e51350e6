#include <cmath>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;

/// Of indicator a: AAA doubles every year, BBB stays at 100, CCC was at 1 and has 4 at last.
void write_growing_index() {
  write_tiny_index("growing");
  std::string table = "unit,indicator,period,edition,value,status,source\n";
  const int doubled[] = {1, 2, 4, 8};
  const int others[] = {1, 1, 2, 4};
  for (int i = 0; i < 4; ++i) {
    const std::string rest = ",a," + std::to_string(2019 + i) + ",ed-2025,";
    table += "AAA" + rest + std::to_string(doubled[i]) + ",A,table\n";
    table += "BBB" + rest + "100,A,table\n";
    table += "CCC" + rest + std::to_string(others[i]) + ",A,table\n";
  }
  write_file("growing/observations/all.csv", table);
}

TEST_CASE("a doubling every year meets the level of 100 where two has that power") {
  const ScratchPlace place;
  write_growing_index();
  const Ran ran = run_line("project growing AAA --indicator a --to BBB --horizon 2026 --format json");
  REQUIRE(ran.status == 0);
  const nlohmann::json message = nlohmann::json::parse(ran.out);
  CHECK(message["by_horizon"]["value"] == 1);
  CHECK(message["never"]["value"] == 0);
  // 2^(t - 2019) = 100.
  CHECK(message["median_year"].get<double>() == doctest::Approx(2019 + std::log2(100.0)).epsilon(1e-9));
  CHECK(message["growth"]["unit"].get<double>() == doctest::Approx(1).epsilon(1e-12));
  CHECK(message["needed_growth"].get<double>() == doctest::Approx(std::pow(100.0 / 8, 1.0 / 4) - 1).epsilon(1e-12));
  CHECK(message["time_distance"]["state"] == "always-above");
  CHECK(holds(run_line("project growing AAA --indicator a --to BBB --horizon 2025").out,
              "by 2025 in 0.0% of 10000 draws"));
}

TEST_CASE("years behind are told by the level of the last figure") {
  const ScratchPlace place;
  write_growing_index();
  // CCC has 4 in 2022, which AAA had in 2021.
  CHECK(holds(run_line("project growing CCC --indicator a --to AAA").out, "passed in 2021.0: 1.0 years behind"));
  CHECK(holds(run_line("project growing CCC --indicator a --to AAA --lang ko").out, "1.0년 뒤져 있다"));
  const std::string csv = run_line("project growing CCC --indicator a --to AAA --format csv").out;
  CHECK(csv.starts_with("year,caught_up,error,unit_q5,unit_q25,unit_q50,unit_q75,unit_q95,leader_q5,"));
}

TEST_CASE("a seed gives its draws again, and another one others") {
  const std::string index = (source_directory() / "indices" / "ai-competitiveness").string();
  const auto csv = [&](const char* seed) {
    return run({"project", index, "KOR", "--indicator", "private_ai_investment", "--to", "CHN", "--seed", seed,
                "--format", "csv"})
        .out;
  };
  CHECK(csv("1") == csv("1"));
  CHECK(csv("1") != csv("2"));
}

TEST_CASE("the page about catching up shows what the command prints") {
  const std::string index = (source_directory() / "indices" / "ai-competitiveness").string();
  const std::string page = read_file(source_directory() / "docs" / "catching-up.md");
  const Ran ran =
      run({"project", index, "KOR", "--indicator", "secure_internet_servers", "--to", "JPN", "--horizon", "2030"});
  CHECK(ran.status == 0);
  CHECK(holds(page, ran.out));
}

TEST_CASE("what cannot be projected ends with status 2 and says why") {
  const ScratchPlace place;
  write_growing_index();
  CHECK(holds(problem_with("project growing AAA --to BBB"), "no --indicator"));
  CHECK(holds(problem_with("project growing AAA --indicator a"), "no --to"));
  CHECK(holds(problem_with("project growing AAA --indicator aa --to BBB"), "unknown-indicator"));
  CHECK(holds(problem_with("project growing AAA --indicator b --to BBB"), "less is better"));
  CHECK(holds(problem_with("project growing AAA --indicator c --to BBB"), "too-few-figures"));
  CHECK(holds(problem_with("project growing BBB --indicator a --to AAA"), "which is not behind AAA"));
  CHECK(holds(problem_with("project growing AAA --indicator a --to BBB --horizon 2018"), "horizon 2018"));
}

TEST_CASE("a projection is kept and compared with what comes") {
  const ScratchPlace place;
  write_growing_index();
  const std::string store = "project growing AAA --indicator a --to BBB --horizon 2024 --store --issued 2025-07-01";
  const Ran ran = run_line(store);
  CHECK(ran.status == 0);
  CHECK(holds(ran.out, "4 forecasts issued on 2025-07-01 were added to forecasts.csv; 0 were there already."));
  CHECK(holds(run_line(store + " --lang ko").out, "전망 0개를 forecasts.csv 파일에 더했다. 이미 있던 전망은 4개다."));
  CHECK(
      holds(run_line("project growing --score").out, "0 of 4 forecasts can be compared with what came; 4 still wait"));
  CHECK_FALSE(holds(run_line("validate growing").err, "forecasts.csv"));

  // The next edition prints 20 for 2023, where the doubling gave 16 and the last known figure was 8.
  write_file("growing/editions.toml",
             read_file("growing/editions.toml") +
                 "\n[ed-2026]\npublisher = \"Statistics\"\nreleased = 2026-02-01\ntitle = \"Next\"\n");
  write_file("growing/observations/next.csv",
             "unit,indicator,period,edition,value,status,source\nAAA,a,2023,ed-2026,20,A,table\n");
  const nlohmann::json report = nlohmann::json::parse(run_line("project growing --score --format json").out);
  REQUIRE(report["series"].size() == 2);
  const nlohmann::json& series = report["series"][0];
  CHECK(series["unit"] == "AAA");
  CHECK(series["waiting"] == 1);
  REQUIRE(series["scored"].size() == 1);
  const nlohmann::json& scored = series["scored"][0];
  CHECK(scored["forecast"].get<double>() == doctest::Approx(16).epsilon(1e-12));
  CHECK(scored["outcome"] == 20);
  CHECK(scored["error"].get<double>() == doctest::Approx(-4).epsilon(1e-12));
  CHECK(scored["no_change"] == 8);
  CHECK(scored["inside"] == false);
  CHECK(series["mean_absolute_percentage_error"].get<double>() == doctest::Approx(20).epsilon(1e-12));
  CHECK(series["relative_absolute_error"].get<double>() == doctest::Approx(4.0 / 12).epsilon(1e-12));
  const std::string text = run_line("project growing AAA --score --indicator a").out;
  CHECK(holds(text, "1 of 2 forecasts can be compared with what came; 1 still wait, and 0 were issued"));
  CHECK(holds(text, "0 of 1 intervals hold what came."));
  CHECK(holds(text, "20.0%"));
  CHECK(holds(run_line("project growing AAA --score --lang ko").out, "전망 2개 가운데 1개를 실제와 견줄 수 있다"));
  CHECK(run_line("project growing BBB --score --format csv").out.starts_with("indicator,unit,period,issued,forecast,"));
}

TEST_CASE("what was forecast on a day is not changed afterwards, and nothing is half written") {
  const ScratchPlace place;
  write_growing_index();
  const std::string line = "project growing CCC --indicator a --to BBB --horizon 2024 --store --issued 2025-07-01";
  REQUIRE(run_line(line).status == 0);
  const std::string bytes = read_file("growing/forecasts.csv");
  CHECK(holds(problem_with(line + " --seed 2"), "another forecast of CCC.a@"));
  CHECK(read_file("growing/forecasts.csv") == bytes);
  write_file("growing/forecasts.csv", bytes + "CCC,b\n");
  CHECK(holds(problem_with("project growing --score"), "forecasts.csv:"));
  CHECK(holds(run_line("validate growing").err, "forecasts.csv:"));
}

TEST_CASE("options that belong to another question are refused") {
  const ScratchPlace place;
  write_growing_index();
  CHECK(holds(problem_with("project growing --indicator a --to BBB"), "no UNIT"));
  CHECK(holds(problem_with("project growing AAA --indicator a --to BBB --store"), "--store without --issued"));
  CHECK(holds(problem_with("project growing AAA --indicator a --to BBB --issued 2025-01-01"),
              "--issued without --store"));
  CHECK(holds(problem_with("project growing AAA --indicator a --to BBB --store --issued soon"), "soon"));
  CHECK(holds(problem_with("project growing AAA --score --to BBB"), "--score with options of a projection"));
}

TEST_CASE("the page's labour table gives what the page says, and what was published for Korea") {
  const ScratchPlace place;
  REQUIRE(run_line("new my-index").status == 0);
  const std::string page = read_file(source_directory() / "docs" / "labour-shortage.md");
  const std::size_t begin = page.find("unit,level,period,item,value,edition");
  REQUIRE(begin != std::string::npos);
  write_file("plan.csv", page.substr(begin, page.find("```", begin) - begin));
  const Ran ran = run_line("project my-index KOR --labour plan.csv");
  CHECK(ran.status == 0);
  CHECK(holds(page, ran.out));
  CHECK(run_line("project my-index KOR --labour plan.csv --substitution any").out == ran.out);
  const nlohmann::json answer =
      nlohmann::json::parse(run_line("project my-index KOR --labour plan.csv --format json").out);
  CHECK(answer["periods"][0]["shortage_substituted"] == 12800);
  CHECK(answer["periods"][0]["shortage_alone"] == 16600);
  CHECK(answer["periods"][0]["surplus_alone"] == 3800);
  CHECK(answer["yearly_shortage_substituted"] == 2560);
  CHECK(holds(run_line("project my-index KOR --labour plan.csv --substitution none --lang ko").out, "16,600명"));
  CHECK(run_line("project my-index KOR --labour plan.csv --format csv").out.starts_with("period,level,demand,supply,"));
  CHECK(holds(problem_with("project my-index JPN --labour plan.csv"), "'KOR'"));
  CHECK(holds(problem_with("project my-index KOR --labour plan.csv --substitution all"), "'any'"));
  CHECK(holds(problem_with("project my-index KOR --labour plan.csv --indicator patents"), "--labour with options"));
  CHECK(holds(problem_with("project my-index KOR --substitution any"), "--substitution without --labour"));
  CHECK(holds(problem_with("project my-index KOR --labour none.csv"), "none.csv"));
}

}  // namespace
}  // namespace podium
