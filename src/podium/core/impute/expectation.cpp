#include "podium/core/impute/expectation.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/impute/normal_model.hpp"
#include "podium/core/number_text.hpp"

namespace podium {
namespace {

/// An indicator in standard deviations from its mean.
struct Standard {
  double mean = kMissing;
  double deviation = 0;
};

Standard standard_of(std::span<const double> values) {
  const double deviation = standard_deviation_of(values);
  return {mean_of(values), is_missing(deviation) ? 0 : deviation};
}

/// The indicators of a block that vary, and how they are standardised.
struct Variables {
  std::vector<std::size_t> columns;
  std::vector<Standard> standards;
};

/// Fills the gaps of constant indicators on the way.
Variables variables_of(const ImputeTable& table, const ImputeBlock& block, Diagnostics& problems) {
  Variables variables;
  for (const std::size_t column : block.columns) {
    const ImputePool& pool = table.columns[column];
    const Standard standard = standard_of(pool.values);
    if (!std::isfinite(standard.deviation) || std::isinf(standard.mean)) {
      problems.push_back(locate({Code::InvalidValue, "figures too far apart to standardise",
                                 "figures that stay within the range of a double"},
                                table.context, table.id(column), table.period()));
    } else if (standard.deviation > 0) {
      variables.columns.push_back(column);
      variables.standards.push_back(standard);
    } else if (const auto problem = fill_gaps_with(pool, mean_of)) {
      problems.push_back(locate(*problem, table.context, table.id(column), table.period()));
    }
  }
  return variables;
}

Matrix standardised(const ImputeTable& table, const Variables& variables) {
  Matrix rows(table.rows(), variables.columns.size());
  for (std::size_t i = 0; i < variables.columns.size(); ++i) {
    const auto& [mean, deviation] = variables.standards[i];
    const std::span<const double> values = table.columns[variables.columns[i]].values;
    for (std::size_t row = 0; row < rows.rows(); ++row) rows(row, i) = (values[row] - mean) / deviation;
  }
  return rows;
}

std::size_t rows_with_figures(const Matrix& rows) {
  std::size_t count = 0;
  for (std::size_t row = 0; row < rows.rows(); ++row) count += std::ranges::all_of(rows.row(row), is_missing) ? 0 : 1;
  return count;
}

Problem too_few(std::size_t units, std::size_t indicators) {
  return {Code::TooFewFigures,
          std::to_string(units) + " units with figures for " + std::to_string(indicators) + " indicators",
          "more units than indicators: name smaller nodes with `within` or `level`, or see the whole panel with over = "
          "\"panel\""};
}

Problem not_converged(const NormalModel& model, double tolerance) {
  return {Code::NotConverged,
          "changes of " + quoted_number(model.change) + " after " + std::to_string(model.rounds) + " iterations",
          "at most " + quoted_number(tolerance) + ": more max_iterations, a larger tolerance, or smaller nodes"};
}

std::optional<Problem> fill_block(const ImputeExpectation& method, const ImputeTable& table,
                                  const Variables& variables) {
  const auto has_gap = [&](std::size_t column) { return table.columns[column].has_gap(); };
  if (std::ranges::none_of(variables.columns, has_gap)) return std::nullopt;
  const Matrix rows = standardised(table, variables);
  const std::size_t units = rows_with_figures(rows);
  if (units <= rows.columns()) return too_few(units, rows.columns());
  const NormalFit fit = fit_normal(rows, method.tolerance, method.max_iterations);
  if (!(fit.model.change <= method.tolerance)) return not_converged(fit.model, method.tolerance);
  for (std::size_t i = 0; i < variables.columns.size(); ++i) {
    const auto& [mean, deviation] = variables.standards[i];
    const ImputePool& pool = table.columns[variables.columns[i]];
    for (std::size_t row = 0; row < rows.rows(); ++row) {
      if (pool.is_gap(row)) pool.fill(row, mean + fit.completed(row, i) * deviation);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Problem> ImputeExpectation::check() const {
  if (!(tolerance > 0 && tolerance < 1))
    return Problem{Code::InvalidValue, "tolerance " + quoted_number(tolerance), "a small number above 0, such as 1e-6"};
  if (max_iterations == 0) return Problem{Code::InvalidValue, "max_iterations 0", "1 or more"};
  return check_blocks(within, level);
}

Diagnostics ImputeExpectation::apply(const ImputeTable& table) const {
  Diagnostics problems;
  for (const ImputeBlock& block : blocks_of(table, within, level)) {
    const Variables variables = variables_of(table, block, problems);
    if (const auto problem = fill_block(*this, table, variables)) {
      problems.push_back(locate(*problem, table.context, table.context.hierarchy.node(block.node).id, table.period()));
    }
  }
  return problems;
}

}  // namespace podium
