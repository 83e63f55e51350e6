#include <algorithm>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

constexpr const char* kPlan = R"(
[stress]
draws = 400
seed = 3
unit = "BBB"

[[stress.vary]]
what = "weights"
spread = 0.5

[[stress.vary]]
what = "step"
step = "normalise"
method = ["minmax", "rank"]
)";

void write_stressed_index() {
  write_tiny_index("tiny");
  write_file("tiny/podium.toml", read_file("tiny/podium.toml") + kPlan);
}

nlohmann::json stress_of(const std::string& options) {
  return nlohmann::json::parse(run_line("stress tiny --format json " + options).out);
}

}  // namespace

TEST_CASE("a stress test is the same for any number of threads, and says what it did") {
  const ScratchPlace here;
  write_stressed_index();
  const std::string one = run_line("stress tiny --format json --threads 1").out;
  CHECK(one == run_line("stress tiny --format json --threads 3").out);
  const nlohmann::json found = nlohmann::json::parse(one);
  CHECK(found["draws"] == 400);
  CHECK(found["seed"] == 3);
  CHECK(found["worlds"] == 400);
  CHECK(found["factors"][1]["name"] == "normalise");
  for (const auto& unit : found["units"]) {
    double sum = unit["unranked"];
    for (const auto& share : unit["acceptability"]) sum += share[0].get<double>();
    CHECK(sum == doctest::Approx(1).epsilon(1e-12));
  }
}

TEST_CASE("the command line can ask for other draws, another seed and one factor") {
  const ScratchPlace here;
  write_stressed_index();
  const nlohmann::json found = stress_of("--draws 50 --seed 9 --vary weights --quick");
  CHECK(found["draws"] == 50);
  CHECK(found["seed"] == 9);
  CHECK(found["factors"].size() == 1);
  CHECK(found["factors"][0]["name"] == "weights");
  CHECK_FALSE(found.contains("sensitivity"));
  const Ran unknown = run_line("stress tiny --vary wieghts");
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("weights") != std::string::npos);
}

TEST_CASE("no draw leaves the ranks that are proven possible") {
  const ScratchPlace here;
  write_stressed_index();
  const nlohmann::json found = stress_of("--vary weights");
  for (const auto& unit : found["units"]) {
    if (unit["rank"].is_null()) continue;
    CHECK(unit["attainable"]["best"] <= unit["met"][0]);
    CHECK(unit["attainable"]["worst"] >= unit["met"][1]);
  }
}

TEST_CASE("one world tells its choices, and its weights give its ranks when the index is run with them") {
  const ScratchPlace here;
  write_stressed_index();
  for (const char* const number : {"0", "1", "7", "123"}) {
    CAPTURE(number);
    const nlohmann::json world = stress_of("--world " + std::string(number));
    // The same choices in the recipe and at the nodes.
    const std::string method = world["choices"][1]["label"];
    write_tiny_index("same");
    std::string toml = read_file("same/podium.toml");
    const std::string published = "method = \"minmax\"\nrange = [0, 100]\n";
    const std::size_t place = toml.find(published);
    REQUIRE(place != std::string::npos);
    toml.replace(place, published.size(), "method = \"" + method + "\"\n");
    toml += "\n[weights.world]\n";
    for (const auto& [node, weight] : world["weights"].items()) {
      if (node != "index") toml += node + " = " + weight.dump() + "\n";
    }
    write_file("same/podium.toml", toml);
    const nlohmann::json ranking = nlohmann::json::parse(run_line("rank same --weights world --format json").out);
    for (const auto& unit : world["units"]) {
      const auto& rows = ranking["rankings"][0]["units"];
      const auto row = std::ranges::find_if(rows, [&](const auto& each) { return each["code"] == unit["code"]; });
      REQUIRE(row != rows.end());
      CHECK((*row)["rank"] == unit["rank"]);
    }
  }
}

TEST_CASE("the table begins with the unit that the plan is about, in both languages") {
  const ScratchPlace here;
  write_stressed_index();
  CHECK(run_line("stress tiny").out.find("(BBB): published rank 1") != std::string::npos);
  CHECK(run_line("stress tiny --unit AAA --lang ko").out.find("(AAA): 발표 순위 2위") != std::string::npos);
  const std::string pairs = run_line("stress tiny --format csv --section pairs").out;
  CHECK(pairs.starts_with("period,node,unit,other,before,after,tied\n"));
  CHECK(run_line("stress tiny --section pairs").status == 2);
}

TEST_CASE("what is wrong with a plan is told with its place and the nearest right word") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("tiny/podium.toml", read_file("tiny/podium.toml") + R"(
[stress]
draws = 0
sed = 3

[[stress.vary]]
what = "wieghts"

[[stress.vary]]
what = "weights"
at = ["indicator", "piller"]

[[stress.vary]]
what = "measurement"
except = ["pilar"]
law = "lognromal"

[[stress.vary]]
what = "step"
step = "normalize"
method = ["minmax"]

[[stress.vary]]
what = "step"
step = "normalise"
method = ["minmax", "zscroe"]
)");
  const Ran outcome = run_line("stress tiny");
  CHECK(outcome.status == 2);
  for (const char* const part :
       {"'seed'", "'weights'", "'pillar'", "'normalise'", "'zscore'", "'pilar'", "'lognormal'", "draws"}) {
    CAPTURE(part);
    CHECK(outcome.err.find(part) != std::string::npos);
  }
}
