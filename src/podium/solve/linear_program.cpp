#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

#include <coin/ClpSimplex.hpp>

#include "podium/solve/solvers.hpp"

namespace podium {
namespace {

constexpr double kPrecision = 1e-9;

/// CLP takes anything from 1e30 on as infinite.
std::vector<double> without_infinity(const std::vector<double>& values) {
  std::vector<double> finite = values;
  for (double& value : finite) value = std::clamp(value, -COIN_DBL_MAX, COIN_DBL_MAX);
  return finite;
}

/// The columns of the program in CLP's sparse form.
CoinPackedMatrix matrix_of(const LinearProgram& program, std::size_t variables, std::size_t rows) {
  std::vector<int> row_of_entry;
  std::vector<double> entries;
  std::vector<CoinBigIndex> starts = {0};
  std::vector<int> lengths;
  for (std::size_t column = 0; column < variables; ++column) {
    for (std::size_t row = 0; row < rows; ++row) {
      const double entry = program.rows[row * variables + column];
      if (entry == 0) continue;
      entries.push_back(entry);
      row_of_entry.push_back(static_cast<int>(row));
    }
    starts.push_back(static_cast<CoinBigIndex>(entries.size()));
    lengths.push_back(static_cast<int>(starts[column + 1] - starts[column]));
  }
  return {true,
          static_cast<int>(rows),
          static_cast<int>(variables),
          static_cast<CoinBigIndex>(entries.size()),
          entries.data(),
          row_of_entry.data(),
          starts.data(),
          lengths.data()};
}

Optimum::State state_of(const ClpSimplex& model) {
  if (model.isProvenOptimal()) return Optimum::State::Found;
  if (model.isProvenPrimalInfeasible()) return Optimum::State::Infeasible;
  if (model.isProvenDualInfeasible()) return Optimum::State::Unbounded;
  return Optimum::State::NotConverged;
}

Optimum solve(const LinearProgram& program) {
  const std::size_t variables = program.objective.size();
  const std::size_t rows = program.limits.size();
  const std::vector<double> lower = without_infinity(program.lower);
  const std::vector<double> upper = without_infinity(program.upper);
  const std::vector<double> limits = without_infinity(program.limits);
  const std::vector<double> no_floor(rows, -COIN_DBL_MAX);

  ClpSimplex model;
  model.setLogLevel(0);
  model.loadProblem(matrix_of(program, variables, rows), lower.data(), upper.data(), program.objective.data(),
                    no_floor.data(), limits.data());
  model.setOptimizationDirection(-1);
  model.setPrimalTolerance(kPrecision);
  model.setDualTolerance(kPrecision);
  model.primal();
  Optimum optimum{.state = state_of(model)};
  if (optimum.state != Optimum::State::Found) return optimum;
  const double* solution = model.getColSolution();
  optimum.point.assign(solution, solution + variables);
  // The simplex may leave a bound by its tolerance.
  for (std::size_t i = 0; i < variables; ++i) {
    optimum.point[i] = std::clamp(optimum.point[i], program.lower[i], program.upper[i]);
  }
  optimum.value = std::inner_product(optimum.point.begin(), optimum.point.end(), program.objective.begin(), 0.0);
  return optimum;
}

}  // namespace

Optimum maximise_linear(const LinearProgram& program) {
  const std::size_t variables = program.objective.size();
  assert(program.rows.size() == variables * program.limits.size());
  assert(program.lower.size() == variables && program.upper.size() == variables);
  for (std::size_t i = 0; i < variables; ++i) {
    if (program.lower[i] > program.upper[i]) return {.state = Optimum::State::Infeasible};
  }
  try {
    return solve(program);
  } catch (const CoinError&) {
    return {.state = Optimum::State::NotConverged};
  }
}

}  // namespace podium
