#include "podium/wire/edition_diff.hpp"

#include <doctest/doctest.h>

#include "podium/model/edition_effect.hpp"

#include "wire/tiny_index.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

/// models of AAA from 7 to 8.0, of BBB 6 in both; people only in the second. AAA 7 / 2 or 8 / 2 per person is ahead of
/// BBB's 6 / 3 in both, so scores are 100 and 0 twice.
struct Compared {
  Index index = tiny_index();
  EditionChanges changes = compare_editions(index, EditionAt{0}, EditionAt{1});
  EditionGrowth growth = growth_between(index, EditionAt{0}, EditionAt{1});
  RestatedRankings rankings = must(rankings_of_both(index, changes, index.edition));
  EditionEffect effect{Period::year(2024), index.edition,
                       compare_rankings(rankings.first, rankings.second, index.hierarchy.root(), Time{0})};
  EditionDiff diff{index, changes, growth, &effect};
};

}  // namespace

TEST_CASE("the message of a comparison of editions") {
  const Compared compared;
  CHECK(edition_diff_json(compared.diff) ==
        R"({"index":{"id":"tiny","title":{"en":"Tiny","ko":"작은 지수"}},)"
        R"("first":{"id":"ed-2024","publisher":"A publisher","released":"2024-05-01","title":"Report 2024"},)"
        R"("second":{"id":"ed-2025","publisher":"A publisher","released":"2025-05-01","title":"Report 2025",)"
        R"("note":"restated"},)"
        R"("indicators":[{"id":"models","printed_by":"both","first_figures":2,"second_figures":2,"added":0,)"
        R"("dropped":0,"restated":1,"within_rounding":0,"kept":1,"median_relative":0.14285714285714285,)"
        R"("largest_relative":0.14285714285714285},)"
        R"({"id":"people","printed_by":"second","first_figures":0,"second_figures":2,"added":0,"dropped":0,)"
        R"("restated":0,"within_rounding":0,"kept":0,"median_relative":null,"largest_relative":null}],)"
        R"("units":[{"code":"AAA","name":{"en":"Alpha","ko":"가"},"added":0,"dropped":0,"restated":1,)"
        R"("within_rounding":0,"kept":0,"median_relative":0.14285714285714285,)"
        R"("largest_relative":0.14285714285714285},)"
        R"({"code":"BBB","name":{"en":"Beta, \"B\"","ko":"Beta, \"B\""},"added":0,"dropped":0,"restated":0,)"
        R"("within_rounding":0,"kept":1,"median_relative":null,"largest_relative":null}],)"
        R"("cells":[{"indicator":"models","unit":"AAA","period":"2024","change":"restated",)"
        R"("first":{"value":7,"printed":"7"},"second":{"value":8,"printed":"8.0"},"absolute":1,)"
        R"("relative":0.14285714285714285,"steps":1,"within_rounding":false}],)"
        R"("ranks":{"period":"2024","rule":"cells-of-both","other_figures":{"choice":"latest"},"common":2,)"
        R"("mean_absolute_change":0,"largest_change":0,"kendall":null,"spearman":null,"units":[)"
        R"({"code":"AAA","name":{"en":"Alpha","ko":"가"},"first":{"score":100,"rank":1},)"
        R"("second":{"score":100,"rank":1},"gain":0},)"
        R"({"code":"BBB","name":{"en":"Beta, \"B\"","ko":"Beta, \"B\""},"first":{"score":0,"rank":2},)"
        R"("second":{"score":0,"rank":2},"gain":0}]},)"
        R"("growth":{"left_out":[],"cells":[]}})"
        "\n");
}

TEST_CASE("the tables of a comparison of editions") {
  const Compared compared;
  CHECK(edition_diff_csv(compared.diff, DiffSection::Cells) ==
        "indicator,unit,period,change,first,second,absolute,relative,steps,within_rounding\n"
        "models,AAA,2024,restated,7,8.0,1,0.14285714285714285,1,false\n");
  CHECK(edition_diff_csv(compared.diff, DiffSection::Indicators) ==
        "indicator,printed_by,first_figures,second_figures,added,dropped,restated,within_rounding,kept,"
        "median_relative,largest_relative\n"
        "models,both,2,2,0,0,1,0,1,0.14285714285714285,0.14285714285714285\n"
        "people,second,0,2,0,0,0,0,0,,\n");
  CHECK(edition_diff_csv(compared.diff, DiffSection::Units) ==
        "unit,added,dropped,restated,within_rounding,kept,median_relative,largest_relative\n"
        "AAA,0,0,1,0,0,0.14285714285714285,0.14285714285714285\n"
        "BBB,0,0,0,0,1,,\n");
  CHECK(edition_diff_csv(compared.diff, DiffSection::Ranks) ==
        "period,unit,first_score,first_rank,second_score,second_rank,gain\n"
        "2024,AAA,100,1,100,1,0\n2024,BBB,0,2,0,2,0\n");
  CHECK(edition_diff_csv(compared.diff, DiffSection::Growth) ==
        "indicator,unit,period,kind,edition,value,previous_edition,previous_value,growth,restatement\n");
}

TEST_CASE("added and dropped figures have one side, growth names both editions") {
  Index index = tiny_index();
  for (Observation& observation : index.observations) {
    if (observation.edition == EditionAt{0}) observation.period = Period::year(2023);
  }
  sort_observations(index.observations, index.editions);
  const EditionChanges changes = compare_editions(index, EditionAt{0}, EditionAt{1});
  const EditionGrowth growth = growth_between(index, EditionAt{0}, EditionAt{1});
  const EditionDiff diff{index, changes, growth, nullptr};
  CHECK(edition_diff_csv(diff, DiffSection::Cells) ==
        "indicator,unit,period,change,first,second,absolute,relative,steps,within_rounding\n"
        "models,AAA,2023,dropped,7,,,,,\nmodels,AAA,2024,added,,8.0,,,,\n"
        "models,BBB,2023,dropped,6,,,,,\nmodels,BBB,2024,added,,6,,,,\n");
  CHECK(edition_diff_csv(diff, DiffSection::Growth) ==
        "indicator,unit,period,kind,edition,value,previous_edition,previous_value,growth,restatement\n"
        "models,AAA,2024,across-editions,ed-2025,8.0,ed-2024,7,0.1428571428571428,\n"
        "models,BBB,2024,across-editions,ed-2025,6,ed-2024,6,0,\n");
  CHECK(edition_diff_csv(diff, DiffSection::Ranks) ==
        "period,unit,first_score,first_rank,second_score,second_rank,gain\n");
  const std::string json = edition_diff_json(diff);
  CHECK(json.find(R"("ranks":null)") != std::string::npos);
  CHECK(json.find(R"({"kind":"across-editions","edition":"ed-2025","period":"2024","value":6,)"
                  R"("previous_edition":"ed-2024","previous_period":"2023","previous_value":6,"growth":0,)"
                  R"("restatement":null})") != std::string::npos);
}
