#include "podium/claims/english_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "podium/claims/english_text.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostDigits = 40;
constexpr int kMostKeptDigits = 19;  // 10^19 fits into 64 bits
constexpr std::size_t kMostSpacedGroups = 6;

/// Adds digits to a number; those that 64 bits cannot keep raise the exponent.
struct Digits {
  ExactDecimal value{};
  int kept = 0;
  std::size_t count = 0;

  void add(std::string_view run, bool is_after_point) {
    for (const char c : run) {
      ++count;
      if (count > kMostDigits) return;
      const bool is_kept = kept < kMostKeptDigits;
      if (is_kept) {
        value.mantissa = value.mantissa * 10 + static_cast<std::uint64_t>(c - '0');
        kept += value.mantissa > 0 ? 1 : 0;
      }
      value.exponent += static_cast<int>(!is_kept) - static_cast<int>(is_after_point);
    }
  }
};

bool begins_number(std::string_view text, std::size_t separator) { return is_digit_at(text, separator + 1); }

enum class CommaChain { None, Western, Indian, DecimalComma, List };

struct Chain {
  CommaChain shape = CommaChain::None;
  std::size_t end = 0;
  std::size_t last_begin = 0;
};

/// The groups of digits from a first one on that single commas divide.
Chain comma_chain(std::string_view text, std::size_t at, std::size_t first_end) {
  const std::size_t first = first_end - at;
  const bool may_be_grouped = text[at] != '0';
  bool is_western = may_be_grouped && first <= 3;
  bool is_indian = may_be_grouped && first <= 2;
  std::size_t end = first_end;
  std::size_t begin = at;
  std::size_t groups = 0;
  while (is_byte_at(text, end, ',') && begins_number(text, end)) {
    begin = end + 1;
    end = end_of_digits(text, begin);
    const std::size_t size = end - begin;
    const bool is_last = !is_byte_at(text, end, ',') || !begins_number(text, end);
    is_western = is_western && size == 3;
    is_indian = is_indian && size == (is_last ? 3U : 2U);
    ++groups;
  }
  if (groups == 0) return {.shape = CommaChain::None, .end = end};
  if (is_western) return {.shape = CommaChain::Western, .end = end};
  if (is_indian && groups > 1) return {.shape = CommaChain::Indian, .end = end};
  if (groups == 1 && text[first_end + 1] == '0' && end - first_end != 4) {
    return {.shape = CommaChain::DecimalComma, .end = end};
  }
  return {.shape = CommaChain::List, .end = end, .last_begin = begin};
}

/// Where digits and single points end: 192.168.1.2.
std::size_t end_of_point_chain(std::string_view text, std::size_t at) {
  std::size_t end = end_of_digits(text, at);
  while (is_byte_at(text, end, '.') && begins_number(text, end)) end = end_of_digits(text, end + 1);
  return end;
}

/// The end of " 021 100" after a first group, or `first_end`.
std::size_t end_of_spaced_groups(std::string_view text, std::size_t at, std::size_t first_end) {
  if (first_end - at > 3 || text[at] == '0') return first_end;
  std::size_t end = first_end;
  std::size_t groups = 0;
  bool has_typographic_space = true;
  for (;;) {
    const std::size_t begin = skip_english_spaces(text, end);
    const bool is_ascii = begin == end + 1 && text[end] == ' ';
    const bool is_typographic = begin > end + 1 && begin <= end + 3 && (text[end] & 0x80) != 0;
    if ((!is_ascii && !is_typographic) || end_of_digits(text, begin) != begin + 3) break;
    const std::size_t after = begin + 3;
    if (after < text.size() && begins_number(text, after) &&
        std::string_view(",.-/:^").find(text[after]) != std::string_view::npos)
      break;
    if (is_english_letter_after(text, after)) break;
    end = after;
    has_typographic_space = has_typographic_space && is_typographic;
    if (++groups > kMostSpacedGroups) return first_end;
  }
  const bool is_number =
      groups > 1 || (groups == 1 && (has_typographic_space || text.substr(end - 3, 3) == std::string_view("000")));
  return is_number ? end : first_end;
}

void add_groups(Digits& digits, std::string_view groups) {
  for (std::size_t i = 0; i < groups.size() && digits.count <= kMostDigits; ++i) {
    if (is_english_digit(groups[i])) digits.add(groups.substr(i, 1), false);
  }
}

struct SignedInteger {
  std::size_t end = 0;
  int value = 0;
};

/// Sign and one to three digits with nothing glued to them.
std::optional<SignedInteger> read_exponent(std::string_view text, std::size_t at) {
  const bool has_sign = is_byte_at(text, at, '+') || is_byte_at(text, at, '-');
  const std::size_t begin = has_sign ? at + 1 : at;
  const std::size_t end = end_of_digits(text, begin);
  if (end == begin || end > begin + 3 || is_english_letter_after(text, end)) return std::nullopt;
  if (is_byte_at(text, end, '.') && begins_number(text, end)) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(begin, end - begin)) value = value * 10 + (c - '0');
  return SignedInteger{.end = end, .value = text[at] == '-' ? -value : value};
}

}  // namespace

double power_of_ten(int power) { return *to_double({.mantissa = 1, .exponent = std::clamp(power, -300, 300)}); }

EnglishFigure read_english_figure(std::string_view text, std::size_t at, bool is_plain) {
  Digits digits;
  EnglishFigure figure{.end = end_of_digits(text, at), .plain_until = at};
  const std::size_t first_end = figure.end;
  const auto read = [&](std::size_t end, bool is_bare) {
    figure.end = end;
    figure.is_bare = is_bare;
  };
  digits.add(text.substr(at, first_end - at), false);
  if (!is_plain && first_end > at) {
    const Chain chain = comma_chain(text, at, first_end);
    const std::string_view rest = text.substr(first_end, chain.end - first_end);
    if (chain.shape == CommaChain::Western || chain.shape == CommaChain::Indian) {
      add_groups(digits, rest);
      read(chain.end, false);
    } else if (chain.shape == CommaChain::DecimalComma) {
      digits.add(rest.substr(1), true);
      figure.is_integer = false;
      read(chain.end, false);
    } else if (chain.shape == CommaChain::List) {
      figure.plain_until = chain.last_begin;
    } else if (const std::size_t end = end_of_spaced_groups(text, at, first_end); end > first_end) {
      add_groups(digits, text.substr(first_end, end - first_end));
      read(end, false);
    }
  }
  const bool may_have_decimals = !is_plain && figure.is_integer && figure.plain_until == at;
  if (may_have_decimals && is_byte_at(text, figure.end, '.') && begins_number(text, figure.end)) {
    const std::size_t decimals = figure.end + 1;
    const std::size_t end = end_of_digits(text, decimals);
    const bool is_chain = first_end > at && figure.is_bare && is_byte_at(text, end, '.') && begins_number(text, end);
    if (is_chain) {
      figure.plain_until = end_of_point_chain(text, at);
    } else {
      digits.add(text.substr(decimals, end - decimals), true);
      figure.is_integer = false;
      read(end, false);
    }
  }
  figure.value = digits.value;
  figure.is_too_long = digits.count > kMostDigits;
  return figure;
}

std::optional<EnglishPower> read_english_power(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  if (text[at] == 'e' || text[at] == 'E' || text[at] == '^') {
    const std::optional<SignedInteger> exponent = read_exponent(text, at + 1);
    if (!exponent) return std::nullopt;
    return EnglishPower{.end = exponent->end, .exponent = exponent->value, .is_of_ten = text[at] != '^'};
  }
  const std::size_t sign = skip_english_spaces(text, at);
  const std::string_view rest = text.substr(sign);
  std::size_t ten = sign;
  if (rest.starts_with('x') || rest.starts_with('*')) ten += 1;
  if (rest.starts_with("\u00D7")) ten += 2;
  if (ten == sign) return std::nullopt;
  ten = skip_english_spaces(text, ten);
  if (!text.substr(ten).starts_with("10^")) return std::nullopt;
  const std::optional<SignedInteger> exponent = read_exponent(text, ten + 3);
  if (!exponent) return std::nullopt;
  return EnglishPower{.end = exponent->end, .exponent = exponent->value, .is_of_ten = true};
}

FractionLetter read_fraction_letter(std::string_view text, std::size_t at) {
  static constexpr struct {
    std::string_view letter;
    double above, below;
  } kLetters[] = {{"\u00BC", 1, 4},  {"\u00BD", 1, 2}, {"\u00BE", 3, 4}, {"\u2150", 1, 7}, {"\u2151", 1, 9},
                  {"\u2152", 1, 10}, {"\u2153", 1, 3}, {"\u2154", 2, 3}, {"\u2155", 1, 5}, {"\u2156", 2, 5},
                  {"\u2157", 3, 5},  {"\u2158", 4, 5}, {"\u2159", 1, 6}, {"\u215A", 5, 6}, {"\u215B", 1, 8},
                  {"\u215C", 3, 8},  {"\u215D", 5, 8}, {"\u215E", 7, 8}};
  const std::string_view rest = text.substr(std::min(at, text.size()));
  if (!rest.starts_with('\xC2') && !rest.starts_with('\xE2')) return {};
  for (const auto& letter : kLetters) {
    if (rest.starts_with(letter.letter)) {
      return {.end = at + letter.letter.size(), .value = letter.above / letter.below};
    }
  }
  return {};
}

}  // namespace podium
