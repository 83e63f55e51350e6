#pragma once

#include "podium/core/solvers.hpp"
#include "podium/solve/integer_program.hpp"

/// The optimisers of a native build, behind core's interface: the libraries are known to this room alone.
namespace podium {

/// Linear programs by the simplex method of CLP, with whole numbers by CBC; minimisation by several local searches of
/// NLopt from fixed starts.
Solvers native_solvers();

/// Each row of the program needs as many coefficients as there are variables. NotConverged where the library gives up.
Optimum maximise_linear(const LinearProgram& program);

/// Searches without derivatives from the given start and from fixed points of the box (a Halton sequence), and takes
/// the best point found; an objective with several valleys is searched widely but not exhaustively.
/// NotConverged where no search reached its tolerance within the evaluations; the point is then the best one seen.
Optimum minimise_in_box(const Minimisation& problem);

}  // namespace podium
