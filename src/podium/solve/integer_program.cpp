#include "podium/solve/integer_program.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include <coin/CbcModel.hpp>
#include <coin/OsiClpSolverInterface.hpp>

#include "podium/solve/coin_columns.hpp"

namespace podium {
namespace {

constexpr double kPrecision = 1e-9;
constexpr double kWholePrecision = 1e-7;

OsiClpSolverInterface relaxation_of(const IntegerProgram& program) {
  const LinearProgram& linear = program.linear;
  const std::vector<double> lower = without_infinity(linear.lower);
  const std::vector<double> upper = without_infinity(linear.upper);
  const std::vector<double> limits = without_infinity(linear.limits);
  const std::vector<double> no_floor(limits.size(), -COIN_DBL_MAX);
  OsiClpSolverInterface solver;
  solver.messageHandler()->setLogLevel(0);
  solver.loadProblem(matrix_of(linear), lower.data(), upper.data(), linear.objective.data(), no_floor.data(),
                     limits.data());
  solver.setObjSense(-1);
  solver.setDblParam(OsiPrimalTolerance, kPrecision);
  solver.setDblParam(OsiDualTolerance, kPrecision);
  for (std::size_t i = 0; i < program.whole.size(); ++i) {
    if (program.whole[i] != 0) solver.setInteger(static_cast<int>(i));
  }
  return solver;
}

/// Without cuts and heuristics: on programs of this size they cost more time than they save.
void branch_and_bound(CbcModel& model, std::size_t branchings) {
  model.setIntegerTolerance(kWholePrecision);
  model.setAllowableGap(kPrecision);
  model.setMaximumNodes(static_cast<int>(std::min<std::size_t>(branchings, 1'000'000'000)));
  model.branchAndBound();
}

Optimum point_of(const CbcModel& model, const IntegerProgram& program) {
  const double* solution = model.bestSolution();
  if (solution == nullptr) return {};
  Optimum optimum{.state = model.isProvenOptimal() ? Optimum::State::Found : Optimum::State::NotConverged};
  const LinearProgram& linear = program.linear;
  optimum.point.assign(solution, solution + linear.objective.size());
  for (std::size_t i = 0; i < optimum.point.size(); ++i) {
    if (program.whole[i] != 0) optimum.point[i] = std::round(optimum.point[i]);
    optimum.point[i] = std::clamp(optimum.point[i], linear.lower[i], linear.upper[i]);
  }
  optimum.value = std::inner_product(optimum.point.begin(), optimum.point.end(), linear.objective.begin(), 0.0);
  return optimum;
}

Optimum solve(const IntegerProgram& program) {
  CbcModel model(relaxation_of(program));
  model.setLogLevel(0);
  model.initialSolve();
  if (model.solver()->isProvenPrimalInfeasible()) return {.state = Optimum::State::Infeasible};
  if (model.solver()->isProvenDualInfeasible()) return {.state = Optimum::State::Unbounded};
  branch_and_bound(model, program.branchings);
  if (model.isProvenInfeasible()) return {.state = Optimum::State::Infeasible};
  return point_of(model, program);
}

}  // namespace

Optimum maximise_integer(const IntegerProgram& program) {
  const LinearProgram& linear = program.linear;
  assert(linear.rows.size() == linear.objective.size() * linear.limits.size());
  assert(program.whole.size() == linear.objective.size());
  assert(linear.lower.size() == linear.objective.size() && linear.upper.size() == linear.objective.size());
  for (std::size_t i = 0; i < linear.objective.size(); ++i) {
    const bool whole = program.whole[i] != 0;
    const double lower = whole ? std::ceil(linear.lower[i]) : linear.lower[i];
    const double upper = whole ? std::floor(linear.upper[i]) : linear.upper[i];
    if (lower > upper) return {.state = Optimum::State::Infeasible};
  }
  try {
    return solve(program);
  } catch (const CoinError&) {
    return {.state = Optimum::State::NotConverged};
  }
}

}  // namespace podium
