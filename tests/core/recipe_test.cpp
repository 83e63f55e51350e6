#include "podium/core/recipe.hpp"

#include <doctest/doctest.h>

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

Hierarchy example() {
  return hierarchy_of({root(), pillar("money"), with_goalposts(indicator("deals", "money"), 0, 10),
                       with_denominator(indicator("funds", "money"), "gdp"), with_direction(indicator("debt"), -1)},
                      {"gdp"});
}

TEST_CASE("recipes that fit") {
  const struct {
    std::string name;
    std::vector<Step> steps;
  } cases[] = {
      {"the least", {Normalise{}, Aggregate{}}},
      {"every step", {Screen{}, Denominate{}, Impute{}, Treat{}, Normalise{}, WeightStep{}, Aggregate{}, RankStep{}}},
      {"imputation before and after treatment", {Impute{}, Treat{}, Impute{}, Normalise{}, Aggregate{}}},
      {"screening after weighing", {Normalise{}, WeightStep{}, Screen{}, Impute{}, Aggregate{}}},
      {"treatments of different indicators, and of the same",
       {Treat{.only = {"deals"}}, Treat{.method = LogTreatment{}, .except = {"deals"}}, Treat{}, Normalise{},
        Aggregate{}}},
      {"weights of different nodes", {Normalise{}, WeightStep{.at = {"money"}}, WeightStep{}, Aggregate{}}},
      {"imputation after normalisation", {Normalise{}, Impute{}, Aggregate{}}},
      {"imputation before, between and after normalisations",
       {Impute{}, Normalise{.only = {"debt"}}, Impute{}, Normalise{.only = {"money"}}, Impute{}, Aggregate{}}},
      {"screening and imputing anywhere before aggregation",
       {Impute{}, Screen{}, Denominate{}, Impute{}, Normalise{}, Screen{}, Aggregate{}}},
      {"several of a kind",
       {Screen{}, Screen{}, Impute{.only = {"debt"}}, Impute{.method = ImputeMean{}}, Normalise{}, Aggregate{}}},
      {"normalisations that divide the indicators among them",
       {Normalise{.method = Goalposts{}, .only = {"deals"}}, Normalise{.only = {"funds", "debt"}}, Aggregate{}}},
      {"an indicator that is not normalised, if more of it is better", {Normalise{.only = {"debt"}}, Aggregate{}}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_of(check(Recipe{c.steps}, example(), {})) == "");
  }
}

TEST_CASE("the problems of a recipe") {
  constexpr const char* kOrder =
      "; expected denominate, treat, normalise, weight, aggregate, rank in this order, and screen and impute before "
      "aggregate";
  const struct {
    std::string name;
    std::vector<Step> steps;
    std::string expected;
  } cases[] = {
      {"dividing an indicator twice",
       {Denominate{}, Denominate{.only = {"money"}}, Normalise{}, Aggregate{}},
       "error[step-order]: step 2, node funds: found an indicator that step 1 already divides; expected one denominate "
       "step "
       "for each indicator; divide them with `only`"},
      {"more methods by level than levels",
       {Normalise{}, Aggregate{.method = {.by_level = {Arithmetic{}, Arithmetic{}, Geometric{}}}}},
       "error[invalid-value]: step 2: found 3 methods by level; expected at most 2, from the indicators' parents to "
       "the index"},
      {"denominating after normalisation",
       {Normalise{}, Denominate{}, Aggregate{}},
       std::string("error[step-order]: step 2: found 'denominate' after 'normalise'") + kOrder},
      {"denominating after normalisation, with another step between",
       {Normalise{}, Impute{}, Denominate{}, Aggregate{}},
       std::string("error[step-order]: step 3: found 'denominate' after 'normalise'") + kOrder},
      {"treatment after normalisation",
       {Normalise{}, Treat{}, Aggregate{}},
       std::string("error[step-order]: step 2: found 'treat' after 'normalise'") + kOrder},
      {"denominating after treatment",
       {Treat{}, Denominate{}, Normalise{}, Aggregate{}},
       std::string("error[step-order]: step 2: found 'denominate' after 'treat'") + kOrder},
      {"treatment after normalisation, with another step between",
       {Normalise{}, Impute{}, Treat{}, Aggregate{}},
       std::string("error[step-order]: step 3: found 'treat' after 'normalise'") + kOrder},
      {"normalisation after weighing, which reads normalised scores",
       {WeightStep{}, Normalise{}, Aggregate{}},
       std::string("error[step-order]: step 2: found 'normalise' after 'weight'") + kOrder},
      {"treatment after weighing",
       {Normalise{}, WeightStep{}, Treat{}, Aggregate{}},
       std::string("error[step-order]: step 3: found 'treat' after 'weight'") + kOrder},
      {"weighing after aggregation",
       {Normalise{}, Aggregate{}, WeightStep{}},
       std::string("error[step-order]: step 3: found 'weight' after 'aggregate'") + kOrder},
      {"imputation after aggregation",
       {Normalise{}, Aggregate{}, Impute{}},
       std::string("error[step-order]: step 3: found 'impute' after 'aggregate'") + kOrder},
      {"screening after ranks",
       {Impute{}, Normalise{}, Aggregate{}, RankStep{}, Screen{}},
       std::string("error[step-order]: step 5: found 'screen' after 'rank'") + kOrder},
      {"every step that stands too late",
       {Aggregate{}, Denominate{}, Normalise{}, Impute{}},
       std::string("error[step-order]: step 2: found 'denominate' after 'aggregate'") + kOrder +
           "\nerror[step-order]: step 3: found 'normalise' after 'aggregate'" + kOrder +
           "\nerror[step-order]: step 4: found 'impute' after 'aggregate'" + kOrder},
      {"aggregation after ranks",
       {Normalise{}, RankStep{}, Aggregate{}},
       std::string("error[step-order]: step 3: found 'aggregate' after 'rank'") + kOrder},
      {"no aggregation",
       {Normalise{}},
       "error[step-order]: found 0 aggregate and 0 rank steps; expected one aggregate step and at most one rank step"},
      {"two aggregations",
       {Normalise{}, Aggregate{}, Aggregate{}},
       "error[step-order]: found 2 aggregate and 0 rank steps; expected one aggregate step and at most one rank step"},
      {"two rank steps",
       {Normalise{}, Aggregate{}, RankStep{}, RankStep{}},
       "error[step-order]: found 1 aggregate and 2 rank steps; expected one aggregate step and at most one rank step"},
      {"an indicator normalised twice",
       {Normalise{.only = {"debt"}}, Normalise{}, Aggregate{}},
       "error[step-order]: step 2, node debt: found an indicator that step 1 already normalises; expected one "
       "normalise step for each "
       "indicator; divide them with `only`"},
      {"goalposts that an indicator lacks",
       {Normalise{.method = Goalposts{}}, Aggregate{}},
       "error[missing-goalposts]: step 1, node funds: found no goalposts; expected goalposts = [low, high] at the "
       "indicator\n"
       "error[missing-goalposts]: step 1, node debt: found no goalposts; expected goalposts = [low, high] at the "
       "indicator"},
      {"less is better, and nothing turns it round",
       {Normalise{.only = {"money"}}, Aggregate{}},
       "error[direction-without-normalise]: node debt: found direction -1 without a normalise step; expected a "
       "normalise step that covers "
       "the indicator"},
      {"a node that is not there",
       {Normalise{}, Impute{.only = {"mony"}}, Aggregate{}},
       "error[unknown-node]: step 2: found node 'mony'; expected 'index', 'money', 'deals', 'funds' or 'debt'; did you "
       "mean 'money'?"},
      {"a denominator is no node",
       {Denominate{.only = {"gdp"}}, Normalise{}, Aggregate{}},
       "error[unknown-node]: step 1: found node 'gdp'; expected 'index', 'money', 'deals', 'funds' or 'debt'"},
      {"a method for a node that is not there",
       {Normalise{}, Aggregate{.method = {.otherwise = {}, .by_node = {{"monney", Geometric{}}}}}},
       "error[unknown-node]: step 2: found node 'monney'; expected 'index' or 'money'; did you mean 'money'?"},
      {"a method for an indicator",
       {Normalise{}, Aggregate{.method = {.otherwise = {}, .by_node = {{"debt", Geometric{}}}}}},
       "error[unknown-node]: step 2: found node 'debt'; expected 'index' or 'money'"},
      {"a unit that is not there",
       {Screen{.force_in = {"KRO"}, .force_out = {"XXX"}}, Normalise{}, Aggregate{}},
       "error[unknown-unit]: step 1: found unit 'KRO'; expected 'JPN' or 'KOR'; did you mean 'KOR'?\n"
       "error[unknown-unit]: step 1: found unit 'XXX'; expected 'JPN' or 'KOR'"},
      {"a step's own parameters",
       {Screen{.min_available = 2}, Normalise{}, Aggregate{.min_available = 2}},
       "error[invalid-value]: step 1: found a share outside 0 to 1; expected min_available and min_nonzero between 0 "
       "and 1\n"
       "error[invalid-value]: step 3: found min_available 2; expected a share between 0 and 1"},
      {"a method's parameters",
       {Normalise{.method = MinMax{{1, 1}}}, Aggregate{}},
       "error[invalid-value]: step 1: found range [1, 1]; expected two finite numbers, the lower one first"},
      {"nothing at all",
       {},
       "error[step-order]: found 0 aggregate and 0 rank steps; expected one aggregate step and at most one rank step\n"
       "error[direction-without-normalise]: node debt: found direction -1 without a normalise step; expected a "
       "normalise step that covers "
       "the indicator"},
  };
  const std::vector<std::string> units = {"JPN", "KOR"};
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_of(check(Recipe{c.steps}, example(), {.units = units})) == c.expected);
  }
}

TEST_CASE("a recipe has at most as many steps as a cell's history can number") {
  std::vector<Step> steps(CellHistory::kMostSteps - 2, Step(Impute{}));
  steps.insert(steps.end(), {Normalise{}, Aggregate{}});
  CHECK(problems_of(check(Recipe{steps}, example(), {})) == "");
  steps.insert(steps.begin(), Step(Impute{}));
  CHECK(problems_of(check(Recipe{steps}, example(), {})) == "error[too-large]: found 32 steps; expected at most 31");
}

TEST_CASE("ties follow the rank step, and share the smallest rank without one") {
  CHECK(checked({Normalise{}, Aggregate{}}, example()).ties() == Ties::Smallest);
  CHECK(checked({Normalise{}, Aggregate{}, RankStep{.ties = Ties::Largest}}, example()).ties() == Ties::Largest);
}

TEST_CASE("titles of steps name the step and its one method") {
  const struct {
    Step step;
    std::string expected;
  } cases[] = {
      {Screen{}, "screen"},
      {Impute{.method = ImputeMean{}}, "impute mean"},
      {Treat{}, "treat winsorise"},
      {Treat{.then = LogTreatment{}}, "treat winsorise, then log"},
      {Normalise{.method = Goalposts{}}, "normalise goalposts"},
      {WeightStep{.method = PcaWeights{}}, "weight pca"},
      {Aggregate{.method = {.otherwise = Geometric{}}}, "aggregate geometric"},
      {Aggregate{.method = {.by_level = {Geometric{}, Arithmetic{}}}}, "aggregate"},
      {RankStep{}, "rank"},
  };
  for (const auto& c : cases) CHECK(title_of(c.step) == c.expected);
}

/// Every word that a recipe may use has a description; it is what help and documentation are made of.
struct HasDocumentation {
  template <class Described>
  void operator()() const {
    CAPTURE(Described::doc.name);
    CHECK_FALSE(Described::doc.name.empty());
    CHECK(Described::doc.summary.ends_with('.'));
    CHECK_FALSE(Described::doc.formula.empty());
    CHECK(Described::doc.edge_cases.ends_with('.'));
    CHECK_FALSE(Described::doc.source.empty());
    for_each_parameter<Described>([](const auto& each) {
      CHECK_FALSE(each.name.empty());
      CHECK_FALSE(each.meaning.empty());
    });
  }
};

TEST_CASE("every step and method describes itself") {
  Alternatives<Step>::for_each(HasDocumentation{});
  Alternatives<ImputeMethod>::for_each(HasDocumentation{});
  Alternatives<TreatMethod>::for_each(HasDocumentation{});
  Alternatives<NormaliseMethod>::for_each(HasDocumentation{});
  Alternatives<WeightMethod>::for_each(HasDocumentation{});
  Alternatives<AggregateMethod>::for_each(HasDocumentation{});
}

}  // namespace
}  // namespace podium
