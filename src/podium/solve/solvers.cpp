#include "podium/solve/solvers.hpp"

namespace podium {

Solvers native_solvers() { return {.maximise = maximise_linear, .minimise = minimise_in_box}; }

}  // namespace podium
