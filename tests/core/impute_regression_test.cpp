#include <doctest/doctest.h>

#include "podium/core/impute/impute.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

const double kGap = kMissing;

double value_of(const Panel& panel, const Hierarchy& hierarchy, std::string_view id, std::size_t unit) {
  return panel.values(series_of(hierarchy, id))[unit];
}

TEST_CASE("a gap lies on the least squares line through the units that have both figures") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, 2, 3, 4, 6}}, {"y", {2, 3, 5, 6, kGap}}});
  const Panel after = must(apply(Impute{.method = ImputeRegression{.predictors = 1}}, panel, {hierarchy, 1}));
  // Means 2.5 and 4; slope (1.5 * 2 + 0.5 * 1 + 0.5 * 1 + 1.5 * 2) / 5 = 1.4; at 6: 4 + 1.4 * 3.5.
  CHECK(value_of(after, hierarchy, "y", 4) == doctest::Approx(8.9));
}

TEST_CASE("figures on a plane are found again by two predictors, whatever their size") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b"), indicator("y")});
  const std::vector<double> a = {1, 2, 4, 3, 7, 5, 6};
  const std::vector<double> b = {2e12, 1e12, 3e12, 5e12, 4e12, 7e12, 9e12};
  std::vector<double> y;
  for (std::size_t i = 0; i < a.size(); ++i) y.push_back(10 + 3 * a[i] + 2e-12 * b[i]);
  y[6] = kGap;
  const Panel panel = panel_of(hierarchy, {{"a", a}, {"b", b}, {"y", y}});
  const Panel after = must(apply(Impute{.method = ImputeRegression{}}, panel, {hierarchy, 1}));
  CHECK(value_of(after, hierarchy, "y", 6) == doctest::Approx(10 + 18 + 18));
}

TEST_CASE("the most correlated indicators that the unit has are taken") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("weak"), indicator("same"), indicator("y")});
  const ImputeRegression one{.predictors = 1};
  const std::vector<double> weak = {1, 3, 2, 4, 10};
  const auto filled = [&](std::vector<double> same) {
    const Panel panel = panel_of(hierarchy, {{"weak", weak}, {"same", std::move(same)}, {"y", {2, 4, 6, 8, kGap}}});
    return value_of(must(apply(Impute{.method = one}, panel, {hierarchy, 1})), hierarchy, "y", 4);
  };
  CHECK(filled({-1, -2, -3, -4, -7}) == doctest::Approx(14));
  // Without it: means 2.5 and 5, slope (1.5 * 3 - 0.5 * 1 - 0.5 * 1 + 1.5 * 3) / 5 = 1.6; at 10: 5 + 1.6 * 7.5.
  CHECK(filled({-1, -2, -3, -4, kGap}) == doctest::Approx(17));
}

TEST_CASE("fillings do not predict") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y"), indicator("z")});
  // Two gaps in one row: each is predicted from z alone.
  const Panel panel =
      panel_of(hierarchy, {{"x", {1, 2, 3, 4, kGap}}, {"y", {2, 4, 6, 8, kGap}}, {"z", {10, 20, 30, 40, 60}}});
  const Panel after = must(apply(Impute{.method = ImputeRegression{}}, panel, {hierarchy, 1}));
  CHECK(value_of(after, hierarchy, "x", 4) == doctest::Approx(6));
  CHECK(value_of(after, hierarchy, "y", 4) == doctest::Approx(12));
}

TEST_CASE("a second predictor needs two units a coefficient") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b"), indicator("y")});
  // a is the better predictor; with b only five units remain, and three coefficients would need six.
  const Panel panel = panel_of(
      hierarchy, {{"a", {1, 2, 3, 4, 5, 6, 7}}, {"b", {1, 2, 3, 5, 4, kGap, 9}}, {"y", {1, 2, 3, 4, 5, 6, kGap}}});
  const Panel after = must(apply(Impute{.method = ImputeRegression{}}, panel, {hierarchy, 1}));
  CHECK(value_of(after, hierarchy, "y", 6) == doctest::Approx(7));
}

TEST_CASE("a gap that nothing predicts is an error, or stays a gap") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y"), indicator("flat")});
  const struct {
    std::string name;
    std::vector<double> x;
    std::vector<double> y;
  } cases[] = {
      {"three units are too few", {1, 2, 3, kGap, 5}, {2, 3, 5, kGap, kGap}},
      {"the unit has no figure", {1, 2, 3, 4, kGap}, {2, 3, 5, 6, kGap}},
      {"no correlation", {1, -1, 1, -1, 2}, {1, 1, -1, -1, kGap}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Panel panel = panel_of(hierarchy, {{"x", c.x}, {"y", c.y}, {"flat", {3, 3, 3, 3, 3}}});
    const std::string problems = problems_of(apply(Impute{.method = ImputeRegression{}}, panel, {hierarchy, 2}));
    CHECK(problems.find("error[too-few-figures]: step 2, node y, unit E, period 2021: found no indicator that predicts "
                        "the gap; expected one with a figure of this unit that correlates at least 0.5 over at least 4 "
                        "units, or unpredicted = \"gap\"") != std::string::npos);
    const ImputeRegression lenient{.unpredicted = Unpredicted::Gap};
    const Panel after = must(apply(Impute{.method = lenient}, panel, {hierarchy, 2}));
    CHECK(is_missing(value_of(after, hierarchy, "y", 4)));
  }
}

TEST_CASE("parameters out of range are refused") {
  CHECK(ImputeRegression{.predictors = 0}.check()->code == Code::InvalidValue);
  CHECK(ImputeRegression{.min_correlation = 1.1}.check()->found == "min_correlation 1.1");
  CHECK(ImputeRegression{.min_correlation = kMissing}.check().has_value());
  CHECK_FALSE(ImputeRegression{}.check().has_value());
}

}  // namespace
}  // namespace podium
