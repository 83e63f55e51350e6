#include <cmath>

#include <doctest/doctest.h>

#include "podium/core/statistics/distributions.hpp"

#include "stress/stressed_index.hpp"

// Figures that are drawn by the standard errors that their publishers state.
namespace podium {
namespace {

using namespace testing;

/// The small index, each figure of the ranked period with this share of itself as standard error.
StressSetting setting_with_errors(double share) {
  StressSetting setting = setting_for(usual_recipe());
  StressFigures& figures = setting.figures.front();
  for (const double value : figures.panel.values()) figures.standard_errors.push_back(std::abs(value) * share);
  return setting;
}

Factor measurement(VaryMeasurement variation = {}) {
  return {.name = "measurement", .variation = std::move(variation)};
}

Worlds measured(double share, VaryMeasurement variation = {}, std::uint64_t draws = 3000) {
  return must(Worlds::make({.draws = draws, .seed = 5, .factors = {measurement(std::move(variation))}},
                           setting_with_errors(share)));
}

std::vector<MovedFigure> drawn(const Worlds& worlds, std::uint64_t draw) {
  return worlds.moved_figures(point_of_draw(worlds.plan().seed, draw));
}

struct Moments {
  double mean;
  double deviation;
};

Moments moments_of(const std::vector<double>& values) {
  double sum = 0;
  double squares = 0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, std::sqrt(squares / static_cast<double>(values.size()))};
}

TEST_CASE("over evenly spaced points a drawn figure has the printed one as mean and its standard error as deviation") {
  // The midpoints of n equal parts of (0, 1), each once: no chance is left, only what lies beyond the last midpoint.
  constexpr std::size_t kPoints = 20'000;
  for (const ErrorLaw law : {ErrorLaw::Normal, ErrorLaw::Lognormal}) {
    const Worlds worlds = measured(0.3, {.law = law});
    std::vector<std::vector<double>> values;
    std::vector<double> printed;
    for (std::size_t i = 0; i < kPoints; ++i) {
      const double u = (static_cast<double>(i) + 0.5) / kPoints;
      const std::vector<MovedFigure> moved = worlds.moved_figures([u](std::size_t) { return u; });
      values.resize(moved.size());
      printed.resize(moved.size());
      for (std::size_t k = 0; k < moved.size(); ++k) {
        values[k].push_back(moved[k].drawn);
        printed[k] = moved[k].before;
      }
    }
    REQUIRE(values.size() == kUnits * 5 - 2);
    for (std::size_t k = 0; k < values.size(); ++k) {
      const Moments found = moments_of(values[k]);
      CHECK(found.mean == doctest::Approx(printed[k]).epsilon(law == ErrorLaw::Normal ? 1e-12 : 1e-4));
      CHECK(found.deviation == doctest::Approx(0.3 * printed[k]).epsilon(2e-3));
    }
  }
}

TEST_CASE("the draws of a plan keep these moments within their own error, figure by figure and without dependence") {
  constexpr std::uint64_t kDraws = 4000;
  const Worlds worlds = measured(0.2);
  std::vector<double> first;
  std::vector<double> second;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const std::vector<MovedFigure> moved = drawn(worlds, draw);
    first.push_back((moved[0].drawn - moved[0].before) / (0.2 * moved[0].before));
    second.push_back((moved[1].drawn - moved[1].before) / (0.2 * moved[1].before));
  }
  const double n = kDraws;
  for (const std::vector<double>* z : {&first, &second}) {
    CHECK(std::abs(moments_of(*z).mean) < 4 / std::sqrt(n));
    CHECK(std::abs(moments_of(*z).deviation - 1) < 4 / std::sqrt(2 * n));
  }
  double product = 0;
  for (std::size_t i = 0; i < first.size(); ++i) product += first[i] * second[i];
  CHECK(std::abs(product / n) < 4 / std::sqrt(n));
}

TEST_CASE("a figure is its printed value plus its standard error times the normal quantile of its own coordinate") {
  const Worlds worlds = measured(0.1);
  const std::vector<MovedFigure> moved = worlds.moved_figures([](std::size_t) { return 0.975; });
  for (const MovedFigure& figure : moved) {
    CHECK(figure.drawn == doctest::Approx(figure.before * (1 + 0.1 * 1.959963984540054)).epsilon(1e-12));
  }
}

TEST_CASE("lognormal figures stay above 0 where normal ones do not") {
  const auto lowest = [](const Worlds& worlds) {
    double found = 1e9;
    for (std::uint64_t draw = 0; draw < 200; ++draw) {
      for (const MovedFigure& figure : drawn(worlds, draw)) found = std::min(found, figure.drawn);
    }
    return found;
  };
  // Below 0 lies what is drawn left of the printed figure by more than 1 / 0.8 of its standard error. It stays so.
  CHECK(lowest(measured(0.8)) < 0);
  CHECK(lowest(measured(0.8, {.law = ErrorLaw::Lognormal})) > 0);
}

TEST_CASE("standard errors of 0 change nothing") {
  const Worlds worlds = measured(0, {}, 200);
  CHECK(drawn(worlds, 7).empty());
  const StressTally tally = run_all(worlds);
  const StressTally published = run_all(worlds_of({weights_factor(0)}, 200));
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    CHECK(tally.lowest_score(unit) == published.lowest_score(unit));
    CHECK(tally.highest_score(unit) == published.highest_score(unit));
    CHECK(std::vector(tally.ranks(unit).begin(), tally.ranks(unit).end()) ==
          std::vector(published.ranks(unit).begin(), published.ranks(unit).end()));
  }
}

TEST_CASE("only and except say which figures move") {
  const Worlds in_pillar = measured(0.1, {.only = {"p"}});
  const Hierarchy hierarchy = two_pillars();
  const std::vector<MovedFigure> moved = drawn(in_pillar, 3);
  CHECK(moved.size() == 2 * kUnits - 1);
  for (const MovedFigure& figure : moved) {
    const std::string& id = hierarchy.node(figure.series).id;
    CHECK((id == "a" || id == "b"));
  }
  CHECK(drawn(measured(0.1, {.except = {"p", "c"}}), 3).size() == 2 * kUnits - 1);
}

TEST_CASE("a world's figures do not depend on what else is varied before or after, and threads do not matter") {
  const StressSetting setting = setting_with_errors(0.1);
  const Worlds worlds = must(Worlds::make(
      {.draws = 500, .seed = 5, .factors = {weights_factor(0.3), measurement(), normalise_factor()}}, setting));
  CHECK(worlds.combinations() == 0);
  check_same_bits(run_all(worlds, 1), run_all(worlds, 3));
  const StressTally tally = run_all(worlds);
  check_same_counts(tally, counted_slowly(worlds, tally));
}

TEST_CASE("a world is the published recipe on its drawn figures") {
  const Worlds worlds = measured(0.25);
  for (const std::uint64_t draw : {0U, 11U, 999U}) {
    StressSetting setting = setting_for(usual_recipe());
    Panel panel = setting.figures.front().panel;
    for (const MovedFigure& figure : drawn(worlds, draw))
      panel.set(figure.series, setting.time, figure.unit, figure.drawn);
    const Ranking ranking = must(run(setting.recipe, std::move(panel)));
    const WorldResult world = must(worlds.run(point_of_draw(5, draw)));
    for (std::size_t unit = 0; unit < kUnits; ++unit) {
      CHECK(world.scores[unit] == ranking.score(setting.node, setting.time, static_cast<Unit>(unit)));
      CHECK(world.ranks[unit] == ranking.rank(setting.node, setting.time, static_cast<Unit>(unit)));
    }
  }
}

TEST_CASE("a factor that can move nothing, or not by its law, is refused") {
  const auto problems = [](StressSetting setting, VaryMeasurement variation) {
    return problems_of(Worlds::make({.factors = {measurement(std::move(variation))}}, std::move(setting)));
  };
  CHECK(problems(setting_for(usual_recipe()), {}).find("figures without standard errors") != std::string::npos);
  StressSetting some = setting_with_errors(0.1);
  const Hierarchy hierarchy = two_pillars();
  const std::size_t cells = some.figures.front().panel.values(series_of(hierarchy, "a")).size();
  const std::size_t first = at(series_of(hierarchy, "a")) * cells;
  for (std::size_t i = first; i < first + cells; ++i) some.figures.front().standard_errors[i] = kMissing;
  CHECK(problems(some, {}).empty());
  CHECK(problems(some, {.only = {"a"}}).find("figures without standard errors") != std::string::npos);
  some.figures.front().panel.set(series_of(hierarchy, "c"), Time{1}, Unit{0}, -2);
  CHECK(problems(some, {}).empty());
  CHECK(problems(some, {.law = ErrorLaw::Lognormal}).find("-2 under the lognormal law") != std::string::npos);
  CHECK(problems(some, {.law = ErrorLaw::Lognormal, .except = {"c"}}).empty());
}

}  // namespace
}  // namespace podium
