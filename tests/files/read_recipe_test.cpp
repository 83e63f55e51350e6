#include "podium/files/read_recipe.hpp"

#include <doctest/doctest.h>

#include "podium/files/definition.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

Recipe recipe_of(const std::string& steps) {
  Problems problems;
  const TomlTable document = testing::must(parse_toml(steps, "t.toml"));
  const std::optional<Recipe> recipe = read_recipe(std::get<TomlArray>(document.front().value.data), problems);
  REQUIRE_MESSAGE(recipe.has_value(), testing::text_of(std::move(problems).sorted()));
  return *recipe;
}

template <class Wanted>
Wanted step_of(const std::string& keys) {
  const Recipe recipe = recipe_of("[[step]]\n" + keys);
  REQUIRE(recipe.steps.size() == 1);
  REQUIRE(std::holds_alternative<Wanted>(recipe.steps.front()));
  return std::get<Wanted>(recipe.steps.front());
}

/// Every method of a family is found by the name that it gives itself.
template <class WantedStep, class Methods>
void check_methods() {
  Alternatives<Methods>::for_each([]<class Method>() {
    CAPTURE(std::string(Method::doc.name));
    const std::string keys =
        "op = \"" + std::string(WantedStep::doc.name) + "\"\nmethod = \"" + std::string(Method::doc.name) + "\"\n";
    const auto step = step_of<WantedStep>(keys);
    if constexpr (std::is_same_v<WantedStep, Aggregate>) {
      CHECK(std::holds_alternative<Method>(step.method.otherwise));
    } else {
      CHECK(std::holds_alternative<Method>(step.method));
    }
  });
}

TEST_CASE("every step and every method is known by its own name") {
  Alternatives<Step>::for_each([]<class Described>() {
    if constexpr (!HasMethods<Described>) step_of<Described>("op = \"" + std::string(Described::doc.name) + "\"\n");
  });
  check_methods<Impute, ImputeMethod>();
  check_methods<Normalise, NormaliseMethod>();
  check_methods<Aggregate, AggregateMethod>();
}

TEST_CASE("parameters of each type, of the step and of its method") {
  const auto screen =
      step_of<Screen>("op = \"screen\"\nmin_available = 0.6\nmin_nonzero = 1\nforce_in = [\"KOR\", \"USA\"]\n");
  CHECK(screen.min_available == 0.6);
  CHECK(screen.min_nonzero == 1);
  CHECK(screen.force_in == std::vector<std::string>{"KOR", "USA"});
  CHECK(screen.force_out.empty());
  const auto normalise = step_of<Normalise>(
      "op = \"normalise\"\nmethod = \"goalposts\"\nrange = [1, 7.5]\nclip = false\nover = \"panel\"\nonly = "
      "[\"risk\"]\n");
  CHECK(std::get<Goalposts>(normalise.method).range == Bounds{1, 7.5});
  CHECK(!std::get<Goalposts>(normalise.method).clip);
  CHECK(normalise.over == Over::Panel);
  CHECK(normalise.only == std::vector<std::string>{"risk"});
  const auto ranks = step_of<Normalise>("op = \"normalise\"\nmethod = \"rank\"\nties = \"average\"\n");
  CHECK(std::get<RankScore>(ranks.method).ties == Ties::Average);
  const auto scores = step_of<Normalise>("op = \"normalise\"\nmethod = \"zscore\"\nmean = 50\nsd = 10\n");
  CHECK(std::get<ZScore>(scores.method).mean == 50);
  CHECK(step_of<RankStep>("op = \"rank\"\nties = \"largest\"\n").ties == Ties::Largest);
}

TEST_CASE("aggregation by one method, by level, by node") {
  const auto plan = [](const std::string& method) {
    return step_of<Aggregate>("op = \"aggregate\"\nmethod = " + method + "\n").method;
  };
  CHECK(std::holds_alternative<Geometric>(plan("\"geometric\"").otherwise));
  const AggregatePlan by_level = plan("[\"arithmetic\", \"geometric\"]");
  REQUIRE(by_level.by_level.size() == 2);
  CHECK(std::holds_alternative<Arithmetic>(by_level.by_level[0]));
  CHECK(std::holds_alternative<Geometric>(by_level.by_level[1]));
  const AggregatePlan by_node = plan("{ default = \"geometric\", index = \"arithmetic\" }");
  CHECK(std::holds_alternative<Geometric>(by_node.otherwise));
  REQUIRE(by_node.by_node.size() == 1);
  CHECK(by_node.by_node[0].first == "index");
  CHECK(std::holds_alternative<Arithmetic>(by_node.by_node[0].second));
}

TEST_CASE("keys that are left out keep their default") {
  const auto normalise = step_of<Normalise>("op = \"normalise\"\nmethod = \"minmax\"\n");
  CHECK(std::get<MinMax>(normalise.method).range == MinMax{}.range);
  CHECK(normalise.over == Normalise{}.over);
}

}  // namespace
}  // namespace podium
