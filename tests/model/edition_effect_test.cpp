#include "podium/model/edition_effect.hpp"

#include <doctest/doctest.h>

#include "podium/model/compute.hpp"

#include "support/small_index.hpp"

namespace podium {
namespace {

using namespace testing;

const std::vector<EditionSpec> kEditions = {
    {"r-2025", "2025-04-01"}, {"r-2026", "2026-04-01"}, {"r-2027", "2027-04-01"}};

/// deals: the same in all editions, one gap. The newest edition prints deals only.
Index example(const std::vector<std::string>& models_before, const std::vector<std::string>& models_after) {
  std::vector<Figure> figures;
  for (const int year : {2023, 2024}) {
    add_row(figures, "models", year, "r-2025", models_before);
    add_row(figures, "models", year, "r-2026", models_after);
    add_row(figures, "deals", year, "r-2027", {"1", "2", "-", "5"});
  }
  return small_index(kEditions, figures);
}

struct Places {
  std::string first;
  std::string second;
};

Places places(const Index& index, const EditionChoice& choice = LatestEdition{}) {
  const EditionChanges changes = compare_editions(index, *index.find_edition("r-2025"), *index.find_edition("r-2026"));
  const RestatedRankings rankings = must(rankings_of_both(index, changes, choice));
  Places text;
  for (const Rank rank : rankings.first.ranks(index.hierarchy.root(), Time{1})) text.first += std::to_string(rank);
  for (const Rank rank : rankings.second.ranks(index.hierarchy.root(), Time{1})) text.second += std::to_string(rank);
  return text;
}

TEST_CASE("the index is computed with the figures of each edition") {
  // deals after the median of 1, 2 and 5: 0 25 25 100; models weigh three times as much. With 10 20 30 40 models score
  // 0 33 67 100: index 0 31 56 100. With 40 20 30 10: 100 33 67 0, index 75 31 56 25.
  const Places found = places(example({"10", "20", "30", "40"}, {"40", "20", "30", "10"}));
  CHECK(found.first == "4321");
  CHECK(found.second == "1324");
}

TEST_CASE("only cells that both print differ, the others stay as chosen") {
  // With 40 20 30 40 models score 100 0 50 100: index 75 6.25 43.75 100.
  const Places found = places(example({"10", "20", "30", "40"}, {"40", "-", "-", "-"}));
  CHECK(found.first == "4321");
  CHECK(found.second == "2431");
}

TEST_CASE("where nothing is restated both rankings are the index's own, whatever the choice") {
  const Index index = example({"10", "20", "-", "40"}, {"10", "20", "30", "40"});
  for (const EditionChoice& choice :
       {EditionChoice(LatestEdition{}), EditionChoice(NamedEdition{*index.find_edition("r-2025")})}) {
    const Computed own = must(compute(index, choice));
    std::string expected;
    for (const Rank rank : own.ranking.ranks(index.hierarchy.root(), Time{1})) expected += std::to_string(rank);
    CHECK(places(index, choice).first == expected);
    CHECK(places(index, choice).second == expected);
  }
}

TEST_CASE("a series bound to an edition keeps it") {
  Index index = example({"10", "20", "30", "40"}, {"40", "20", "30", "10"});
  index.series[at(*index.find_series("models"))].edition = index.find_edition("r-2026");
  CHECK(places(index).first == "1324");
  CHECK(places(index).second == "1324");
}

TEST_CASE("a figure that the author filled in counts as filled in") {
  Index index = example({"10", "20", "30", "40"}, {"40", "20", "30", "10"});
  const Series models = *index.find_series("models");
  for (Observation& observation : index.observations) {
    const bool is_first = index.edition_of(observation).id == "r-2025" && observation.unit == Unit{0};
    if (is_first && observation.series == models) observation.status = Status::Imputed;
  }
  const EditionChanges changes = compare_editions(index, *index.find_edition("r-2025"), *index.find_edition("r-2026"));
  const RestatedRankings rankings = must(rankings_of_both(index, changes, LatestEdition{}));
  CHECK(rankings.first.panel().history(models, Time{1})[0].is_imputed());
  CHECK_FALSE(rankings.second.panel().history(models, Time{1})[0].is_imputed());
}

}  // namespace
}  // namespace podium
