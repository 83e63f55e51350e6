#pragma once

#include "podium/core/solvers.hpp"

namespace podium {

/// Branch and bound by CBC over linear programs by CLP. The same program gives the same point;
/// the limit counts branchings, never time. Each row needs as many coefficients as there are variables.
/// Found is proven optimal up to a violation of 1e-9 of any row and of 1e-7 of a whole number; whole variables of the
/// point are then rounded. NotConverged where the branchings ran out or the library gives up; the point is then the
/// best one seen, empty where there is none.
Optimum maximise_integer(const IntegerProgram& program);

}  // namespace podium
