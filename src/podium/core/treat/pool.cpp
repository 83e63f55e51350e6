#include "podium/core/treat/pool.hpp"

#include <cmath>

#include "podium/core/number_text.hpp"

namespace podium {

bool Acceptance::accepts(const Shape& shape) const {
  constexpr std::size_t kFewestToJudge = 4;
  if (shape.count < kFewestToJudge || shape.is_constant()) return true;
  return std::abs(shape.skewness) < skewness || shape.kurtosis < kurtosis;
}

Treatment too_few_figures(std::size_t found, std::size_t needed, std::string_view method) {
  return {.problem = Problem{Code::TooFewFigures, std::to_string(found) + (found == 1 ? " figure" : " figures"),
                             "at least " + std::to_string(needed) + " for method " + quoted(method)}};
}

Treatment beyond_a_double(const Shape& shape) {
  return {.problem =
              Problem{Code::InvalidValue, "figures from " + shortest(shape.lowest) + " to " + shortest(shape.highest),
                      "figures that stay within the range of a double when they are treated"}};
}

}  // namespace podium
