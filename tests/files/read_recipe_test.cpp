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
    const auto step = step_of<WantedStep>("op = \"" + std::string(WantedStep::doc.name) + "\"\nmethod = \"" +
                                          std::string(Method::doc.name) + "\"\n");
    if constexpr (requires { step.method.otherwise; }) {
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
  check_methods<Treat, TreatMethod>();
  check_methods<Normalise, NormaliseMethod>();
  check_methods<WeightStep, WeightMethod>();
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
  CHECK(std::get<Goalposts>(normalise.method.otherwise).range == Bounds{1, 7.5});
  CHECK(!std::get<Goalposts>(normalise.method.otherwise).clip);
  CHECK(normalise.over == Over::Panel);
  CHECK(normalise.only == std::vector<std::string>{"risk"});
  const auto ranks = step_of<Normalise>("op = \"normalise\"\nmethod = \"rank\"\nties = \"average\"\n");
  CHECK(std::get<RankScore>(ranks.method.otherwise).ties == Ties::Average);
  const auto scores = step_of<Normalise>("op = \"normalise\"\nmethod = \"zscore\"\nmean = 50\nsd = 10\n");
  CHECK(std::get<ZScore>(scores.method.otherwise).mean == 50);
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

TEST_CASE("whole numbers, lists of numbers, tables of nodes, comparisons and budgets") {
  const auto treat = step_of<Treat>("op = \"treat\"\nmethod = \"winsorise\"\nmax_points = 7\n");
  CHECK(std::get<Winsorise>(treat.method).max_points == 7);
  const auto bands =
      step_of<Normalise>("op = \"normalise\"\nmethod = \"bands\"\ncuts = [1, 2.5]\nscores = [0, 50, 100]\n");
  CHECK(std::get<Bands>(bands.method.otherwise).cuts == std::vector<double>{1, 2.5});
  CHECK(std::get<Bands>(bands.method.otherwise).scores == std::vector<double>{0, 50, 100});
  const auto frozen = step_of<Normalise>(
      "op = \"normalise\"\nmethod = \"minmax\"\nstretch = [1, 100]\n[step.frozen]\na = [0, 8.5]\nb = [-3, -1]\n");
  CHECK(frozen.frozen == NodeFrames{{"a", {0, 8.5}}, {"b", {-3, -1}}});
  CHECK(frozen.stretch == Bounds{1, 100});
  const auto given = step_of<WeightStep>("op = \"weight\"\nmethod = \"given\"\nweights = { a = 2, b = 0.5 }\n");
  CHECK(std::get<GivenWeights>(given.method).weights == NodeValues{{"a", 2}, {"b", 0.5}});
  const auto ahp = step_of<WeightStep>(
      "op = \"weight\"\nmethod = \"ahp\"\ncomparisons = [[\"a\", \"b\", 3], [\"b\", \"c\", 0.5]]\n");
  CHECK(std::get<AhpWeights>(ahp.method).comparisons == std::vector<Comparison>{{"a", "b", 3}, {"b", "c", 0.5}});
  const auto budget = step_of<WeightStep>(
      "op = \"weight\"\nmethod = \"budget\"\n[step.experts]\nkim = { a = 60, b = 40 }\nlee = { a = 1 }\n");
  CHECK(std::get<BudgetWeights>(budget.method).experts ==
        std::vector<ExpertBudget>{{"kim", {{"a", 60}, {"b", 40}}}, {"lee", {{"a", 1}}}});
}

TEST_CASE("parameters without a value may be given one") {
  const auto without = step_of<Normalise>("op = \"normalise\"\nmethod = \"minmax\"\n");
  CHECK(!without.stretch);
  CHECK(!without.base);
  const auto with = step_of<Normalise>("op = \"normalise\"\nmethod = \"minmax\"\nbase = \"2020\"\n");
  CHECK(with.base == "2020");
  const auto lambda = step_of<Treat>("op = \"treat\"\nmethod = \"box-cox\"\nlambda = 0\n");
  CHECK(std::get<BoxCox>(lambda.method).lambda == 0.0);
  const auto age = step_of<Impute>("op = \"impute\"\nmethod = \"last-observation\"\nmax_age = 3\n");
  CHECK(std::get<ImputeLastObservation>(age.method).max_age == std::size_t{3});
}

TEST_CASE("a second method follows the first, the parameters of both in one table") {
  const auto treat = step_of<Treat>(
      "op = \"treat\"\nmethod = \"winsorise\"\nthen = \"log\"\nmax_points = 3\nform = \"gii\"\nskewness = 1.5\n");
  CHECK(std::get<Winsorise>(treat.method).max_points == 3);
  REQUIRE(treat.then);
  CHECK(std::get<LogTreatment>(*treat.then).form == LogForm::Gii);
  CHECK(treat.skewness == 1.5);
}

TEST_CASE("nodes have other methods, or the step's with other parameters") {
  const auto normalise = step_of<Normalise>(
      "op = \"normalise\"\nmethod = \"minmax\"\nrange = [1, 100]\n"
      "[step.for.LPI]\nmethod = \"zscore\"\nmean = 10\nsd = 2\n"
      "[step.for.CO2]\nrange = [0, 1]\n"
      "[step.for.Stands]\nmethod = \"minmax\"\n"
      "[step.for.Same]\n");
  const auto method_of = [&](const std::string& node) {
    for (const auto& [id, method] : normalise.method.by_node) {
      if (id == node) return method;
    }
    FAIL("no exception for " << node);
    return normalise.method.otherwise;
  };
  REQUIRE(normalise.method.by_node.size() == 4);
  CHECK(std::get<MinMax>(normalise.method.otherwise).range == Bounds{1, 100});
  CHECK(std::get<ZScore>(method_of("LPI")).mean == 10);
  CHECK(std::get<ZScore>(method_of("LPI")).sd == 2);
  CHECK(std::get<MinMax>(method_of("CO2")).range == Bounds{0, 1});
  // A method that is named starts from its own defaults, one that is not from the step's parameters.
  CHECK(std::get<MinMax>(method_of("Stands")).range == MinMax{}.range);
  CHECK(std::get<MinMax>(method_of("Same")).range == Bounds{1, 100});

  const auto aggregate = step_of<Aggregate>(
      "op = \"aggregate\"\nmethod = \"power\"\npower = 2\n[step.for.a]\npower = 0.5\n[step.for.b]\nmethod = "
      "\"geometric\"\n");
  REQUIRE(aggregate.method.by_node.size() == 2);
  CHECK(std::get<PowerMean>(aggregate.method.by_node[0].second).power == 0.5);
  CHECK(std::holds_alternative<Geometric>(aggregate.method.by_node[1].second));
}

TEST_CASE("keys that are left out keep their default") {
  const auto normalise = step_of<Normalise>("op = \"normalise\"\nmethod = \"minmax\"\n");
  CHECK(std::get<MinMax>(normalise.method.otherwise).range == MinMax{}.range);
  CHECK(normalise.over == Normalise{}.over);
}

}  // namespace
}  // namespace podium
