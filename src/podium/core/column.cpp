#include "podium/core/column.hpp"

#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/core/column.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace podium::column::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kLanes = 4;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

using Tag = hn::CappedTag<double, kLanes>;
using Vector = hn::Vec<Tag>;
constexpr std::size_t kWidth = hn::MaxLanes(Tag());
constexpr std::size_t kVectors = kLanes / kWidth;

/// One double in each lane, in as many vectors as that takes.
struct Lanes {
  explicit Lanes(double value) {
    for (Vector& each : vectors) each = hn::Set(Tag(), value);
  }

  /// Lanes 0 and 1, then 2 and 3, then these two.
  template <class Merge>
  double merged(const Merge& merge) const {
    HWY_ALIGN double lanes[kLanes];
    for (std::size_t i = 0; i < kVectors; ++i) hn::Store(vectors[i], Tag(), lanes + i * kWidth);
    return merge(merge(lanes[0], lanes[1]), merge(lanes[2], lanes[3]));
  }
  double sum() const {
    return merged([](double a, double b) { return a + b; });
  }
  double lowest() const {
    return merged([](double a, double b) { return a < b ? a : b; });
  }
  double highest() const {
    return merged([](double a, double b) { return a > b ? a : b; });
  }

  Vector vectors[kVectors];
};

/// a if it is less (more) than b, else b: also where one of them is a gap. On x86 one instruction does just that.
HWY_INLINE Vector lesser(Vector a, Vector b) {
#if HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
  return hn::Min(a, b);
#else
  return hn::IfThenElse(hn::Lt(a, b), a, b);
#endif
}
HWY_INLINE Vector greater(Vector a, Vector b) {
#if HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
  return hn::Max(a, b);
#else
  return hn::IfThenElse(hn::Gt(a, b), a, b);
#endif
}

/// The first `count` figures (fewer than a vector holds) and gaps behind them.
HWY_INLINE Vector filled_up(const double* figures, std::size_t count) {
  const Tag tag;
  Vector filled = hn::Set(tag, kGap);
  while (count > 0) {
    filled = hn::IfThenElse(hn::FirstN(tag, count), hn::Set(tag, figures[count - 1]), filled);
    --count;
  }
  return filled;
}

/// Calls visit(vector, i) for all cells, where vector i of kVectors holds the lanes from i * kWidth. The last one is
/// filled up with gaps.
template <class Visit>
HWY_INLINE void for_each_vector(std::span<const double> values, const Visit& visit) {
  const double* cell = values.data();
  std::size_t rest = values.size();
  for (; rest >= kLanes; rest -= kLanes, cell += kLanes) {
    for (std::size_t i = 0; i < kVectors; ++i) visit(hn::LoadU(Tag(), cell + i * kWidth), i);
  }
  std::size_t i = 0;
  for (; rest >= kWidth; rest -= kWidth, cell += kWidth) visit(hn::LoadU(Tag(), cell), i++);
  if (rest > 0) visit(filled_up(cell, rest), i);
}

/// Calls map(tag, cell) for all cells, as many at once as `tag` holds.
template <class Map>
HWY_INLINE void for_each_cell(std::size_t cells, const Map& map) {
  std::size_t cell = 0;
  for (; cell + kWidth <= cells; cell += kWidth) map(Tag(), cell);
  for (; cell < cells; ++cell) map(hn::CappedTag<double, 1>(), cell);
}

bool has_gap(std::span<const double> values) {
  const Tag tag;
  // Only whole vectors: what fills up the last one is no gap of the column.
  const std::size_t whole = values.size() / kWidth * kWidth;
  auto found = hn::MaskFromVec(hn::Zero(tag));
  for (std::size_t cell = 0; cell < whole; cell += kWidth) {
    found = hn::Or(found, hn::IsNaN(hn::LoadU(tag, values.data() + cell)));
  }
  bool any = !hn::AllFalse(tag, found);
  for (std::size_t cell = whole; cell < values.size(); ++cell) any |= values[cell] != values[cell];
  return any;
}

bool has_infinite(std::span<const double> values) {
  // Infinity is the largest distance from 0. Two blocks in turn, so that none waits for the one before.
  Lanes largest(0);
  Lanes largest_of_other(0);
  const std::size_t half = values.size() / (2 * kLanes) * kLanes;
  const double* const other = values.data() + half;
  for (std::size_t cell = 0; cell < half; cell += kLanes) {
    for (std::size_t i = 0; i < kVectors; ++i) {
      const std::size_t place = cell + i * kWidth;
      const Vector distance = hn::Abs(hn::LoadU(Tag(), values.data() + place));
      const Vector other_distance = hn::Abs(hn::LoadU(Tag(), other + place));
      largest.vectors[i] = greater(distance, largest.vectors[i]);
      largest_of_other.vectors[i] = greater(other_distance, largest_of_other.vectors[i]);
    }
  }
  for_each_vector(values.subspan(2 * half), [&](Vector value, std::size_t i) {
    largest.vectors[i] = greater(hn::Abs(value), largest.vectors[i]);
  });
  return largest.highest() == kInfinity || largest_of_other.highest() == kInfinity;
}

Extremes extremes(std::span<const double> values) {
  Lanes lowest(kInfinity);
  Lanes highest(-kInfinity);
  for_each_vector(values, [&](Vector value, std::size_t i) {
    lowest.vectors[i] = lesser(value, lowest.vectors[i]);
    highest.vectors[i] = greater(value, highest.vectors[i]);
  });
  return {lowest.lowest(), highest.highest()};
}

/// A gap is beyond neither bound.
template <class V>
HWY_INLINE V held_within(V value, V lower, V upper) {
#if HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
  return hn::Min(upper, hn::Max(lower, value));
#else
  const V raised = hn::IfThenElse(hn::Gt(lower, value), lower, value);
  return hn::IfThenElse(hn::Lt(upper, raised), upper, raised);
#endif
}

template <class Hold>
HWY_INLINE Moments moments_of(std::span<const double> values, double origin, const Hold& hold) {
  const Tag tag;
  const Vector from = hn::Set(tag, origin);
  const Vector one = hn::Set(tag, 1);
  Lanes count(0);
  Lanes lowest(kInfinity);
  Lanes highest(-kInfinity);
  Lanes first(0);
  Lanes second(0);
  Lanes third(0);
  Lanes fourth(0);
  for_each_vector(values, [&](Vector value, std::size_t i) {
    const Vector x = hold(value);
    const auto is_there = hn::Eq(x, x);
    const Vector distance = hn::IfThenElseZero(is_there, hn::Sub(x, from));
    const Vector square = hn::Mul(distance, distance);
    count.vectors[i] = hn::Add(count.vectors[i], hn::IfThenElseZero(is_there, one));
    lowest.vectors[i] = lesser(x, lowest.vectors[i]);
    highest.vectors[i] = greater(x, highest.vectors[i]);
    first.vectors[i] = hn::Add(first.vectors[i], distance);
    second.vectors[i] = hn::Add(second.vectors[i], square);
    third.vectors[i] = hn::Add(third.vectors[i], hn::Mul(square, distance));
    fourth.vectors[i] = hn::Add(fourth.vectors[i], hn::Mul(square, square));
  });
  return {count.sum(), {lowest.lowest(), highest.highest()}, first.sum(), second.sum(), third.sum(), fourth.sum()};
}

Moments moments(std::span<const double> values, Bounds held, double origin) {
  if (held.lower == -kInfinity && held.upper == kInfinity) {
    return moments_of(values, origin, [](Vector value) { return value; });
  }
  const Vector lower = hn::Set(Tag(), held.lower);
  const Vector upper = hn::Set(Tag(), held.upper);
  return moments_of(values, origin, [&](Vector value) { return held_within(value, lower, upper); });
}

End end(std::span<const double> values, double end, double sign) {
  const Tag tag;
  const Vector signs = hn::Set(tag, sign);
  const Vector outermost = hn::Set(tag, sign * end);
  const Vector none = hn::Set(tag, -kInfinity);
  const Vector one = hn::Set(tag, 1);
  Lanes count(0);
  Lanes next(-kInfinity);
  for_each_vector(values, [&](Vector value, std::size_t i) {
    const Vector x = hn::Mul(signs, value);
    count.vectors[i] = hn::Add(count.vectors[i], hn::IfThenElseZero(hn::Ge(x, outermost), one));
    next.vectors[i] = greater(hn::IfThenElse(hn::Lt(x, outermost), x, none), next.vectors[i]);
  });
  return {static_cast<std::size_t>(count.sum()), sign * next.highest()};
}

void hold(std::span<double> values, Bounds bounds) {
  for_each_cell(values.size(), [&](auto tag, std::size_t cell) {
    double* const place = values.data() + cell;
    hn::StoreU(held_within(hn::LoadU(tag, place), hn::Set(tag, bounds.lower), hn::Set(tag, bounds.upper)), tag, place);
  });
}

template <class Tag, class V>
HWY_INLINE V point_at(Tag tag, Bounds range, V share) {
  const V upper = hn::Set(tag, range.upper);
  const V one = hn::Set(tag, 1);
  const V point = hn::Add(hn::Set(tag, range.lower), hn::Mul(hn::Set(tag, range.upper - range.lower), share));
  // Rounding may carry a point over the upper end.
  const V low = hn::IfThenElse(hn::Lt(upper, point), upper, point);
  const V high = hn::IfThenElse(hn::Lt(point, upper), upper, point);
  const auto is_inside = hn::Lt(share, one);
  const bool ascends = range.lower < range.upper;
  const V held = ascends ? hn::IfThenElse(is_inside, low, high) : hn::IfThenElse(is_inside, high, low);
  return hn::IfThenElse(hn::Eq(share, one), upper, held);
}

void stretch(std::span<double> values, double lowest, double width, Bounds range) {
  for_each_cell(values.size(), [&](auto tag, std::size_t cell) {
    double* const place = values.data() + cell;
    const auto share = hn::Div(hn::Sub(hn::LoadU(tag, place), hn::Set(tag, lowest)), hn::Set(tag, width));
    hn::StoreU(point_at(tag, range, share), tag, place);
  });
}

void count(std::span<const double> values, std::span<double> available, std::span<double> nonzero) {
  for_each_cell(values.size(), [&](auto tag, std::size_t cell) {
    const auto value = hn::LoadU(tag, values.data() + cell);
    const auto one = hn::Set(tag, 1);
    const auto add_where = [&](auto mask, double* place) {
      hn::StoreU(hn::Add(hn::LoadU(tag, place), hn::IfThenElseZero(mask, one)), tag, place);
    };
    add_where(hn::Eq(value, value), available.data() + cell);
    add_where(hn::Gt(hn::Abs(value), hn::Zero(tag)), nonzero.data() + cell);
  });
}

void add_weighted(std::span<double> sums, double weight, std::span<const double> values) {
  for_each_cell(sums.size(), [&](auto tag, std::size_t cell) {
    double* const place = sums.data() + cell;
    const auto product = hn::Mul(hn::Set(tag, weight), hn::LoadU(tag, values.data() + cell));
    hn::StoreU(hn::Add(hn::LoadU(tag, place), product), tag, place);
  });
}

}  // namespace
}  // namespace podium::column::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium::column {
namespace {

HWY_EXPORT(has_gap);
HWY_EXPORT(has_infinite);
HWY_EXPORT(extremes);
HWY_EXPORT(moments);
HWY_EXPORT(end);
HWY_EXPORT(hold);
HWY_EXPORT(stretch);
HWY_EXPORT(count);
HWY_EXPORT(add_weighted);

}  // namespace

bool has_gap(std::span<const double> values) { return HWY_DYNAMIC_DISPATCH(has_gap)(values); }

bool has_infinite(std::span<const double> values) { return HWY_DYNAMIC_DISPATCH(has_infinite)(values); }

Extremes extremes(std::span<const double> values) { return HWY_DYNAMIC_DISPATCH(extremes)(values); }

Moments moments(std::span<const double> values, Bounds held, double origin) {
  return HWY_DYNAMIC_DISPATCH(moments)(values, held, origin);
}

End end(std::span<const double> values, double end, double sign) {
  return HWY_DYNAMIC_DISPATCH(end)(values, end, sign);
}

void hold(std::span<double> values, Bounds bounds) { HWY_DYNAMIC_DISPATCH(hold)(values, bounds); }

void stretch(std::span<double> values, double lowest, double width, Bounds range) {
  HWY_DYNAMIC_DISPATCH(stretch)(values, lowest, width, range);
}

void count(std::span<const double> values, std::span<double> available, std::span<double> nonzero) {
  HWY_DYNAMIC_DISPATCH(count)(values, available, nonzero);
}

void add_weighted(std::span<double> sums, double weight, std::span<const double> values) {
  HWY_DYNAMIC_DISPATCH(add_weighted)(sums, weight, values);
}

}  // namespace podium::column
#endif
