#include <algorithm>
#include <array>

#include "podium/claims/english_figures.hpp"
#include "podium/claims/english_quantities.hpp"
#include "podium/claims/english_text.hpp"

namespace podium {
namespace {

using enum EnglishWordKind;
using enum EnglishWordForm;

constexpr std::string_view kTimeUnits =
    " year years month months week weeks day days hour hours minute minutes quarter quarters decade decades season "
    "seasons second seconds century centuries ";
/// Before "three quarters" these count quarters of a year.
constexpr std::string_view kBeforePeriods = " last past next first previous consecutive straight for these those ";
/// Before "half" these make it a part of a year or of a match.
constexpr std::string_view kBeforePeriodHalf =
    " the first second latter former other either each this that last next better ";
constexpr std::string_view kAfterShare = " of more less fewer higher lower larger smaller again as ";
/// After a numerator other than one, "in" makes a ratio with these alone: nine in 10, but 12 in 30 days.
constexpr std::array<double, 10> kRatioBases{3, 4, 5, 6, 7, 8, 9, 10, 100, 1000};

struct Denominator {
  std::size_t end = 0;
  double value = 0;
  bool is_plural = false;
};

std::optional<Denominator> read_denominator(std::string_view text, std::size_t at) {
  const EnglishToken token = next_loose_english_token(text, at);
  if (token.end == 0) return std::nullopt;
  Denominator found{.end = token.end,
                    .value = static_cast<double>(token.word.value),
                    .is_plural = token.word.form == Parts || token.word.form == Plural};
  if (token.is(Hundred) || token.is(Magnitude)) {
    if (token.word.form != Parts) return std::nullopt;
    found.value = power_of_ten(token.word.value);
  } else if (!token.is(Half) && !token.is(Quarter)) {
    const std::optional<EnglishCardinal> counted = read_english_cardinal(text, token.begin, PartsCompose::Yes);
    if (!counted || (counted->form != Ordinal && counted->form != Parts) || counted->value < 3) return std::nullopt;
    found = {.end = counted->end, .value = counted->value, .is_plural = counted->form == Parts};
  }
  const bool is_compound = is_byte_at(text, found.end, '-') && is_english_letter_after(text, found.end + 1);
  if (!found.is_plural && is_compound) return std::nullopt;  // one third-party vendor
  return found;
}

/// One fifth, but two fifths; quarters by threes, since two or four of them are periods more often than not.
bool agrees(double numerator, const Denominator& denominator) {
  if (!denominator.is_plural) return numerator == 1;
  return denominator.value == 4 ? numerator == 3 : numerator >= 1;
}

struct ProperFraction {
  std::size_t end = 0;
  double value = 0;
};

/// A proper fraction after "and": a half, half, a third, two thirds.
std::optional<ProperFraction> read_part(std::string_view text, std::size_t at) {
  const EnglishToken token = english_token(text, at);
  if (token.is_plain(Half)) return ProperFraction{.end = token.end, .value = 0.5};
  double numerator = 1;
  std::size_t end = token.end;
  if (!token.is(Article)) {
    const std::optional<EnglishCardinal> cardinal = read_english_cardinal(text, at);
    if (!cardinal || cardinal->form != Plain) return std::nullopt;
    numerator = cardinal->value;
    end = cardinal->end;
  }
  const std::optional<Denominator> denominator = read_denominator(text, end);
  if (!denominator || !agrees(numerator, *denominator) || numerator >= denominator->value) return std::nullopt;
  return ProperFraction{.end = denominator->end, .value = numerator / denominator->value};
}

/// "and a half" belongs to the million before it.
double own_magnitude(double magnitude) { return magnitude >= 1000 ? magnitude : 1; }

std::optional<EnglishQuantity> read_simple_fraction(std::string_view text, std::size_t at,
                                                    const EnglishCardinal& whole) {
  const bool may_be_year = whole.is_bare_figure && whole.value >= 1000;
  if (whole.form != Plain || may_be_year || whole.value == 0) return std::nullopt;
  const std::optional<Denominator> denominator = read_denominator(text, whole.end);
  if (!denominator) return std::nullopt;
  const bool may_be_periods = denominator->value == 4 && denominator->is_plural;
  if (may_be_periods && is_listed_word(english_word_before(text, at), kBeforePeriods)) return std::nullopt;
  if (whole.before_and > 0 && whole.after_and < denominator->value && agrees(whole.after_and, *denominator)) {
    const double part = whole.after_and / denominator->value;
    return english_fraction(text, denominator->end,
                            whole.before_and + part * own_magnitude(whole.magnitude_before_and));
  }
  if (!agrees(whole.value, *denominator)) return std::nullopt;
  return english_fraction(text, denominator->end, whole.value / denominator->value);
}

std::optional<EnglishQuantity> read_mixed(std::string_view text, const EnglishCardinal& whole) {
  const EnglishToken conjunction = next_english_token(text, whole.end);
  if (!conjunction.is(And) || whole.form != Plain) return std::nullopt;
  const EnglishToken first = next_english_token(text, conjunction.end);
  const std::size_t begin = first.end != 0 ? first.begin : skip_english_spaces(text, conjunction.end);
  const std::optional<ProperFraction> part = read_part(text, begin);
  if (!part) return std::nullopt;
  if (const std::optional<EnglishMagnitude> magnitude = read_magnitude_word(text, part->end)) {
    const double scale = power_of_ten(magnitude->exponent);
    const double value = whole.magnitude > 1 ? whole.value + part->value * scale : (whole.value + part->value) * scale;
    return EnglishQuantity{
        .end = magnitude->end, .value = value, .step = kMissing, .kind = NumberMention::Kind::Fraction};
  }
  return english_fraction(text, part->end, whole.value + part->value * own_magnitude(whole.magnitude));
}

bool is_ratio(EnglishWordKind preposition, const EnglishCardinal& above, const EnglishCardinal& below) {
  const bool may_be_year = below.is_bare_figure && below.value >= 1900 && below.value <= 2100;
  if (below.value <= 0 || may_be_year) return false;
  if (preposition == DividedBy) return true;
  if (above.value >= below.value) return false;
  return preposition == Out || above.value == 1 || std::ranges::find(kRatioBases, below.value) != kRatioBases.end();
}

std::optional<EnglishQuantity> read_ratio(std::string_view text, const EnglishCardinal& above) {
  const EnglishToken preposition = next_english_token(text, above.end);
  if (above.form != Plain || !(preposition.is(DividedBy) || preposition.is(Out) || preposition.is(In)))
    return std::nullopt;
  std::size_t end = preposition.end;
  if (preposition.is(Out)) {
    const EnglishToken of = next_english_token(text, end);
    if (!of.is(Of)) return std::nullopt;
    end = of.end;
  }
  const std::optional<EnglishCardinal> below = read_english_cardinal(text, skip_english_spaces(text, end));
  if (!below || below->form == Ordinal || below->form == Parts) return std::nullopt;
  if (!is_ratio(preposition.word.kind, above, *below)) return std::nullopt;
  const bool is_measured =
      is_byte_at(text, below->end, '%') || is_listed_word(english_word_after(text, below->end), kTimeUnits);
  if (is_measured || read_simple_fraction(text, below->end, *below)) return std::nullopt;
  return EnglishQuantity{
      .end = below->end, .value = above.value / below->value, .step = kMissing, .kind = NumberMention::Kind::Fraction};
}

bool ends_clause(std::string_view text, std::size_t at) {
  return at >= text.size() || std::string_view(".,;:!?)\"").find(text[at]) != std::string_view::npos;
}

/// Half, half a million, half million.
EnglishQuantity half_of(std::string_view text, const EnglishToken& half) {
  const EnglishToken next = next_english_token(text, half.end);
  if (next.is(Article)) {
    const EnglishQuantity fraction = english_fraction(text, next.end, 0.5);
    if (fraction.end != next.end) return fraction;
  }
  return english_fraction(text, half.end, 0.5);
}

std::optional<EnglishQuantity> read_article(std::string_view text, const EnglishToken& article) {
  const EnglishToken next = next_english_token(text, article.end);
  if (next.is_plain(Half)) {
    const EnglishQuantity half = half_of(text, next);
    const bool is_compound = half.end == next.end && is_byte_at(text, next.end, '-');
    return is_compound ? std::nullopt : std::optional(half);
  }
  const std::optional<Denominator> denominator = read_denominator(text, article.end);
  if (!denominator || denominator->is_plural) return std::nullopt;
  const EnglishQuantity fraction = english_fraction(text, denominator->end, 1 / denominator->value);
  const bool has_magnitude = fraction.end != denominator->end;
  const bool is_share = is_listed_word(english_word_after(text, denominator->end), kAfterShare) ||
                        (!next.is(Quarter) && ends_clause(text, denominator->end));
  return has_magnitude || is_share ? std::optional(fraction) : std::nullopt;
}

std::optional<EnglishQuantity> read_half(std::string_view text, const EnglishToken& half) {
  const EnglishQuantity fraction = half_of(text, half);
  if (fraction.end != half.end) return fraction;
  const bool is_period = is_listed_word(english_word_before(text, half.begin), kBeforePeriodHalf);
  const bool is_compound = is_byte_at(text, half.end, '-');
  if (is_period || is_compound || is_listed_word(english_word_after(text, half.end), " past time way "))
    return std::nullopt;
  return fraction;
}

}  // namespace

EnglishQuantity english_fraction(std::string_view text, std::size_t end, double value) {
  EnglishQuantity fraction{.end = end, .value = value, .step = kMissing, .kind = NumberMention::Kind::Fraction};
  EnglishToken next = next_english_token(text, end);
  if (next.is(Of)) {
    const EnglishToken article = next_english_token(text, next.end);
    if (article.is(Article)) next = next_english_token(text, article.end);
  }
  if (next.is_plain(Dozen) || next.is_plain(Magnitude)) {
    fraction.value *= next.is(Dozen) ? next.word.value : power_of_ten(next.word.value);
    fraction.end = next.end;
  }
  return fraction;
}

std::optional<EnglishQuantity> read_english_fraction(std::string_view text, std::size_t at,
                                                     const EnglishCardinal& whole) {
  if (const auto fraction = read_simple_fraction(text, at, whole)) return fraction;
  if (const auto mixed = read_mixed(text, whole)) return mixed;
  return read_ratio(text, whole);
}

std::optional<EnglishQuantity> read_english_half(std::string_view text, std::size_t at) {
  const EnglishToken token = english_token(text, at);
  if (token.is_plain(Half)) return read_half(text, token);
  if (token.is(Article)) return read_article(text, token);
  if (!token.is_plain(Quarter)) return std::nullopt;
  const EnglishQuantity fraction = english_fraction(text, token.end, 0.25);
  return fraction.end != token.end ? std::optional(fraction) : std::nullopt;
}

}  // namespace podium
