#include "podium/wire/labour.hpp"

#include <doctest/doctest.h>

#include "wire/tiny_index.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

struct Row {
  std::size_t level;
  YearSpan years;
  LabourItem item;
  const char* value;
};

/// Of unit AAA, in edition ed-2025.
LabourTable table_of(std::vector<std::string> levels, const std::vector<Row>& rows) {
  LabourTable table{.kind = kind_of(rows.front().item), .levels = std::move(levels)};
  for (const Row& row : rows) {
    table.figures.push_back({.unit = Unit{0},
                             .level = row.level,
                             .years = row.years,
                             .item = row.item,
                             .value = *parse_decimal(row.value),
                             .edition = EditionAt{1},
                             .source = SourceAt{0},
                             .locator = "p. 2"});
  }
  return table;
}

// Published are the sums, 66,100 and 53,300, and the differences, advanced -16,600 and others +3,800; how the sums
// divide between the levels is this test's own.
LabourTable plan() {
  const YearSpan years{2023, 2027};
  return table_of({"others", "advanced"}, {{0, years, LabourItem::NewDemand, "37500"},
                                           {0, years, LabourItem::NewSupply, "41300"},
                                           {1, years, LabourItem::NewDemand, "28600"},
                                           {1, years, LabourItem::NewSupply, "12000"}});
}

LabourAnswer answered(const LabourTable& table, const Index& index, SubstitutionRule rule) {
  return must(labour_answer(table, index, Unit{0}, rule));
}

}  // namespace

TEST_CASE("of 66,100 wanted over five years 12,800 are short with substitution and 16,600 without") {
  const Index index = tiny_index();
  const LabourAnswer any = answered(plan(), index, SubstitutionRule::Any);
  REQUIRE(any.balances.size() == 1);
  CHECK(any.balances[0].demand == 66'100);
  CHECK(any.balances[0].supply == 53'300);
  CHECK(any.balances[0].shortage_substituted == 12'800);
  CHECK(any.balances[0].shortage_alone == 16'600);
  CHECK(any.balances[0].shortage == std::vector<double>{-3'800, 16'600});
  CHECK(any.yearly_shortage_substituted == 2'560);
  CHECK(any.yearly_shortage_alone == 3'320);
  CHECK(shortage_left(any.balances[0], 1) == 12'800);
  CHECK(any.years == YearSpan{2023, 2027});
  CHECK(any.start_stocks.empty());
  CHECK(any.counted_as_zero.empty());

  CHECK(answered(plan(), index, SubstitutionRule::None).balances[0].shortage_substituted == 16'600);
  // The surplus is of the lower level.
  CHECK(answered(plan(), index, SubstitutionRule::HigherForLower).balances[0].shortage_substituted == 16'600);
}

TEST_CASE("new people told by year are added up, so that who comes early is still there later") {
  // 10 come and 4 are wanted in 2023, 2 come and 9 are wanted in 2024: 6 too many, then 13 - 12 = 1 short.
  const Index index = tiny_index();
  const LabourTable table = table_of({"one"}, {{0, {2023, 2023}, LabourItem::NewDemand, "4"},
                                               {0, {2023, 2023}, LabourItem::NewSupply, "10"},
                                               {0, {2024, 2024}, LabourItem::NewDemand, "9"},
                                               {0, {2024, 2024}, LabourItem::NewSupply, "2"}});
  const LabourAnswer answer = answered(table, index, SubstitutionRule::Any);
  CHECK(answer.periods == std::vector<YearSpan>{{2023, 2023}, {2023, 2024}});
  CHECK(answer.demand == std::vector<std::vector<double>>{{4, 13}});
  CHECK(answer.supply == std::vector<std::vector<double>>{{10, 12}});
  CHECK(answer.yearly_shortage_alone == 0.5);
  CHECK(labour_csv(answer) ==
        "period,level,demand,supply,shortage,shortage_alone,shortage_substituted\n"
        "2023,one,4,10,-6,0,0\n"
        "2023,all,4,10,-6,0,0\n"
        "2023-2024,one,13,12,1,1,1\n"
        "2023-2024,all,13,12,1,1,1\n");
}

TEST_CASE("a stock loses its exits and gains what is stated; what is not stated counts as nothing and is named") {
  // basic: 100 * 0.5 + 10 = 60, then 60 + 5 = 65. advanced: 40, then 40 - 10 = 30.
  const Index index = tiny_index();
  const YearSpan before{2023, 2023};
  const YearSpan first{2024, 2024};
  const YearSpan second{2025, 2025};
  const LabourTable table = table_of({"unused", "basic", "advanced"}, {{1, before, LabourItem::Stock, "100"},
                                                                       {1, first, LabourItem::ExitRate, "0.5"},
                                                                       {1, first, LabourItem::Graduates, "10"},
                                                                       {1, first, LabourItem::Demand, "70"},
                                                                       {1, second, LabourItem::Graduates, "5"},
                                                                       {1, second, LabourItem::Demand, "50"},
                                                                       {2, before, LabourItem::Stock, "40"},
                                                                       {2, first, LabourItem::Graduates, "0"},
                                                                       {2, first, LabourItem::Demand, "35"},
                                                                       {2, second, LabourItem::Graduates, "0"},
                                                                       {2, second, LabourItem::NetMigration, "-10"},
                                                                       {2, second, LabourItem::Demand, "42"}});
  const LabourAnswer answer = answered(table, index, SubstitutionRule::HigherForLower);
  CHECK(answer.levels == std::vector<std::string>{"basic", "advanced"});
  CHECK(answer.start_stocks == std::vector<double>{100, 40});
  CHECK(answer.supply == std::vector<std::vector<double>>{{60, 65}, {40, 30}});
  CHECK(answer.counted_as_zero ==
        std::vector<LabourItem>{LabourItem::ExitRate, LabourItem::Training, LabourItem::NetMigration});
  // 2024: basic 10 short, of which 5 by advanced ones. 2025: advanced 12 short, which the 15 basic ones may not fill.
  CHECK(labour_csv(answer) ==
        "period,level,demand,supply,shortage,shortage_alone,shortage_substituted\n"
        "2024,basic,70,60,10,10,5\n"
        "2024,advanced,35,40,-5,0,0\n"
        "2024,all,105,100,5,10,5\n"
        "2025,basic,50,65,-15,0,0\n"
        "2025,advanced,42,30,12,12,12\n"
        "2025,all,92,95,-3,12,12\n");
  CHECK(answer.yearly_shortage_alone == 6);
}

TEST_CASE("the message of a labour table") {
  const Index index = tiny_index();
  CHECK(
      labour_json(answered(plan(), index, SubstitutionRule::Any)) ==
      R"({"index":{"id":"tiny","title":{"en":"Tiny","ko":"작은 지수"}},"unit":"AAA","kind":"new-people",)"
      R"("substitution":"any","levels":["others","advanced"],"first_year":2023,"last_year":2027,"start_stocks":[],)"
      R"("periods":[{"period":"2023-2027","demand":66100,"supply":53300,"shortage_alone":16600,"surplus_alone":3800,)"
      R"("shortage_substituted":12800,"surplus_substituted":0,"levels":[)"
      R"({"level":"others","demand":37500,"supply":41300,"shortage":-3800},)"
      R"({"level":"advanced","demand":28600,"supply":12000,"shortage":16600}],)"
      R"("substituted":[{"from":"others","to":"advanced","persons":3800}]}],)"
      R"("yearly_shortage_alone":3320,"yearly_shortage_substituted":2560,"counted_as_zero":[],)"
      R"("editions":["ed-2025"],"sources":["table"],"figures":[)"
      R"({"level":"others","period":"2023-2027","item":"new_demand","value":37500,"printed":"37500","edition":"ed-2025",)"
      R"("source":"table","locator":"p. 2","note":""},)"
      R"({"level":"others","period":"2023-2027","item":"new_supply","value":41300,"printed":"41300","edition":"ed-2025",)"
      R"("source":"table","locator":"p. 2","note":""},)"
      R"({"level":"advanced","period":"2023-2027","item":"new_demand","value":28600,"printed":"28600",)"
      R"("edition":"ed-2025","source":"table","locator":"p. 2","note":""},)"
      R"({"level":"advanced","period":"2023-2027","item":"new_supply","value":12000,"printed":"12000",)"
      R"("edition":"ed-2025","source":"table","locator":"p. 2","note":""}]})"
      "\n");
}

TEST_CASE("a unit without figures, flows that leave fewer than nobody and unknown rules are refused") {
  const Index index = tiny_index();
  CHECK(problems_of(labour_answer(plan(), index, Unit{1}, SubstitutionRule::Any)) ==
        "error[too-few-figures]: unit BBB: found no figure in the labour table; expected a unit that has figures: "
        "'AAA'");
  const LabourTable leaving = table_of({"one"}, {{0, {2023, 2023}, LabourItem::Stock, "5"},
                                                 {0, {2024, 2024}, LabourItem::Demand, "5"},
                                                 {0, {2024, 2024}, LabourItem::NetMigration, "-6"}});
  CHECK(problems_of(labour_answer(leaving, index, Unit{0}, SubstitutionRule::Any)) ==
        "error[invalid-value]: unit AAA: found stock -1 of 'one' after year 1; expected flows that leave no fewer than "
        "nobody");
  CHECK(must(substitution_rule_of("higher-for-lower")) == SubstitutionRule::HigherForLower);
  CHECK(problems_of(substitution_rule_of("non")) ==
        "error[invalid-usage]: found rule of substitution 'non'; expected 'any', 'higher-for-lower' or 'none'; did you "
        "mean 'none'?");
}
