#include "podium/core/impute/regression.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/linear_algebra.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/statistics/product_moment.hpp"

namespace podium {
namespace {

constexpr std::size_t kUnitsPerCoefficient = 2;

using Rows = std::vector<std::size_t>;

/// How many rows a line through so many predictors needs; a coefficient for each, and the constant.
std::size_t rows_needed(std::size_t predictors) { return kUnitsPerCoefficient * (predictors + 1); }

Rows rows_with(std::span<const double> values, const Rows& among) {
  Rows rows;
  std::ranges::copy_if(among, std::back_inserter(rows), [&](std::size_t row) { return !is_missing(values[row]); });
  return rows;
}

Rows rows_with(std::span<const double> values) {
  Rows rows;
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (!is_missing(values[row])) rows.push_back(row);
  }
  return rows;
}

/// Mean and population standard deviation over some rows.
struct Spread {
  double mean = 0;
  double deviation = 0;
};

Spread spread_of(std::span<const double> values, const Rows& rows) {
  const auto count = static_cast<double>(rows.size());
  double sum = 0;
  for (const std::size_t row : rows) sum += values[row];
  const double mean = sum / count;
  double squares = 0;
  for (const std::size_t row : rows) squares += (values[row] - mean) * (values[row] - mean);
  return {mean, std::sqrt(squares / count)};
}

std::vector<double> figures_in(std::span<const double> values, const Rows& rows) {
  std::vector<double> figures;
  for (const std::size_t row : rows) figures.push_back(values[row]);
  return figures;
}

struct Candidate {
  std::size_t column;
  double size;  ///< |correlation| with the indicator to fill
};

/// The indicators that may predict another, most correlated first, equals in the index's order.
std::vector<Candidate> candidates_for(const ImputeTable& table, std::size_t target, double min_correlation) {
  const Rows known = rows_with(table.columns[target].values);
  std::vector<Candidate> candidates;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const std::span<const double> values = table.columns[column].values;
    const Rows rows = rows_with(values, known);
    if (column == target || rows.size() < rows_needed(1)) continue;
    const double size =
        std::abs(product_moment(figures_in(table.columns[target].values, rows), figures_in(values, rows)));
    if (size >= min_correlation) candidates.push_back({column, size});
  }
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.size != b.size ? a.size > b.size : a.column < b.column;
  });
  return candidates;
}

/// The least squares line through the rows, at the row of the gap. Predictors are standardised, so that figures of very
/// different size do not spoil each other's precision.
double predicted(const ImputeTable& table, std::size_t target, std::size_t gap, const std::vector<std::size_t>& by,
                 const Rows& rows) {
  const std::span<const double> values = table.columns[target].values;
  const double mean = spread_of(values, rows).mean;
  Matrix matrix(rows.size(), by.size());
  std::vector<double> at_gap(by.size());
  for (std::size_t i = 0; i < by.size(); ++i) {
    const std::span<const double> predictor = table.columns[by[i]].values;
    const Spread spread = spread_of(predictor, rows);
    // A predictor that is constant over these rows gets a column of zeros and no coefficient.
    const double width = spread.deviation > 0 ? spread.deviation : 1;
    for (std::size_t j = 0; j < rows.size(); ++j) matrix(j, i) = (predictor[rows[j]] - spread.mean) / width;
    at_gap[i] = spread.deviation > 0 ? (predictor[gap] - spread.mean) / width : 0;
  }
  std::vector<double> right;
  for (const std::size_t row : rows) right.push_back(values[row] - mean);
  const std::vector<double> coefficients = least_squares(matrix, right);
  double value = mean;
  for (std::size_t i = 0; i < by.size(); ++i) value += coefficients[i] * at_gap[i];
  return value;
}

/// Takes predictors in the candidates' order while enough rows have all figures; NaN if there is none.
double value_for(const ImputeRegression& method, const ImputeTable& table, std::size_t target, std::size_t gap,
                 const std::vector<Candidate>& candidates) {
  std::vector<std::size_t> by;
  Rows rows = rows_with(table.columns[target].values);
  for (const Candidate& candidate : candidates) {
    if (by.size() == method.predictors) break;
    const std::span<const double> values = table.columns[candidate.column].values;
    if (is_missing(values[gap])) continue;
    Rows remaining = rows_with(values, rows);
    if (remaining.size() < rows_needed(by.size() + 1)) continue;
    by.push_back(candidate.column);
    rows = std::move(remaining);
  }
  return by.empty() ? kMissing : predicted(table, target, gap, by, rows);
}

Problem nothing_predicts(double min_correlation) {
  return {Code::TooFewFigures, "no indicator that predicts the gap",
          "one with a figure of this unit that correlates at least " + quoted_number(min_correlation) +
              " over at least " + std::to_string(rows_needed(1)) + " units, or unpredicted = \"gap\""};
}

struct Filling {
  std::size_t column;
  std::size_t row;
  double value;
};

}  // namespace

std::optional<Problem> ImputeRegression::check() const {
  if (predictors == 0) return Problem{Code::InvalidValue, "predictors 0", "1 or more"};
  if (min_correlation >= 0 && min_correlation <= 1) return std::nullopt;
  return Problem{Code::InvalidValue, "min_correlation " + quoted_number(min_correlation), "a size between 0 and 1"};
}

Diagnostics ImputeRegression::apply(const ImputeTable& table) const {
  Diagnostics problems;
  std::vector<Filling> fillings;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const ImputePool& pool = table.columns[column];
    if (!pool.has_gap()) continue;
    const std::vector<Candidate> candidates = candidates_for(table, column, min_correlation);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      if (!pool.is_gap(row)) continue;
      const double value = value_for(*this, table, column, row, candidates);
      if (std::isfinite(value)) {
        fillings.push_back({column, row, value});
      } else if (unpredicted == Unpredicted::Error) {
        problems.push_back(locate(nothing_predicts(min_correlation), table.context, table.id(column),
                                  table.period_of(row), table.unit_of(row)));
      }
    }
  }
  // Only now, so that no filling predicts another gap.
  for (const Filling& filling : fillings) table.columns[filling.column].fill(filling.row, filling.value);
  return problems;
}

}  // namespace podium
