#include "podium/claims/clause_topic.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "podium/claims/characters.hpp"
#include "podium/claims/claim_words.hpp"

namespace podium {
namespace {

/// 있는, 높은: before a noun, not behind one.
constexpr auto kAdnominals = std::to_array<std::string_view>(
    {"있는", "없는", "하는", "되는", "받는", "오는", "가는", "나는", "지는", "드는", "르는", "리는", "키는",
     "치는", "시는", "주는", "두는", "내는", "않는", "많은", "높은", "낮은", "적은", "작은", "같은", "넓은",
     "좋은", "깊은", "늦은", "젊은", "받은", "얻은", "잃은", "남은", "넘은", "맞은", "뽑은"});
/// Behind these particles a 는 or 은 only adds weight: 에는, 보다는.
constexpr auto kOtherParticles = std::to_array<std::string_view>(
    {"에는", "에서는", "로는", "까지는", "보다는", "에게는", "부터는", "와는", "과는", "만은", "지만은"});

TextSpan without_marks(std::string_view text, TextSpan word) {
  constexpr auto kMarks = std::to_array<std::string_view>({"“", "‘", "\"", "'", "(", "[", ",", "”", "’", ")"});
  for (bool has_changed = true; has_changed && !word.empty();) {
    has_changed = false;
    for (const std::string_view mark : kMarks) {
      if (word.of(text).starts_with(mark)) {
        word.begin += mark.size();
        has_changed = true;
      } else if (word.of(text).ends_with(mark)) {
        word.end -= mark.size();
        has_changed = true;
      }
    }
  }
  return word;
}

bool ends_with_any(std::string_view word, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

/// The noun before one of the particles, if the word ends with one.
std::optional<TextSpan> noun_of(std::string_view text, TextSpan word, std::span<const std::string_view> particles) {
  const std::string_view whole = word.of(text);
  for (const std::string_view particle : particles) {
    if (whole.size() > particle.size() && whole.ends_with(particle))
      return TextSpan{word.begin, word.end - particle.size()};
  }
  return std::nullopt;
}

}  // namespace

std::optional<TextSpan> korean_topic(std::string_view text, TextSpan words) {
  constexpr auto kTopic = std::to_array<std::string_view>({"은", "는"});
  constexpr auto kSubject = std::to_array<std::string_view>({"이", "가"});
  std::size_t end = words.end;
  bool is_beside = true;  // only words of closeness stand between it and the figure
  while (end > words.begin) {
    const std::size_t space = words.of(text).substr(0, end - words.begin).rfind(' ');
    const std::size_t begin = space == std::string_view::npos ? words.begin : words.begin + space + 1;
    const TextSpan word = without_marks(text, {begin, end});
    if (!word.empty() && !ends_with_any(word.of(text), kAdnominals) && !ends_with_any(word.of(text), kOtherParticles)) {
      if (const auto noun = noun_of(text, word, kTopic)) return noun;
      if (const auto noun = is_beside ? noun_of(text, word, kSubject) : std::nullopt) return noun;
    }
    is_beside = is_beside && speaks_only_of_closeness(word.of(text));
    end = begin == words.begin ? words.begin : begin - 1;
  }
  return std::nullopt;
}

bool begins_clause(std::string_view words, bool is_korean) {
  constexpr auto kKorean = std::to_array<std::string_view>({", ", "고 ", "며 ", "면서 ", "지만 ", "으나 ", "는데 "});
  constexpr auto kEnglish =
      std::to_array<std::string_view>({", with ", ", while ", " while ", ", and ", ", but ", ", as ", "; "});
  const std::span<const std::string_view> openings = is_korean ? std::span<const std::string_view>(kKorean) : kEnglish;
  return std::ranges::any_of(openings,
                             [&](std::string_view opening) { return words.find(opening) != std::string_view::npos; });
}

bool has_english_noun(std::string_view words) {
  constexpr auto kNoNouns = std::to_array<std::string_view>(
      {"it",     "its",    "they",  "their", "he",    "she", "then", "again", "later",  "also",   "further",
       "that",   "this",   "has",   "had",   "have",  "was", "were", "is",    "are",    "be",     "been",
       "to",     "by",     "a",     "an",    "the",   "not", "only", "just",  "almost", "about",  "nearly",
       "figure", "number", "still", "will",  "would", "up",  "down", "now",   "even",   "another"});
  while (true) {
    words = trimmed_text(words);
    if (words.empty()) return false;
    const std::size_t end = std::min(words.find_first_of(" ,"), words.size());
    const std::string_view word = words.substr(0, end);
    if (!word.empty() && std::ranges::find(kNoNouns, word) == kNoNouns.end()) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

bool is_general_noun(std::string_view noun) {
  constexpr auto kNouns = std::to_array<std::string_view>(
      {"이",     "그",     "등",     "돈",        "이것",   "그것",   "규모",   "순위",   "금액",   "액수",   "총액",
       "수치",   "지표",   "지수",   "값",        "수",     "비율",   "비중",   "수준",   "격차",   "차이",   "전체",
       "투자",   "투자액", "투자금", "투자 규모", "증가율", "감소율", "성장률", "증가폭", "감소폭", "결과",   "통계",
       "보고서", "국가",   "나라",   "곳",        "국내",   "반면",   "다만",   "여기",   "현재",   "지난해", "올해",
       "작년",   "당시",   "이듬해", "전년",      "최근",   "1위",    "2위",    "3위"});
  return std::ranges::find(kNouns, noun) != kNouns.end();
}

}  // namespace podium
