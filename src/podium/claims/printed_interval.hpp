#pragma once

#include <string>

#include "podium/claims/official_figures.hpp"
#include "podium/claims/quantity_mention.hpp"

namespace podium {

/// What a printed figure stands for: [v - step/2, v + step/2), of a negative figure (v - step/2, v + step/2]; ranges
/// from their lower to their upper end; "about" a whole step to either side; at least, more than, at most and less than
/// without bound on that side; "nearly" from a tenth below; "30%대" from 30 to 40, "45%대" to 46.
ValueInterval printed_interval(const QuantityMention& figure);
/// Both ends times a factor, in order.
ValueInterval times(const ValueInterval& interval, double factor);
/// Of a / b for positive b; the quotient of two figures of which each stands for an interval.
ValueInterval quotient(const ValueInterval& a, const ValueInterval& b);
ValueInterval product(const ValueInterval& a, const ValueInterval& b);

/// But for errors of computation.
bool is_same_value(double a, double b);

/// How many digits are stated, without the zeros at the end.
std::size_t telling_digits(const QuantityMention& figure);

/// The stated digits, without sign, point and leading zeros: "1099" for 1099억.
std::string digits_of(double value, double step);

}  // namespace podium
