#include "podium/claims/claim_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "podium/claims/characters.hpp"
#include "podium/claims/korean_words.hpp"

namespace podium {
namespace {

struct CounterWord {
  std::string_view word;
  Counter counter;
};
struct ChangeWord {
  std::string_view word;
  int direction;
};

/// Longer words before those that they begin with.
constexpr auto kKoreanCounters = std::to_array<CounterWord>({
    {"개 국가", Counter::Countries},
    {"개 나라", Counter::Countries},
    {"개국", Counter::Countries},
    {"개 국", Counter::Countries},
    {"계단", Counter::Places},
    {"단계", Counter::Places},
    {"년간", Counter::Years},
    {"년", Counter::Years},
    {"대 ", Counter::Aim},
    {"가지", Counter::Kinds},
});
constexpr auto kEnglishCounters = std::to_array<CounterWord>({
    {"countries", Counter::Countries},
    {"nations", Counter::Countries},
    {"economies", Counter::Countries},
    {"places", Counter::Places},
    {"spots", Counter::Places},
    {"positions", Counter::Places},
    {"place", Counter::Places},
    {"years", Counter::Years},
    {"spot", Counter::Places},
});

constexpr auto kKoreanChanges = std::to_array<ChangeWord>({
    {"증가", 1},  {"늘", 1},    {"상승", 1},  {"급증", 1},  {"성장", 1},    {"오르", 1},    {"올랐", 1},  {"오른", 1},
    {"올라", 1},  {"뛰", 1},    {"뛴", 1},    {"불어", 1},  {"확대", 1},    {"높아", 1},    {"커졌", 1},  {"많아", 1},
    {"감소", -1}, {"줄", -1},   {"하락", -1}, {"급감", -1}, {"떨어", -1},   {"내려", -1},   {"내린", -1}, {"축소", -1},
    {"낮아", -1}, {"위축", -1}, {"밀려", -1}, {"밀렸", -1}, {"역성장", -1}, {"쪼그라", -1},
});
constexpr auto kEnglishChanges = std::to_array<ChangeWord>({
    {"rose", 1},      {"rise", 1},       {"risen", 1},      {"rising", 1},    {"grew", 1},       {"grow", 1},
    {"grown", 1},     {"growth", 1},     {"increase", 1},   {"increased", 1}, {"increases", 1},  {"jump", 1},
    {"jumped", 1},    {"surge", 1},      {"surged", 1},     {"up", 1},        {"climbed", 1},    {"gain", 1},
    {"gained", 1},    {"soared", 1},     {"higher", 1},     {"more", 1},      {"expanded", 1},   {"fell", -1},
    {"fall", -1},     {"fallen", -1},    {"falling", -1},   {"dropped", -1},  {"drop", -1},      {"declined", -1},
    {"decline", -1},  {"decrease", -1},  {"decreased", -1}, {"down", -1},     {"shrank", -1},    {"shrunk", -1},
    {"slid", -1},     {"slipped", -1},   {"lower", -1},     {"less", -1},     {"plunged", -1},   {"contracted", -1},
    {"lost", -1},     {"climb", 1},      {"climbs", 1},     {"climbing", 1},  {"rises", 1},      {"grows", 1},
    {"jumps", 1},     {"surging", 1},    {"soaring", 1},    {"falls", -1},    {"drops", -1},     {"dropping", -1},
    {"declines", -1}, {"declining", -1}, {"decreases", -1}, {"shrinks", -1},  {"shrinking", -1}, {"slipping", -1},
    {"plunging", -1}, {"tumbled", -1},
});
constexpr auto kKoreanTrends = std::to_array<ChangeWord>({
    {"하락세", -1},
    {"감소세", -1},
    {"내림세", -1},
    {"상승세", 1},
    {"증가세", 1},
    {"오름세", 1},
    {"성장세", 1},
});
constexpr auto kEnglishTrends = std::to_array<ChangeWord>({
    {"downward trend", -1},
    {"declining trend", -1},
    {"been falling", -1},
    {"been declining", -1},
    {"fallen every year", -1},
    {"upward trend", 1},
    {"been rising", 1},
    {"been growing", 1},
    {"risen every year", 1},
    {"rising trend", 1},
    {"grown every year", 1},
});
constexpr auto kKoreanComparisons = std::to_array<ChangeWord>({
    {"낮은", -1},
    {"적은", -1},
    {"작은", -1},
    {"뒤처진", -1},
    {"낮았", -1},
    {"적었", -1},
    {"높은", 1},
    {"많은", 1},
    {"큰", 1},
    {"앞선", 1},
    {"컸", 1},
    {"작았", -1},
    {"높았", 1},
    {"많았", 1},
    {"앞섰", 1},
});
constexpr auto kEnglishComparisons = std::to_array<ChangeWord>({
    {"lower", -1},
    {"fewer", -1},
    {"less", -1},
    {"smaller", -1},
    {"below", -1},
    {"behind", -1},
    {"higher", 1},
    {"more", 1},
    {"larger", 1},
    {"greater", 1},
    {"above", 1},
    {"ahead", 1},
});
constexpr auto kKoreanExtremes = std::to_array<ChangeWord>({
    {"가장 많", 1},
    {"가장 높", 1},
    {"가장 큰", 1},
    {"가장 크", 1},
    {"최다", 1},
    {"최대", 1},
    {"최고", 1},
    {"가장 적", -1},
    {"가장 낮", -1},
    {"가장 작", -1},
    {"최저", -1},
    {"최소", -1},
    {"최하위", -1},
    {"꼴찌", -1},
});
constexpr auto kEnglishExtremes = std::to_array<ChangeWord>({
    {"the most", 1},
    {"the highest", 1},
    {"the largest", 1},
    {"the biggest", 1},
    {"the lowest", -1},
    {"the fewest", -1},
    {"the smallest", -1},
    {"the least", -1},
});

constexpr auto kComparesBehind = std::to_array<std::string_view>({
    "보다",    "대비",    " 대비", "에 비해", "에 비하", "와 비교", "과 비교",  "를 제치",
    "을 제치", "에 이어", "에 뒤", "의 뒤를", "에 밀",   "에 뒤처", " 말 대비", "과 대조",
    "와 대조", "의 절반", "와 같", "과 같",   "와 비슷", "과 비슷",
});
constexpr auto kComparesBefore = std::to_array<std::string_view>({
    "than ",   "than in ", "than the ",  "compared with ", "compared to ", "compared with the ", "compared to the ",
    "versus ", "vs. ",     "behind ",    "behind the ",    "ahead of ",    "ahead of the ",      "outpacing ",
    "from ",   "over ",    "up on ",     "down on ",       "against ",     "relative to ",       "after ",
    "below ",  "above ",   "below the ", "above the ",
});

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  const char32_t before = character_before(text, begin).code;
  const char32_t after = character_at(text, end).code;
  return !is_latin(before) && !is_latin(after);
}

bool is_lower_equal(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() > text.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (in_lower_case(text[at + i]) != word[i]) return false;
  }
  return true;
}

/// The first of the words; of those that begin at one place the longest.
DirectionWord first_word(std::string_view text, std::span<const ChangeWord> words, bool is_korean) {
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at).size) {
    DirectionWord found;
    for (const ChangeWord& word : words) {
      const bool is_here = is_korean
                               ? text.substr(at).starts_with(word.word)
                               : is_lower_equal(text, at, word.word) && stands_alone(text, at, at + word.word.size());
      if (is_here && word.word.size() > found.end - found.begin) {
        found = {.direction = word.direction, .begin = at, .end = at + word.word.size()};
      }
    }
    if (found.direction != 0) return found;
  }
  return {};
}

bool contains_any(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Where the first of the words that the text has begins; npos if it has none.
std::size_t first_of(std::string_view text, std::span<const std::string_view> words) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view word : words) first = std::min(first, text.find(word));
  return first;
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), in_lower_case);
  return lower;
}

}  // namespace

CounterMention counter_behind(std::string_view text, std::size_t at, bool is_korean) {
  const TextCharacter next = character_at(text, at);
  const std::size_t begin = is_space(next.code) ? at + next.size : at;
  if (is_korean) {
    for (const CounterWord& word : kKoreanCounters) {
      if (text.substr(begin).starts_with(word.word)) return {word.counter, begin + word.word.size()};
    }
    const char32_t code = character_at(text, begin).code;
    const bool is_particle = std::ranges::any_of(
        korean::kParticles, [&](std::string_view word) { return text.substr(at).starts_with(word); });
    return is_hangul(code) && !is_particle ? CounterMention{Counter::Other, begin} : CounterMention{Counter::None, at};
  }
  const auto counter_at = [&](std::size_t place) -> CounterMention {
    for (const CounterWord& word : kEnglishCounters) {
      if (is_lower_equal(text, place, word.word) && stands_alone(text, place, place + word.word.size()))
        return {word.counter, place + word.word.size()};
    }
    return {};
  };
  if (const CounterMention found = counter_at(begin); found.counter != Counter::None) return found;
  // "38 OECD countries"
  std::size_t end = begin;
  while (end < text.size() && is_latin(static_cast<unsigned char>(text[end]))) ++end;
  if (end > begin && end < text.size() && text[end] == ' ') {
    if (const CounterMention found = counter_at(end + 1); found.counter == Counter::Countries) return found;
  }
  return {is_latin(character_at(text, begin).code) ? Counter::Other : Counter::None, begin};
}

DirectionWord change_word_in(std::string_view text, bool is_korean) {
  return is_korean ? first_word(text, kKoreanChanges, true) : first_word(text, kEnglishChanges, false);
}
DirectionWord trend_word_in(std::string_view text, bool is_korean) {
  return is_korean ? first_word(text, kKoreanTrends, true) : first_word(text, kEnglishTrends, false);
}
DirectionWord comparing_word_in(std::string_view text, bool is_korean) {
  return is_korean ? first_word(text, kKoreanComparisons, true) : first_word(text, kEnglishComparisons, false);
}
DirectionWord extreme_word_in(std::string_view text, bool is_korean) {
  return is_korean ? first_word(text, kKoreanExtremes, true) : first_word(text, kEnglishExtremes, false);
}

bool compares_behind(std::string_view text, std::size_t at) {
  return std::ranges::any_of(kComparesBehind, [&](std::string_view word) { return text.substr(at).starts_with(word); });
}

bool compares_before(std::string_view text, std::size_t at) {
  return std::ranges::any_of(kComparesBefore, [&](std::string_view word) {
    return word.size() <= at && is_lower_equal(text, at - word.size(), word) &&
           !is_latin(character_before(text, at - word.size()).code);
  });
}

bool speaks_of_release(std::string_view text, bool is_korean) {
  constexpr auto kKorean = std::to_array<std::string_view>({"발표", "발간", "공개", "출간", "내놓", "펴낸"});
  constexpr auto kEnglish = std::to_array<std::string_view>({"released", "published", "unveiled", "issued"});
  return is_korean ? contains_any(text, kKorean) : contains_any(lowered(text), kEnglish);
}

bool speaks_of_future(std::string_view sentence, bool is_korean) {
  constexpr auto kKorean = std::to_array<std::string_view>(
      {"전망", "예상", "예측", "할 것", "될 것", "일 것", "할 계획", "추산된다", "목표"});
  constexpr auto kEnglish = std::to_array<std::string_view>(
      {" will ", "forecast", "expected to", "projected", "is set to", "are set to", "predict", "aims to", "plans to"});
  return is_korean ? contains_any(sentence, kKorean) : contains_any(lowered(sentence), kEnglish);
}

bool speaks_of_opinion(std::string_view sentence, bool is_korean) {
  constexpr auto kKorean =
      std::to_array<std::string_view>({"해야 한다", "바람직", "아쉽", "생각한다", "믿는다", "다행이다"});
  constexpr auto kEnglish =
      std::to_array<std::string_view>({"i think", "i believe", "we believe", "should ", "ought to", "in my view"});
  return is_korean ? contains_any(sentence, kKorean) : contains_any(lowered(sentence), kEnglish);
}

bool speaks_only_of_closeness(std::string_view text) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"", "약", "거의", "무려", "단", "고작", "불과", "대략", "최대"});
  return std::ranges::find(kWords, text) != kWords.end();
}

std::size_t difference_word_in(std::string_view text, bool is_korean) {
  constexpr auto kKorean = std::to_array<std::string_view>({"차이", "차로", "격차"});
  constexpr auto kEnglish = std::to_array<std::string_view>({"gap of ", "difference of ", "lead of ", "margin of "});
  return is_korean ? first_of(text, kKorean) : first_of(lowered(text), kEnglish);
}

bool speaks_of_sum(std::string_view text, bool is_korean) {
  constexpr auto kKorean = std::to_array<std::string_view>({"더하", "더해", "합치", "합쳐", "합하", "합해", "합계"});
  constexpr auto kEnglish = std::to_array<std::string_view>({"combined", "together", "added up", "adds up", "sum of"});
  return is_korean ? contains_any(text, kKorean) : contains_any(lowered(text), kEnglish);
}

bool is_list_separator(std::string_view between) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"와", "과", "및", "그리고", "and", "or", "the", "as", "well", ",", "·", "、", "/", "&"});
  if (between.starts_with('(') || between.starts_with(" (")) {
    const std::size_t end = between.find(')');
    if (end == std::string_view::npos) return false;
    between.remove_prefix(end + 1);
  }
  while (!between.empty()) {
    const TextCharacter c = character_at(between, 0);
    if (is_space(c.code)) {
      between.remove_prefix(c.size);
      continue;
    }
    const auto word = std::ranges::find_if(kWords, [&](std::string_view one) { return between.starts_with(one); });
    if (word == kWords.end()) return false;
    between.remove_prefix(word->size());
  }
  return true;
}

bool speaks_of_each_year(std::string_view text, bool is_korean) {
  constexpr auto kKorean = std::to_array<std::string_view>({"연평균", "연 평균", "매년", "해마다"});
  constexpr auto kEnglish = std::to_array<std::string_view>({"a year", "per year", "annually", "each year"});
  return is_korean ? contains_any(text, kKorean) : contains_any(lowered(text), kEnglish);
}

}  // namespace podium
