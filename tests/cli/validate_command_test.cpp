#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

TEST_CASE("an index without problems is answered with what it holds") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const Ran ran = run_line("validate tiny");
  CHECK(ran.out == "no problems: 4 units, 3 indicators, 2 editions, 2 periods, 21 observations\n");
  CHECK(ran.err == "");
  CHECK(ran.status == 0);
  CHECK(run_line("validate tiny --lang ko").out == "문제 없음: 대상 4개, 지표 3개, 판 2개, 기간 2개, 수치 21개\n");
}

TEST_CASE("all problems of all files are reported in one run, and the status is 1") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("tiny/units.csv", "code,name.en,name.ko\nAAA,Alpha,가\nAAA,Alpha,가\nBBB,Beta,나\nCCC,Gamma,다\n");
  write_file("tiny/observations/more.csv",
             "unit,indicator,period,edition,value,status,source,locator,note\n"
             "AAA,a,2022,ed-2025,1,A,tabel,,\n"
             "AAA,b,2022,ed-2025,1x,A,table,,\n");
  const Ran ran = run_line("validate tiny");
  CHECK(ran.status == 1);
  CHECK(ran.out == "");
  CHECK(ran.err.find("units.csv:3") != std::string::npos);
  CHECK(ran.err.find("observations/more.csv:2") != std::string::npos);
  CHECK(ran.err.find("did you mean 'table'?") != std::string::npos);
  CHECK(ran.err.find("observations/more.csv:3") != std::string::npos);
  CHECK(ran.err.find("podium: 3 problems\n") != std::string::npos);

  const Ran json = run_line("validate tiny --format json");
  CHECK(json.status == 1);
  CHECK(json.err == "");
  CHECK(nlohmann::json::parse(json.out)["errors"] == 3);
}

TEST_CASE("a recipe that cannot be computed is a problem too") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  std::string figures = read_file("tiny/observations/all.csv");
  for (const char* const line : {"BBB,c,2023,ed-2025,0", "CCC,c,2023,ed-2025,1"}) {
    figures.replace(figures.find(line) + std::string(line).size() - 1, 1, "4");
  }
  write_file("tiny/observations/all.csv", figures);
  const Ran ran = run_line("validate tiny");
  CHECK(ran.status == 1);
  CHECK(ran.err.find("error[constant-indicator]") != std::string::npos);
  CHECK(run_line("rank tiny").status == 2);
}

TEST_CASE("what texts are checked against is validated too") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("tiny/exchange_rates.csv",
             "currency,period,per_dollar,edition,source,locator\nKRW,2024,0,ed-2025,tabel,\n");
  write_file("tiny/aliases.toml", "[[unit]]\ncode = \"AAB\"\n");
  const Ran ran = run_line("validate tiny");
  CHECK(ran.status == 1);
  CHECK(ran.err.find("aliases.toml:2:8: error[unknown-unit]") != std::string::npos);
  CHECK(ran.err.find("exchange_rates.csv:2:10: ") != std::string::npos);
  CHECK(ran.err.find("did you mean 'table'?") != std::string::npos);
  CHECK(ran.err.find("podium: 3 problems\n") != std::string::npos);
}

TEST_CASE("a directory that is not there is bad usage") {
  const ScratchPlace here;
  const Ran ran = run_line("validate nowhere");
  CHECK(ran.status == 2);
  CHECK(ran.err ==
        "error[invalid-usage]: found no directory 'nowhere'; expected the directory of an index\npodium: 1 problem\n");
}
