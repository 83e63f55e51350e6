#include <algorithm>
#include <tuple>

#include <doctest/doctest.h>

#include "podium/model/index.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

using testing::Random;

/// Released in another order than that of their ids; two on one day.
const std::vector<Edition> kEditions{{"a", "P", {2026, 1, 1}, "", ""},
                                     {"b", "P", {2024, 1, 1}, "", ""},
                                     {"c", "P", {2025, 1, 1}, "", ""},
                                     {"d", "P", {2024, 1, 1}, "", ""}};

std::vector<Observation> random_observations(Random& random, std::size_t count) {
  const char* const periods[] = {"2023", "2024", "2024-Q1", "2024-Q2", "2024-01", "2024-02", "1999-12"};
  std::vector<Observation> observations;
  for (std::size_t i = 0; i < count; ++i) {
    observations.push_back({.unit = static_cast<Unit>(random.below(3)),
                            .series = static_cast<Series>(random.below(3)),
                            .period = *parse_period(periods[random.below(7)]),
                            .edition = static_cast<EditionAt>(random.below(4)),
                            .source = SourceAt{0},
                            .status = Status::Normal,
                            .value = parse_decimal(std::to_string(i)),
                            .locator = "the place of figure " + std::to_string(random.bits()),
                            .note = "",
                            .place = {"table.csv", static_cast<std::uint32_t>(i), 1}});
  }
  return observations;
}

TEST_CASE("observations stand by series, unit, period, release date and id of the edition, equals as they came") {
  Random random(7);
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const std::vector<Observation> given = random_observations(random, random.below(200));
    std::vector<Observation> expected = given;
    std::ranges::stable_sort(expected, {}, [](const Observation& o) {
      const Edition& edition = kEditions[at(o.edition)];
      return std::tuple(o.series, o.unit, o.period, edition.released, edition.id);
    });
    std::vector<Observation> sorted = given;
    sort_observations(sorted, kEditions);
    REQUIRE(sorted.size() == expected.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      CHECK(sorted[i].place == expected[i].place);
      CHECK(sorted[i].locator == expected[i].locator);
      CHECK(sorted[i].value == expected[i].value);
    }
    sort_observations(sorted, kEditions);
    CHECK(std::ranges::equal(sorted, expected, {}, &Observation::place, &Observation::place));
  }
}

TEST_CASE("lists in that order become one in that order, equals of earlier lists first") {
  Random random(8);
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    std::vector<Observation> all;
    std::vector<std::vector<Observation>> lists(random.below(5));
    for (std::vector<Observation>& list : lists) {
      list = random_observations(random, random.below(60));
      all.insert(all.end(), list.begin(), list.end());
      sort_observations(list, kEditions);
    }
    sort_observations(all, kEditions);
    const std::vector<Observation> merged = merge_observations(lists, kEditions);
    CHECK(std::ranges::equal(merged, all, {}, &Observation::locator, &Observation::locator));
    CHECK(std::ranges::equal(merged, all, {}, &Observation::value, &Observation::value));
  }
}

}  // namespace
}  // namespace podium
