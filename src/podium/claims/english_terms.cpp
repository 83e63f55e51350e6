#include "podium/claims/english_terms.hpp"

#include <array>

#include "podium/claims/english_figures.hpp"
#include "podium/claims/english_text.hpp"

namespace podium {
namespace {

using enum EnglishWordKind;
using enum EnglishWordForm;

constexpr std::uint64_t kMostInHundreds = 1'000'000'000'000;  // figures above it take no hundreds and no dozens

/// Magnitudes in letters after figures, as they are written. With a space between, a lower m is a metre and T, G, B are
/// names more often than not.
struct Letters {
  std::string_view text;
  int exponent;
  bool may_stand_apart;
};
constexpr std::array<Letters, 9> kLetters{{{"k", 3, true},
                                           {"K", 3, true},
                                           {"m", 6, false},
                                           {"M", 6, true},
                                           {"MM", 6, true},
                                           {"b", 9, false},
                                           {"B", 9, false},
                                           {"G", 9, false},
                                           {"T", 12, false}}};

std::optional<EnglishMagnitude> read_letters(std::string_view text, std::size_t at, const EnglishFigure& figure) {
  const bool is_glued = at == figure.end;
  const std::size_t end = end_of_letters(text, at);
  if (is_english_letter_after(text, end) || is_digit_at(text, end)) return std::nullopt;
  const std::string_view word = text.substr(at, end - at);
  for (const Letters& letters : kLetters) {
    if (word != letters.text || (!is_glued && !letters.may_stand_apart)) continue;
    const bool is_network = word == "G" && figure.is_integer && figure.value.mantissa < 10;  // 5G
    if (!is_network) return EnglishMagnitude{.end = end, .exponent = letters.exponent};
  }
  return std::nullopt;
}

class TermReader {
 public:
  TermReader(std::string_view text, PartsCompose parts) : text_(text), parts_(parts) {}

  std::optional<EnglishTerm> read(std::size_t at) const {
    std::optional<EnglishTerm> term = read_atom(at);
    if (!term) return std::nullopt;
    add_hundreds(*term);
    add_decimals(*term);
    add_magnitudes(*term);
    add_dozens(*term);
    if (term->is_article && !term->has_unit_word) return std::nullopt;
    return term;
  }

 private:
  struct TwoDigits {
    std::size_t end = 0;
    std::uint64_t value = 0;
    EnglishWordForm form = Plain;
    bool is_zero_word = false;
  };

  bool is_taken(EnglishWordForm form) const {
    return form == Plain || form == Ordinal || (form == Parts && parts_ == PartsCompose::Yes);
  }

  std::optional<TwoDigits> read_two_digits(std::size_t at) const {
    const EnglishToken token = english_token(text_, at);
    const bool is_number = token.is(Zero) || token.is(Ones) || token.is(Teen) || token.is(Tens);
    if (!is_number || !is_taken(token.word.form)) return std::nullopt;
    TwoDigits digits{
        .end = token.end, .value = token.word.value, .form = token.word.form, .is_zero_word = token.is(Zero)};
    if (!token.is_plain(Tens)) return digits;
    const EnglishToken unit = next_loose_english_token(text_, token.end);
    if (!unit.is(Ones) || !is_taken(unit.word.form) || is_apart(token, unit)) return digits;
    digits.end = unit.end;
    digits.value += unit.word.value;
    digits.form = unit.word.form;
    return digits;
  }

  /// Twenty first-year students are twenty.
  bool is_apart(const EnglishToken& tens, const EnglishToken& unit) const {
    const bool is_compound = is_byte_at(text_, unit.end, '-') && is_english_letter_after(text_, unit.end + 1);
    return unit.word.form == Ordinal && is_compound && text_[tens.end] == ' ';
  }

  std::optional<EnglishTerm> read_atom(std::size_t at) const {
    if (is_digit_at(text_, at) || (is_byte_at(text_, at, '.') && is_digit_at(text_, at + 1)))
      return read_figure_atom(at);
    if (const std::optional<TwoDigits> digits = read_two_digits(at)) {
      return EnglishTerm{.end = digits->end, .value = {.mantissa = digits->value}, .form = digits->form};
    }
    const EnglishToken article = english_token(text_, at);
    if (begins_with_decimals(article)) return EnglishTerm{.end = at, .is_point = true};
    if (!article.is(Article)) return std::nullopt;
    return EnglishTerm{.end = article.end, .value = {.mantissa = 1}, .is_article = true};
  }

  /// Point zero five, point one two; a lone "point five" is one of a list.
  bool begins_with_decimals(const EnglishToken& point) const {
    if (!point.is(Point)) return false;
    const EnglishToken first = next_english_token(text_, point.end);
    if (first.is(Zero)) return true;
    const EnglishToken second = next_english_token(text_, first.end);
    return first.is_plain(Ones) && (second.is_plain(Ones) || second.is(Zero) || second.is(Oh));
  }

  std::optional<EnglishTerm> read_figure_atom(std::size_t at) const {
    const EnglishFigure figure = read_english_figure(text_, at, false);
    if (figure.is_too_long) return std::nullopt;
    EnglishTerm term{.end = figure.end,
                     .value = figure.value,
                     .step = figure.value.exponent,
                     .has_figure = true,
                     .has_decimals = !figure.is_integer};
    const std::size_t next = skip_english_spaces(text_, figure.end);
    if (const std::optional<EnglishMagnitude> letters = read_letters(text_, next, figure)) {
      scale(term, letters->exponent);
      term.end = letters->end;
    }
    return term;
  }

  static void scale(EnglishTerm& term, int exponent) {
    term.value.exponent += exponent;
    term.step += exponent;
    term.magnitude += exponent;
    term.has_unit_word = true;
  }

  /// The next word, which may be glued to a figure: 5million.
  EnglishToken next_word(const EnglishTerm& term) const {
    if (term.has_figure && !term.has_unit_word) {
      if (const EnglishToken glued = english_token(text_, term.end); glued.is(Magnitude)) return glued;
    }
    return next_english_token(text_, term.end);
  }

  void add_hundreds(EnglishTerm& term) const {
    if (term.form != Plain || term.has_unit_word || term.value.mantissa == 0) return;
    const EnglishToken hundred = next_english_token(text_, term.end);
    if (!hundred.is(Hundred) || (hundred.word.form != Plural && !is_taken(hundred.word.form))) return;
    if (term.value.mantissa > kMostInHundreds) return;
    term.end = hundred.end;
    term.form = hundred.word.form;
    term.has_unit_word = true;
    term.step += 2;
    if (term.has_decimals) {
      term.value.exponent += 2;
      return;
    }
    term.value.mantissa *= 100;
    if (term.form == Plain) add_remainder(term);
  }

  /// The part below a hundred: "and" may stand before words, and must before digits.
  void add_remainder(EnglishTerm& term) const {
    const EnglishToken conjunction = next_english_token(text_, term.end);
    const bool has_and = conjunction.is(And);
    const std::size_t at = skip_english_joint(text_, has_and ? conjunction.end : term.end);
    std::optional<TwoDigits> rest = read_two_digits(at);
    if (!rest && has_and && is_digit_at(text_, at)) {
      const EnglishFigure figure = read_english_figure(text_, at, false);
      if (figure.is_bare && figure.value.mantissa < 100 && figure.plain_until <= figure.end &&
          !is_english_letter_after(text_, figure.end)) {
        rest = TwoDigits{.end = figure.end, .value = figure.value.mantissa};
      }
    }
    if (!rest || rest->is_zero_word || next_english_token(text_, rest->end).is(Hundred)) return;
    term.end = rest->end;
    term.value.mantissa += rest->value;
    term.form = rest->form;
    term.step = 0;
    term.after_and = has_and ? rest->value : 0;
  }

  void add_decimals(EnglishTerm& term) const {
    if (term.form != Plain || term.has_figure || term.is_article) return;
    const EnglishToken point = term.is_point ? english_token(text_, term.end) : next_english_token(text_, term.end);
    if (!point.is(Point)) return;
    EnglishToken digit = next_english_token(text_, point.end);
    if (digit.is_plain(Teen) || digit.is_plain(Tens)) {
      const std::optional<TwoDigits> both = read_two_digits(digit.begin);
      if (both && both->form == Plain) add_decimal(term, both->value, 2, both->end);
      return;
    }
    while (digit.is(Zero) || digit.is_plain(Ones) || (digit.is(Oh) && digit.word.form == Plain)) {
      if (-term.value.exponent > 12) return;
      add_decimal(term, digit.word.value, 1, digit.end);
      digit = next_english_token(text_, digit.end);
    }
  }

  static void add_decimal(EnglishTerm& term, std::uint64_t digits, int places, std::size_t end) {
    term.value.mantissa = term.value.mantissa * (places == 2 ? 100 : 10) + digits;
    term.value.exponent -= places;
    term.step = term.value.exponent;
    term.has_decimals = true;
    term.after_and = 0;
    term.end = end;
  }

  /// Magnitudes one after the other multiply: a thousand billion, 1.5 lakh crore.
  void add_magnitudes(EnglishTerm& term) const {
    while (term.form == Plain && term.value.mantissa > 0) {
      const EnglishToken magnitude = next_word(term);
      if (!magnitude.is(Magnitude) || (magnitude.word.form != Plural && !is_taken(magnitude.word.form))) return;
      scale(term, magnitude.word.value);
      term.end = magnitude.end;
      term.form = magnitude.word.form;
      term.after_and = 0;
    }
  }

  void add_dozens(EnglishTerm& term) const {
    if (term.form != Plain || term.value.mantissa > kMostInHundreds) return;
    const EnglishToken dozen = next_english_token(text_, term.end);
    if (!dozen.is(Dozen)) return;
    term.times = dozen.word.value;
    term.end = dozen.end;
    term.form = Plural;
    term.has_unit_word = true;
  }

  std::string_view text_;
  PartsCompose parts_;
};

}  // namespace

std::optional<EnglishTerm> read_english_term(std::string_view text, std::size_t at, PartsCompose parts) {
  return TermReader(text, parts).read(at);
}

}  // namespace podium
