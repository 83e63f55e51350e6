#include "podium/model/story.hpp"

#include <doctest/doctest.h>

#include "support/small_index.hpp"

namespace podium {
namespace {

using namespace testing;

Index example() {
  std::vector<Figure> figures;
  for (const int year : {2022, 2023, 2024}) {
    add_row(figures, "models", year, "r-2025", {"10", "20", "30", "-"});
    add_row(figures, "models", year, "r-2026", {"12", "20", "32", "-"});
    add_row(figures, "deals", year, "r-2025", {"1", "2", "3", "5"});
    add_row(figures, "people", year, "r-2025", {"7", "7", "7", "7"});
  }
  return small_index({{"r-2025", "2025-04-01"}, {"r-2026", "2026-04-01"}}, figures);
}

std::string stages(const CellStory& story) {
  std::string text;
  for (const StoryStage& stage : story.stages) {
    text += std::to_string(stage.step) + " " + stage.title + ": " +
            (is_missing(stage.value) ? "-" : shortest(stage.value)) + " " + stage.history + "\n";
  }
  return text;
}

CellStory story_of(const Index& index, const char* unit, const char* series, int year,
                   const EditionChoice& choice = LatestEdition{}) {
  return must(tell_story(index, choice, *index.find_unit(unit), *index.find_series(series), Period::year(year)));
}

TEST_CASE("a reported cell: its figure in every edition, the chosen one, and what each step made of it") {
  const Index index = example();
  const CellStory story = story_of(index, "CHE", "models", 2024);
  REQUIRE(story.editions.size() == 2);
  CHECK(story.editions[0].value->text == "30");
  CHECK(story.editions[1].value->text == "32");
  CHECK(story.chosen == &story.editions[1]);
  CHECK(stages(story) ==
        "0 select: 32 reported\n1 impute median: 32 reported\n2 normalise minmax: 100 reported\n3 aggregate "
        "arithmetic: 100 reported\n");
  CHECK(story.score == 100);
  CHECK(story.rank == 1);
  CHECK(story.effective_weight == 0.75);
}

TEST_CASE("with another edition another figure is chosen") {
  const Index index = example();
  const CellStory story = story_of(index, "AUT", "models", 2024, NamedEdition{*index.find_edition("r-2025")});
  CHECK(story.chosen == &story.editions[0]);
  CHECK(story.chosen->value->text == "10");
}

TEST_CASE("a gap that is filled has no chosen figure") {
  const Index index = example();
  const CellStory story = story_of(index, "DNK", "models", 2023);
  CHECK(story.editions.empty());
  CHECK(story.chosen == nullptr);
  CHECK(stages(story) ==
        "0 select: - missing\n1 impute median: 20 imputed:1\n2 normalise minmax: 40 imputed:1\n3 aggregate arithmetic: "
        "40 imputed:1\n");
  CHECK(story.rank == 2);  // as BEL
}

TEST_CASE("a node above indicators has no figures, and a score in the end") {
  const Index index = example();
  const CellStory story = story_of(index, "CHE", "money", 2024);
  CHECK(story.editions.empty());
  CHECK(stages(story) ==
        "0 select: - missing\n1 impute median: - missing\n2 normalise minmax: - missing\n3 aggregate arithmetic: 50 "
        "computed\n");
  CHECK(story.score == 50);
  CHECK(story.rank == 2);
  CHECK(story.effective_weight == 0.25);
}

TEST_CASE("a denominator has figures and no rank") {
  const Index index = example();
  const CellStory story = story_of(index, "AUT", "people", 2024);
  REQUIRE(story.chosen != nullptr);
  CHECK(story.chosen->value->text == "7");
  CHECK(is_missing(story.score));
  CHECK(story.rank == 0);
  CHECK(story.effective_weight == 0);
}

TEST_CASE("a period that is not ranked has figures and no stages") {
  const Index index = example();
  const CellStory story = story_of(index, "AUT", "models", 2022);
  CHECK(story.editions.size() == 2);
  CHECK(story.chosen == nullptr);
  CHECK(story.stages.empty());
  CHECK(story.rank == 0);
}

}  // namespace
}  // namespace podium
