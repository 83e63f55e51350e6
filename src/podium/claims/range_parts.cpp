#include "podium/claims/range_parts.hpp"

#include <algorithm>
#include <array>

#include "podium/claims/characters.hpp"
#include "podium/claims/decimal_digits.hpp"

namespace podium {
namespace {

using Inclusion = RangeEnd::Inclusion;

/// Signs that say nothing with what follows them: <> and =< name no range.
struct SignWord {
  std::string_view sign;
  RangeComparison comparison;
};
constexpr std::array kSigns{SignWord{">=", RangeComparison::AtLeast},  SignWord{"<=", RangeComparison::AtMost},
                            SignWord{"> =", RangeComparison::AtLeast}, SignWord{"< =", RangeComparison::AtMost},
                            SignWord{"≥", RangeComparison::AtLeast},   SignWord{"≧", RangeComparison::AtLeast},
                            SignWord{"≤", RangeComparison::AtMost},    SignWord{"≦", RangeComparison::AtMost},
                            SignWord{">", RangeComparison::MoreThan},  SignWord{"＞", RangeComparison::MoreThan},
                            SignWord{"<", RangeComparison::LessThan},  SignWord{"＜", RangeComparison::LessThan}};

bool is_sign_part(char32_t code) { return code == U'<' || code == U'>' || code == U'='; }

bool is_tied(char32_t code) { return code == U'-' || code == U'/' || code == U'.' || code == U'+'; }

/// 4 of "4조", 1.5 of "1.5 million".
std::optional<DigitRun> leading_digits(std::string_view text, const NumberMention& number) {
  auto run = read_digits(text.substr(0, number.span.end), number.span.begin);
  return run && run->value ? run : std::nullopt;
}

}  // namespace

NumberRange range_of(TextSpan span, RangeComparison comparison, double value) {
  const RangeEnd with{value, Inclusion::Included};
  const RangeEnd without{value, Inclusion::Excluded};
  switch (comparison) {
    case RangeComparison::MoreThan:
      return {.span = span, .lower = without};
    case RangeComparison::AtLeast:
      return {.span = span, .lower = with};
    case RangeComparison::LessThan:
      return {.span = span, .upper = without};
    case RangeComparison::AtMost:
      return {.span = span, .upper = with};
    case RangeComparison::None:
    case RangeComparison::Equal:
      break;
  }
  return {.span = span, .lower = with, .upper = with};
}

NumberRange range_between(TextSpan span, double lower, double upper) {
  return {.span = span, .lower = RangeEnd{lower, Inclusion::Unsaid}, .upper = RangeEnd{upper, Inclusion::Unsaid}};
}

RangeSign range_sign_before(std::string_view text, std::size_t end) {
  while (end > 0 && text[end - 1] == ' ') --end;
  const std::string_view before = text.substr(0, end);
  for (const SignWord& word : kSigns) {
    if (!before.ends_with(word.sign)) continue;
    const std::size_t begin = end - word.sign.size();
    const bool is_part = is_sign_part(character_before(text, begin).code);
    return is_part ? RangeSign{} : RangeSign{begin, word.comparison};
  }
  return {};
}

bool are_joined_by_mark(std::string_view text, const NumberMention& first, const NumberMention& last) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"~", "∼", "～", "-", "–", "—", " ~ ", " ∼ ", " ～ ", " - ", " – ", " — ", "~ ", " ~"});
  const std::string_view between = text.substr(first.span.end, last.span.begin - first.span.end);
  if (std::ranges::find(kMarks, between) == kMarks.end()) return false;
  if (first.value * shared_magnitude(text, first, last) >= last.value) return false;
  const bool is_chain =
      is_tied(character_before(text, first.span.begin).code) ||
      (is_tied(character_at(text, last.span.end).code) && is_digit(character_at(text, last.span.end + 1).code));
  const bool is_code = text[last.span.begin] == '0' && last.value >= 1;
  return !is_chain && !is_code && first.kind == NumberMention::Kind::Cardinal &&
         last.kind == NumberMention::Kind::Cardinal;
}

double shared_magnitude(std::string_view text, const NumberMention& first, const NumberMention& last) {
  const auto first_digits = leading_digits(text, first);
  const auto digits = leading_digits(text, last);
  if (!first_digits || first_digits->span.end != first.span.end || !digits || digits->span.end == last.span.end)
    return 1;
  const double stated = nearest_double(*digits->value);
  if (stated == 0 || first.value >= stated) return 1;
  const double magnitude = last.value / stated;
  return magnitude >= 1 ? magnitude : 1;
}

bool may_be_merged(const NumberRange& first, const NumberRange& second) {
  const bool is_rising = first.lower && !first.upper && second.upper && !second.lower;
  const bool is_falling = first.upper && !first.lower && second.lower && !second.upper;
  if (!is_rising && !is_falling) return false;
  const RangeEnd& lower = is_rising ? *first.lower : *second.lower;
  const RangeEnd& upper = is_rising ? *second.upper : *first.upper;
  return lower.value < upper.value;
}

NumberRange merged_range(const NumberRange& first, const NumberRange& second) {
  return {.span = {first.span.begin, second.span.end},
          .lower = first.lower ? first.lower : second.lower,
          .upper = first.upper ? first.upper : second.upper};
}

}  // namespace podium
