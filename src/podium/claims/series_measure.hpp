#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "podium/claims/quantity_mention.hpp"

namespace podium {

/// What the figures of a series are, so that they can be set beside those of a text: value * size is whole units of a
/// currency, percent, or a plain number.
struct SeriesMeasure {
  enum class Kind : std::uint8_t { Money, Percent, Number };
  Kind kind = Kind::Number;
  double size = 1;
  std::string currency{};  ///< ISO 4217, of money
};

/// Of "USD billions", "percent of GDP", "share of LinkedIn members" (0.01 is one percent), "thousand people", "models".
SeriesMeasure measure_of(std::string_view unit_of_measure);

/// Whether a text's figure can be a level of such a series.
bool can_be_level(const QuantityMention& figure, const SeriesMeasure& measure);

}  // namespace podium
