// Values of the wrong type or missing in podium.toml, sources.toml and editions.toml.
#include "files/bad_input.hpp"

namespace podium {
namespace {

using testing::check_bad_inputs;

TEST_CASE("the section [index]") {
  check_bad_inputs({
      {"is missing",
       {{"podium.toml",
         "[index]\nid = \"small\"\ntitle = { en = \"Small index\", ko = \"작은 지수\" }\nperiods = [2023, "
         "2024]\nedition = \"latest\"\n",
         ""}},
       R"(podium.toml:1:1: error[missing-key]: found no section [index]; expected one)"},
      {"is a list",
       {{"podium.toml", "[index]", "[[index]]"}},
       R"(podium.toml:1:1: error[wrong-type]: found a list for 'index'; expected a section [index])"},
      {"has no id",
       {{"podium.toml", "id = \"small\"\n", ""}},
       R"(podium.toml:1:1: error[missing-key]: found no key 'id'; expected id = a text in quotes)"},
      {"has an id that would lead elsewhere",
       {{"podium.toml", "id = \"small\"", "id = \"../small\""}},
       R"(podium.toml:2:6: error[invalid-value]: found id '../small'; expected 1 to 64 letters a-z, digits, '_', '-' or '.', not beginning with '-' or '.')"},
      {"has a title in no known language",
       {{"podium.toml", "{ en = \"Small index\", ko = \"작은 지수\" }", "{ kr = \"작은 지수\" }"}},
       R"(podium.toml:3:11: error[unknown-key]: found key 'kr'; expected 'en' or 'ko'; did you mean 'ko'?)"},
      {"has a title without language",
       {{"podium.toml", "{ en = \"Small index\", ko = \"작은 지수\" }", "\"Small index\""}},
       R"(podium.toml:3:9: error[wrong-type]: found a text for 'title'; expected a table such as { en = "...", ko = "..." })"},
      {"columns count bytes, also behind Korean",
       {{"podium.toml", "{ en = \"Small index\", ko = \"작은 지수\" }", "{ ko = \"작은 지수\", kr = \"x\" }"}},
       R"(podium.toml:3:33: error[unknown-key]: found key 'kr'; expected 'en' or 'ko'; did you mean 'ko'?)"},
      {"has periods that go back",
       {{"podium.toml", "[2023, 2024]", "[2024, 2023]"}},
       R"(podium.toml:4:11: error[invalid-value]: found periods that are not two years in ascending order; expected the first and the last ranked year, such as [2021, 2024])"},
      {"has one period",
       {{"podium.toml", "[2023, 2024]", "2024"}},
       R"(podium.toml:4:11: error[wrong-type]: found a whole number for 'periods'; expected the first and the last ranked year, such as [2021, 2024])"},
      {"has a date and an edition",
       {{"podium.toml", "edition = \"latest\"", "edition = \"latest\"\nas_of = 2025-01-01"}},
       R"(podium.toml:6:1: error[duplicate-key]: found both 'edition' and 'as_of'; expected one of the two)"},
      {"has a date in quotes",
       {{"podium.toml", "edition = \"latest\"", "as_of = \"2025-01-01\""}},
       R"(podium.toml:5:9: error[wrong-type]: found a text for 'as_of'; expected a date such as 2025-04-08, without quotes)"},
      {"has a share beyond 1",
       {{"podium.toml", "edition = \"latest\"", "min_coverage = 50"}},
       R"(podium.toml:5:16: error[invalid-value]: found min_coverage 50; expected a share between 0 and 1)"},
      {"names a year of two editions",
       {{"podium.toml", "edition = \"latest\"", "edition = 2025"},
        {"editions.toml", "[report-2024]",
         "[other-2025]\npublisher = \"P\"\nreleased = 2025-01-01\ntitle = \"T\"\n\n[report-2024]"}},
       R"(podium.toml:5:11: error[unknown-edition]: found edition '2025', which could be any of 2; expected 'latest', 'other-2025' or 'report-2025')"},
  });
}

TEST_CASE("nodes, indicators and denominators") {
  check_bad_inputs({
      {"a section instead of a list of sections",
       {{"podium.toml", "[[denominator]]", "[denominator]"}},
       R"(podium.toml:40:2: error[wrong-type]: found a table for 'denominator'; expected sections [[denominator]])"},
      {"a node without id",
       {{"podium.toml", "id = \"economy\"\n", ""}},
       R"(podium.toml:7:1: error[missing-key]: found no key 'id'; expected id = a text in quotes)"},
      {"an indicator without direction and unit of measure",
       {{"podium.toml", "direction = 1\nunit_of_measure = \"USD\"\n", ""}},
       R"(podium.toml:13:1: error[missing-key]: found no key 'direction'; expected direction = a whole number
podium.toml:13:1: error[missing-key]: found no key 'unit_of_measure'; expected unit_of_measure = a text in quotes)"},
      {"a weight in quotes",
       {{"podium.toml", "weight = 3", "weight = \"3\""}},
       R"(podium.toml:26:10: error[wrong-type]: found a text for 'weight'; expected a number)"},
      {"a goalpost too many",
       {{"podium.toml", "[0, 50]", "[0, 25, 50]"}},
       R"(podium.toml:38:13: error[wrong-type]: found a list for 'goalposts'; expected two numbers such as [0, 100])"},
      {"a factor of zero",
       {{"podium.toml", "factor = 1000", "factor = 0"}},
       R"(podium.toml:21:10: error[invalid-value]: node investment: found factor 0; expected a finite number other than 0)"},
      {"an indicator's edition that is none",
       {{"podium.toml", "factor = 1000", "edition = \"report-2023\""}},
       R"(podium.toml:21:11: error[unknown-edition]: found edition 'report-2023'; expected 'report-2024' or 'report-2025'; did you mean 'report-2024'?)"},
      {"a key of a pillar at a pillar",
       {{"podium.toml", "weight = 2", "direction = 1"}},
       R"(podium.toml:10:1: error[unknown-key]: found key 'direction'; expected 'id', 'parent', 'weight', 'title' or 'description')"},
  });
}

TEST_CASE("steps") {
  check_bad_inputs({
      {"a step without op",
       {{"podium.toml", "op = \"impute\"\n", ""}},
       R"(podium.toml:47:1: error[missing-key]: found no key 'op'; expected op = 'screen', 'denominate', 'impute', 'treat', 'normalise', 'weight', 'aggregate' or 'rank')"},
      {"a step whose op is a number",
       {{"podium.toml", "op = \"impute\"", "op = 3"}},
       R"(podium.toml:48:6: error[wrong-type]: found a whole number for 'op'; expected 'screen', 'denominate', 'impute', 'treat', 'normalise', 'weight', 'aggregate' or 'rank')"},
      {"a step without method",
       {{"podium.toml", "method = \"minmax\"\n", ""}},
       R"(podium.toml:50:1: error[missing-key]: found no key 'method'; expected method = 'minmax', 'zscore', 'robust-zscore', 'scaled', 'distance-to-max', 'distance-to-reference', 'distance-to-target', 'fraction-of-max', 'percentile-rank', 'rank', 'borda', 'goalposts' and 2 more)"},
      {"a method that is a list",
       {{"podium.toml", "\"minmax\"", "[\"minmax\"]"}},
       R"(podium.toml:52:10: error[wrong-type]: found a list for 'method'; expected 'minmax', 'zscore', 'robust-zscore', 'scaled', 'distance-to-max', 'distance-to-reference', 'distance-to-target', 'fraction-of-max', 'percentile-rank', 'rank', 'borda', 'goalposts' and 2 more)"},
      {"a range of three",
       {{"podium.toml", "[1, 100]", "[0, 1, 100]"}},
       R"(podium.toml:53:9: error[wrong-type]: found a list for 'range'; expected two numbers such as [0, 100])"},
      {"a range that goes down",
       {{"podium.toml", "[1, 100]", "[100, 1]"}},
       R"(podium.toml:50:1: error[invalid-value]: step 3: found range [100, 1]; expected two finite numbers, the lower one first)"},
      {"a word that is a number",
       {{"podium.toml", "over = \"period\"", "over = 1"}},
       R"(podium.toml:54:8: error[wrong-type]: found a whole number for 'over'; expected 'period' or 'panel')"},
      {"a list that is a word",
       {{"podium.toml", "over = \"period\"", "only = \"risk\""}},
       R"(podium.toml:54:8: error[wrong-type]: found a text for 'only'; expected a list of texts such as ["a", "b"])"},
      {"a flag that is a word",
       {{"podium.toml", "\"minmax\"", "\"goalposts\"\nclip = \"yes\""}},
       R"(podium.toml:53:8: error[wrong-type]: found a text for 'clip'; expected true or false)"},
      {"a number that is a word",
       {{"podium.toml", "missing = \"reweight\"", "min_available = \"half\""}},
       R"(podium.toml:58:17: error[wrong-type]: found a text for 'min_available'; expected a number)"},
      {"a share of components beyond 1",
       {{"podium.toml", "missing = \"reweight\"", "min_available = 60"}},
       R"(podium.toml:55:1: error[invalid-value]: step 4: found min_available 60; expected a share between 0 and 1)"},
      {"an unknown method at one level",
       {{"podium.toml", "\"arithmetic\"", "[\"arithmetic\", \"geometrical\"]"}},
       R"(podium.toml:57:25: error[unknown-method]: found method 'geometrical'; expected 'arithmetic', 'geometric', 'harmonic', 'power', 'median', 'minimum', 'owa', 'mazziotta-pareto', 'copeland' or 'benefit-of-the-doubt'; did you mean 'geometric'?)"},
      {"an unknown method at one node",
       {{"podium.toml", "\"arithmetic\"", "{ default = \"arithmetic\", economy = \"mean\" }"}},
       R"(podium.toml:57:46: error[unknown-method]: found method 'mean'; expected 'arithmetic', 'geometric', 'harmonic', 'power', 'median', 'minimum', 'owa', 'mazziotta-pareto', 'copeland' or 'benefit-of-the-doubt'; did you mean 'median'?)"},
      {"a method at a node that is none",
       {{"podium.toml", "\"arithmetic\"", "{ default = \"arithmetic\", econmy = \"geometric\" }"}},
       R"(podium.toml:55:1: error[unknown-node]: step 4: found node 'econmy'; expected 'index' or 'economy'; did you mean 'economy'?)"},
      {"no method for any level",
       {{"podium.toml", "\"arithmetic\"", "[]"}},
       R"(podium.toml:57:10: error[wrong-type]: found a list for 'method'; expected 'arithmetic', 'geometric', 'harmonic', 'power', 'median', 'minimum', 'owa', 'mazziotta-pareto', 'copeland' or 'benefit-of-the-doubt')"},
      {"steps in another order",
       {{"podium.toml", "op = \"denominate\"", "op = \"rank\""}},
       R"(podium.toml:47:1: error[step-order]: step 2: found 'impute' after 'rank'; expected denominate, treat, normalise, weight, aggregate, rank in this order, and screen and impute before aggregate
podium.toml:50:1: error[step-order]: step 3: found 'normalise' after 'rank'; expected denominate, treat, normalise, weight, aggregate, rank in this order, and screen and impute before aggregate
podium.toml:55:1: error[step-order]: step 4: found 'aggregate' after 'rank'; expected denominate, treat, normalise, weight, aggregate, rank in this order, and screen and impute before aggregate)"},
      {"no aggregation",
       {{"podium.toml", "[[step]]\nop = \"aggregate\"\nmethod = \"arithmetic\"\nmissing = \"reweight\"\n", ""}},
       R"(podium.toml: error[step-order]: found 0 aggregate and 0 rank steps; expected one aggregate step and at most one rank step)"},
      {"goalposts that an indicator lacks",
       {{"podium.toml", "\"minmax\"", "\"goalposts\""}},
       R"(podium.toml:50:1: error[missing-goalposts]: step 3, node investment: found no goalposts; expected goalposts = [low, high] at the indicator
podium.toml:50:1: error[missing-goalposts]: step 3, node startups: found no goalposts; expected goalposts = [low, high] at the indicator)"},
  });
}

TEST_CASE("parameters in lists and tables of their own") {
  const std::string weigh = "[[step]]\nop = \"weight\"\nmethod = ";
  const auto before_aggregate = [](const std::string& text) {
    return testing::Change{"podium.toml", "[[step]]\nop = \"aggregate\"", text + "\n[[step]]\nop = \"aggregate\""};
  };
  const auto weight_step = [&](const char* name, const std::string& keys, const char* expected) {
    return testing::BadInput{name, {before_aggregate(weigh + keys)}, expected};
  };
  check_bad_inputs({
      {"a count below zero",
       {{"podium.toml", "op = \"impute\"\nmethod = \"median\"",
         "op = \"treat\"\nmethod = \"winsorise\"\nmax_points = -1"}},
       R"(podium.toml:50:14: error[invalid-value]: found max_points -1; expected a whole number, 0 or more)"},
      {"a count with decimals",
       {{"podium.toml", "op = \"impute\"\nmethod = \"median\"",
         "op = \"treat\"\nmethod = \"winsorise\"\nmax_points = 2.5"}},
       R"(podium.toml:50:14: error[wrong-type]: found a number for 'max_points'; expected a whole number)"},
      {"an unknown second method",
       {{"podium.toml", "op = \"impute\"\nmethod = \"median\"",
         "op = \"treat\"\nmethod = \"winsorise\"\nthen = \"logs\""}},
       R"(podium.toml:50:8: error[unknown-method]: found method 'logs'; expected 'winsorise', 'log', 'box-cox', 'fences' or 'none'; did you mean 'log'?)"},
      {"a list of numbers with a word in it",
       {{"podium.toml", "\"minmax\"\nrange = [1, 100]", "\"bands\"\ncuts = [1, \"2\"]"}},
       R"(podium.toml:53:8: error[wrong-type]: found a list for 'cuts'; expected a list of numbers such as [1, 2.5])"},
      weight_step(
          "weights that are a list", "\"given\"\nweights = [1, 2]",
          R"(podium.toml:58:11: error[wrong-type]: found a list for 'weights'; expected a table such as { node = 2, other = 1 })"),
      weight_step("a weight that is a word", "\"given\"\nweights = { investment = \"2\" }",
                  R"(podium.toml:58:26: error[wrong-type]: found a text for 'investment'; expected a number)"),
      weight_step(
          "comparisons that are a table", "\"ahp\"\ncomparisons = { investment = 3 }",
          R"(podium.toml:58:15: error[wrong-type]: found a table for 'comparisons'; expected a list such as [["preferred", "other", 3]])"),
      weight_step(
          "a comparison without its size", "\"ahp\"\ncomparisons = [[\"investment\", \"startups\"]]",
          R"(podium.toml:58:16: error[wrong-type]: found a list for 'comparisons'; expected a comparison such as ["preferred", "other", 3])"),
      weight_step(
          "an expert without points", "\"budget\"\nexperts = { kim = 3 }",
          R"(podium.toml:58:19: error[wrong-type]: found a whole number for 'kim'; expected a table such as { node = 2, other = 1 })"),
      {"a frame of one number",
       {{"podium.toml", "over = \"period\"", "over = \"period\"\nfrozen = { investment = 3 }"}},
       R"(podium.toml:55:25: error[wrong-type]: found a whole number for 'investment'; expected two numbers such as [0, 100])"},
  });
}

TEST_CASE("methods of nodes") {
  const auto exception = [](const char* name, const std::string& text, const char* expected) {
    return testing::BadInput{name, {{"podium.toml", "over = \"period\"", "over = \"period\"\n" + text}}, expected};
  };
  check_bad_inputs({
      exception("a method instead of sections", "for = \"zscore\"",
                R"(podium.toml:55:7: error[wrong-type]: found a text for 'for'; expected sections [step.for.NODE])"),
      exception("a node's method as a word", "for = { risk = \"zscore\" }",
                R"(podium.toml:55:16: error[wrong-type]: found a text for 'risk'; expected a section [step.for.risk])"),
      exception(
          "an unknown method", "[step.for.risk]\nmethod = \"zscores\"",
          R"(podium.toml:56:10: error[unknown-method]: found method 'zscores'; expected 'minmax', 'zscore', 'robust-zscore', 'scaled', 'distance-to-max', 'distance-to-reference', 'distance-to-target', 'fraction-of-max', 'percentile-rank', 'rank', 'borda', 'goalposts' and 2 more; did you mean 'zscore'?)"),
      exception("a parameter of another method", "[step.for.risk]\nmethod = \"zscore\"\nrange = [0, 1]",
                R"(podium.toml:57:1: error[unknown-key]: found key 'range'; expected 'method', 'mean' or 'sd')"),
      exception(
          "a misspelt parameter of the step's method", "[step.for.risk]\nrnage = [0, 1]",
          R"(podium.toml:56:1: error[unknown-key]: found key 'rnage'; expected 'method', 'range' or 'reversed'; did you mean 'range'?)"),
      exception(
          "a node that is none", "[step.for.rsik]\nrange = [0, 1]",
          R"(podium.toml:50:1: error[unknown-node]: step 3: found node 'rsik'; expected 'index', 'economy', 'investment', 'startups' or 'risk'; did you mean 'risk'?)"),
      {"two methods for one node",
       {{"podium.toml", "\"arithmetic\"", "{ default = \"arithmetic\", economy = \"geometric\" }"},
        {"podium.toml", "missing = \"reweight\"", "[step.for.economy]\nmethod = \"harmonic\""}},
       R"(podium.toml:58:11: error[duplicate-key]: found a second method for 'economy'; expected one, in 'method' or in a section [step.for.economy])"},
      {"parameters for a node where levels have methods",
       {{"podium.toml", "\"arithmetic\"", "[\"arithmetic\", \"power\"]"},
        {"podium.toml", "missing = \"reweight\"", "[step.for.economy]\npower = 3"}},
       R"(podium.toml:58:1: error[missing-key]: found no key 'method'; expected method = 'arithmetic', 'geometric', 'harmonic', 'power', 'median', 'minimum', 'owa', 'mazziotta-pareto', 'copeland' or 'benefit-of-the-doubt')"},
  });
}

TEST_CASE("weight sets and targets") {
  const auto set = [](const char* name, const std::string& text, const char* expected) {
    return testing::BadInput{
        name, {{"podium.toml", "[[step]]\nop = \"denominate\"", text + "\n[[step]]\nop = \"denominate\""}}, expected};
  };
  check_bad_inputs({
      set("weights without a name", "[[weights]]\nrisk = 2",
          R"(podium.toml:45:1: error[wrong-type]: found a list for 'weights'; expected sections [weights.NAME])"),
      set("a set that is a number", "[weights]\nflat = 1",
          R"(podium.toml:46:8: error[wrong-type]: found a whole number for 'flat'; expected a table such as { node = 2, other = 1 })"),
      set("a set for a node that is none", "[weights.flat]\nrisks = 1",
          R"(podium.toml:46:1: error[unknown-node]: found node 'risks'; expected 'economy', 'investment', 'startups' or 'risk'; did you mean 'risk'?)"),
      set("a weight for the index", "[weights.flat]\nindex = 1",
          R"(podium.toml:46:1: error[unknown-node]: found node 'index'; expected 'economy', 'investment', 'startups' or 'risk')"),
      set("a negative weight", "[weights.flat]\nrisk = -1",
          R"(podium.toml:46:8: error[negative-weight]: node risk: found weight -1; expected a weight of 0 or more)"),
      set("siblings without weight", "[weights.flat]\ninvestment = 0\nstartups = 0",
          R"(podium.toml:45:10: error[zero-weights]: node economy: found weight 0 for every component of 'economy'; expected a weight above 0 for at least one of them)"),
      set("a set that a step names and nobody defines",
          "[weights.flat]\nrisk = 1\n[[step]]\nop = \"weight\"\nmethod = \"set\"\nset = \"flt\"",
          R"(podium.toml:50:7: error[unknown-weight-set]: found weight set 'flt'; expected 'flat'; did you mean 'flat'?)"),
      {"a target that is a word",
       {{"podium.toml", "goalposts = [0, 50]", "target = \"50\""}},
       R"(podium.toml:38:10: error[wrong-type]: found a text for 'target'; expected a number, or two numbers such as [40, 60])"},
      {"a target whose ends are the wrong way round",
       {{"podium.toml", "goalposts = [0, 50]", "target = [60, 40]"}},
       R"(podium.toml:38:10: error[invalid-value]: found target [60, 40]; expected a number, or two numbers, the lower one first)"},
      {"a grouping that units.csv does not have",
       {{"podium.toml", "\"median\"", "\"group-mean\"\ngroup = \"regoin\""}},
       R"(podium.toml:47:1: error[unknown-group]: step 2: found group 'regoin'; expected 'region'; did you mean 'region'?)"},
  });
}

TEST_CASE("sources and editions") {
  check_bad_inputs({
      {"a source without title",
       {{"sources.toml", "title = \"Report\"\n", ""}},
       R"(sources.toml:1:1: error[missing-key]: found no key 'title'; expected title = a text in quotes)"},
      {"a source that is a text",
       {{"sources.toml", "[report]", "other = \"x\"\n[report]"}},
       R"(sources.toml:1:9: error[wrong-type]: found a text for 'other'; expected a section [source_id])"},
      {"an unknown key of a source",
       {{"sources.toml", "licence", "license"}},
       R"(sources.toml:6:1: error[unknown-key]: found key 'license'; expected 'title', 'publisher', 'published', 'url', 'licence' or 'note'; did you mean 'licence'?)"},
      {"a dotted id",
       {{"editions.toml", "[report-2024]", "[report.2024]"}},
       R"(editions.toml:1:1: error[missing-key]: found no key 'publisher'; expected publisher = a text in quotes
editions.toml:1:1: error[missing-key]: found no key 'released'; expected released = a date such as 2025-04-08, without quotes
editions.toml:1:1: error[missing-key]: found no key 'title'; expected title = a text in quotes
editions.toml:1:9: error[unknown-key]: found key '2024'; expected 'publisher', 'released', 'title' or 'note')"},
      {"an id with a space",
       {{"sources.toml", "licence = \"CC BY 4.0\"\n", "\n[\"my report\"]\ntitle = \"T\"\npublisher = \"P\"\n"}},
       R"(sources.toml:7:2: error[invalid-value]: found source 'my report'; expected 1 to 64 letters a-z, digits, '_', '-' or '.', not beginning with '-' or '.')"},
      {"a time where a date belongs",
       {{"editions.toml", "released = 2024-04-15", "released = 2024-04-15T10:00:00"}},
       R"(editions.toml:3:12: error[wrong-type]: found a time for 'released'; expected a date such as 2025-04-08, without quotes)"},
      {"a month beyond 12",
       {{"editions.toml", "released = 2024-04-15", "released = 2024-13-15"}},
       R"(editions.toml:3:19: error[syntax]: found TOML that cannot be read (Error while parsing date: expected month between 1 and 12 (inclusive), saw 13))"},
      {"a key given twice",
       {{"editions.toml", "title = \"Report 2024\"", "title = \"Report 2024\"\ntitle = \"Again\""}},
       R"(editions.toml:5:9: error[syntax]: found TOML that cannot be read (Error while parsing key-value pair: cannot redefine existing string 'title'))"},
  });
}

TEST_CASE("text that TOML allows and a page must not hold") {
  check_bad_inputs({
      {"a control character by its escape",
       {{"podium.toml", "\"Economy\"", "\"Eco\\u001bnomy\""}},
       R"(podium.toml:11:16: error[syntax]: found the control character 0x1b in a text; expected text without control characters)"},
      {"a key of many parts",
       {{"podium.toml", "factor = 1000", "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r = 1"}},
       R"(podium.toml:21:32: error[syntax]: found a key of more than 15 dots; expected a shorter key)"},
      {"lists in lists",
       {{"podium.toml", "factor = 1000", "factor = " + std::string(100, '[') + std::string(100, ']')}},
       R"(podium.toml:21:73: error[syntax]: found values nested more than 64 deep; expected flatter values)"},
      {"a deeper nest than the parser goes",
       {{"podium.toml", "factor = 1000", "factor = " + std::string(5000, '[')}},
       R"(podium.toml:21:266: error[syntax]: found TOML that cannot be read (Error while parsing value: exceeded maximum nested value depth of 256 (TOML_MAX_NESTED_VALUES)))"},
  });
}

}  // namespace
}  // namespace podium
