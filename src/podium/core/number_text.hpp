#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace podium {

/// The one place where numbers become text and text becomes numbers; never the locale's business.

/// The fewest digits that read back as exactly the same double; without an exponent from 0.00001 up to below 1e15;
/// empty for a gap.
std::string shortest(double value);

/// As shortest, and "nan" for what is not a number: for messages that quote a parameter.
std::string quoted_number(double value);

/// `decimals` digits after the point, rounded half to even on the exact binary value; "-0.00" is written "0.00";
/// empty for a gap.
std::string fixed(double value, int decimals);

/// As fixed, with a comma between groups of three digits.
std::string grouped(double value, int decimals);

/// A number as a publisher printed it. `step` is one unit of its last printed digit, so the printed text stands for
/// [value - step/2, value + step/2).
struct PrintedNumber {
  std::string text;
  double value = 0;
  double step = 1;

  bool operator==(const PrintedNumber&) const = default;
};

/// Reads a plain decimal with optional sign and exponent, at most 60 bytes: "1.33", "-0.36", "1.2e9". Nothing for
/// anything else: spaces, separators, infinities, "nan", a value or step beyond the range of double (also one so small
/// that it would become 0).
std::optional<PrintedNumber> parse_decimal(std::string_view text);

}  // namespace podium
