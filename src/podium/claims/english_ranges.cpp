#include <algorithm>
#include <array>

#include "podium/claims/english_text.hpp"
#include "podium/claims/number_range.hpp"
#include "podium/claims/range_parts.hpp"

namespace podium {
namespace {

using Comparison = RangeComparison;

constexpr std::string_view kGreater =
    " more greater larger bigger higher longer heavier older taller better later wider further farther ";
constexpr std::string_view kLess = " less fewer smaller lower shorter lighter younger cheaper earlier slower worse ";
constexpr std::string_view kAbove =
    " above over beyond exceed exceeds exceeded exceeding surpass surpasses surpassed "
    "surpassing topping ";
constexpr std::string_view kBelow = " below under beneath ";
constexpr std::string_view kEqual = " equal equals equaling equalling equaled equalled ";
/// Behind "or" or "and" after a number.
constexpr std::string_view kUpwards = " more above greater larger bigger higher over up upwards longer older ";
constexpr std::string_view kDownwards = " less fewer smaller lower below under shorter younger ";

Comparison comparison_of(std::string_view word) {
  if (is_listed_word(word, kGreater)) return Comparison::MoreThan;
  return is_listed_word(word, kLess) ? Comparison::LessThan : Comparison::None;
}

Comparison or_equal(Comparison comparison) {
  if (comparison == Comparison::MoreThan) return Comparison::AtLeast;
  return comparison == Comparison::LessThan ? Comparison::AtMost : comparison;
}

/// Not more than is at most.
Comparison denied(Comparison comparison) {
  switch (comparison) {
    case Comparison::MoreThan:
      return Comparison::AtMost;
    case Comparison::LessThan:
      return Comparison::AtLeast;
    case Comparison::AtLeast:
      return Comparison::LessThan;
    case Comparison::AtMost:
      return Comparison::MoreThan;
    case Comparison::Equal:
    case Comparison::None:
      break;
  }
  return Comparison::None;
}

/// Words before a place, from the nearest on.
class WordsBefore {
 public:
  WordsBefore(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  /// Goes before the nearest word if it is listed, or is this one.
  bool take(std::string_view list) {
    const std::string_view word = nearest();
    if (!is_listed_word(word, list)) return false;
    at_ = begin_of(word);
    return true;
  }
  /// Goes before the nearest word if it compares.
  Comparison take_comparison() {
    const std::string_view word = nearest();
    const Comparison comparison = comparison_of(word);
    if (comparison != Comparison::None) at_ = begin_of(word);
    return comparison;
  }

 private:
  std::string_view nearest() const {
    const std::string_view word = english_word_before(text_, at_);
    return at_ > 0 && text_[at_ - 1] == '-' ? std::string_view() : word;
  }
  std::size_t begin_of(std::string_view word) const { return static_cast<std::size_t>(word.data() - text_.data()); }

  std::string_view text_;
  std::size_t at_;
};

struct ComparedBefore {
  Comparison comparison = Comparison::None;
  std::size_t begin = 0;
};

/// "equal to or" or "equal or" before a comparison, "or equal" behind one.
ComparedBefore with_equal_before(WordsBefore words, Comparison comparison) {
  WordsBefore ahead = words;
  if (ahead.take(" or ")) {
    ahead.take(" to ");
    if (ahead.take(kEqual)) return {or_equal(comparison), ahead.at()};
  }
  WordsBefore denial = words;
  if (denial.take(" no not never ")) return {denied(comparison), denial.at()};
  return {comparison, words.at()};
}

/// "more than", "no less than", "bigger or equal than", "equal to or greater than": behind "than".
std::optional<ComparedBefore> before_than(WordsBefore words) {
  WordsBefore equal = words;
  if (equal.take(" equal ") && equal.take(" or ")) {
    const Comparison comparison = equal.take_comparison();
    if (comparison != Comparison::None) return ComparedBefore{or_equal(comparison), equal.at()};
  }
  const Comparison comparison = words.take_comparison();
  if (comparison == Comparison::None) return std::nullopt;
  return with_equal_before(words, comparison);
}

/// "equal to", "less than or equal to", "smaller or equal to", "at least or equal to", "up to": behind "to".
std::optional<ComparedBefore> before_to(WordsBefore words) {
  WordsBefore up = words;
  if (up.take(" up ")) return ComparedBefore{Comparison::AtMost, up.at()};
  if (!words.take(kEqual)) return std::nullopt;
  const ComparedBefore equal{Comparison::Equal, words.at()};
  if (!words.take(" or ")) return equal;
  WordsBefore least = words;
  if (least.take(" least ") && least.take(" at ")) return ComparedBefore{Comparison::AtLeast, least.at()};
  WordsBefore most = words;
  if (most.take(" most ") && most.take(" at ")) return ComparedBefore{Comparison::AtMost, most.at()};
  words.take(" than ");
  const Comparison comparison = words.take_comparison();
  if (comparison == Comparison::None) return equal;
  return ComparedBefore{or_equal(comparison), words.at()};
}

/// "over", "not below", "exceeding".
std::optional<ComparedBefore> before_number(WordsBefore words) {
  Comparison comparison = Comparison::None;
  if (words.take(kAbove)) comparison = Comparison::MoreThan;
  if (comparison == Comparison::None && words.take(kBelow)) comparison = Comparison::LessThan;
  if (comparison != Comparison::None) return with_equal_before(words, comparison);
  if (words.take(kEqual)) return ComparedBefore{Comparison::Equal, words.at()};
  return std::nullopt;
}

std::optional<ComparedBefore> compared_before(std::string_view text, std::size_t number) {
  WordsBefore words(text, number);
  words.take(" the ");
  WordsBefore ahead = words;
  if (ahead.take(" than ")) return before_than(ahead);
  if (ahead.take(" to ")) return before_to(ahead);
  if (ahead.take(" least "))
    return ahead.take(" at ") ? std::optional(ComparedBefore{Comparison::AtLeast, ahead.at()}) : std::nullopt;
  if (ahead.take(" most "))
    return ahead.take(" at ") ? std::optional(ComparedBefore{Comparison::AtMost, ahead.at()}) : std::nullopt;
  if (ahead.take(" of ")) {
    if (ahead.take(" minimum ")) return ComparedBefore{Comparison::AtLeast, ahead.at()};
    if (ahead.take(" maximum ")) return ComparedBefore{Comparison::AtMost, ahead.at()};
    return std::nullopt;
  }
  return before_number(words);
}

bool may_be_year(std::string_view text, const NumberMention& number) {
  return number.span.size() == 4 && end_of_digits(text, number.span.begin) == number.span.end && number.value >= 1900 &&
         number.value <= 2100;
}

class EnglishRangeReader {
 public:
  EnglishRangeReader(std::string_view text, std::span<const NumberMention> numbers) : text_(text), numbers_(numbers) {}

  std::vector<NumberRange> read() && {
    walk_ranges(
        numbers_, [&](std::size_t i) { return between(i); },
        [&](const NumberMention& number) { return one_end(number); },
        [&](const NumberRange& range) { found_.push_back(range); },
        [&](const NumberRange& range) { add_or_merge(range); });
    return std::move(found_);
  }

 private:
  void add_or_merge(const NumberRange& range) {
    const std::size_t end = found_.empty() ? 0 : found_.back().span.end;
    if (range.span.begin < end) return;
    const std::string_view gap = text_.substr(end, range.span.begin - end);
    const bool is_joined = gap == " and " || gap == " but " || gap == ", " || gap == ", and " || gap == ", but " ||
                           gap == " and is " || gap == " but is ";
    if (!found_.empty() && is_joined && may_be_merged(found_.back(), range)) {
      found_.back() = merged_range(found_.back(), range);
    } else {
      found_.push_back(range);
    }
  }

  std::optional<NumberRange> between(std::size_t i) const {
    if (i + 1 >= numbers_.size()) return std::nullopt;
    const NumberMention& first = numbers_[i];
    const NumberMention& last = numbers_[i + 1];
    const double lower = first.value * shared_magnitude(text_, first, last);
    if (are_joined_by_mark(text_, first, last)) {
      if (may_be_year(text_, first) && may_be_year(text_, last)) return std::nullopt;
      return range_between({first.span.begin, last.span.end}, lower, last.value);
    }
    if (lower >= last.value) return std::nullopt;
    const auto begin = begin_of_words_between(first.span, last.span.begin);
    if (!begin) return std::nullopt;
    return range_between({*begin, last.span.end}, lower, last.value);
  }

  /// between the tenth and the fifteenth, from 1 to 3.
  std::optional<std::size_t> begin_of_words_between(TextSpan first, std::size_t last) const {
    WordsBefore preposition(text_, first.begin);
    preposition.take(" the ");
    const bool is_between = preposition.take(" between ");
    const bool is_from = !is_between && preposition.take(" from ");
    WordsBefore conjunction(text_, last);
    conjunction.take(" the ");
    if (!(is_between && conjunction.take(" and ")) && !(is_from && conjunction.take(" to "))) return std::nullopt;
    if (skip_english_spaces(text_, first.end) < conjunction.at()) return std::nullopt;
    return preposition.at();
  }

  std::optional<NumberRange> one_end(const NumberMention& number) const {
    if (number.kind == NumberMention::Kind::Ordinal) return std::nullopt;
    if (const auto sign = range_sign_before(text_, number.span.begin); sign.comparison != Comparison::None)
      return range_of({sign.begin, number.span.end}, sign.comparison, number.value);
    const auto before = compared_before(text_, number.span.begin);
    const auto behind = alternative_behind(number.span.end);
    if (before && behind && before->comparison == Comparison::Equal)
      return range_of({before->begin, behind->end}, behind->comparison, number.value);
    if (before) return range_of({before->begin, number.span.end}, before->comparison, number.value);
    if (behind && !behind->ends_with_than)
      return range_of({number.span.begin, behind->end}, behind->comparison, number.value);
    return std::nullopt;
  }

  struct Alternative {
    Comparison comparison = Comparison::None;
    std::size_t end = 0;
    bool ends_with_than = false;
  };

  /// "or more", "and above", "or greater than" where no number follows that.
  std::optional<Alternative> alternative_behind(std::size_t at) const {
    const std::string_view conjunction = english_word_after(text_, at);
    if (!is_listed_word(conjunction, " or and ")) return std::nullopt;
    const std::string_view word = english_word_after(text_, end_of(conjunction));
    Alternative found;
    if (is_listed_word(word, kUpwards)) found.comparison = Comparison::AtLeast;
    if (is_listed_word(word, kDownwards)) found.comparison = Comparison::AtMost;
    if (found.comparison == Comparison::None) return std::nullopt;
    found.end = end_of(word);
    const std::string_view than = english_word_after(text_, found.end);
    if (!is_listed_word(than, " than ")) return found;
    const std::size_t next = skip_english_spaces(text_, end_of(than));
    const bool is_over = next >= text_.size() || (!is_latin_letter(text_[next]) && !is_english_digit(text_[next]));
    if (!is_over) return std::nullopt;
    return Alternative{.comparison = found.comparison, .end = end_of(than), .ends_with_than = true};
  }

  std::size_t end_of(std::string_view word) const {
    return static_cast<std::size_t>(word.data() - text_.data()) + word.size();
  }

  std::string_view text_;
  std::span<const NumberMention> numbers_;
  std::vector<NumberRange> found_{};
};

}  // namespace

std::vector<NumberRange> english_ranges_of(std::string_view text, std::span<const NumberMention> numbers) {
  return EnglishRangeReader(text, numbers).read();
}

}  // namespace podium
