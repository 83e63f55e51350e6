#include <cmath>

#include <doctest/doctest.h>

#include "podium/core/impute/impute.hpp"
#include "podium/core/impute/normal_model.hpp"
#include "podium/core/recipe.hpp"

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

const double kGap = kMissing;

Matrix matrix_of(const std::vector<std::vector<double>>& rows) {
  Matrix matrix(rows.size(), rows.front().size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows[i].size(); ++j) matrix(i, j) = rows[i][j];
  }
  return matrix;
}

/// Two variables, the first always known, the second in the first rows only.
struct Monotone {
  std::vector<double> x = {-1.2, 0.3, 0.9, -0.4, 1.5, 0.1, -2.0, 0.8};
  std::vector<double> y = {-0.7, 0.1, 1.3, -0.9, 1.1, kGap, kGap, kGap};
  std::size_t pairs = 5;

  /// Maximum likelihood in closed form (Anderson 1957; Little and Rubin 2002, section 7.2.1): the first variable by all
  /// its figures, the second by its regression on the first in the complete rows.
  double mean_x = mean(x, x.size());
  double variance_x = covariance(x, x, x.size());
  double slope = covariance(x, y, pairs) / covariance(x, x, pairs);
  double mean_y = mean(y, pairs) + slope * (mean_x - mean(x, pairs));
  double residual = covariance(y, y, pairs) - slope * covariance(x, y, pairs);
  double variance_y = residual + slope * slope * variance_x;

  static double mean(const std::vector<double>& values, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += values[i];
    return sum / static_cast<double>(count);
  }
  static double covariance(const std::vector<double>& a, const std::vector<double>& b, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += (a[i] - mean(a, count)) * (b[i] - mean(b, count));
    return sum / static_cast<double>(count);
  }
};

TEST_CASE("with one incomplete variable the maximum is that of the regression on the complete one") {
  const Monotone m;
  Matrix rows(m.x.size(), 2);
  for (std::size_t i = 0; i < m.x.size(); ++i) {
    rows(i, 0) = m.x[i];
    rows(i, 1) = m.y[i];
  }
  const NormalFit fit = fit_normal(rows, 1e-12, 10'000);
  CHECK(fit.model.change <= 1e-12);
  CHECK(fit.model.ridge == 0);
  const auto near = [](double value) { return doctest::Approx(value).epsilon(1e-9); };
  CHECK(fit.model.mean[0] == near(m.mean_x));
  CHECK(fit.model.mean[1] == near(m.mean_y));
  CHECK(fit.model.covariance(0, 0) == near(m.variance_x));
  CHECK(fit.model.covariance(0, 1) == near(m.slope * m.variance_x));
  CHECK(fit.model.covariance(1, 1) == near(m.variance_y));
  for (std::size_t i = m.pairs; i < m.x.size(); ++i) {
    CHECK(fit.completed(i, 1) == near(m.mean_y + m.slope * (m.x[i] - m.mean_x)));
  }
}

TEST_CASE("the step fills gaps with the regression of such indicators, on their own scales") {
  const Monotone m;
  std::vector<double> dollars;
  for (const double x : m.x) dollars.push_back(5e11 + 1e11 * x);
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  const Panel panel = panel_of(hierarchy, {{"x", dollars}, {"y", m.y}});
  const Impute step{.method = ImputeExpectation{.tolerance = 1e-10, .max_iterations = 10'000}};
  const Panel after = must(apply(step, panel, {hierarchy, 1}));
  for (std::size_t i = m.pairs; i < m.x.size(); ++i) {
    CHECK(after.values(series_of(hierarchy, "y"))[i] ==
          doctest::Approx(m.mean_y + m.slope * (m.x[i] - m.mean_x)).epsilon(1e-7));
  }
}

TEST_CASE("without gaps one look is enough: means and covariances with divisor n") {
  const NormalFit fit = fit_normal(matrix_of({{1, 2}, {3, 1}, {2, 6}, {6, 3}}), 1e-12, 10);
  CHECK(fit.model.mean[0] == doctest::Approx(3));
  CHECK(fit.model.mean[1] == doctest::Approx(3));
  CHECK(fit.model.covariance(0, 0) == doctest::Approx((4 + 0 + 1 + 9) / 4.0));
  CHECK(fit.model.covariance(0, 1) == doctest::Approx((2 + 0 - 3 + 0) / 4.0));
  CHECK(fit.model.covariance(1, 1) == doctest::Approx((1 + 4 + 9 + 0) / 4.0));
  CHECK(fit.model.rounds == 2);
}

/// The known entries of a row, and the model restricted to them.
struct Known {
  std::vector<std::size_t> columns;
  Matrix inverse;
  Matrix covariance;
};

Known known_of(const Matrix& rows, std::size_t row, const NormalModel& model) {
  std::vector<std::size_t> columns;
  for (std::size_t j = 0; j < rows.columns(); ++j) {
    if (!is_missing(rows(row, j))) columns.push_back(j);
  }
  Matrix covariance(columns.size(), columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t j = 0; j < columns.size(); ++j) covariance(i, j) = model.covariance(columns[i], columns[j]);
  }
  return {columns, columns.empty() ? covariance : *inverse_of(covariance), covariance};
}

/// -2 log of the likelihood of the available figures, without its constant: what the method makes small.
double deviance(const Matrix& rows, const NormalModel& model) {
  double sum = 0;
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const Known known = known_of(rows, row, model);
    if (known.columns.empty()) continue;
    sum += std::log(determinant_of(known.covariance));
    for (std::size_t i = 0; i < known.columns.size(); ++i) {
      for (std::size_t j = 0; j < known.columns.size(); ++j) {
        sum += (rows(row, known.columns[i]) - model.mean[known.columns[i]]) * known.inverse(i, j) *
               (rows(row, known.columns[j]) - model.mean[known.columns[j]]);
      }
    }
  }
  return sum;
}

/// Correlated rows with a sixth of gaps anywhere, and one row without any figure.
Matrix scattered_rows() {
  Matrix rows(25, 3);
  Random random(7);
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const double common = random.between(-1.5, 1.5);
    for (std::size_t column = 0; column < 3; ++column) {
      rows(row, column) = common + random.between(-1, 1);
      if (random.below(6) == 0) rows(row, column) = kMissing;
    }
  }
  for (std::size_t column = 0; column < 3; ++column) rows(12, column) = kMissing;
  return rows;
}

TEST_CASE("no model near the one that is found makes the figures likelier") {
  const Matrix rows = scattered_rows();
  const NormalFit fit = fit_normal(rows, 1e-12, 10'000);
  REQUIRE(fit.model.change <= 1e-12);
  const double least = deviance(rows, fit.model);
  for (const double step : {1e-3, -1e-3}) {
    for (std::size_t i = 0; i < 3; ++i) {
      NormalModel moved = fit.model;
      moved.mean[i] += step;
      CHECK(deviance(rows, moved) > least);
      for (std::size_t j = i; j < 3; ++j) {
        NormalModel bent = fit.model;
        bent.covariance(i, j) += step;
        if (j != i) bent.covariance(j, i) += step;
        CHECK(deviance(rows, bent) > least);
      }
    }
  }
}

TEST_CASE("gaps are completed by the conditional expectation, a row without figures by the means") {
  const Matrix rows = scattered_rows();
  const NormalFit fit = fit_normal(rows, 1e-10, 10'000);
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const Known known = known_of(rows, row, fit.model);
    for (std::size_t column = 0; column < 3; ++column) {
      double expected = fit.model.mean[column];
      for (std::size_t i = 0; i < known.columns.size(); ++i) {
        for (std::size_t j = 0; j < known.columns.size(); ++j) {
          expected += fit.model.covariance(column, known.columns[i]) * known.inverse(i, j) *
                      (rows(row, known.columns[j]) - fit.model.mean[known.columns[j]]);
        }
      }
      CHECK(fit.completed(row, column) == doctest::Approx(expected).epsilon(1e-9));
    }
  }
}

TEST_CASE("two indicators that say the same give a singular covariance, and a ridge") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y"), indicator("z")});
  const Panel panel =
      panel_of(hierarchy, {{"x", {1, 2, 3, 4, 5, 6}}, {"y", {2, 4, 6, 8, 10, 12}}, {"z", {3, 6, 9, 12, 15, kGap}}});
  const Panel after = must(apply(Impute{.method = ImputeExpectation{}}, panel, {hierarchy, 1}));
  CHECK(after.values(series_of(hierarchy, "z"))[5] == doctest::Approx(18).epsilon(1e-4));
}

TEST_CASE("each node has a model of its own, and constant indicators stay outside") {
  const Monotone m;
  const Hierarchy hierarchy = hierarchy_of({root(), pillar("p"), pillar("q"), indicator("x", "p"), indicator("y", "p"),
                                            indicator("u", "q"), indicator("flat", "q")});
  const Panel panel = panel_of(
      hierarchy, {{"x", m.x}, {"y", m.y}, {"u", {1, 2, 3, 4, 5, 6, 7, kGap}}, {"flat", {9, 9, 9, 9, 9, 9, 9, kGap}}});
  const Panel by_level =
      must(apply(Impute{.method = ImputeExpectation{.level = 2, .tolerance = 1e-10}}, panel, {hierarchy, 1}));
  CHECK(by_level.values(series_of(hierarchy, "y"))[7] ==
        doctest::Approx(m.mean_y + m.slope * (m.x[7] - m.mean_x)).epsilon(1e-7));
  CHECK(by_level.values(series_of(hierarchy, "u"))[7] == doctest::Approx(4));
  CHECK(by_level.values(series_of(hierarchy, "flat"))[7] == 9);
  const Panel within = must(apply(Impute{.method = ImputeExpectation{.within = {"q"}}}, panel, {hierarchy, 1}));
  CHECK(is_missing(within.values(series_of(hierarchy, "y"))[7]));
  CHECK(within.values(series_of(hierarchy, "u"))[7] == doctest::Approx(4));
}

TEST_CASE("too few units, no figures and slow convergence are errors") {
  const Hierarchy hierarchy = hierarchy_of({root(), pillar("p"), indicator("x", "p"), indicator("y", "p")});
  const auto problems = [&](std::vector<double> x, std::vector<double> y, ImputeExpectation method) {
    const Panel panel = panel_of(hierarchy, {{"x", std::move(x)}, {"y", std::move(y)}});
    return problems_of(apply(Impute{.method = std::move(method)}, panel, {hierarchy, 2}));
  };
  CHECK(problems({1, 2, kGap}, {3, kGap, kGap}, {.level = 2}).empty());  // y is constant and stays outside
  CHECK(problems({1, 2, kGap}, {3, 5, kGap}, {.level = 2}) ==
        "error[too-few-figures]: step 2, node p, period 2021: found 2 units with figures for 2 indicators; expected "
        "more units than indicators: name smaller nodes with `within` or `level`, or see the whole panel with over = "
        "\"panel\"");
  CHECK(problems({1, 2, 3}, {kGap, kGap, kGap}, {}) ==
        "error[empty-indicator]: step 2, node y, period 2021: found no figure to fill the gaps from; expected at least "
        "one figure");
  const Monotone m;
  const std::string slow = problems(m.x, m.y, {.tolerance = 1e-12, .max_iterations = 2});
  CHECK(slow.find("error[not-converged]: step 2, node index, period 2021: found changes of ") == 0);
  CHECK(slow.find(" after 2 iterations; expected at most 1e-12: more max_iterations, a larger tolerance, or smaller "
                  "nodes") != std::string::npos);
}

TEST_CASE("parameters out of range are refused") {
  CHECK(ImputeExpectation{.tolerance = 0}.check()->found == "tolerance 0");
  CHECK(ImputeExpectation{.tolerance = kMissing}.check().has_value());
  CHECK(ImputeExpectation{.max_iterations = 0}.check()->found == "max_iterations 0");
  CHECK(ImputeExpectation{.level = 2, .within = {"p"}}.check().has_value());
  CHECK_FALSE(ImputeExpectation{}.check().has_value());
}

}  // namespace
}  // namespace podium
