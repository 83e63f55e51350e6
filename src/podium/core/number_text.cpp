#include "podium/core/number_text.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

#include <fast_float/fast_float.h>

namespace podium {
namespace {

constexpr std::size_t kLongestNumber = 60;
[[maybe_unused]] constexpr int kMostDecimals = 200;
constexpr int kLargestExponent = 400;  // beyond the range of double for any number of up to 60 bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t from) {
  while (from < text.size() && is_digit(text[from])) ++from;
  return from;
}

/// The parts of sign? digits (. digits)? (e sign? digits)?
struct DecimalShape {
  std::size_t decimals;
  int exponent;
};

std::optional<DecimalShape> shape_of(std::string_view text) {
  const std::size_t first = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t point = skip_digits(text, first);
  if (point == first) return std::nullopt;
  std::size_t end = point;
  std::size_t decimals = 0;
  if (end < text.size() && text[end] == '.') {
    end = skip_digits(text, point + 1);
    decimals = end - point - 1;
    if (decimals == 0) return std::nullopt;
  }
  int exponent = 0;
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    std::size_t digits = end + 1;
    if (digits < text.size() && text[digits] == '+') ++digits;
    const auto [stop, error] = std::from_chars(text.data() + digits, text.data() + text.size(), exponent);
    if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
    if (exponent < -kLargestExponent || exponent > kLargestExponent) return std::nullopt;
    end = text.size();
  }
  if (end != text.size()) return std::nullopt;
  return DecimalShape{decimals, exponent};
}

/// Nothing beyond the range of double. The library reports neither infinity nor a number so small that it becomes 0.
std::optional<double> to_double(std::string_view text) {
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  const std::string_view digits = text.substr(0, text.find_first_of("eE"));
  if (value == 0 && digits.find_first_of("123456789") != std::string_view::npos) return std::nullopt;
  return value;
}

/// 10 to the exponent. The usual ones stand here, as the compiler rounds them, since each figure has one.
std::optional<double> power_of_ten(int exponent) {
  constexpr std::array<double, 10> kPowers{1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};
  if (exponent <= 0 && exponent > -static_cast<int>(kPowers.size())) {
    return kPowers[static_cast<std::size_t>(-exponent)];
  }
  return to_double("1e" + std::to_string(exponent));
}

}  // namespace

std::string shortest(double value) {
  if (std::isnan(value)) return {};
  std::array<char, 32> buffer;
  const double size = std::abs(value);
  const bool is_plain = size == 0 || (size >= 1e-5 && size < 1e15);
  const auto [end, error] =
      is_plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
               : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end};
}

std::string quoted_number(double value) { return std::isnan(value) ? "nan" : shortest(value); }

std::string fixed(double value, int decimals) {
  if (std::isnan(value)) return {};
  assert(decimals >= 0 && decimals <= kMostDecimals);
  // The longest finite double has 309 digits before the point.
  std::array<char, 512> buffer;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  std::string text(buffer.data(), end);
  const bool is_negative_zero = text[0] == '-' && text.find_first_not_of("-0.") == std::string::npos;
  return is_negative_zero ? text.substr(1) : text;
}

std::string grouped(double value, int decimals) {
  std::string text = fixed(value, decimals);
  const std::size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
  for (std::size_t i = skip_digits(text, first); i > first + 3;) {
    i -= 3;
    text.insert(i, ",");
  }
  return text;
}

std::optional<PrintedNumber> parse_decimal(std::string_view text) {
  if (text.size() > kLongestNumber) return std::nullopt;
  const std::optional<DecimalShape> shape = shape_of(text);
  if (!shape) return std::nullopt;
  const std::optional<double> value = to_double(text);
  const std::optional<double> step = power_of_ten(shape->exponent - static_cast<int>(shape->decimals));
  if (!value || !step) return std::nullopt;
  return PrintedNumber{std::string(text), *value, *step};
}

}  // namespace podium
