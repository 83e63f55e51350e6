#include "podium/files/scenario_file.hpp"

#include <doctest/doctest.h>

#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::DirectoryOnDisk;
using testing::must;
using testing::problems_of;
using testing::small_index;

/// A scenario beside the small index.
Result<ScenarioFile> scenario(const std::string& text) {
  testing::FileTexts files = small_index();
  files["scenario.toml"] = text;
  const DirectoryOnDisk disk(files);
  const ReadIndex read = must(read_index(disk.path()));
  return read_scenario_file(disk.path() / "scenario.toml", read.index);
}

TEST_CASE("a scenario is read with all that it states") {
  const ScenarioFile file = must(scenario(R"(title = { en = "A fund", ko = "기금" }
period = 2024
weight_set = "other"

[[change]]
unit = "KOR"
indicator = "startups"
add = 12.5
why = "announced"

[[change]]
unit = "CHN"
indicator = "population"
period = 2023
scale = 2

[[elasticity]]
cause = "startups"
effect = "investment"
exponent = 0.25
why = "assumed"

[weights]
economy = 3

[[step]]
op = "normalise"
method = "minmax"

[[step]]
op = "aggregate"
method = "geometric"
)"));
  CHECK(file.title == Text{"A fund", "기금"});
  CHECK(file.period == Period::year(2024));
  CHECK(file.weight_set == "other");
  REQUIRE(file.changes.size() == 2);
  CHECK(file.changes[0].kind == FigureChange::Kind::Add);
  CHECK(file.changes[0].amount == 12.5);
  CHECK(file.changes[0].unit == Unit{1});
  CHECK(file.changes[0].why == "announced");
  CHECK_FALSE(file.changes[0].period);
  CHECK(file.changes[0].place.line == 5);
  CHECK(file.changes[1].kind == FigureChange::Kind::Scale);
  CHECK(file.changes[1].period == Period::year(2023));
  REQUIRE(file.assumptions.size() == 1);
  CHECK(file.assumptions[0].elasticity.exponent == 0.25);
  CHECK(file.weights == NodeValues{{"economy", 3}});
  REQUIRE(file.recipe);
  CHECK(file.recipe->recipe.steps.size() == 2);
}

TEST_CASE("all that is wrong with a scenario is said at once, with its place and the nearest word") {
  const std::string problems = problems_of(scenario(R"(titel = "A fund"
period = "soon"

[[change]]
unit = "KOS"
indicator = "startup"
set = 1
add = 2

[[change]]
unit = "KOR"
indicator = "startups"
scale = "twice"

[[change]]
indicator = "economy"

[[elasticity]]
cause = "startups"
effect = "risks"

[weights]
econmy = 2
)"));
  for (const char* part : {"scenario.toml:1:1: error[unknown-key]: found key 'titel'",
                           "scenario.toml:2:10: ", "scenario.toml:5:8: ", "'KOR'", "scenario.toml:6:13: ", "'startups'",
                           "several amounts", "scenario.toml:13:9: ", "a number", "a change without an amount",
                           "scenario.toml:16:13: ", "'risk'", "exponent", "'economy'"}) {
    CAPTURE(problems);
    CAPTURE(part);
    CHECK(problems.find(part) != std::string::npos);
  }
}

TEST_CASE("a scenario that changes nothing is refused, and so is a file that is not there") {
  CHECK(problems_of(scenario("period = 2024\n")).find("nothing that changes") != std::string::npos);
  const DirectoryOnDisk disk(small_index());
  const ReadIndex read = must(read_index(disk.path()));
  CHECK(problems_of(read_scenario_file(disk.path() / "none.toml", read.index)).find("none.toml") != std::string::npos);
  CHECK(problems_of(scenario("[[change")).find("scenario.toml:1:") != std::string::npos);
}

}  // namespace
}  // namespace podium
