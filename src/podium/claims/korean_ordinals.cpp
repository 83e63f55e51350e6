#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "podium/claims/hangul.hpp"
#include "podium/claims/korean_endings.hpp"
#include "podium/claims/ordinal_mention.hpp"
#include "podium/claims/text_cursor.hpp"

namespace podium {
namespace {

using Anchor = OrdinalMention::Anchor;

struct PlaceWord {
  std::string_view word;
  Anchor anchor;
  double place;
  bool may_stand_alone;  ///< or only before 것
};

/// Longer ones before those that they begin with.
constexpr std::array kPlaceWords{
    PlaceWord{"맨 마지막", Anchor::End, 0, true}, PlaceWord{"마지막", Anchor::End, 0, true},
    PlaceWord{"맨 끝", Anchor::End, 0, true},     PlaceWord{"끝", Anchor::End, 0, true},
    PlaceWord{"맨 뒤", Anchor::End, 0, false},    PlaceWord{"뒤", Anchor::End, 0, false},
    PlaceWord{"다음", Anchor::Current, 1, true},  PlaceWord{"이전", Anchor::Current, -1, true},
    PlaceWord{"현재", Anchor::Current, 0, true},  PlaceWord{"지금", Anchor::Current, 0, false},
    PlaceWord{"이번", Anchor::Current, 0, false}, PlaceWord{"바로 전", Anchor::Current, -1, false},
    PlaceWord{"전", Anchor::Current, -1, false},  PlaceWord{"앞", Anchor::Current, -1, false}};

constexpr auto kThings = std::to_array<std::string_view>({"것", "거"});
/// 다음 달 is a time.
constexpr auto kTimes = std::to_array<std::string_view>({"달", "주", "해", "날", "년", "월", "분기", "학기", "주일"});

class KoreanOrdinalReader {
 public:
  KoreanOrdinalReader(std::string_view text, std::span<const NumberMention> numbers) : text_(text), numbers_(numbers) {}

  std::vector<OrdinalMention> relative() {
    std::vector<OrdinalMention> found;
    for (std::size_t at = 0; at < text_.size();) {
      if (syllable_at(text_, at) == 0) {
        ++at;
        continue;
      }
      const auto ordinal = relative_at(at);
      if (ordinal) found.push_back(*ordinal);
      at = ordinal ? ordinal->span.end : at;
      while (syllable_at(text_, at) != 0) at += kSyllableBytes;
    }
    return found;
  }

  std::vector<OrdinalMention> counted() const {
    std::vector<OrdinalMention> found;
    for (const NumberMention& number : numbers_) {
      if (number.kind == NumberMention::Kind::Ordinal) found.push_back({number.span, number.value, Anchor::Start});
      if (is_day(number)) {
        const std::size_t end = number.span.end + kSyllableBytes;
        found.push_back({{number.span.begin, end}, number.value, Anchor::Start});
      }
    }
    return found;
  }

 private:
  std::optional<OrdinalMention> relative_at(std::size_t at) {
    for (const PlaceWord& word : kPlaceWords) {
      if (!text_.substr(at).starts_with(word.word)) continue;
      const std::size_t end = at + word.word.size();
      if (word.anchor == Anchor::End) {
        if (auto counted = counted_from_end(at, end)) return counted;
        if (const auto before = end_of_one_before(end)) return OrdinalMention{{at, *before}, -1, Anchor::End};
      }
      if (const auto thing = end_of_thing(end)) return OrdinalMention{{at, *thing}, word.place, word.anchor};
      const bool is_ordinal = word.may_stand_alone && stands_alone(word, end);
      return is_ordinal ? std::optional(OrdinalMention{{at, end}, word.place, word.anchor}) : std::nullopt;
    }
    return std::nullopt;
  }

  /// 끝에서 두 번째: the number is one that the reader of numbers found.
  std::optional<OrdinalMention> counted_from_end(std::size_t begin, std::size_t end) {
    TextCursor cursor(text_, end);
    if (!cursor.take("에서부터") && !cursor.take("으로부터") && !cursor.take("에서") && !cursor.take("부터"))
      return std::nullopt;
    cursor.skip_spaces();
    while (next_number_ < numbers_.size() && numbers_[next_number_].span.begin < cursor.at()) ++next_number_;
    if (next_number_ == numbers_.size()) return std::nullopt;
    const NumberMention& number = numbers_[next_number_];
    if (number.span.begin != cursor.at() || number.kind != NumberMention::Kind::Ordinal) return std::nullopt;
    return OrdinalMention{{begin, number.span.end}, 1 - number.value, Anchor::End};
  }

  /// 마지막의 옆, 끝에서 바로 전의 것: behind the last one's word.
  std::optional<std::size_t> end_of_one_before(std::size_t end) const {
    TextCursor cursor(text_, end);
    const bool is_from = cursor.take_any(std::array<std::string_view, 3>{"에서", "의", "보다"});
    cursor.skip_spaces();
    const bool is_just = cursor.take("바로");
    cursor.skip_spaces();
    if (!is_from && !is_just) return std::nullopt;
    if (!cursor.take_any(std::array<std::string_view, 4>{"옆", "전", "앞", "이전"})) return std::nullopt;
    if (const auto thing = end_of_thing(cursor.at())) return thing;
    return korean::ending_at(text_, cursor.at()).kind == korean::EndingKind::None ? std::nullopt
                                                                                  : std::optional(cursor.at());
  }

  /// 것, 의 것.
  std::optional<std::size_t> end_of_thing(std::size_t end) const {
    TextCursor cursor(text_, end);
    cursor.take("의");
    const std::size_t word = cursor.at();
    cursor.skip_spaces();
    return cursor.at() != word && cursor.take_any(kThings) ? std::optional(cursor.at()) : std::nullopt;
  }

  bool stands_alone(const PlaceWord& word, std::size_t end) const {
    const korean::NumberEnding ending = korean::ending_at(text_, end);
    if (ending.kind == korean::EndingKind::None) return false;
    if (ending.kind == korean::EndingKind::Counter && !ending.is_spaced) return false;
    const std::size_t next = skip_spaces(text_, end);
    const std::string_view time = korean::longest_at(text_, next, kTimes);
    const bool is_time = !time.empty() && korean::ending_at(text_, next + time.size()).kind != korean::EndingKind::None;
    // 이전에, 이전부터: before.
    const bool is_adverb = word.word == "이전" && ending.kind == korean::EndingKind::Particle;
    return !(is_time && word.anchor == Anchor::Current) && !is_adverb;
  }

  /// 30일, but not 30일간, 30일째, 일반.
  bool is_day(const NumberMention& number) const {
    if (number.kind != NumberMention::Kind::Cardinal || number.value < 1 || number.value > 31 ||
        number.value != std::floor(number.value))
      return false;
    TextCursor cursor(text_, number.span.end);
    if (!cursor.take("일")) return false;
    const bool is_length = cursor.take_any(std::array<std::string_view, 12>{
        "간", "째", "만에", "동안", "반", "치", "분", "당", "씩", "이내", " 동안", " 만에"});
    return !is_length && korean::ending_at(text_, cursor.at()).kind != korean::EndingKind::None;
  }

  std::string_view text_;
  std::span<const NumberMention> numbers_;
  std::size_t next_number_ = 0;
};

}  // namespace

std::vector<OrdinalMention> korean_ordinals_of(std::string_view text, std::span<const NumberMention> numbers) {
  KoreanOrdinalReader reader(text, numbers);
  return joined_ordinals(reader.relative(), reader.counted());
}

}  // namespace podium
