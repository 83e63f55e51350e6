#include "podium/core/impute/normal_model.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "podium/core/panel.hpp"

namespace podium {
namespace {

constexpr double kSmallestPivot = 1e-10;
constexpr double kFirstRidge = 1e-6;

/// Rows with the same columns known: they share the regression of the gaps on the known.
struct Pattern {
  std::vector<std::size_t> known;
  std::vector<std::size_t> gaps;
  std::vector<std::size_t> rows;
};

std::vector<Pattern> patterns_of(const Matrix& rows) {
  std::map<std::vector<char>, Pattern> patterns;
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    std::vector<char> gaps(rows.columns());
    std::ranges::transform(rows.row(row), gaps.begin(), [](double value) { return is_missing(value) ? '1' : '0'; });
    patterns[gaps].rows.push_back(row);
  }
  std::vector<Pattern> list;
  for (auto& [gaps, pattern] : patterns) {
    for (std::size_t column = 0; column < rows.columns(); ++column) {
      (gaps[column] == '1' ? pattern.gaps : pattern.known).push_back(column);
    }
    list.push_back(std::move(pattern));
  }
  return list;
}

/// Turns variable k of a symmetric matrix from a dependent into an explaining one; false if it is none, given the
/// variables swept before.
bool sweep(Matrix& g, std::size_t k) {
  const double pivot = g(k, k);
  if (!(pivot > kSmallestPivot)) return false;
  const std::size_t size = g.rows();
  for (std::size_t i = 0; i < size; ++i) {
    if (i == k) continue;
    const double slope = g(i, k) / pivot;
    for (std::size_t j = 0; j < size; ++j) {
      if (j != k) g(i, j) -= slope * g(k, j);
    }
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (i == k) continue;
    g(i, k) /= pivot;
    g(k, i) = g(i, k);
  }
  g(k, k) = -1 / pivot;
  return true;
}

/// After sweeping the known columns: slopes in (gap, known), the covariance of what they leave open in (gap, gap).
/// A singular covariance gets the model's ridge, which grows until the sweep succeeds and never shrinks again: a ridge
/// that came and went would keep the rounds from settling.
Matrix swept(NormalModel& model, const std::vector<std::size_t>& known) {
  for (;;) {
    Matrix g = model.covariance;
    for (std::size_t i = 0; i < g.rows(); ++i) g(i, i) += model.ridge;
    if (std::ranges::all_of(known, [&g](std::size_t k) { return sweep(g, k); })) return g;
    model.ridge = model.ridge == 0 ? kFirstRidge : model.ridge * 10;
  }
}

/// Puts the conditional expectations into the pattern's rows.
void complete(Matrix& rows, const NormalModel& model, const Pattern& pattern, const Matrix& swept) {
  for (const std::size_t row : pattern.rows) {
    for (const std::size_t gap : pattern.gaps) {
      double value = model.mean[gap];
      for (const std::size_t known : pattern.known) value += swept(gap, known) * (rows(row, known) - model.mean[known]);
      rows(row, gap) = value;
    }
  }
}

/// Sums over the completed rows, about the means of the round before, so that large means cost no digits.
struct Sums {
  std::vector<double> deviations;
  Matrix products;
  double count = 0;

  explicit Sums(std::size_t size) : deviations(size, 0), products(size, size) {}

  void add(const Matrix& rows, const NormalModel& model, const Pattern& pattern, const Matrix& swept) {
    const std::size_t size = deviations.size();
    std::vector<double> deviation(size);
    for (const std::size_t row : pattern.rows) {
      for (std::size_t i = 0; i < size; ++i) deviation[i] = rows(row, i) - model.mean[i];
      for (std::size_t i = 0; i < size; ++i) {
        deviations[i] += deviation[i];
        for (std::size_t j = 0; j < size; ++j) products(i, j) += deviation[i] * deviation[j];
      }
    }
    const auto times = static_cast<double>(pattern.rows.size());
    for (const std::size_t i : pattern.gaps) {
      for (const std::size_t j : pattern.gaps) products(i, j) += times * swept(i, j);
    }
    count += times;
  }
};

/// Maximisation: the next mean and covariance, and how far they moved.
void maximise(NormalModel& model, const Sums& sums) {
  const std::size_t size = model.mean.size();
  model.change = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const double shift = sums.deviations[i] / sums.count;
    model.mean[i] += shift;
    model.change = std::max(model.change, std::abs(shift));
    for (std::size_t j = 0; j < size; ++j) {
      const double value = sums.products(i, j) / sums.count - shift * (sums.deviations[j] / sums.count);
      model.change = std::max(model.change, std::abs(value - model.covariance(i, j)));
      model.covariance(i, j) = value;
    }
  }
}

/// Means and variances of the available figures, without covariances.
NormalModel first_model(const Matrix& rows) {
  const std::size_t size = rows.columns();
  NormalModel model{std::vector<double>(size, 0), Matrix(size, size), 0, 0, 0};
  for (std::size_t column = 0; column < size; ++column) {
    double sum = 0;
    double squares = 0;
    double count = 0;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
      const double value = rows(row, column);
      if (is_missing(value)) continue;
      sum += value;
      squares += value * value;
      count += 1;
    }
    model.mean[column] = sum / count;
    model.covariance(column, column) = squares / count - model.mean[column] * model.mean[column];
  }
  return model;
}

}  // namespace

NormalFit fit_normal(const Matrix& rows, double tolerance, std::size_t max_rounds) {
  const std::vector<Pattern> patterns = patterns_of(rows);
  NormalFit fit{first_model(rows), rows};
  NormalModel& model = fit.model;
  do {
    Sums sums(rows.columns());
    for (const Pattern& pattern : patterns) {
      if (pattern.known.empty()) continue;
      const Matrix regression = swept(model, pattern.known);
      complete(fit.completed, model, pattern, regression);
      sums.add(fit.completed, model, pattern, regression);
    }
    maximise(model, sums);
    ++model.rounds;
  } while (model.change > tolerance && model.rounds < max_rounds);
  for (const Pattern& pattern : patterns) complete(fit.completed, model, pattern, swept(model, pattern.known));
  return fit;
}

}  // namespace podium
