#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace podium {

/// Linear program: maximise objective . x subject to rows . x <= limits and lower <= x <= upper.
struct LinearProgram {
  std::vector<double> objective;  ///< one coefficient per variable
  std::vector<double> rows;       ///< coefficients, row after row, as many per row as there are variables
  std::vector<double> limits;     ///< one per row; infinity: the row does not bind
  std::vector<double> lower;      ///< one per variable
  std::vector<double> upper;      ///< one per variable; may be infinite
};

/// Linear program of which some variables are whole numbers.
struct IntegerProgram {
  LinearProgram linear;
  std::vector<char> whole;          ///< one per variable; not 0: a whole number
  std::size_t branchings = 50'000;  ///< at most; NotConverged where they do not settle it
};

/// Minimise a function of several variables within bounds.
struct Minimisation {
  std::function<double(std::span<const double>)> objective;  ///< finite within the bounds
  std::vector<double> start;
  std::vector<double> lower;
  std::vector<double> upper;
  double tolerance = 1e-12;           ///< relative change of the variables at which to stop
  std::size_t evaluations = 200'000;  ///< at most
};

/// The point that a solver found and its objective.
struct Optimum {
  enum class State : std::uint8_t { Found, Infeasible, Unbounded, NotConverged };

  State state = State::NotConverged;
  std::vector<double> point{};
  double value = 0;
};

/// The optimisers that a build has; null where it has none. Each is a pure function: the same problem gives the same
/// point. The engine does not know the libraries behind them.
struct Solvers {
  Optimum (*maximise)(const LinearProgram&) = nullptr;
  Optimum (*maximise_integer)(const IntegerProgram&) = nullptr;
  Optimum (*minimise)(const Minimisation&) = nullptr;
};

}  // namespace podium
