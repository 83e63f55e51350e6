#include "podium/core/treat/log.hpp"

#include <cmath>

#include "podium/core/math.hpp"
#include "podium/core/number_text.hpp"

namespace podium {
namespace {

/// x becomes ln(scale (x - min) + offset), or mirrored -ln(scale (max - x) + offset).
struct Logarithm {
  double scale = 1;
  double offset = 1;
  bool is_mirrored = false;
};

void take(std::span<double> values, const Shape& shape, Logarithm logarithm) {
  const auto [scale, offset, is_mirrored] = logarithm;
  for (double& value : values) {
    value = is_mirrored ? -natural_logarithm(scale * (shape.highest - value) + offset)
                        : natural_logarithm(scale * (value - shape.lowest) + offset);
  }
}

}  // namespace

std::optional<Problem> LogTreatment::check() const {
  if (std::isfinite(factor) && factor > 0) return std::nullopt;
  return Problem{Code::InvalidValue, "factor " + quoted_number(factor), "a finite number above 0"};
}

Treatment LogTreatment::apply(const TreatPool& pool) const {
  const Shape& shape = pool.shape;
  const double width = shape.highest - shape.lowest;
  const double top = shape.highest * factor;
  if (!std::isfinite(width) || !std::isfinite(top)) return beyond_a_double(shape);
  // Too few figures for a skewness are taken as they come, not mirrored.
  const bool is_left = shape.skewness <= 0;
  Logarithm logarithm;
  if (form == LogForm::Shifted || form == LogForm::SkewAware) {
    logarithm = {.offset = 0.01 * width, .is_mirrored = is_left && form == LogForm::SkewAware};
    if (!(logarithm.offset > 0)) return beyond_a_double(shape);
  } else if (form == LogForm::Gii) {
    if (!(top > 1)) {
      return {.problem = Problem{Code::ScoreOutOfDomain,
                                 "highest figure " + shortest(shape.highest) + " times factor " + shortest(factor),
                                 "more than 1, by a larger `factor`: else the logarithm turns the order round"}};
    }
    logarithm = {.scale = (top - 1) / width, .is_mirrored = is_left};
    if (!std::isfinite(logarithm.scale)) return beyond_a_double(shape);
  }
  take(pool.values, shape, logarithm);
  return {.transformed = true};
}

}  // namespace podium
