#pragma once

#include <span>

#include "podium/core/hierarchy.hpp"
#include "podium/core/method.hpp"
#include "podium/core/shape.hpp"

namespace podium {

/// When a distribution needs no treatment: |skewness| below the one or excess kurtosis below the other (G1 and G2,
/// Joanes and Gill 1998; the rule of OECD/JRC practice). Fewer than four figures, and figures that are all the same,
/// have no shape to judge and are accepted.
struct Acceptance {
  double skewness = 2;
  double kurtosis = 3.5;

  bool accepts(const Shape& shape) const;
};

/// The figures that one treatment sees together: an indicator in one period or over the panel, as printed (directions
/// are not applied), at least two of them different. NaN is a gap and stays one.
struct TreatPool {
  std::span<double> values;   ///< changed in place
  MeasuredShape shape;        ///< of the values as they come
  Acceptance accept;          ///< when the shape needs no more treatment
  std::span<double> scratch;  ///< twice as many cells as there are values, of any content
};

/// What one method did to a pool.
struct Treatment {
  std::optional<Bounds> held{};          ///< every figure beyond these stands at them now
  bool transformed = false;              ///< every figure was mapped by one function
  std::optional<double> lambda{};        ///< of Box-Cox, given or estimated
  std::optional<MeasuredShape> shape{};  ///< of the figures afterwards, where the method knows it
  std::optional<Problem> problem{};      ///< the figures are as they were
};

Treatment too_few_figures(std::size_t found, std::size_t needed, std::string_view method);
/// Figures so far apart that the method's result is no double.
Treatment beyond_a_double(const Shape& shape);

}  // namespace podium
