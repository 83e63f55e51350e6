#include <algorithm>
#include <array>
#include <optional>

#include "podium/claims/english_cardinals.hpp"
#include "podium/claims/english_text.hpp"
#include "podium/claims/ordinal_mention.hpp"

namespace podium {
namespace {

using Anchor = OrdinalMention::Anchor;

constexpr std::string_view kTimes =
    " year years month months week weeks day days night hour hours quarter quarters season decade century summer "
    "winter "
    "spring fall autumn time weekend monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december ";
constexpr std::string_view kThe = " the ";
constexpr std::string_view kOne = " one ";

struct PlaceName {
  std::string_view list;
  Anchor anchor;
  double place;
};
constexpr std::array kPlaceNames{PlaceName{" last ", Anchor::End, 0}, PlaceName{" penultimate ", Anchor::End, -1},
                                 PlaceName{" next ", Anchor::Current, 1},
                                 PlaceName{" previous preceding ", Anchor::Current, -1},
                                 PlaceName{" current ", Anchor::Current, 0}};
/// Longer than listed words may be.
constexpr std::string_view kAntepenultimate = "antepenultimate";

class EnglishOrdinalReader {
 public:
  EnglishOrdinalReader(std::string_view text, std::span<const NumberMention> numbers)
      : text_(text), numbers_(numbers) {}

  std::vector<OrdinalMention> relative() {
    std::vector<OrdinalMention> found;
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_latin_letter(text_[at])) {
        ++at;
        continue;
      }
      const std::size_t end = end_of_letters(text_, at);
      const auto ordinal = relative_at(text_.substr(at, end - at));
      if (ordinal && (found.empty() || found.back().span.end <= ordinal->span.begin)) found.push_back(*ordinal);
      at = std::max(end, ordinal ? ordinal->span.end : 0);
    }
    return found;
  }

  std::vector<OrdinalMention> counted() const {
    std::vector<OrdinalMention> found;
    for (const NumberMention& number : numbers_) {
      if (number.kind == NumberMention::Kind::Ordinal) found.push_back({number.span, number.value, Anchor::Start});
    }
    return found;
  }

 private:
  std::size_t begin_of(std::string_view word) const { return static_cast<std::size_t>(word.data() - text_.data()); }
  std::size_t end_of(std::string_view word) const { return begin_of(word) + word.size(); }
  std::string_view word_behind(std::string_view word) const { return english_word_after(text_, end_of(word)); }
  std::string_view word_before(std::string_view word) const { return english_word_before(text_, begin_of(word)); }

  /// The word that ends with it, with a "the" before it.
  std::size_t with_article(std::string_view word) const {
    const std::string_view article = word_before(word);
    return is_listed_word(article, kThe) ? begin_of(article) : begin_of(word);
  }

  std::optional<OrdinalMention> relative_at(std::string_view word) {
    if (is_english_letter_before(text_, begin_of(word))) return std::nullopt;
    if (is_antepenultimate(word)) return OrdinalMention{{begin_of(word), end_of(word)}, -2, Anchor::End};
    for (const PlaceName& name : kPlaceNames) {
      if (!is_listed_word(word, name.list)) continue;
      if (name.anchor == Anchor::End && name.place == 0) return last_at(word);
      if (is_listed_word(word, " next ")) {
        if (const auto last = last_behind(word)) return OrdinalMention{{begin_of(word), *last}, -1, Anchor::End};
      }
      if (is_listed_word(word_behind(word), kTimes)) return std::nullopt;
      return OrdinalMention{{begin_of(word), end_of_pronoun(word)}, name.place, name.anchor};
    }
    return is_listed_word(word, kOne) ? one_before_last(word) : std::nullopt;
  }

  static bool is_antepenultimate(std::string_view word) {
    return std::ranges::equal(word, kAntepenultimate, {}, in_lower_case);
  }

  /// The end of "to last", "from the last", "from the end" behind a word.
  std::optional<std::size_t> last_behind(std::string_view word) const {
    const std::string_view preposition = word_behind(word);
    if (!is_listed_word(preposition, " to from ")) return std::nullopt;
    std::string_view last = word_behind(preposition);
    if (is_listed_word(last, kThe)) last = word_behind(last);
    const bool is_end = is_listed_word(last, " end ") && is_listed_word(preposition, " from ");
    return is_listed_word(last, " last ") || is_end ? std::optional(end_of(last)) : std::nullopt;
  }

  /// "the last but one", "second to last", or the last alone; "at last" and "to last" are no places.
  std::optional<OrdinalMention> last_at(std::string_view word) {
    const std::string_view but = word_behind(word);
    if (is_listed_word(but, " but ")) {
      const auto count = read_english_cardinal(text_, skip_english_spaces(text_, end_of(but)));
      if (count) return OrdinalMention{{with_article(word), count->end}, -count->value, Anchor::End};
    }
    if (auto counted = counted_from_last(word)) return counted;
    const std::string_view before = word_before(word);
    if (is_listed_word(but, kTimes) || is_listed_word(before, " at to ")) return std::nullopt;
    return OrdinalMention{{begin_of(word), end_of(word)}, 0, Anchor::End};
  }

  /// "second to last", "the third from the last": the number is one that the reader of numbers found.
  std::optional<OrdinalMention> counted_from_last(std::string_view last) {
    while (next_number_ < numbers_.size() && numbers_[next_number_].span.end <= begin_of(last)) ++next_number_;
    if (next_number_ == 0) return std::nullopt;
    const NumberMention& number = numbers_[next_number_ - 1];
    if (number.kind != NumberMention::Kind::Ordinal) return std::nullopt;
    const std::string_view words = number.span.of(text_);
    const auto end = last_behind(words);
    if (!end || *end != end_of(last)) return std::nullopt;
    return OrdinalMention{{with_article(words), *end}, 1 - number.value, Anchor::End};
  }

  /// "the one before the last", with the "one" that may follow.
  std::optional<OrdinalMention> one_before_last(std::string_view one) const {
    const std::string_view before = word_behind(one);
    if (!is_listed_word(before, " before ")) return std::nullopt;
    std::string_view last = word_behind(before);
    if (is_listed_word(last, kThe)) last = word_behind(last);
    if (!is_listed_word(last, " last ")) return std::nullopt;
    const std::string_view second = word_behind(last);
    const std::size_t end = is_listed_word(second, kOne) ? end_of(second) : end_of(last);
    return OrdinalMention{{with_article(one), end}, -1, Anchor::End};
  }

  /// Behind "next" and the like, one is no number.
  std::size_t end_of_pronoun(std::string_view word) const {
    const std::string_view one = word_behind(word);
    return is_listed_word(one, kOne) ? end_of(one) : end_of(word);
  }

  std::string_view text_;
  std::span<const NumberMention> numbers_;
  std::size_t next_number_ = 0;
};

}  // namespace

std::vector<OrdinalMention> english_ordinals_of(std::string_view text, std::span<const NumberMention> numbers) {
  EnglishOrdinalReader reader(text, numbers);
  return joined_ordinals(reader.relative(), reader.counted());
}

}  // namespace podium
