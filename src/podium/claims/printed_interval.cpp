#include "podium/claims/printed_interval.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace podium {

ValueInterval printed_interval(const QuantityMention& figure) {
  using Hedge = QuantityMention::Hedge;
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double step = is_missing(figure.step) ? std::abs(figure.value) * 1e-9 : figure.step;
  const double value = figure.value;
  const double upper = figure.upper.value_or(value);
  switch (figure.hedge) {
    case Hedge::About:
      return {value - step, upper + step};
    case Hedge::AtLeast:
    case Hedge::MoreThan:
      return {value - step / 2, kInfinity};
    case Hedge::AtMost:
    case Hedge::LessThan:
      return {-kInfinity, upper + step / 2};
    case Hedge::Nearly:
      return {value - std::abs(value) / 10, upper + step / 2};
    case Hedge::Band: {
      double width = step;
      constexpr double kRadix = 10;
      while (value != 0 && std::fmod(std::abs(value), width * kRadix) == 0) width *= kRadix;
      return {.lower = value, .upper = value + width, .is_upper_open = true};
    }
    case Hedge::None:
      break;
  }
  // Halves are rounded away from zero.
  const bool is_negative = value < 0 && upper <= 0;
  return {.lower = value - step / 2,
          .upper = upper + step / 2,
          .is_lower_open = step > 0 && is_negative,
          .is_upper_open = step > 0 && !is_negative};
}

ValueInterval times(const ValueInterval& interval, double factor) {
  const ValueInterval same{interval.lower * factor, interval.upper * factor, interval.is_lower_open,
                           interval.is_upper_open};
  if (factor >= 0) return same;
  return {same.upper, same.lower, same.is_upper_open, same.is_lower_open};
}

ValueInterval quotient(const ValueInterval& a, const ValueInterval& b) {
  const auto [lower, upper] = std::minmax({a.lower / b.lower, a.lower / b.upper, a.upper / b.lower, a.upper / b.upper});
  return {lower, upper};
}

ValueInterval product(const ValueInterval& a, const ValueInterval& b) {
  const auto [lower, upper] = std::minmax({a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper});
  return {lower, upper};
}

bool is_same_value(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

std::size_t telling_digits(const QuantityMention& figure) {
  if (is_missing(figure.step)) return 0;
  const std::string digits = digits_of(figure.value, figure.step);
  const std::size_t last = digits.find_last_not_of('0');
  return last == std::string::npos ? 0 : last + 1;
}

std::string digits_of(double value, double step) {
  const double units = std::abs(value) / step;
  return units < 1e15 ? fixed(units, 0) : std::string();
}

}  // namespace podium
