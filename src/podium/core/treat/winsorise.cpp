#include "podium/core/treat/winsorise.hpp"

#include "podium/core/lanes.hpp"

namespace podium {
namespace {

/// How many figures lie at an end of the pool or beyond it, and the next figure inside.
struct End {
  std::size_t count = 0;
  double next = 0;
};

/// `sign` is 1 for the high end and -1 for the low one.
End end_of(std::span<const double> values, double end, double sign) {
  constexpr double kNone = -std::numeric_limits<double>::infinity();
  Lanes count;
  Lanes next = Lanes::all(kNone);
  const Pair signs = {sign, sign};
  const Pair outermost = {sign * end, sign * end};
  for_each_pair(values, [&](Pair value, std::size_t half) {
    const Pair x = signs * value;
    count.half[half] += x >= outermost ? Pair{1, 1} : Pair{};
    const Pair inside = x < outermost ? x : Pair{kNone, kNone};
    next.half[half] = inside > next.half[half] ? inside : next.half[half];
  });
  return {static_cast<std::size_t>(count.sum()), sign * next.highest()};
}

}  // namespace

std::optional<Problem> Winsorise::check() const {
  if (unlimited && force) {
    return Problem{Code::InvalidValue, "force without a limit", "max_points where winsorising is forced"};
  }
  if (unlimited || max_points > 0) return std::nullopt;
  return Problem{Code::InvalidValue, "max_points 0", "at least 1, or unlimited = true, or method 'none'"};
}

Treatment Winsorise::apply(const TreatPool& pool) const {
  Shape shape = pool.shape;
  if (force && shape.count < 4) return too_few_figures(shape.count, 4, doc.name);
  Bounds held{shape.lowest, shape.highest};
  std::size_t moved_high = 0;
  std::size_t moved_low = 0;
  while ((force || !pool.accept.accepts(shape)) && (unlimited || moved_high + moved_low < max_points)) {
    const bool is_high = shape.skewness >= 0;
    const End end = end_of(pool.values, is_high ? held.upper : held.lower, is_high ? 1 : -1);
    if (end.next == (is_high ? held.lower : held.upper)) break;
    (is_high ? moved_high : moved_low) = end.count;
    (is_high ? held.upper : held.lower) = end.next;
    shape = shape_of(pool.values, held.lower, held.upper);
  }
  hold(pool.values, held);
  return {.held = held, .shape = shape};
}

}  // namespace podium
