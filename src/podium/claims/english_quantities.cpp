#include "podium/claims/english_quantities.hpp"

#include "podium/claims/english_figures.hpp"
#include "podium/claims/english_text.hpp"

namespace podium {
namespace {

using enum EnglishWordKind;
using enum EnglishWordForm;

/// Around these "one" stands for a thing named before.
constexpr std::string_view kBeforePronoun =
    " the this that which each every any no another other next previous current right wrong such ";
constexpr std::string_view kAfterPronoun =
    " of another who can could may might must should would will off time sided way ";
constexpr std::string_view kBeforeTimeSecond = " per split each ";
constexpr std::string_view kAfterTimeSecond = " later ago of ";

/// one's, which is somebody's.
bool has_possessive(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return rest.starts_with("'s") || rest.starts_with("\u2019s");
}

bool is_pronoun(std::string_view text, std::size_t begin, std::size_t end) {
  return has_possessive(text, end) || is_listed_word(english_word_before(text, begin), kBeforePronoun) ||
         is_listed_word(english_word_after(text, end), kAfterPronoun);
}

/// Per second, five second, a second ago.
bool is_time_second(std::string_view text, const EnglishToken& second) {
  const std::string_view before = english_word_before(text, second.begin);
  if (is_listed_word(before, kBeforeTimeSecond)) return true;
  const EnglishWord counted = find_english_word(before);
  if (counted.form == Plain && (counted.kind == Ones || counted.kind == Teen || counted.kind == Tens)) return true;
  if (second.begin >= 2 && is_digit_at(text, second.begin - 2)) return true;
  const std::string_view after = english_word_after(text, second.end);
  return counted.kind == Article && (after.empty() || is_listed_word(after, kAfterTimeSecond));
}

/// hundredth, millionth: without a number before them.
std::optional<EnglishQuantity> read_ordinal_word(const EnglishToken& token) {
  if (token.word.form != Ordinal || !(token.is(Hundred) || token.is(Magnitude))) return std::nullopt;
  return EnglishQuantity{
      .end = token.end, .value = power_of_ten(token.word.value), .kind = NumberMention::Kind::Ordinal};
}

/// One hundredth of a second is a part; the one hundredth visitor is not.
bool is_part(std::string_view text, std::size_t at, const EnglishCardinal& ordinal) {
  const EnglishToken first = english_token(text, at);
  const bool is_single = first.is(Article) || (first.is(Ones) && first.word.value == 1);
  const EnglishToken counted = next_english_token(text, first.end);
  return is_single && counted.end == ordinal.end && next_english_token(text, ordinal.end).is(Of);
}

}  // namespace

EnglishQuantity english_quantity(const EnglishCardinal& cardinal) {
  const bool is_ordinal = cardinal.form == Ordinal;
  return {.end = cardinal.end,
          .value = cardinal.value,
          .step = is_ordinal ? 1 : cardinal.step,
          .kind = is_ordinal ? NumberMention::Kind::Ordinal : NumberMention::Kind::Cardinal};
}

std::optional<EnglishQuantity> read_english_words(std::string_view text, std::size_t at) {
  const EnglishToken token = english_token(text, at);
  if (token.end == 0 || token.is(None)) return std::nullopt;
  if (const std::optional<EnglishQuantity> ordinal = read_ordinal_word(token)) return ordinal;
  const std::optional<EnglishCardinal> cardinal = read_english_cardinal(text, at);
  if (!cardinal) return read_english_half(text, at);
  if (cardinal->form == Ordinal) {
    if (cardinal->end == token.end && token.word.value == 2 && is_time_second(text, token)) return std::nullopt;
    if (!is_part(text, at, *cardinal)) return english_quantity(*cardinal);
    return EnglishQuantity{
        .end = cardinal->end, .value = 1 / cardinal->value, .step = kMissing, .kind = NumberMention::Kind::Fraction};
  }
  if (const std::optional<EnglishQuantity> fraction = read_english_fraction(text, at, *cardinal)) return fraction;
  const bool is_lone_one = cardinal->is_one && cardinal->end == token.end;
  if (is_lone_one && is_pronoun(text, at, cardinal->end)) return std::nullopt;
  return english_quantity(*cardinal);
}

}  // namespace podium
