#include "podium/claims/original_places.hpp"

#include <algorithm>

namespace podium {

void OriginalPlaces::add(TextSpan span, TextSpan original) {
  const bool goes_on = !pieces_.empty() && span.size() == original.size() &&
                       pieces_.back().original.end == original.begin &&
                       pieces_.back().begin + pieces_.back().size == span.begin && pieces_.back().is_exact();
  if (goes_on) {
    pieces_.back().size += span.size();
    pieces_.back().original.end = original.end;
  } else {
    pieces_.push_back({.begin = span.begin, .size = span.size(), .original = original});
  }
}

void OriginalPlaces::cut_at(std::size_t byte) {
  while (!pieces_.empty() && pieces_.back().begin >= byte) pieces_.pop_back();
  if (pieces_.empty() || pieces_.back().begin + pieces_.back().size <= byte) return;
  Piece& last = pieces_.back();
  if (last.is_exact()) last.original.end = last.original.begin + (byte - last.begin);
  last.size = byte - last.begin;
}

TextSpan OriginalPlaces::original(const TextSpan& span) const {
  if (pieces_.empty()) return span;
  if (span.empty()) return {};
  const auto piece_at = [&](std::size_t byte) {
    const auto next = std::ranges::upper_bound(pieces_, byte, {}, &Piece::begin);
    return next == pieces_.begin() ? next : next - 1;
  };
  const auto first = piece_at(span.begin);
  const auto last = piece_at(span.end - 1);
  const bool begins_within = span.begin >= first->begin && first->is_exact();
  const std::size_t begin =
      first->original.begin + (begins_within ? std::min(span.begin - first->begin, first->size) : 0);
  const std::size_t end =
      last->is_exact() ? last->original.begin + std::min(span.end - last->begin, last->size) : last->original.end;
  return {begin, std::max(begin, end)};
}

}  // namespace podium
