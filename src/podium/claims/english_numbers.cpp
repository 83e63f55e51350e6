#include "podium/claims/english_numbers.hpp"

#include <array>
#include <cmath>

#include "podium/claims/english_figures.hpp"
#include "podium/claims/english_quantities.hpp"
#include "podium/claims/english_text.hpp"

namespace podium {
namespace {

/// Letters glued before digits make a name (H100, G20, Q3), apart from these.
constexpr std::string_view kMoneyCodes =
    " usd eur gbp jpy cny rmb krw inr rs chf cad aud nzd hkd sgd twd idr myr thb vnd php brl mxn zar aed sar sek nok "
    "dkk "
    "pln try rub ils btc ";

/// Between these a part of a fraction is one of a date, a version or a telephone number.
bool is_in_chain(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  return text[at - 1] == '/' || (text[at - 1] == '-' && at > 1 && is_english_digit(text[at - 2]));
}

/// Whether a number in digits or a decimal begins at a place: not within a name, not after another's point.
bool begins_with_point(std::string_view text, std::size_t at) {
  if (text[at] != '.' || !is_digit_at(text, at + 1)) return false;
  if (at == 0) return true;
  return !is_english_letter_before(text, at) && !is_english_digit(text[at - 1]) && text[at - 1] != '.' &&
         text[at - 1] != ')';
}

struct Ratio {
  std::size_t end = 0;
  double value = 0;
  bool is_proper = false;
};

/// "/ 5" after digits: with spaces on both sides or on none, no part of a chain, no season such as 2024/25.
std::optional<Ratio> read_slash(std::string_view text, std::size_t at, const EnglishFigure& above) {
  if (!above.is_bare || is_in_chain(text, at)) return std::nullopt;
  const std::size_t slash = skip_english_spaces(text, above.end);
  if (!is_byte_at(text, slash, '/')) return std::nullopt;
  const std::size_t begin = skip_english_spaces(text, slash + 1);
  if ((slash == above.end) != (begin == slash + 1) || !is_digit_at(text, begin)) return std::nullopt;
  const EnglishFigure below = read_english_figure(text, begin, true);
  const std::size_t end = below.end;
  const bool is_chain = end < text.size() && is_digit_at(text, end + 1) &&
                        std::string_view("/-.,:").find(text[end]) != std::string_view::npos;
  const bool may_be_season = above.value.mantissa >= 1900 && above.value.mantissa <= 2100 && end - begin <= 4;
  if (is_chain || may_be_season || below.is_too_long || below.value.mantissa == 0) return std::nullopt;
  const auto [over, under] = std::pair(to_double(above.value), to_double(below.value));
  if (!over || !under) return std::nullopt;
  return Ratio{.end = end, .value = *over / *under, .is_proper = *over < *under};
}

/// The part after a whole number in digits: 2 1/4, 2 and a fraction letter.
std::optional<EnglishQuantity> read_mixed_figure(std::string_view text, const EnglishFigure& whole, double value) {
  const std::size_t next = skip_english_spaces(text, whole.end);
  if (const FractionLetter letter = read_fraction_letter(text, next); letter.end != 0) {
    return english_fraction(text, letter.end, value + letter.value);
  }
  if (next == whole.end || !is_digit_at(text, next)) return std::nullopt;
  const std::optional<Ratio> ratio = read_slash(text, next, read_english_figure(text, next, true));
  if (!ratio || !ratio->is_proper) return std::nullopt;
  return english_fraction(text, ratio->end, value + ratio->value);
}

/// 21st, 3rd.
std::size_t end_of_ordinal(std::string_view text, const EnglishFigure& figure) {
  const std::size_t end = end_of_letters(text, figure.end);
  if (end != figure.end + 2 || is_english_letter_after(text, end) || is_digit_at(text, end)) return 0;
  return is_listed_word(text.substr(figure.end, 2), " st nd rd th ") ? end : 0;
}

/// Letters glued after digits that make a name: 3D, 5G, 4x4, 0x1f.
bool is_name(std::string_view text, const EnglishFigure& figure) {
  const std::size_t end = end_of_letters(text, figure.end);
  if (end == figure.end) return false;
  if (is_digit_at(text, end)) return true;
  const bool is_single = figure.is_integer && figure.value.mantissa < 10 && end == figure.end + 1;
  return is_single && (text[figure.end] == 'D' || text[figure.end] == 'G');
}

double integer_power(double base, int exponent) {
  double power = 1;
  for (auto rest = static_cast<unsigned>(std::abs(exponent)); rest != 0; rest >>= 1U, base *= base) {
    if ((rest & 1U) != 0) power *= base;
  }
  return exponent < 0 ? 1 / power : power;
}

std::optional<EnglishQuantity> read_power(const EnglishFigure& figure, const EnglishPower& power) {
  ExactDecimal decimal = figure.value;
  if (power.is_of_ten) decimal.exponent += power.exponent;
  const std::optional<double> value = to_double(decimal);
  if (!value) return std::nullopt;
  if (power.is_of_ten)
    return EnglishQuantity{.end = power.end, .value = *value, .step = power_of_ten(decimal.exponent)};
  const double raised = integer_power(*value, power.exponent);
  if (!std::isfinite(raised)) return std::nullopt;
  return EnglishQuantity{.end = power.end, .value = raised, .step = kMissing};
}

/// What an integer in digits is the first part of.
std::optional<EnglishQuantity> read_integer_figure(std::string_view text, std::size_t at, const EnglishFigure& figure,
                                                   double value) {
  if (const std::size_t end = end_of_ordinal(text, figure)) {
    return EnglishQuantity{.end = end, .value = value, .kind = NumberMention::Kind::Ordinal};
  }
  if (const auto ratio = read_slash(text, at, figure)) return english_fraction(text, ratio->end, ratio->value);
  return read_mixed_figure(text, figure, value);
}

class EnglishNumberReader {
 public:
  explicit EnglishNumberReader(std::string_view text) : text_(text) {}

  std::vector<NumberMention> read() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
    return std::move(mentions_);
  }

 private:
  /// Reads what begins here, and says where the next begins.
  std::size_t step(std::size_t at) {
    const char c = text_[at];
    if (is_latin_letter(c)) return read_word(at);
    if (is_english_digit(c) || (c == '.' && begins_with_point(text_, at))) return read_figure(at);
    if (c == '\xC2' || c == '\xE2') return read_letter(at);
    return at + 1;
  }

  std::size_t read_word(std::size_t at) {
    const std::size_t end = end_of_letters(text_, at);
    if (is_digit_at(text_, end)) {
      return is_listed_word(text_.substr(at, end - at), kMoneyCodes) ? end : end_of_name(end);
    }
    const std::string_view letters = text_.substr(at, end - at);
    const EnglishWord word = find_english_word(letters);
    if (word.kind == EnglishWordKind::None) return letters.ends_with("fold") ? read_fold(at, end) : end;
    if (is_english_letter_before(text_, at)) return end;
    if (word.kind == EnglishWordKind::Minus) return read_minus(at, end);
    const std::optional<EnglishQuantity> quantity = read_english_words(text_, at);
    return quantity ? add(at, *quantity, false) : end;
  }

  /// The number in tenfold and thirteenfold.
  std::size_t read_fold(std::size_t at, std::size_t end) {
    const std::size_t stem = end - std::string_view("fold").size();
    const EnglishWord times = find_english_word(text_.substr(at, stem - at));
    using enum EnglishWordKind;
    const bool is_number = times.kind == Ones || times.kind == Teen || times.kind == Tens;
    if (!is_number || times.form != EnglishWordForm::Plain || is_english_letter_before(text_, at)) return end;
    add(at, {.end = stem, .value = static_cast<double>(times.value)}, false);
    return end;
  }

  std::size_t end_of_name(std::size_t at) const {
    while (at < text_.size() && (is_latin_letter(text_[at]) || is_english_digit(text_[at]) ||
                                 (text_[at] == '.' && is_digit_at(text_, at + 1)))) {
      ++at;
    }
    return at;
  }

  /// "minus" and "negative" are signs unless a number stands before them.
  std::size_t read_minus(std::size_t at, std::size_t end) {
    const std::size_t next = skip_english_spaces(text_, end);
    const bool is_operator = !mentions_.empty() && skip_english_spaces(text_, mentions_.back().span.end) == at;
    if (next == end || next >= text_.size() || is_operator) return end;
    const bool is_figure = is_english_digit(text_[next]) || begins_with_point(text_, next);
    const std::optional<EnglishQuantity> quantity =
        is_figure ? quantity_in_digits(next) : read_english_words(text_, next);
    return quantity ? add(at, *quantity, true) : end;
  }

  std::size_t read_figure(std::size_t at) {
    const std::optional<EnglishQuantity> quantity = quantity_in_digits(at);
    if (!quantity) return passed_;
    const std::size_t sign = begin_of_sign(at, quantity->end);
    return add(sign, *quantity, sign != at);
  }

  /// Sets passed_, the end of what is no number, where it answers nothing.
  std::optional<EnglishQuantity> quantity_in_digits(std::size_t at) {
    const bool is_plain = at < plain_until_;
    const EnglishFigure figure = read_english_figure(text_, at, is_plain);
    if (figure.plain_until > plain_until_) plain_until_ = figure.plain_until;
    passed_ = figure.end;
    const std::optional<double> value = to_double(figure.value);
    if (figure.is_too_long || !value) return std::nullopt;
    if (at < plain_until_) return EnglishQuantity{.end = figure.end, .value = *value};
    if (const std::optional<EnglishPower> power = read_english_power(text_, figure.end)) {
      passed_ = power->end;
      return read_power(figure, *power);
    }
    if (is_name(text_, figure)) {
      passed_ = end_of_name(figure.end);
      return std::nullopt;
    }
    if (figure.is_integer) {
      if (const auto quantity = read_integer_figure(text_, at, figure, *value)) return quantity;
    }
    const std::optional<EnglishCardinal> cardinal = read_english_cardinal(text_, at);
    if (!cardinal) return std::nullopt;
    if (const auto fraction = read_english_fraction(text_, at, *cardinal)) return fraction;
    return english_quantity(*cardinal);
  }

  /// Where the minus before digits begins, or `at`: not after a digit, a letter or a bracket, nor after a digit and a
  /// space (2019 -2023); with a space behind it only where the number fills its line, since other lines begin with the
  /// dash of a list.
  std::size_t begin_of_sign(std::size_t at, std::size_t end) const {
    const std::string_view before = text_.substr(0, at);
    if (before.ends_with("- ")) return begins_line(at - 2) && ends_line(end) ? at - 2 : at;
    std::size_t sign = at;
    if (before.ends_with('-')) sign = at - 1;
    if (before.ends_with("\u2212") || before.ends_with("\u2013")) sign = at - 3;
    if (sign == at || sign == 0) return sign;
    const char c = text_[sign - 1];
    if (c == ' ') return sign > 1 && is_english_digit(text_[sign - 2]) ? at : sign;
    const bool is_joined = is_english_letter_before(text_, sign) || is_english_digit(c) ||
                           std::string_view(")]}%.-_'\"^").find(c) != std::string_view::npos;
    return is_joined ? at : sign;
  }

  bool begins_line(std::size_t at) const {
    for (std::size_t spaces = 0; spaces < 4 && at > 0 && text_[at - 1] == ' '; ++spaces) --at;
    return at == 0 || text_[at - 1] == '\n';
  }

  bool ends_line(std::size_t at) const {
    for (std::size_t spaces = 0; spaces < 4 && is_byte_at(text_, at, ' '); ++spaces) ++at;
    return at >= text_.size() || text_[at] == '\n' || text_[at] == '\r';
  }

  std::size_t read_letter(std::size_t at) {
    const FractionLetter letter = read_fraction_letter(text_, at);
    if (letter.end == 0) return at + 1;
    const std::size_t sign = begin_of_sign(at, letter.end);
    return add(sign, english_fraction(text_, letter.end, letter.value), sign != at);
  }

  std::size_t add(std::size_t begin, const EnglishQuantity& quantity, bool is_negative) {
    const double value = is_negative && quantity.value != 0 ? -quantity.value : quantity.value;
    mentions_.push_back(
        {.span = {.begin = begin, .end = quantity.end}, .value = value, .step = quantity.step, .kind = quantity.kind});
    return quantity.end;
  }

  std::string_view text_;
  std::vector<NumberMention> mentions_;
  std::size_t plain_until_ = 0;
  std::size_t passed_ = 0;
};

}  // namespace

std::vector<NumberMention> read_english_numbers(std::string_view text) { return EnglishNumberReader(text).read(); }

}  // namespace podium
