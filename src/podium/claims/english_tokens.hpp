#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "podium/claims/english_words.hpp"

namespace podium {

/// A word of the lexicon where it stands; `end` is 0 for anything else.
struct EnglishToken {
  EnglishWord word{};
  std::size_t begin = 0;
  std::size_t end = 0;

  bool is(EnglishWordKind kind) const { return word.kind == kind; }
  bool is_plain(EnglishWordKind kind) const { return is(kind) && word.form == EnglishWordForm::Plain; }
};

/// The word that begins at `at`, if nothing is glued to its end.
EnglishToken english_token(std::string_view text, std::size_t at);
/// The word after spaces or one dash without spaces.
EnglishToken next_english_token(std::string_view text, std::size_t at);
/// Also after " - ".
EnglishToken next_loose_english_token(std::string_view text, std::size_t at);

/// Where a next word or figure may begin: after spaces, or after one dash without any; or `at` itself.
std::size_t skip_english_joint(std::string_view text, std::size_t at);

/// The power of ten that directly follows a figure or a fraction, with the end of its word.
struct EnglishMagnitude {
  std::size_t end = 0;
  int exponent = 0;
};
std::optional<EnglishMagnitude> read_magnitude_word(std::string_view text, std::size_t at);

}  // namespace podium
