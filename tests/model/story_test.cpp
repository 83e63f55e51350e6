#include "podium/model/story.hpp"

#include <doctest/doctest.h>

#include "podium/model/screening.hpp"

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
  REQUIRE(story.weight);
  CHECK(story.weight->weight == 3);
  CHECK(story.weight->share == 0.75);
  CHECK(story.weight->effective == 0.75);
  CHECK(!story.weight->by_step);
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
  REQUIRE(story.weight);
  CHECK(story.weight->effective == 0.25);
}

TEST_CASE("a denominator has figures and no rank") {
  const Index index = example();
  const CellStory story = story_of(index, "AUT", "people", 2024);
  REQUIRE(story.chosen != nullptr);
  CHECK(story.chosen->value->text == "7");
  CHECK(is_missing(story.score));
  CHECK(story.rank == 0);
  CHECK(!story.weight);
}

TEST_CASE("a period that is not ranked has figures and no stages") {
  const Index index = example();
  const CellStory story = story_of(index, "AUT", "models", 2022);
  CHECK(story.editions.size() == 2);
  CHECK(story.chosen == nullptr);
  CHECK(story.stages.empty());
  CHECK(story.rank == 0);
}

Index with_steps(std::vector<Step> steps, const std::vector<std::string>& models) {
  std::vector<Figure> figures;
  for (const int year : {2023, 2024}) {
    add_row(figures, "models", year, "r-2025", year == 2023 ? std::vector<std::string>{"1", "2", "3", "4"} : models);
    add_row(figures, "deals", year, "r-2025", {"1", "2", "3", "5"});
    add_row(figures, "people", year, "r-2025", {"7", "7", "7", "7"});
  }
  return small_index({{"r-2025", "2025-04-01"}}, figures, std::move(steps));
}

TEST_CASE("a figure that is carried forward names the period it comes from") {
  const Index index =
      with_steps({Impute{.method = ImputeLastObservation{}}, Normalise{}, Aggregate{}}, {"1", "2", "3", "-"});
  const CellStory filled = story_of(index, "DNK", "models", 2024);
  const auto& how = std::get<FilledCell>(filled.stages[1].detail);
  CHECK(how.method == "last-observation");
  CHECK(how.from == Period::year(2023));
  CHECK(filled.stages[1].value == 4);
  const CellStory reported = story_of(index, "AUT", "models", 2024);
  CHECK(std::holds_alternative<std::monostate>(reported.stages[1].detail));
}

TEST_CASE("a figure that is filled by its group names the group") {
  Index index = with_steps({Impute{}, Normalise{}, Aggregate{}}, {"1", "2", "3", "-"});
  index.group_names = {"region"};
  for (UnitInfo& unit : index.units) unit.groups = {unit.code == "AUT" || unit.code == "DNK" ? "north" : "south"};
  const std::vector<std::string> codes{"AUT", "BEL", "CHE", "DNK"};
  index.recipe = must(check(Recipe{{Impute{.method = ImputeGroupMean{.group = "region"}}, Normalise{}, Aggregate{}}},
                            index.hierarchy, {.units = codes, .groups = groups_of(index.group_names, index.units)}));
  const CellStory story = story_of(index, "DNK", "models", 2024);
  const auto& how = std::get<FilledCell>(story.stages[1].detail);
  CHECK(how.method == "group-mean");
  CHECK(how.grouping == "region");
  CHECK(how.group == "north");
  CHECK(story.stages[1].value == 1);  // AUT's, the only other of the north
}

TEST_CASE("an outlier's treatment says from what to what") {
  // Quartiles 1.75 and 27.25: the upper fence is at 27.25 + 1.5 * 25.5 = 65.5.
  const Index index = with_steps({Treat{.method = Fences{}, .when = TreatWhen::Always}, Normalise{}, Aggregate{}},
                                 {"1", "2", "3", "100"});
  const CellStory story = story_of(index, "DNK", "models", 2024);
  const auto& report = std::get<TreatReport>(story.stages[1].detail);
  REQUIRE(report.first);
  CHECK(report.first->method == "fences");
  CHECK(report.first->brought_down == 1);
  REQUIRE(report.cells.size() == 1);
  CHECK(report.cells[0].before == 100);
  CHECK(report.cells[0].after == 65.5);
  // The indicator's other figures have the same report, without a change of their own.
  const CellStory other = story_of(index, "AUT", "models", 2024);
  CHECK(std::get<TreatReport>(other.stages[1].detail).cells.empty());
}

TEST_CASE("a unit that is left out says why") {
  const Index index = with_steps({Screen{.min_available = 0.75}, Normalise{}, Aggregate{}}, {"1", "2", "3", "-"});
  const CellStory story = story_of(index, "DNK", "deals", 2024);
  const auto& decision = std::get<ScreenDecision>(story.stages[1].detail);
  CHECK(decision.reason == ScreenReason::TooFewFigures);
  CHECK(decision.figures.available == 1);
  CHECK(decision.figures.possible == 2);
  CHECK(story.stages[1].history == "excluded");
  const Selection selection = select(index, LatestEdition{});
  const auto why = why_left_out(index, selection, Time{1}, *index.find_unit("DNK"));
  REQUIRE(why);
  CHECK(why->step == 1);
  CHECK(!why_left_out(index, selection, Time{0}, *index.find_unit("DNK")));
}

TEST_CASE("a weight that a step gave is told, with the share that it makes") {
  const Index index = with_steps({Normalise{}, WeightStep{}, Aggregate{}}, {"1", "2", "3", "4"});
  const CellStory story = story_of(index, "AUT", "models", 2024);
  REQUIRE(story.weight);
  CHECK(story.weight->by_step);
  CHECK(story.weight->share == 0.5);
}

}  // namespace
}  // namespace podium
