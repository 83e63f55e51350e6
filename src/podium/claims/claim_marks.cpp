#include "podium/claims/claim_marks.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "podium/claims/counted_words.hpp"

namespace podium {
namespace {

int gravity(Verdict::Kind kind) {
  constexpr std::array<int, 6> kGravity{1, 1, 2, 3, 0, 0};
  return kGravity[static_cast<std::size_t>(kind)];
}

TextSpan span_with_counter(const CheckedText& text, const Claim& claim) {
  const bool is_counted = claim.has_figure() && claim.span == claim.figure.span && text.language == Language::Korean;
  return is_counted ? counted_words(text.text, claim.figure) : claim.span;
}

}  // namespace

std::string_view claimed_words(const CheckedText& text, const Claim& claim) {
  return span_with_counter(text, claim).of(text.text);
}

std::vector<ClaimMark> claim_marks_of(const CheckedText& text) {
  std::vector<std::size_t> order(text.claims.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t k) { return text.claims[k].span.begin; });
  std::vector<ClaimMark> marks;
  for (const std::size_t k : order) {
    const TextSpan span = span_with_counter(text, text.claims[k]);
    const Verdict::Kind kind = text.verdicts[k].kind;
    if (marks.empty() || span.begin >= marks.back().span.end) {
      marks.push_back({span, {k}, kind});
      continue;
    }
    ClaimMark& last = marks.back();
    last.span.end = std::max(last.span.end, span.end);
    last.claims.push_back(k);
    if (gravity(kind) > gravity(last.gravest)) last.gravest = kind;
  }
  return marks;
}

std::span<const ClaimMark> marks_within(std::span<const ClaimMark> marks, TextSpan sentence) {
  const auto first =
      std::ranges::lower_bound(marks, sentence.begin, {}, [](const ClaimMark& each) { return each.span.begin; });
  const auto behind =
      std::find_if(first, marks.end(), [&](const ClaimMark& each) { return each.span.end > sentence.end; });
  return {first, behind};
}

}  // namespace podium
