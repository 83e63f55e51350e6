#include "podium/claims/english_tokens.hpp"

#include "podium/claims/english_text.hpp"

namespace podium {

std::size_t skip_english_joint(std::string_view text, std::size_t at) {
  const std::size_t spaces = skip_english_spaces(text, at);
  return spaces != at ? spaces : skip_english_dash(text, at);
}

EnglishToken english_token(std::string_view text, std::size_t at) {
  const std::size_t end = end_of_letters(text, at);
  if (end == at || is_english_letter_after(text, end) || is_digit_at(text, end)) return {};
  return {.word = find_english_word(text.substr(at, end - at)), .begin = at, .end = end};
}

EnglishToken next_english_token(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_english_joint(text, at);
  return begin == at ? EnglishToken{} : english_token(text, begin);
}

EnglishToken next_loose_english_token(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_english_spaces(text, at);
  if (begin == at || !is_byte_at(text, begin, '-')) return next_english_token(text, at);
  return english_token(text, skip_english_spaces(text, begin + 1));
}

std::optional<EnglishMagnitude> read_magnitude_word(std::string_view text, std::size_t at) {
  const EnglishToken token = next_english_token(text, at);
  if (!token.is(EnglishWordKind::Magnitude) || token.word.form == EnglishWordForm::Ordinal ||
      token.word.form == EnglishWordForm::Parts)
    return std::nullopt;
  return EnglishMagnitude{.end = token.end, .exponent = token.word.value};
}

}  // namespace podium
