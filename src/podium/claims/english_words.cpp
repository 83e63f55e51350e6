#include "podium/claims/english_words.hpp"

#include "podium/claims/english_text.hpp"

namespace podium {
namespace {

constexpr std::size_t kLongestWord = 14;  // seventeenth, thousandths, and seventyseventh in one word

/// Where the words of a first letter stand, and their lengths as bits: most words of a text end here.
struct WordsOfLetter {
  std::uint8_t begin = 0;
  std::uint8_t end = 0;
  std::uint32_t lengths = 0;
};

constexpr auto kWordsOfLetter = [] {
  std::array<WordsOfLetter, 26> letters{};
  for (std::size_t i = 0; i < kEnglishWords.size(); ++i) {
    const std::string_view text = kEnglishWords[i].text;
    WordsOfLetter& letter = letters[static_cast<std::size_t>(text[0] - 'a')];
    if (letter.end == 0) letter.begin = static_cast<std::uint8_t>(i);
    letter.end = static_cast<std::uint8_t>(i + 1);
    letter.lengths |= 1U << text.size() | 1U << (text.size() + 1);
  }
  return letters;
}();

EnglishWord find_exact(std::string_view lower) {
  if (lower.empty()) return {};
  const WordsOfLetter& letter = kWordsOfLetter[static_cast<std::size_t>(lower[0] - 'a')];
  for (std::size_t i = letter.begin; i < letter.end; ++i) {
    if (kEnglishWords[i].text == lower) return kEnglishWords[i];
  }
  return {};
}

/// millions, fifths, quarters; no ones, tens or twenties.
EnglishWord find_plural(std::string_view lower) {
  if (!lower.ends_with('s')) return {};
  EnglishWord word = find_exact(lower.substr(0, lower.size() - 1));
  using enum EnglishWordKind;
  if (word.form == EnglishWordForm::Ordinal || word.kind == Quarter) {
    word.form = EnglishWordForm::Parts;
  } else if (word.kind == Hundred || word.kind == Magnitude || word.kind == Dozen) {
    word.form = EnglishWordForm::Plural;
  } else {
    return {};
  }
  return word;
}

EnglishWord find_compound(std::string_view lower) {
  const std::size_t tens_end = lower.find("ty");
  if (tens_end == std::string_view::npos || tens_end + 2 == lower.size()) return {};
  const EnglishWord tens = find_exact(lower.substr(0, tens_end + 2));
  EnglishWord unit = find_exact(lower.substr(tens_end + 2));
  if (tens.kind != EnglishWordKind::Tens || unit.kind != EnglishWordKind::Ones) return {};
  unit.kind = EnglishWordKind::Teen;
  unit.value = static_cast<std::uint8_t>(tens.value + unit.value);
  return unit;
}

}  // namespace

EnglishWord find_english_word(std::string_view word) {
  if (word.empty() || word.size() > kLongestWord) return {};
  const char first = in_lower_case(word[0]);
  if (first < 'a' || first > 'z') return {};
  const bool may_be_known = (kWordsOfLetter[static_cast<std::size_t>(first - 'a')].lengths >> word.size() & 1U) != 0;
  const bool may_be_compound = word.size() >= 8;
  if (!may_be_known && !may_be_compound) return {};
  std::array<char, kLongestWord> letters{};
  for (std::size_t i = 0; i < word.size(); ++i) letters[i] = in_lower_case(word[i]);
  const std::string_view lower(letters.data(), word.size());
  if (may_be_known) {
    if (const EnglishWord known = find_exact(lower); known.kind != EnglishWordKind::None) return known;
    if (const EnglishWord plural = find_plural(lower); plural.kind != EnglishWordKind::None) return plural;
  }
  return may_be_compound ? find_compound(lower) : EnglishWord{};
}

}  // namespace podium
