// What people get wrong in an index, and the exact words in which they are told.
#include "files/bad_input.hpp"

namespace podium {
namespace {

using testing::BadInput;
using testing::check_bad_inputs;

TEST_CASE("the small index is sound") {
  const testing::DirectoryOnDisk directory(testing::small_index());
  CHECK(testing::messages_of(directory.path()).empty());
}

TEST_CASE("words that nobody knows are named with the nearest right one") {
  check_bad_inputs({
      {"an unknown key",
       {{"podium.toml", "weight = 3", "wieght = 3"}},
       R"(podium.toml:26:1: error[unknown-key]: found key 'wieght'; expected 'id', 'parent', 'weight', 'direction', 'unit_of_measure', 'title', 'description', 'goalposts', 'target', 'denominator', 'factor' or 'edition'; did you mean 'weight'?)"},
      {"an unknown section",
       {{"podium.toml", "[[denominator]]", "[[denominators]]"}},
       R"(podium.toml:40:3: error[unknown-key]: found key 'denominators'; expected 'index', 'node', 'indicator', 'denominator', 'weights', 'table', 'step', 'stress' or 'goal'; did you mean 'denominator'?)"},
      {"an unknown operation",
       {{"podium.toml", "op = \"impute\"", "op = \"imput\""}},
       R"(podium.toml:48:6: error[unknown-operation]: found op 'imput'; expected 'screen', 'denominate', 'impute', 'treat', 'normalise', 'weight', 'aggregate' or 'rank'; did you mean 'impute'?)"},
      {"an unknown method",
       {{"podium.toml", "\"minmax\"", "\"min-max\""}},
       R"(podium.toml:52:10: error[unknown-method]: found method 'min-max'; expected 'minmax', 'zscore', 'robust-zscore', 'scaled', 'distance-to-max', 'distance-to-reference', 'distance-to-target', 'fraction-of-max', 'percentile-rank', 'rank', 'borda', 'goalposts' and 2 more; did you mean 'minmax'?)"},
      {"an unknown key of a step with that method",
       {{"podium.toml", "range = [1, 100]", "clip = true"}},
       R"(podium.toml:53:1: error[unknown-key]: found key 'clip'; expected 'op', 'method', 'range', 'reversed', 'for', 'over', 'base', 'stretch', 'frozen', 'only' or 'except')"},
      {"an unknown word for a parameter",
       {{"podium.toml", "over = \"period\"", "over = \"periods\""}},
       R"(podium.toml:54:8: error[invalid-value]: found over 'periods'; expected 'period' or 'panel'; did you mean 'period'?)"},
      {"an unknown unit",
       {{"observations/economy.csv", "KOR,investment,2023", "KRO,investment,2023"}},
       R"(observations/economy.csv:3:1: error[unknown-unit]: found unit 'KRO'; expected 'CHN', 'KOR' or 'USA'; did you mean 'KOR'?)"},
      {"an unknown indicator",
       {{"observations/economy.csv", "KOR,investment,2023", "KOR,investmnet,2023"}},
       R"(observations/economy.csv:3:5: error[unknown-indicator]: found indicator 'investmnet'; expected 'investment', 'startups', 'risk' or 'population'; did you mean 'investment'?)"},
      {"a node where an indicator belongs",
       {{"observations/economy.csv", "KOR,investment,2023", "KOR,economy,2023"}},
       R"(observations/economy.csv:3:5: error[unknown-indicator]: found indicator 'economy'; expected 'investment', 'startups', 'risk' or 'population')"},
      {"an unknown edition",
       {{"observations/economy.csv", "2023,report-2025,1.39", "2023,report-2026,1.39"}},
       R"(observations/economy.csv:3:21: error[unknown-edition]: found edition 'report-2026'; expected 'report-2024' or 'report-2025'; did you mean 'report-2024'?)"},
      {"an unknown source",
       {{"observations/economy.csv", "1.39,A,report", "1.39,A,reprot"}},
       R"(observations/economy.csv:3:40: error[unknown-source]: found source 'reprot'; expected 'report'; did you mean 'report'?)"},
      {"a period that is none",
       {{"observations/economy.csv", "KOR,investment,2023", "KOR,investment,20x3"}},
       R"(observations/economy.csv:3:16: error[invalid-value]: found period '20x3'; expected a year such as 2024, a quarter such as 2024-Q3 or a month such as 2024-09)"},
      {"a status that is none",
       {{"observations/economy.csv", "1.39,A,report", "1.39,a,report"}},
       R"(observations/economy.csv:3:38: error[invalid-value]: found status 'a'; expected 'A', 'B', 'E', 'I', 'M' or 'P'; did you mean 'A'?)"},
      {"an unknown parent",
       {{"podium.toml", "parent = \"economy\"", "parent = \"econmy\""}},
       R"(podium.toml:15:10: error[hierarchy-orphan]: node investment: found parent 'econmy'; expected 'index' or 'economy'; did you mean 'economy'?)"},
      {"an unknown denominator",
       {{"podium.toml", "denominator = \"population\"", "denominator = \"populaton\""}},
       R"(podium.toml:20:15: error[unknown-node]: node investment: found denominator 'populaton'; expected 'population'; did you mean 'population'?)"},
      {"an unknown edition of the index",
       {{"podium.toml", "edition = \"latest\"", "edition = \"latset\""}},
       R"(podium.toml:5:11: error[unknown-edition]: found edition 'latset'; expected 'latest', 'report-2024' or 'report-2025'; did you mean 'latest'?)"},
      {"a unit to force in that is none",
       {{"podium.toml", "[[step]]\nop = \"denominate\"",
         "[[step]]\nop = \"screen\"\nforce_in = [\"KRO\"]\n[[step]]\nop = \"denominate\""}},
       R"(podium.toml:45:1: error[unknown-unit]: step 1: found unit 'KRO'; expected 'CHN', 'KOR' or 'USA'; did you mean 'KOR'?)"},
      {"a node to normalise that is none",
       {{"podium.toml", "over = \"period\"", "only = [\"econmy\"]"}},
       R"(podium.toml:35:13: error[direction-without-normalise]: node risk: found direction -1 without a normalise step; expected a normalise step that covers the indicator
podium.toml:50:1: error[unknown-node]: step 3: found node 'econmy'; expected 'index', 'economy', 'investment', 'startups' or 'risk'; did you mean 'economy'?)"},
  });
}

TEST_CASE("figures that cannot be are named with their place") {
  check_bad_inputs({
      {"text where a number belongs",
       {{"observations/economy.csv", "1.39", "about 1.4"}},
       R"(observations/economy.csv:3:33: error[not-a-number]: found value 'about 1.4'; expected a decimal number such as 1.33)"},
      {"separators between the digits",
       {{"observations/economy.csv", "1411,A", "\"1,411\",A"}},
       R"(observations/economy.csv:8:33: error[not-a-number]: found value '1,411'; expected a decimal number such as 1.33 without separators between the digits)"},
      {"a percent sign",
       {{"observations/others.csv", "12.5", "12.5%"}},
       R"(observations/others.csv:8:27: error[not-a-number]: found value '12.5%'; expected a decimal number such as 1.33 without the percent sign; the unit of measure says percent)"},
      {"full-width digits",
       {{"observations/others.csv", "12.5", "１２"}},
       R"(observations/others.csv:8:27: error[not-a-number]: found value '１２'; expected a decimal number such as 1.33 in the digits 0 to 9, not in full-width ones)"},
      {"a word for a missing figure",
       {{"observations/others.csv", "12.5", "n/a"}},
       R"(observations/others.csv:8:27: error[not-a-number]: found value 'n/a'; expected a decimal number such as 1.33, or an empty value with status M for a missing figure)"},
      {"a space before a figure",
       {{"observations/others.csv", "12.5", " 12.5"}},
       R"(observations/others.csv:8:27: error[not-a-number]: found value ' 12.5'; expected a decimal number such as 1.33 without spaces around it)"},
      {"an infinite figure",
       {{"observations/others.csv", "12.5", "1e999"}},
       R"(observations/others.csv:8:27: error[not-a-number]: found value '1e999'; expected a decimal number such as 1.33)"},
      {"no figure without status M",
       {{"observations/others.csv", ",,M,", ",,A,"}},
       R"(observations/others.csv:6:31: error[invalid-value]: found an empty value; expected a number, or status M for a missing figure)"},
      {"a figure with status M",
       {{"observations/others.csv", ",44,A,", ",44,M,"}},
       R"(observations/others.csv:3:31: error[invalid-value]: found value '44' with status M; expected no value, or another status)"},
      {"a second figure for one cell",
       {{"observations/others.csv", "USA,risk,2024,report-2025,21,P,report,,\n",
         "USA,risk,2024,report-2025,21,P,report,,\nKOR,investment,2023,report-2025,1.39,A,report,,\n"}},
       R"(observations/others.csv:14:33: error[duplicate-observation]: node investment, unit KOR, period 2023: found a second figure in edition 'report-2025', first at observations/economy.csv:3; expected one figure for each unit, indicator, period and edition)"},
  });
}

TEST_CASE("a hierarchy that is no tree, and weights that do not weigh") {
  check_bad_inputs({
      {"a direction that is neither 1 nor -1",
       {{"podium.toml", "direction = -1", "direction = 0"}},
       R"(podium.toml:35:13: error[invalid-value]: found direction 0; expected 1 (more is better) or -1 (less is better))"},
      {"a cycle",
       {{"podium.toml", "[[node]]\nid = \"economy\"\nparent = \"index\"",
         "[[node]]\nid = \"a\"\nparent = \"economy\"\ntitle = { en = \"A\" }\n[[node]]\nid = \"economy\"\nparent = "
         "\"a\""}},
       R"(podium.toml:9:10: error[hierarchy-cycle]: node a: found a circle of parents: 'a' < 'economy' < 'a'; expected parents that lead to the index)"},
      {"an orphan",
       {{"podium.toml", "id = \"risk\"\nparent = \"index\"", "id = \"risk\"\nparent = \"society\""}},
       R"(podium.toml:33:10: error[hierarchy-orphan]: node risk: found parent 'society'; expected 'index' or 'economy')"},
      {"a negative weight",
       {{"podium.toml", "weight = 3", "weight = -3"}},
       R"(podium.toml:26:10: error[negative-weight]: node startups: found weight -3; expected a weight of 0 or more)"},
      {"a weight that is no number",
       {{"podium.toml", "weight = 3", "weight = nan"}},
       R"(podium.toml:26:10: error[wrong-type]: found nan or an infinite number for 'weight'; expected a number)"},
      {"weights that are all zero",
       {{"podium.toml", "weight = 1", "weight = 0"}, {"podium.toml", "weight = 3", "weight = 0"}},
       R"(podium.toml:7:1: error[zero-weights]: node economy: found weight 0 for every component of 'economy'; expected a weight above 0 for at least one of them)"},
      {"a node without components",
       {{"podium.toml", "[[indicator]]",
         "[[node]]\nid = \"society\"\nparent = \"index\"\ntitle = { en = \"Society\" }\n[[indicator]]"}},
       R"(podium.toml:13:1: error[empty-hierarchy]: node society: found node 'society' without components; expected an indicator or a node with parent = "society")"},
      {"goalposts that do not ascend",
       {{"podium.toml", "goalposts = [0, 50]", "goalposts = [50, 0]"}},
       R"(podium.toml:38:13: error[invalid-value]: node risk: found goalposts [50, 0]; expected two finite numbers, the lower one first)"},
      {"two entries with one id",
       {{"podium.toml", "id = \"startups\"", "id = \"investment\""}},
       R"(podium.toml:24:6: error[duplicate-id]: found a second entry with id 'investment', first at line 13; expected an id of its own for every node, indicator and denominator)"},
      {"an entry with the root's id",
       {{"podium.toml", "id = \"startups\"", "id = \"index\""}},
       R"(podium.toml:24:6: error[duplicate-id]: found a second entry with id 'index', first at line 1; expected an id of its own for every node, indicator and denominator)"},
  });
}

TEST_CASE("figures that a recipe cannot work with are told at the step") {
  const std::string empty_column = "observations/others.csv";
  check_bad_inputs({
      {"an empty indicator",
       {{empty_column, "",
         "unit,indicator,period,edition,value,status,source\nKOR,risk,2023,report-2025,8,A,report\nUSA,risk,2023,"
         "report-2025,9,A,report\n"}},
       R"(podium.toml:47:1: error[empty-indicator]: step 2, node startups, period 2023: found no figure to fill the gaps from; expected at least one figure
podium.toml:47:1: error[empty-indicator]: step 2, node startups, period 2024: found no figure to fill the gaps from; expected at least one figure
podium.toml:47:1: error[empty-indicator]: step 2, node risk, period 2024: found no figure to fill the gaps from; expected at least one figure)"},
      {"a constant indicator",
       {{empty_column, "2024,report-2025,13,E", "2024,report-2025,7.5,E"},
        {empty_column, "2024,report-2025,21,P", "2024,report-2025,7.50,P"}},
       R"(podium.toml:50:1: error[constant-indicator]: step 3, node risk, period 2024: found the same figure for every unit, 7.5; expected at least two different figures for method 'minmax')"},
      {"a zero under a geometric mean",
       {{"podium.toml", "range = [1, 100]", "range = [0, 100]"},
        {"podium.toml", "\"arithmetic\"", "{ default = \"arithmetic\", economy = \"geometric\" }"}},
       R"(podium.toml:55:1: error[non-positive-under-geometric-mean]: step 4, node investment, unit CHN, period 2023: found score 0 under a geometric mean; expected scores above 0, such as normalise with range = [1, 100]
podium.toml:55:1: error[non-positive-under-geometric-mean]: step 4, node startups, unit KOR, period 2023: found score 0 under a geometric mean; expected scores above 0, such as normalise with range = [1, 100]
podium.toml:55:1: error[non-positive-under-geometric-mean]: step 4, node investment, unit CHN, period 2024: found score 0 under a geometric mean; expected scores above 0, such as normalise with range = [1, 100]
podium.toml:55:1: error[non-positive-under-geometric-mean]: step 4, node startups, unit CHN, period 2024: found score 0 under a geometric mean; expected scores above 0, such as normalise with range = [1, 100])"},
      {"a denominator of zero",
       {{"observations/economy.csv", "51.8", "0.0"}},
       R"(podium.toml:45:1: error[zero-denominator]: step 1, node investment, unit KOR, period 2024: found denominator 'population' of 0; expected a figure other than 0, or a gap)"},
  });
}

TEST_CASE("all problems of all files are told in one run, by file and line") {
  check_bad_inputs({
      {"nine problems in six files",
       {{"podium.toml", "weight = 3", "wieght = 3"},
        {"podium.toml", "direction = -1", "direction = \"down\""},
        {"podium.toml", "missing = \"reweight\"", "missing = \"ignore\""},
        {"units.csv", "USA,,,America", "USA,,America"},
        {"editions.toml", "released = 2025-04-07", "released = \"2025-04-07\""},
        {"sources.toml", "publisher = \"Statistics Office\"\n", ""},
        {"observations/economy.csv", "1.39", "1,39"},
        {"observations/others.csv", "KOR,startups,2023", "KRO,start,2023"}},
       R"(editions.toml:8:12: error[wrong-type]: found a text for 'released'; expected a date such as 2025-04-08, without quotes
observations/economy.csv:3:1: error[column-count]: found 10 fields; expected 9, as many as the header has
observations/others.csv:3:1: error[unknown-unit]: found unit 'KRO'; expected 'CHN', 'KOR' or 'USA'; did you mean 'KOR'?
observations/others.csv:3:5: error[unknown-indicator]: found indicator 'start'; expected 'investment', 'startups', 'risk' or 'population'
podium.toml:26:1: error[unknown-key]: found key 'wieght'; expected 'id', 'parent', 'weight', 'direction', 'unit_of_measure', 'title', 'description', 'goalposts', 'target', 'denominator', 'factor' or 'edition'; did you mean 'weight'?
podium.toml:35:13: error[wrong-type]: found a text for 'direction'; expected a whole number
podium.toml:58:11: error[invalid-value]: found missing 'ignore'; expected 'reweight' or 'gap'
sources.toml:1:1: error[missing-key]: found no key 'publisher'; expected publisher = a text in quotes
units.csv:4:1: error[column-count]: found 3 fields; expected 4, as many as the header has)"},
      {"a broken podium.toml does not hide what is wrong elsewhere",
       {{"podium.toml", "periods = [2023, 2024]", "periods = [2023, 2024"},
        {"observations/others.csv", "KOR,risk,2023,report-2025,8", "KRO,risk,2023,report-2025,8x"}},
       R"(observations/others.csv:9:1: error[unknown-unit]: found unit 'KRO'; expected 'CHN', 'KOR' or 'USA'; did you mean 'KOR'?
observations/others.csv:9:27: error[not-a-number]: found value '8x'; expected a decimal number such as 1.33
podium.toml:5:1: error[syntax]: found TOML that cannot be read (Error while parsing array: expected comma or closing ']', saw 'e'))"},
      {"a hierarchy with a problem does not hide the recipe's",
       {{"podium.toml", "weight = 3", "weight = -3"},
        {"podium.toml", "op = \"impute\"\nmethod = \"median\"", "op = \"rank\""}},
       R"(podium.toml:26:10: error[negative-weight]: node startups: found weight -3; expected a weight of 0 or more
podium.toml:49:1: error[step-order]: step 3: found 'normalise' after 'rank'; expected denominate, treat, normalise, weight, aggregate, rank in this order, and screen and impute before aggregate
podium.toml:54:1: error[step-order]: step 4: found 'aggregate' after 'rank'; expected denominate, treat, normalise, weight, aggregate, rank in this order, and screen and impute before aggregate)"},
  });
}

}  // namespace
}  // namespace podium
