#include "podium/claims/english_cardinals.hpp"

#include "podium/claims/english_text.hpp"

namespace podium {
namespace {

using enum EnglishWordForm;

std::optional<double> value_of(const EnglishTerm& term) {
  return to_double({.mantissa = term.value.mantissa * term.times, .exponent = term.value.exponent});
}

/// After a number in digits only what says its own size goes on (4 thousand 3 hundred); three in "5 million three years
/// ago" does not.
bool may_follow(const EnglishTerm& term, bool is_after_figure) {
  if (term.is_article || term.times != 1) return false;
  return term.has_unit_word || (!is_after_figure && !term.has_figure);
}

EnglishCardinal first_part(std::string_view text, std::size_t at, const EnglishTerm& term, double value) {
  const double magnitude = power_of_ten(term.magnitude);
  return {.end = term.end,
          .value = value,
          .step = static_cast<double>(term.times) * power_of_ten(term.step),
          .form = term.form,
          .magnitude = magnitude,
          .is_bare_figure = term.has_figure && end_of_digits(text, at) == term.end,
          .is_one = !term.has_figure && !term.has_unit_word && !term.has_decimals && value == 1,
          .before_and = term.after_and > 0 ? value - static_cast<double>(term.after_and) : 0,
          .after_and = static_cast<double>(term.after_and)};
}

void add_part(EnglishCardinal& cardinal, const EnglishTerm& term, double value, bool has_and) {
  const double before = cardinal.value;
  const double magnitude_before = cardinal.magnitude;
  cardinal.value += value;
  cardinal.end = term.end;
  cardinal.step = power_of_ten(term.step);
  cardinal.form = term.form;
  if (term.magnitude > 0) cardinal.magnitude = power_of_ten(term.magnitude);
  cardinal.before_and = 0;
  cardinal.after_and = 0;
  cardinal.magnitude_before_and = 1;
  if (term.after_and > 0) {
    cardinal.after_and = static_cast<double>(term.after_and);
    cardinal.before_and = cardinal.value - cardinal.after_and;
  } else if (has_and && term.magnitude == 0) {
    cardinal.after_and = value;
    cardinal.before_and = before;
    cardinal.magnitude_before_and = magnitude_before;
  }
}

}  // namespace

std::optional<EnglishCardinal> read_english_cardinal(std::string_view text, std::size_t at, PartsCompose parts) {
  const std::optional<EnglishTerm> first = read_english_term(text, at, parts);
  if (!first) return std::nullopt;
  const std::optional<double> first_value = value_of(*first);
  if (!first_value) return std::nullopt;
  EnglishCardinal cardinal = first_part(text, at, *first, *first_value);
  bool may_go_on = first->magnitude > 0 && !first->has_decimals;
  while (may_go_on && cardinal.form == Plain) {
    const EnglishToken conjunction = next_english_token(text, cardinal.end);
    const bool has_and = conjunction.is(EnglishWordKind::And);
    const std::optional<EnglishTerm> term =
        read_english_term(text, skip_english_spaces(text, has_and ? conjunction.end : cardinal.end), parts);
    if (!term || term->value.mantissa == 0 || !may_follow(*term, first->has_figure)) break;
    const std::optional<double> value = value_of(*term);
    if (!value || *value >= cardinal.magnitude) break;
    add_part(cardinal, *term, *value, has_and);
    may_go_on = term->magnitude > 0 && !term->has_decimals;
  }
  return cardinal;
}

}  // namespace podium
