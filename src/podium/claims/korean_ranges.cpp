#include <algorithm>
#include <array>

#include "podium/claims/hangul.hpp"
#include "podium/claims/korean_endings.hpp"
#include "podium/claims/number_range.hpp"
#include "podium/claims/range_parts.hpp"
#include "podium/claims/text_cursor.hpp"

namespace podium {
namespace {

using Comparison = RangeComparison;

struct ComparingWord {
  std::string_view word;
  Comparison comparison;
};

/// Behind a number and its counter.
constexpr std::array kNouns{ComparingWord{"이상", Comparison::AtLeast}, ComparingWord{"이하", Comparison::AtMost},
                            ComparingWord{"초과", Comparison::MoreThan}, ComparingWord{"미만", Comparison::LessThan},
                            ComparingWord{"아래", Comparison::LessThan}};

/// Verbs behind the particle of what is counted: 5를 넘는, 5에 못 미치는.
constexpr std::array kVerbs{
    ComparingWord{"넘", Comparison::MoreThan},      ComparingWord{"초과하", Comparison::MoreThan},
    ComparingWord{"초과해", Comparison::MoreThan},  ComparingWord{"초과한", Comparison::MoreThan},
    ComparingWord{"초과했", Comparison::MoreThan},  ComparingWord{"웃도", Comparison::MoreThan},
    ComparingWord{"웃돌", Comparison::MoreThan},    ComparingWord{"상회", Comparison::MoreThan},
    ComparingWord{"돌파", Comparison::MoreThan},    ComparingWord{"밑도", Comparison::LessThan},
    ComparingWord{"밑돌", Comparison::LessThan},    ComparingWord{"하회", Comparison::LessThan},
    ComparingWord{"못 미치", Comparison::LessThan}, ComparingWord{"못 미쳤", Comparison::LessThan},
    ComparingWord{"미달", Comparison::LessThan},    ComparingWord{"안 되", Comparison::LessThan},
    ComparingWord{"안 돼", Comparison::LessThan},   ComparingWord{"안 됐", Comparison::LessThan}};

/// Behind 보다.
constexpr std::array kAdjectives{
    ComparingWord{"크", Comparison::MoreThan},   ComparingWord{"큰", Comparison::MoreThan},
    ComparingWord{"클", Comparison::MoreThan},   ComparingWord{"컸", Comparison::MoreThan},
    ComparingWord{"커", Comparison::MoreThan},   ComparingWord{"높", Comparison::MoreThan},
    ComparingWord{"많", Comparison::MoreThan},   ComparingWord{"길", Comparison::MoreThan},
    ComparingWord{"긴", Comparison::MoreThan},   ComparingWord{"넓", Comparison::MoreThan},
    ComparingWord{"비싸", Comparison::MoreThan}, ComparingWord{"비싼", Comparison::MoreThan},
    ComparingWord{"무겁", Comparison::MoreThan}, ComparingWord{"무거", Comparison::MoreThan},
    ComparingWord{"초과", Comparison::MoreThan}, ComparingWord{"이상", Comparison::AtLeast},
    ComparingWord{"작", Comparison::LessThan},   ComparingWord{"낮", Comparison::LessThan},
    ComparingWord{"적", Comparison::LessThan},   ComparingWord{"짧", Comparison::LessThan},
    ComparingWord{"좁", Comparison::LessThan},   ComparingWord{"싸", Comparison::LessThan},
    ComparingWord{"싼", Comparison::LessThan},   ComparingWord{"가볍", Comparison::LessThan},
    ComparingWord{"가벼", Comparison::LessThan}, ComparingWord{"아래", Comparison::LessThan},
    ComparingWord{"미만", Comparison::LessThan}, ComparingWord{"이하", Comparison::AtMost}};

/// Before a number.
constexpr std::array kAdverbs{ComparingWord{"최소한", Comparison::AtLeast}, ComparingWord{"최소", Comparison::AtLeast},
                              ComparingWord{"적어도", Comparison::AtLeast}, ComparingWord{"최대한", Comparison::AtMost},
                              ComparingWord{"최대", Comparison::AtMost},    ComparingWord{"많아야", Comparison::AtMost},
                              ComparingWord{"기껏해야", Comparison::AtMost}};

/// A comparison and where its words end.
struct Compared {
  Comparison comparison = Comparison::None;
  std::size_t end = 0;
};

Comparison or_equal(Comparison comparison) {
  if (comparison == Comparison::MoreThan) return Comparison::AtLeast;
  return comparison == Comparison::LessThan ? Comparison::AtMost : comparison;
}

template <class Words>
const ComparingWord* take_comparing(TextCursor& cursor, const Words& words) {
  const auto found = std::ranges::find_if(words, [&](const ComparingWord& each) { return cursor.take(each.word); });
  return found == words.end() ? nullptr : &*found;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (syllable_at(text, at) != 0) at += kSyllableBytes;
  return at;
}

class KoreanRangeReader {
 public:
  KoreanRangeReader(std::string_view text, std::span<const NumberMention> numbers) : text_(text), numbers_(numbers) {}

  std::vector<NumberRange> read() && {
    walk_ranges(
        numbers_, [&](std::size_t i) { return between(i); },
        [&](const NumberMention& number) { return one_end(number); },
        [&](const NumberRange& range) { found_.push_back(range); },
        [&](const NumberRange& range) { add_or_merge(range); });
    return std::move(found_);
  }

 private:
  /// 이상, 이하: nothing stands between them, and the first does not end with "or".
  void add_or_merge(const NumberRange& range) {
    if (!found_.empty() && range.span.begin >= found_.back().span.end && may_be_merged(found_.back(), range)) {
      const TextSpan last = found_.back().span;
      const std::string_view gap = text_.substr(last.end, range.span.begin - last.end);
      const bool is_joined = gap == " " || gap == ", " || gap == "," || gap == " 그리고 " || gap == "이고 " ||
                             gap == "이며 " || gap == "이면서 " || gap == "이고, ";
      if (is_joined && !last.of(text_).ends_with("거나")) {
        found_.back() = merged_range(found_.back(), range);
        return;
      }
    }
    found_.push_back(range);
  }

  std::size_t behind_counter(std::size_t at) const {
    const korean::NumberEnding ending = korean::ending_at(text_, at);
    if (ending.kind == korean::EndingKind::Counter) return ending.end;
    return end_of_latin_unit(at);
  }

  /// 170cm, 5GB: letters that touch the number, or stand behind a space.
  std::size_t end_of_latin_unit(std::size_t at) const {
    constexpr std::size_t kLongest = 5;
    const std::size_t begin = at < text_.size() && text_[at] == ' ' ? at + 1 : at;
    std::size_t end = begin;
    while (end < text_.size() && is_latin_letter(text_[end])) ++end;
    return end - begin > kLongest || end == begin ? at : end;
  }

  TextCursor cursor_behind_spaces(std::size_t at) const {
    TextCursor cursor(text_, at);
    cursor.skip_spaces();
    return cursor;
  }

  std::optional<NumberRange> between(std::size_t i) const {
    if (i + 1 >= numbers_.size()) return std::nullopt;
    const NumberMention& first = numbers_[i];
    const NumberMention& last = numbers_[i + 1];
    if (are_joined_by_mark(text_, first, last)) {
      return range_between({first.span.begin, last.span.end}, first.value * shared_magnitude(text_, first, last),
                           last.value);
    }
    const auto end = end_of_words_between(first.span.end, last.span);
    const double lower = first.value * shared_magnitude(text_, first, last);
    if (!end || lower >= last.value) return std::nullopt;
    return range_between({first.span.begin, *end}, lower, last.value);
  }

  /// "20과 30 사이", "20부터 100까지", "1000에서 1500": where the words end, if these stand between and behind.
  std::optional<std::size_t> end_of_words_between(std::size_t begin, TextSpan last) const {
    for (const std::size_t at : {begin, behind_counter(begin)}) {
      TextCursor cursor(text_, at);
      const bool is_list = cursor.take("과") || cursor.take("와");
      const bool is_since = !is_list && cursor.take("부터");
      const bool is_from = !is_list && !is_since && cursor.take("에서");
      if (!is_list && !is_since && !is_from) continue;
      cursor.skip_spaces();
      if (cursor.at() != last.begin) continue;
      if (const auto end = end_of_upper(last.end, is_from)) return end;
    }
    return std::nullopt;
  }

  /// Behind the second number: 사이, 까지; behind 에서 also nothing, but no 로, which makes it a change.
  std::optional<std::size_t> end_of_upper(std::size_t end, bool may_end) const {
    for (const std::size_t at : {end, behind_counter(end)}) {
      TextCursor cursor(text_, at);
      if (cursor.take("까지")) return cursor.at();
      cursor.skip_spaces();
      if (cursor.take("사이")) return cursor.at();
    }
    TextCursor cursor(text_, behind_counter(end));
    const bool is_change = cursor.take("로") || cursor.take("으로");
    return may_end && !is_change ? std::optional(end) : std::nullopt;
  }

  std::optional<NumberRange> one_end(const NumberMention& number) const {
    if (number.kind == NumberMention::Kind::Ordinal) return std::nullopt;
    if (const auto sign = range_sign_before(text_, number.span.begin); sign.comparison != Comparison::None)
      return range_of({sign.begin, number.span.end}, sign.comparison, number.value);
    for (const std::size_t at : {number.span.end, behind_counter(number.span.end)}) {
      if (const auto found = comparison_behind(at))
        return range_of({number.span.begin, found->end}, found->comparison, number.value);
    }
    return behind_adverb(number);
  }

  std::optional<NumberRange> behind_adverb(const NumberMention& number) const {
    std::size_t end = number.span.begin;
    while (end > 0 && text_[end - 1] == ' ') --end;
    const std::string_view before = text_.substr(0, end);
    for (const ComparingWord& adverb : kAdverbs) {
      const std::size_t begin = end - std::min(end, adverb.word.size());
      if (!before.ends_with(adverb.word) || end == number.span.begin || syllable_before(text_, begin) != 0) continue;
      return range_of({begin, behind_counter(number.span.end)}, adverb.comparison, number.value);
    }
    return std::nullopt;
  }

  std::optional<Compared> comparison_behind(std::size_t at) const {
    if (auto found = noun_behind(at)) return found;
    if (auto found = verb_behind(at)) return found;
    if (auto found = than_behind(at)) return found;
    if (auto found = alternative_behind(at)) return found;
    return equal_behind(at);
  }

  /// 이상, and 초과하는 to the end of its word.
  std::optional<Compared> noun_behind(std::size_t at) const {
    TextCursor cursor = cursor_behind_spaces(at);
    const ComparingWord* const noun = take_comparing(cursor, kNouns);
    // 이상하다 is strange, 아래층 the floor below.
    if (noun == nullptr || cursor.next() == U'한' || cursor.next() == U'층') return std::nullopt;
    const bool is_verb = cursor.next() == U'하' || cursor.next() == U'했';
    return Compared{noun->comparison, is_verb ? end_of_word(text_, cursor.at()) : cursor.at()};
  }

  /// 5를 넘는, 5가 안 되는: a particle, and the verb to the end of its word.
  std::optional<Compared> verb_behind(std::size_t at) const {
    TextCursor cursor(text_, at);
    cursor.take_any(std::array<std::string_view, 5>{"을", "를", "이", "가", "에"});
    cursor.skip_spaces();
    const ComparingWord* const verb = take_comparing(cursor, kVerbs);
    if (verb == nullptr || cursor.at() == at) return std::nullopt;
    return Compared{verb->comparison, end_of_word(text_, cursor.at())};
  }

  /// 보다 크다, 보다는 작거나 같은.
  std::optional<Compared> than_behind(std::size_t at) const {
    TextCursor cursor = cursor_behind_spaces(at);
    if (!cursor.take("보다")) return std::nullopt;
    cursor.take_any(std::array<std::string_view, 2>{"는", "도"});
    cursor.skip_spaces();
    if (cursor.take("더")) cursor.skip_spaces();
    return adjective_at(cursor);
  }

  std::optional<Compared> adjective_at(TextCursor cursor) const {
    const ComparingWord* const adjective = take_comparing(cursor, kAdjectives);
    if (adjective == nullptr) return std::nullopt;
    const std::size_t end = end_of_word(text_, cursor.at());
    if (!text_.substr(0, end).ends_with("거나")) return Compared{adjective->comparison, end};
    TextCursor equal = cursor_behind_spaces(end);
    if (equal.take_any(std::array<std::string_view, 4>{"그와", "그것과", "이와", "그 수와"})) equal.skip_spaces();
    if (!equal.take("같")) return Compared{adjective->comparison, end};
    return Compared{or_equal(adjective->comparison), end_of_word(text_, equal.at())};
  }

  /// 혹은 그 이상, 이거나 그보다 크다, 과 같거나 그보다 작은: the number belongs to what is beyond it.
  std::optional<Compared> alternative_behind(std::size_t at) const {
    TextCursor cursor = cursor_behind_spaces(at);
    constexpr auto kOr = std::to_array<std::string_view>(
        {"또는", "혹은", "이거나", "거나", "이나", "과 같거나", "와 같거나", "과 같 거나", "와 같 거나"});
    if (!cursor.take_any(kOr)) return std::nullopt;
    cursor.skip_spaces();
    const bool has_pronoun =
        cursor.take_any(std::array<std::string_view, 4>{"그것", "이것", "그", "이 수"}) && !cursor.is_at_end();
    if (!has_pronoun) return std::nullopt;
    if (const auto than = than_behind(cursor.at())) return Compared{or_equal(than->comparison), than->end};
    const auto noun = noun_behind(cursor.at());
    if (!noun) return std::nullopt;
    return Compared{or_equal(noun->comparison), noun->end};
  }

  /// 과 같다, 에 해당하는; "이상과 같이" is no equation.
  std::optional<Compared> equal_behind(std::size_t at) const {
    TextCursor cursor(text_, at);
    if (cursor.take("에 해당하") || cursor.take("에 해당되"))
      return Compared{Comparison::Equal, end_of_word(text_, cursor.at())};
    if (!cursor.take("과") && !cursor.take("와")) return std::nullopt;
    cursor.skip_spaces();
    if (!cursor.take("같") || cursor.next() == U'이') return std::nullopt;
    const bool is_alternative = text_.substr(cursor.at()).starts_with("거나");
    return Compared{Comparison::Equal, is_alternative ? cursor.at() : end_of_word(text_, cursor.at())};
  }

  std::string_view text_;
  std::span<const NumberMention> numbers_;
  std::vector<NumberRange> found_{};
};

}  // namespace

std::vector<NumberRange> korean_ranges_of(std::string_view text, std::span<const NumberMention> numbers) {
  return KoreanRangeReader(text, numbers).read();
}

}  // namespace podium
