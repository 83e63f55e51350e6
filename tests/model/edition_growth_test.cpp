#include "podium/model/edition_growth.hpp"

#include <doctest/doctest.h>

#include "support/small_index.hpp"

namespace podium {
namespace {

using namespace testing;

const std::vector<EditionSpec> kEditions = {
    {"r-2024", "2024-04-15"}, {"r-2025", "2025-04-07"}, {"r-2026", "2026-04-13"}};

EditionGrowth growth(const Index& index, const char* first, const char* second, const CellFilter& filter = {}) {
  return growth_between(index, *index.find_edition(first), *index.find_edition(second), filter);
}

/// "r-2026/r-2024 +50.0", one line a rate; those of several cells follow each other.
std::string shown(const Index& index, const EditionGrowth& growth) {
  std::string text;
  for (const CellGrowth& cell : growth.cells) {
    text += index.info(cell.unit).code + " " + to_text(cell.period) + ":";
    for (const auto* const rates : {&cell.within, &cell.across}) {
      for (const GrowthRate& rate : *rates) {
        text += " " + index.edition_of(*rate.now).id + "/" + index.edition_of(*rate.before).id + " " +
                fixed(100 * rate.rate(), 1);
      }
    }
    text += "\n";
  }
  return text;
}

/// Private AI investment as the AI Index printed it in three reports, in thousand millions of dollars: AUT stands for
/// the United States, BEL for China.
Index investments() {
  std::vector<Figure> figures;
  add_row(figures, "models", 2023, "r-2024", {"67.22", "7.76", "-", "-"});
  add_row(figures, "models", 2024, "r-2025", {"109.08", "9.29", "-", "-"});
  add_row(figures, "models", 2023, "r-2026", {"72.365", "9.468", "-", "-"});
  add_row(figures, "models", 2024, "r-2026", {"109.548", "9.388", "-", "-"});
  return small_index(kEditions, figures);
}

TEST_CASE("growth within one edition, and as a newspaper computes it") {
  const Index index = investments();
  const EditionGrowth found = growth(index, "r-2025", "r-2026");
  CHECK(shown(index, found) ==
        "AUT 2024: r-2026/r-2026 51.4 r-2025/r-2024 62.3 r-2026/r-2024 63.0\n"
        "BEL 2024: r-2026/r-2026 -0.8 r-2025/r-2024 19.7 r-2026/r-2024 21.0\n");
  const CellGrowth& first = found.cells.front();
  // 109.08 / 67.22 - 109.548 / 72.365, and 109.548 / 67.22 - 109.548 / 72.365
  CHECK(first.restatement(first.across[0]) == doctest::Approx(1.622732 - 1.513826).epsilon(1e-5));
  CHECK(first.restatement(first.across[1]) == doctest::Approx(1.629694 - 1.513826).epsilon(1e-5));
  CHECK(first.largest_restatement() == first.restatement(first.across[1]));
}

TEST_CASE("growth is the same whichever edition is named first") {
  const Index index = investments();
  const EditionGrowth forth = growth(index, "r-2025", "r-2026");
  const EditionGrowth back = growth(index, "r-2026", "r-2025");
  REQUIRE(forth.cells.size() == back.cells.size());
  for (std::size_t i = 0; i < forth.cells.size(); ++i) {
    CHECK(forth.cells[i].largest_restatement() == back.cells[i].largest_restatement());
    CHECK(forth.cells[i].across.front().now == back.cells[i].across.back().now);
    CHECK(forth.cells[i].across.front().before == back.cells[i].across.back().before);
  }
}

TEST_CASE("the earlier figure is the other edition's where it prints it, else of the newest report before") {
  std::vector<Figure> figures;
  add_row(figures, "models", 2023, "r-2024", {"4", "4", "-", "-"});
  add_row(figures, "models", 2023, "r-2025", {"5", "-", "-", "-"});
  add_row(figures, "models", 2024, "r-2025", {"-", "1", "-", "-"});
  add_row(figures, "models", 2024, "r-2026", {"10", "10", "10", "10"});
  const Index index = small_index(kEditions, figures);
  const CellFilter filter{.period = Period::year(2024)};
  CHECK(shown(index, growth(index, "r-2024", "r-2026", filter)) ==
        "AUT 2024: r-2026/r-2024 150.0\nBEL 2024: r-2026/r-2024 150.0\n");
  CHECK(shown(index, growth(index, "r-2025", "r-2026", filter)) ==
        "AUT 2024: r-2026/r-2025 100.0\nBEL 2024: r-2025/r-2024 -75.0 r-2026/r-2024 150.0\n");
  CHECK(is_missing(growth(index, "r-2024", "r-2026", filter).cells.front().largest_restatement()));
}

TEST_CASE("a report of another publisher is not what a newspaper would have looked up") {
  Index index = investments();
  index.editions[at(*index.find_edition("r-2024"))].publisher = "somebody else";
  CHECK(shown(index, growth(index, "r-2025", "r-2026")).empty());
}

TEST_CASE("both figures must be above zero, and a series with figures below zero has no growth rates") {
  std::vector<Figure> figures;
  for (const char* const id : {"r-2025", "r-2026"}) {
    add_row(figures, "models", 2023, id, {"0", "2", "2", ""});
    add_row(figures, "models", 2024, id, {"2", "0", "3", "2"});
    add_row(figures, "deals", 2023, id, {"1", "-0.5", "1", "1"});
    add_row(figures, "deals", 2024, id, {"2", "2", "2", "2"});
  }
  const Index index = small_index(kEditions, figures);
  const EditionGrowth found = growth(index, "r-2025", "r-2026");
  CHECK(shown(index, found) == "CHE 2024: r-2025/r-2025 50.0 r-2026/r-2026 50.0 r-2026/r-2025 50.0\n");
  CHECK(found.cells.front().largest_restatement() == 0);
  REQUIRE(found.left_out.size() == 1);
  CHECK(found.left_out.front() == *index.find_series("deals"));
}

TEST_CASE("by default growth is of the newest period of both editions and of the newest of either") {
  std::vector<Figure> figures;
  for (const int year : {2020, 2021, 2022, 2023}) add_row(figures, "models", year, "r-2025", {"1", "-", "-", "-"});
  for (const int year : {2020, 2021, 2022, 2023, 2024}) {
    add_row(figures, "models", year, "r-2026", {"2", "-", "-", "-"});
  }
  const Index index = small_index(kEditions, figures);
  CHECK(shown(index, growth(index, "r-2025", "r-2026")) ==
        "AUT 2023: r-2025/r-2025 0.0 r-2026/r-2026 0.0 r-2026/r-2025 100.0\n"
        "AUT 2024: r-2026/r-2026 0.0 r-2026/r-2025 100.0\n");
  CHECK(shown(index, growth(index, "r-2025", "r-2026", {.period = Period::year(2021)})) ==
        "AUT 2021: r-2025/r-2025 0.0 r-2026/r-2026 0.0 r-2026/r-2025 100.0\n");
}

TEST_CASE("a quarter is compared with the same quarter of the year before") {
  Index index = investments();
  for (Observation& observation : index.observations) {
    observation.period = must(parse_period(to_text(observation.period) + "-Q3"));
  }
  const EditionGrowth found = growth(index, "r-2025", "r-2026");
  REQUIRE(found.cells.size() == 2);
  CHECK(to_text(found.cells.front().within.front().before->period) == "2023-Q3");
}

}  // namespace
}  // namespace podium
