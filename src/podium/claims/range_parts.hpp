#pragma once

#include "podium/claims/number_range.hpp"

/// Pieces that the readers of Korean and of English ranges share.
namespace podium {

/// What words say of the number that they stand at.
enum class RangeComparison : std::uint8_t { None, MoreThan, AtLeast, LessThan, AtMost, Equal };

/// The range that a comparison with a number leaves; for None the number alone as for Equal.
NumberRange range_of(TextSpan span, RangeComparison comparison, double value);

/// With both ends, neither of which says whether it is included.
NumberRange range_between(TextSpan span, double lower, double upper);

struct RangeSign {
  std::size_t begin = 0;
  RangeComparison comparison = RangeComparison::None;
};

/// The sign that ends before a byte, apart from spaces: >, <, >=, < =, ≥, ≤. None for others, as <> and =<.
RangeSign range_sign_before(std::string_view text, std::size_t end);

/// 3~4, 1000 – 5000: whether only a tilde or dash stands between the two, the second is the larger, and they are no
/// part of a date, a telephone number or another chain of digits.
bool are_joined_by_mark(std::string_view text, const NumberMention& first, const NumberMention& last);

/// What the first of two numbers is multiplied by because the second has a magnitude behind its digits: 1e12 for the 3
/// of "3~4조"; 1 where there is none.
double shared_magnitude(std::string_view text, const NumberMention& first, const NumberMention& last);

/// Whether one of two has only a lower end, the other only an upper one, with numbers between them.
bool may_be_merged(const NumberRange& first, const NumberRange& second);
NumberRange merged_range(const NumberRange& first, const NumberRange& second);

/// Walks over numbers in their order: `between(i)` is the range of a number and the next one, if they make one,
/// `one_end(number)` that of a number alone; `add` takes a whole range, `add_or_merge` one end.
template <class Between, class OneEnd, class Add, class AddOrMerge>
void walk_ranges(std::span<const NumberMention> numbers, const Between& between, const OneEnd& one_end, const Add& add,
                 const AddOrMerge& add_or_merge) {
  for (std::size_t i = 0; i < numbers.size();) {
    if (const std::optional<NumberRange> both = between(i)) {
      add(*both);
      i += 2;
      continue;
    }
    if (const std::optional<NumberRange> one = one_end(numbers[i])) add_or_merge(*one);
    ++i;
  }
}

}  // namespace podium
