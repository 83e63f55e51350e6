#pragma once

#include <algorithm>
#include <vector>

#include <coin/CoinFinite.hpp>
#include <coin/CoinPackedMatrix.hpp>

#include "podium/core/solvers.hpp"

namespace podium {

/// The COIN-OR libraries take anything from 1e30 on as infinite.
inline std::vector<double> without_infinity(const std::vector<double>& values) {
  std::vector<double> finite = values;
  for (double& value : finite) value = std::clamp(value, -COIN_DBL_MAX, COIN_DBL_MAX);
  return finite;
}

/// The columns of the program in the sparse form of the COIN-OR libraries.
CoinPackedMatrix matrix_of(const LinearProgram& program);

}  // namespace podium
