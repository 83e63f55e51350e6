#include "podium/solve/solvers.hpp"

namespace podium {

Solvers native_solvers() {
  return {.maximise = maximise_linear, .maximise_integer = maximise_integer, .minimise = minimise_in_box};
}

}  // namespace podium
