#include "podium/claims/series_measure.hpp"

#include "podium/model/money_unit.hpp"

namespace podium {

SeriesMeasure measure_of(std::string_view unit_of_measure) {
  using Kind = SeriesMeasure::Kind;
  if (const auto money = money_unit(unit_of_measure)) return {Kind::Money, money->size, money->currency};
  if (unit_of_measure.starts_with("percent")) return {Kind::Percent, 1, {}};
  if (unit_of_measure.starts_with("share")) return {Kind::Percent, 100, {}};
  if (unit_of_measure.starts_with("thousand")) return {Kind::Number, 1e3, {}};
  if (unit_of_measure.starts_with("million")) return {Kind::Number, 1e6, {}};
  return {};
}

bool can_be_level(const QuantityMention& figure, const SeriesMeasure& measure) {
  switch (figure.kind) {
    case QuantityMention::Kind::Money:
      return measure.kind == SeriesMeasure::Kind::Money;
    case QuantityMention::Kind::Percent:
      return measure.kind == SeriesMeasure::Kind::Percent;
    case QuantityMention::Kind::Number:
      return measure.kind == SeriesMeasure::Kind::Number;
    default:
      return false;
  }
}

}  // namespace podium
