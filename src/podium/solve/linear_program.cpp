#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

#include <coin/ClpSimplex.hpp>

#include "podium/solve/coin_columns.hpp"
#include "podium/solve/solvers.hpp"

namespace podium {
namespace {

constexpr double kPrecision = 1e-9;

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
  model.loadProblem(matrix_of(program), lower.data(), upper.data(), program.objective.data(), no_floor.data(),
                    limits.data());
  model.setOptimizationDirection(-1);
  model.setPrimalTolerance(kPrecision);
  model.setDualTolerance(kPrecision);
  model.primal();
  // That leaves traces of 1e-12 of how it kept off degenerate points; from its basis the dual simplex ends exactly.
  if (model.isProvenOptimal()) model.dual();
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
