#include "podium/core/treat/winsorise.hpp"

#include "podium/core/column.hpp"

namespace podium {

std::optional<Problem> Winsorise::check() const {
  if (unlimited && force) {
    return Problem{Code::InvalidValue, "force without a limit", "max_points where winsorising is forced"};
  }
  if (unlimited || max_points > 0) return std::nullopt;
  return Problem{Code::InvalidValue, "max_points 0", "at least 1, or unlimited = true, or method 'none'"};
}

Treatment Winsorise::apply(const TreatPool& pool) const {
  MeasuredShape shape = pool.shape;
  if (force && shape.count < 4) return too_few_figures(shape.count, 4, doc.name);
  std::size_t moved_high = 0;
  std::size_t moved_low = 0;
  while ((force || !pool.accept.accepts(shape)) && (unlimited || moved_high + moved_low < max_points)) {
    const bool is_high = shape.skewness >= 0;
    const column::End end = column::end(pool.values, is_high ? shape.highest : shape.lowest, is_high ? 1 : -1);
    if (end.next == (is_high ? shape.lowest : shape.highest)) break;
    (is_high ? moved_high : moved_low) = end.count;
    shape = brought_in(pool.values, shape, is_high, end);
  }
  const Bounds held{shape.lowest, shape.highest};
  column::hold(pool.values, held);
  return {.held = held, .shape = shape};
}

}  // namespace podium
