#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

// What podium stress is asked beside its draws, with the whole program: measured figures of one world, targets of the
// sensitivity, who stands before whom whatever the weights, and what it takes to overtake.
namespace {

constexpr const char* kPlan = R"(
[stress]
draws = 300
seed = 3

[[stress.vary]]
what = "weights"
spread = 0.5

[[stress.vary]]
what = "step"
step = "normalise"
method = ["minmax", "rank"]
)";

constexpr const char* kMeasured = R"(
[stress]
draws = 300
seed = 3

[[stress.vary]]
what = "measurement"
)";

void write_index_with(const char* plan) {
  write_tiny_index("tiny");
  write_file("tiny/podium.toml", read_file("tiny/podium.toml") + plan);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// The observations with a last column of standard errors: a tenth for figures of a, nothing for those of c.
void write_standard_errors() {
  std::string text;
  for (const std::string& line : lines_of(read_file("tiny/observations/all.csv"))) {
    if (text.empty()) {
      text = line + ",standard_error\n";
    } else {
      text += line + (line.find(",a,") != std::string::npos   ? ",0.5\n"
                      : line.find(",b,") != std::string::npos ? ",0\n"
                                                              : ",\n");
    }
  }
  write_file("tiny/observations/all.csv", text);
}

nlohmann::json answer(const std::string& line) {
  const Ran outcome = run_line(line + " --format json");
  REQUIRE_MESSAGE(outcome.status == 0, outcome.err);
  return nlohmann::json::parse(outcome.out);
}

/// The units of the first ranking by code.
nlohmann::json by_code(const nlohmann::json& ranking) {
  nlohmann::json units;
  for (const auto& unit : ranking["rankings"][0]["units"]) units[unit["code"].get<std::string>()] = unit;
  return units;
}

}  // namespace

TEST_CASE("a world prints the figures that it measured, and the index has its ranks when it prints them") {
  const ScratchPlace here;
  write_index_with(kMeasured);
  write_standard_errors();
  for (const std::string number : {"0", "5", "42"}) {
    CAPTURE(number);
    const nlohmann::json world = answer("stress tiny --world " + number);
    REQUIRE(world["figures"].size() == 3);
    std::vector<std::string> lines = lines_of(read_file("tiny/observations/all.csv"));
    std::string table = "unit,indicator,period,step,before,drawn\n";
    for (const auto& figure : world["figures"]) {
      CHECK(figure["indicator"] == "a");
      CHECK(figure["drawn"] != figure["before"]);
      const std::string cell = figure["unit"].get<std::string>() + ",a,2024,ed-2025,";
      const auto line = std::ranges::find_if(lines, [&](const std::string& each) { return each.starts_with(cell); });
      REQUIRE(line != lines.end());
      *line = cell + figure["drawn"].dump() + line->substr(line->find(',', cell.size()));
      table += figure["unit"].get<std::string>() + ",a,2024,," + figure["before"].dump() + "," +
               figure["drawn"].dump() + "\n";
    }
    std::string observations;
    for (const std::string& line : lines) observations += line + "\n";
    write_tiny_index("same");
    write_file("same/observations/all.csv", observations);
    const nlohmann::json units = by_code(answer("rank same"));
    for (const auto& unit : world["units"]) {
      const auto& same = units[unit["code"].get<std::string>()];
      CHECK(same["rank"] == unit["rank"]);
      CHECK(same["score"] == unit["score"]);
    }
    // Whole figures are written with a decimal in one form and without in the other: compare what they are.
    const std::vector<std::string> printed =
        lines_of(run_line("stress tiny --world " + number + " --format csv --section figures").out);
    REQUIRE(printed.size() == 4);
    CHECK(printed.front() == lines_of(table).front());
    for (std::size_t i = 1; i < printed.size(); ++i) {
      const auto last = [](const std::string& line) { return std::stod(line.substr(line.rfind(',') + 1)); };
      CHECK(last(printed[i]) == last(lines_of(table)[i]));
    }
  }
  CHECK(run_line("stress tiny --world 5").out.find("a          2024") != std::string::npos);
  CHECK(run_line("stress tiny --world 5 --limit 1").out.find("2 more figures") != std::string::npos);
  CHECK(run_line("stress tiny --format csv --section figures").status == 2);
  CHECK(run_line("stress tiny --world 5 --format csv --section pairs").status == 2);
}

TEST_CASE("measurement without standard errors is refused with the column that would hold them") {
  const ScratchPlace here;
  write_index_with(kMeasured);
  const Ran outcome = run_line("stress tiny");
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("standard_error") != std::string::npos);
}

TEST_CASE("a figure's standard error is shown beside it, and only where there is one") {
  const ScratchPlace here;
  write_index_with(kMeasured);
  CHECK(run_line("show tiny AAA.a@2024").out.find("standard") == std::string::npos);
  CHECK(run_line("show tiny a --format csv")
            .out.starts_with("unit,indicator,period,edition,value,status,source,locator,note\n"));
  write_standard_errors();
  const std::string page = run_line("show tiny AAA.a@2024").out;
  CHECK(page.find("standard") != std::string::npos);
  CHECK(page.find("0.5") != std::string::npos);
  CHECK(run_line("show tiny AAA.a@2024 --lang ko").out.find("표준오차") != std::string::npos);
  CHECK(run_line("show tiny AAA.c@2024").out.find("standard") == std::string::npos);
  CHECK(answer("show tiny AAA.a@2024")["stories"][0]["editions"][0]["standard_error"] == 0.5);
  CHECK_FALSE(answer("show tiny AAA.c@2024")["stories"][0]["editions"][0].contains("standard_error"));
  CHECK(answer("show tiny a")["observations"][0]["standard_error"] == 0.5);
  // What is printed is an observations file.
  const std::string csv = run_line("show tiny a --format csv").out;
  CHECK(csv.starts_with("unit,indicator,period,edition,value,status,source,locator,note,standard_error\n"));
  CHECK(csv.find("AAA,a,2024,ed-2025,0,A,table,p. 2,,0.5\n") != std::string::npos);
}

TEST_CASE("the weights that are printed let the unit overtake when the index is ranked by them") {
  const ScratchPlace here;
  write_index_with(kPlan);
  // AAA has node 75 and c 0, BBB 68.75 and 100. With a change of t the best weights for AAA are a: 1 - t, b: 3 (1 + t),
  // node: 1 + t, c: 1 - t; its lead in node is then (25 + 125 t) / (4 + 2 t), in c -100, and both are even where
  // (1 + t) (25 + 125 t) = 100 (1 - t) (4 + 2 t), that is 13 t^2 + 14 t - 15 = 0.
  const nlohmann::json found = answer("stress tiny --overtake AAA,BBB");
  CHECK(found["outcome"] == "possible");
  CHECK(found["smallest"].get<double>() == doctest::Approx((std::sqrt(976.0) - 14) / 26).epsilon(1e-8));
  CHECK(found["change"] == 0.6632);
  CHECK(found["ranks"] == nlohmann::json({1, 2}));
  std::string weights = "\n[weights.overtake]\n";
  for (const auto& each : found["weights"]) {
    weights += each["component"].get<std::string>() + " = " + each["weight"].dump() + "\n";
    const double change = each["weight"].get<double>() / each["published"].get<double>() - 1;
    CHECK(std::abs(change) <= 0.6632 + 1e-12);
  }
  // The table for people has the same weights, so they can be copied from there.
  const std::string table = run_line("stress tiny --overtake AAA,BBB").out;
  for (const auto& each : found["weights"]) CHECK(table.find(each["weight"].dump()) != std::string::npos);
  write_file("tiny/podium.toml", read_file("tiny/podium.toml") + weights);
  CHECK(by_code(answer("rank tiny"))["AAA"]["rank"] == 2);
  const nlohmann::json units = by_code(answer("rank tiny --weights overtake"));
  CHECK(units["AAA"]["rank"] == 1);
  CHECK(units["BBB"]["rank"] == 2);
  CHECK(run_line("stress tiny --overtake AAA,BBB --format csv")
            .out.starts_with("period,node,unit,other,outcome,smallest,change,component,published,weight\n2024,index,"
                             "AAA,BBB,possible,"));
}

TEST_CASE("units with different gaps have a proven limit below and weights that do above") {
  const ScratchPlace here;
  write_index_with(kPlan);
  // CCC has no c. With a: 1 + t, b: 3 (1 - t), node and c as published, its score 100 (1 + t) reaches AAA's half of
  // 300 (1 - t) at t = 1 / 5, and no other weights are looked for.
  const nlohmann::json found = answer("stress tiny --overtake CCC,AAA");
  CHECK(found["outcome"] == "possible");
  CHECK(found["smallest"] < 0.2);
  CHECK(found["change"] == 0.2001);
  CHECK(found["ranks"] == nlohmann::json({2, 3}));
}

TEST_CASE("who is before already needs no change, and pairs that are no pair are refused") {
  const ScratchPlace here;
  write_index_with(kPlan);
  CHECK(answer("stress tiny --overtake BBB,AAA")["outcome"] == "already");
  CHECK(run_line("stress tiny --overtake BBB,AAA").out.find("already") != std::string::npos);
  CHECK(run_line("stress tiny --overtake AAA,BBB --lang ko").out.find("앞선다") != std::string::npos);
  const Ran unknown = run_line("stress tiny --overtake AAA,BBC");
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("'BBB'") != std::string::npos);
  for (const char* const line :
       {"stress tiny --overtake AAA", "stress tiny --overtake AAA,AAA", "stress tiny --overtake AAA,BBB --world 3",
        "stress tiny --overtake AAA,DDD", "stress tiny --overtake AAA,BBB --node pillar"}) {
    CAPTURE(line);
    CHECK(run_line(line).status == 2);
  }
}

TEST_CASE("the sensitivity is asked about other targets by name") {
  const ScratchPlace here;
  write_index_with(kPlan);
  const nlohmann::json found = answer("stress tiny --target score:AAA --target top1:BBB --target mean-rank-shift");
  const auto& targets = found["sensitivity"]["targets"];
  REQUIRE(targets.size() == 3);
  CHECK(targets[0]["target"] == "score:AAA");
  CHECK(targets[1]["target"] == "top1:BBB");
  CHECK(targets[2]["target"] == "mean-rank-shift");
  REQUIRE(targets[0]["interactions"].size() == 1);
  CHECK(targets[0]["interactions"][0]["factors"] == nlohmann::json({"weights", "normalise"}));
  // Two factors: the first-order shares and their interaction are the whole variance, up to the estimates' errors.
  double sum = targets[0]["interactions"][0]["share"][0];
  for (const auto& factor : targets[0]["factors"]) sum += factor["first"][0].get<double>();
  CHECK(sum == doctest::Approx(1).epsilon(0.06));
  const std::string text = run_line("stress tiny --target score:AAA --target top1:BBB").out;
  CHECK(text.find("the variation of Alpha's score") != std::string::npos);
  CHECK(run_line("stress tiny --target top1:BBB --lang ko").out.find("1위 이내 여부") != std::string::npos);
  CHECK(run_line("stress tiny --format csv --section interactions")
            .out.starts_with(
                "period,node,target,factor,other,share,lower,upper\n2024,index,rank:BBB,weights,normalise,"));
  for (const char* const word : {"rnak:AAA", "score", "top0:AAA", "topmost:AAA"}) {
    CAPTURE(word);
    CHECK(run_line(std::string("stress tiny --target ") + word).status == 2);
  }
  const Ran unknown = run_line("stress tiny --target rank:AAB");
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("'AAA'") != std::string::npos);
}

TEST_CASE("who stands before whom whatever the weights is what no draw contradicts") {
  const ScratchPlace here;
  // Within a tenth: AAA has at least 0.9 * 270 / 3.8 / 2 = 31.97, CCC at most 110 / 3.8 = 28.95.
  write_index_with("\n[[stress.vary]]\nwhat = \"weights\"\nspread = 0.1\n");
  const nlohmann::json found = answer("stress tiny --vary weights");
  CHECK(found["dominance"] == nlohmann::json::array({{"AAA", "CCC"}, {"BBB", "AAA"}}));
  // BBB before CCC follows from these two.
  CHECK(run_line("stress tiny --vary weights --format csv --section dominance").out ==
        "period,node,unit,other,direct\n2024,index,BBB,AAA,1\n2024,index,BBB,CCC,0\n2024,index,AAA,CCC,1\n");
  const auto& codes = found["codes"];
  for (const auto& unit : found["units"]) {
    for (const auto& pair : found["dominance"]) {
      if (unit["code"] != pair[0]) continue;
      const auto other = std::ranges::find(codes, pair[1]) - codes.begin();
      CHECK(unit["before"][static_cast<std::size_t>(other)] == 1);
    }
  }
}

TEST_CASE("units that are ever first have a confidence, and with weights alone it has no error") {
  const ScratchPlace here;
  write_index_with(kPlan);
  const nlohmann::json found = answer("stress tiny --vary weights");
  for (const auto& unit : found["units"]) {
    const bool is_first = unit["rank"] == 1;
    CHECK(unit.contains("confidence") == is_first);
    if (is_first) CHECK(unit["confidence"] == nlohmann::json({1, 1, 1}));
  }
  const std::string header = lines_of(run_line("stress tiny --format csv").out).front();
  CHECK(header.ends_with(",confidence,confidence_lower,confidence_upper"));
}

TEST_CASE("stress tests are printed as Markdown too") {
  const ScratchPlace here;
  write_index_with(kPlan);
  const std::string page = run_line("stress tiny --format md").out;
  CHECK(page.starts_with("## Tiny, 2024: 300 alternative worlds\n\n"));
  CHECK(page.find("\n| ") != std::string::npos);
  CHECK(page.find("\n- Varied: ") != std::string::npos);
  CHECK(run_line("stress tiny --world 3 --format md").out.starts_with("## Tiny, 2024: world 3 of seed 3\n\n- "));
  CHECK(run_line("stress tiny --overtake AAA,BBB --format md").out.starts_with("## "));
}
