#include <array>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "podium/reason/catch_up.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

using testing::Random;

/// The definition for four figures a year apart and blocks of two: three starts, so nine equally likely series.
double share_caught_up(const std::array<double, 4>& follower, const std::array<double, 4>& leader, double years_after) {
  struct Fitted {
    double middle;
    double slope;
  };
  const auto fit = [](const std::array<double, 4>& y) {
    return Fitted{(y[0] + y[1] + y[2] + y[3]) / 4, (-1.5 * y[0] - 0.5 * y[1] + 0.5 * y[2] + 1.5 * y[3]) / 5};
  };
  const auto redrawn = [&](const std::array<double, 4>& y, std::size_t first, std::size_t second) {
    const Fitted line = fit(y);
    std::array<double, 4> fitted{};
    std::array<double, 4> left{};
    for (std::size_t i = 0; i < 4; ++i) {
      fitted[i] = line.middle + line.slope * (static_cast<double>(i) - 1.5);
      left[i] = y[i] - fitted[i];
    }
    const double mean_of_firsts = (left[0] + left[1] + left[2]) / 3;
    const double mean_of_seconds = (left[1] + left[2] + left[3]) / 3;
    return fit({fitted[0] + std::sqrt(2.0) * (left[first] - mean_of_firsts),
                fitted[1] + std::sqrt(2.0) * (left[first + 1] - mean_of_seconds),
                fitted[2] + std::sqrt(2.0) * (left[second] - mean_of_firsts),
                fitted[3] + std::sqrt(2.0) * (left[second + 1] - mean_of_seconds)});
  };
  double caught_up = 0;
  for (std::size_t first = 0; first < 3; ++first) {
    for (std::size_t second = 0; second < 3; ++second) {
      const Fitted behind = redrawn(follower, first, second);
      const Fitted ahead = redrawn(leader, first, second);
      const bool is_ahead_at_start = behind.middle + 1.5 * behind.slope >= ahead.middle + 1.5 * ahead.slope;
      const double x = 1.5 + years_after;
      caught_up += is_ahead_at_start || behind.middle + x * behind.slope >= ahead.middle + x * ahead.slope ? 1 : 0;
    }
  }
  return caught_up / 9;
}

TEST_CASE("the share of draws is that of all series that can be drawn, within what it says of its error") {
  Random random(83);
  int between = 0;
  for (int round = 0; round < 20; ++round) {
    std::array<double, 4> follower{};
    std::array<double, 4> leader{};
    std::vector<SeriesPoint> of_follower;
    std::vector<SeriesPoint> of_leader;
    for (std::size_t i = 0; i < 4; ++i) {
      follower[i] = 0.3 * static_cast<double>(i) + random.between(-0.4, 0.4);
      leader[i] = 1.5 + 0.1 * static_cast<double>(i) + random.between(-0.4, 0.4);
      of_follower.push_back({.time = 2021.0 + static_cast<double>(i), .value = std::exp(follower[i])});
      of_leader.push_back({.time = 2021.0 + static_cast<double>(i), .value = std::exp(leader[i])});
    }
    const Result<CatchUp> found =
        catch_up(of_follower, of_leader,
                 {.horizon = 2030, .last_year = 2030, .draws = 4'000, .seed = static_cast<std::uint64_t>(round)});
    REQUIRE(found);
    const double expected = share_caught_up(follower, leader, 6);
    CHECK(std::abs(found->by_horizon.probability.value - expected) <= 4 * found->by_horizon.standard_error);
    CHECK(found->by_horizon.probability.value + found->never.probability.value == doctest::Approx(1).epsilon(1e-15));
    between += expected > 0 && expected < 1 ? 1 : 0;
  }
  CHECK(between > 5);
}

}  // namespace
}  // namespace podium
