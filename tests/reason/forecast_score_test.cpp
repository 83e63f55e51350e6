#include "podium/reason/forecast_score.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "support/random.hpp"

namespace podium {
namespace {

using testing::Random;

const std::vector<Outcome> kOutcomes{{.period = 2021, .value = 80},
                                     {.period = 2022, .value = 100},
                                     {.period = 2023, .value = 160},
                                     {.period = 2024, .value = 200}};

TEST_CASE("two forecasts beside what came") {
  // Issued in 2023.2, when 2022 was known (100): 150 for 2023 (160) and 220 for 2024 (200).
  const std::vector<EarlierForecast> forecasts{
      {.issued = 2023.2, .period = 2023, .value = 150, .lower = 140, .upper = 155},
      {.issued = 2023.2, .period = 2024, .value = 220, .lower = 180, .upper = 260}};
  const Result<ForecastScore> score = score_forecasts(forecasts, kOutcomes);
  REQUIRE(score);
  REQUIRE(score->scored.size() == 2);
  CHECK(score->scored[0].error == -10);
  CHECK(score->scored[1].error == 20);
  CHECK(*score->scored[0].is_inside == false);
  CHECK(*score->scored[1].is_inside == true);
  CHECK(*score->scored[0].no_change == 100);
  CHECK(*score->scored[1].no_change == 100);
  CHECK(score->bias == 5);                                 // (-10 + 20) / 2
  CHECK(score->mean_absolute_error == 15);                 // (10 + 20) / 2
  CHECK(*score->mean_absolute_percentage_error == 8.125);  // (10/160 + 20/200) / 2 = (6.25 % + 10 %) / 2
  CHECK(*score->share_inside == 0.5);
  CHECK(*score->relative_absolute_error == 30.0 / 160);  // (10 + 20) / (60 + 100)
  CHECK(score->intervals == 2);
  CHECK(score->compared == 2);
}

TEST_CASE("what is not known yet waits, and what was known already was no forecast") {
  const std::vector<EarlierForecast> forecasts{{.issued = 2024, .period = 2023, .value = 160},
                                               {.issued = 2023.9, .period = 2023, .value = 170},
                                               {.issued = 2023.9, .period = 2030, .value = 300}};
  const Result<ForecastScore> score = score_forecasts(forecasts, kOutcomes);
  REQUIRE(score);
  CHECK(score->too_late == 1);  // the figure of 2023 is known from 2024 on
  CHECK(score->waiting == 1);
  REQUIRE(score->scored.size() == 1);
  CHECK(score->scored[0].forecast == 1);
  CHECK(!score->scored[0].is_inside);
  CHECK(!score->share_inside);

  const Result<ForecastScore> nothing = score_forecasts(std::vector{forecasts[2]}, kOutcomes);
  REQUIRE(nothing);
  CHECK(nothing->scored.empty());
  CHECK(nothing->waiting + nothing->too_late == 1);
  CHECK(is_missing(nothing->bias));
  CHECK_FALSE(nothing->mean_absolute_percentage_error);
}

TEST_CASE("what counts as known is when it was published") {
  std::vector<Outcome> outcomes = kOutcomes;
  outcomes[1].known_from = 2023.3;  // 2022 was published after the forecast: 2021 was the last known figure
  const std::vector<EarlierForecast> forecasts{{.issued = 2023.2, .period = 2024, .value = 220}};
  CHECK(*score_forecasts(forecasts, outcomes)->scored[0].no_change == 80);
  for (Outcome& outcome : outcomes) outcome.known_from = 2025;
  const Result<ForecastScore> unknown = score_forecasts(forecasts, outcomes);
  CHECK(!unknown->scored[0].no_change);
  CHECK(!unknown->relative_absolute_error);
  CHECK(unknown->compared == 0);
}

TEST_CASE("an outcome of 0 has no percentage, and a gap is no outcome") {
  const std::vector<Outcome> outcomes{{.period = 2022, .value = 0}, {.period = 2023, .value = kMissing}};
  const std::vector<EarlierForecast> forecasts{{.issued = 2020, .period = 2022, .value = 3},
                                               {.issued = 2020, .period = 2023, .value = 3}};
  const Result<ForecastScore> score = score_forecasts(forecasts, outcomes);
  REQUIRE(score);
  CHECK(score->waiting == 1);
  CHECK(score->bias == 3);
  CHECK(!score->mean_absolute_percentage_error);
}

TEST_CASE("a perfect forecast has no error, and saying that nothing changes is as good as itself") {
  Random random(95);
  std::vector<Outcome> outcomes;
  for (int i = 0; i < 20; ++i) outcomes.push_back({.period = 2000.0 + i, .value = random.between(10, 90)});
  std::vector<EarlierForecast> perfect;
  std::vector<EarlierForecast> no_change;
  for (std::size_t i = 1; i < outcomes.size(); ++i) {
    const double period = outcomes[i].period;
    const double came = outcomes[i].value;
    perfect.push_back({.issued = period + 0.5, .period = period, .value = came, .lower = came, .upper = came});
    no_change.push_back({.issued = period + 0.5, .period = period, .value = outcomes[i - 1].value});
  }
  const Result<ForecastScore> of_perfect = score_forecasts(perfect, outcomes);
  REQUIRE(of_perfect);
  CHECK(of_perfect->bias == 0);
  CHECK(*of_perfect->mean_absolute_percentage_error == 0);
  CHECK(*of_perfect->relative_absolute_error == 0);
  CHECK(*of_perfect->share_inside == 1);
  CHECK(*score_forecasts(no_change, outcomes)->relative_absolute_error == 1);
}

TEST_CASE("what cannot be compared is refused") {
  const EarlierForecast good{.issued = 2022, .period = 2023, .value = 1, .lower = 0, .upper = 2};
  const auto refuses = [](const EarlierForecast& forecast) {
    const Result<ForecastScore> score = score_forecasts(std::vector{forecast}, kOutcomes);
    return !score && score.diagnostics().front().code == Code::InvalidValue;
  };
  CHECK(!refuses(good));
  EarlierForecast changed = good;
  changed.value = kMissing;
  CHECK(refuses(changed));
  changed = good;
  changed.issued = kMissing;
  CHECK(refuses(changed));
  changed = good;
  changed.lower = 3;
  CHECK(refuses(changed));
  changed = good;
  changed.upper = kMissing;
  CHECK(refuses(changed));
  const std::vector<Outcome> twice{{.period = 2023, .value = 1}, {.period = 2023, .value = 2}};
  CHECK(score_forecasts(std::vector{good}, twice).diagnostics().front().code == Code::InvalidValue);
}

}  // namespace
}  // namespace podium
