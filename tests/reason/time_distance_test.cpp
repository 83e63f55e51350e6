#include "podium/reason/time_distance.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

using State = TimeDistance::State;
using testing::Random;

TEST_CASE("Korea's level of 2025 is the one that China passed in mid-2014") {
  const std::vector<SeriesPoint> china{{2014, 0.673935556}, {2015, 2.086373778}};
  const Result<TimeDistance> distance = time_distance({2025, 1.7754}, china);
  REQUIRE(distance);
  CHECK(distance->state == State::Passed);
  CHECK(std::round(*distance->passed_at * 1'000) == 2'014'780);
  CHECK(std::round(*distance->years_behind * 100) == 1'022);
}

TEST_CASE("the last passing for good is the one that counts, and every other state is said") {
  const struct {
    const char* name;
    std::vector<SeriesPoint> other;
    TimeDistance expected;
  } cases[] = {
      {"between two figures", {{2010, 0}, {2014, 8}}, {State::Passed, 2012.5, 7.5, {}}},
      {"at a figure", {{2010, 0}, {2014, 5}, {2015, 5}}, {State::Passed, 2014, 6, {}}},
      {"over a gap", {{2010, 0}, {2011, kMissing}, {2012, 10}}, {State::Passed, 2011, 9, {}}},
      {"in any order", {{2014, 8}, {2010, 0}}, {State::Passed, 2012.5, 7.5, {}}},
      {"several times", {{2010, 0}, {2011, 10}, {2012, 0}, {2013, 10}}, {State::Passed, 2012.5, 7.5, {}}},
      {"above, below and above again", {{2010, 9}, {2011, 4}, {2012, 6}}, {State::Passed, 2011.5, 8.5, {}}},
      {"touched from above and stayed", {{2010, 0}, {2011, 10}, {2012, 5}}, {State::Passed, 2010.5, 9.5, {}}},
      {"later than the own time", {{2019, 0}, {2029, 10}}, {State::Passed, 2024, -4, {}}},
      {"above in all its figures", {{2008, 6}, {2010, 9}}, {State::AlwaysAbove, {}, {}, 12}},
      {"one figure, at the level", {{2008, 5}}, {State::AlwaysAbove, {}, {}, 12}},
      {"below in all its figures", {{2008, 1}, {2010, 4.999}}, {State::NeverAbove, {}, {}, {}}},
      {"above once, below at the end", {{2008, 1}, {2009, 7}, {2010, 4}}, {State::BelowAgain, {}, {}, {}}},
      {"above from the start, below at the end", {{2008, 7}, {2010, 4}}, {State::BelowAgain, {}, {}, {}}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Result<TimeDistance> distance = time_distance({.time = 2020, .value = 5}, c.other);
    REQUIRE(distance);
    CHECK(*distance == c.expected);
  }
}

TEST_CASE("a series is at no distance from itself, and at the shift from itself shifted") {
  Random random(75);
  for (int round = 0; round < 50; ++round) {
    std::vector<SeriesPoint> rising;
    std::vector<SeriesPoint> earlier;
    double level = 1;
    for (int i = 0; i < 10; ++i) {
      level += random.between(0.1, 2);
      rising.push_back({.time = 2010.0 + i, .value = level});
      earlier.push_back({.time = 2006.5 + i, .value = level});
    }
    for (std::size_t i = 1; i < rising.size(); ++i) {
      CHECK(*time_distance(rising[i], rising)->years_behind == 0);
      CHECK(*time_distance(rising[i], earlier)->years_behind == 3.5);
    }
  }
}

TEST_CASE("without a figure on both sides there is no distance") {
  const double infinity = std::numeric_limits<double>::infinity();
  const std::vector<SeriesPoint> other{{2010, 1}, {2011, 2}};
  CHECK(time_distance({2020, kMissing}, other).diagnostics().front().code == Code::InvalidValue);
  CHECK(time_distance({infinity, 1}, other).diagnostics().front().code == Code::InvalidValue);
  CHECK(time_distance({2020, 1}, {}).diagnostics().front().code == Code::TooFewFigures);
  CHECK(time_distance({2020, 1}, std::vector<SeriesPoint>{{2010, kMissing}}).diagnostics().front().code ==
        Code::TooFewFigures);
  CHECK(time_distance({2020, 1}, std::vector<SeriesPoint>{{2010, 1}, {2010, 2}}).diagnostics().front().code ==
        Code::InvalidValue);
}

}  // namespace
}  // namespace podium
