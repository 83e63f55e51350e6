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
#if !HWY_MEM_OPS_MIGHT_FAULT
  const auto is_figure = hn::FirstN(tag, count);
  return hn::IfThenElse(is_figure, hn::MaskedLoad(is_figure, tag, figures), hn::Set(tag, kGap));
#else
  Vector filled = hn::Set(tag, kGap);
  while (count > 0) {
    filled = hn::IfThenElse(hn::FirstN(tag, count), hn::Set(tag, figures[count - 1]), filled);
    --count;
  }
  return filled;
#endif
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

/// All cells of a vector from `first`.
template <class OwnTag>
struct WholeVector {
  HWY_INLINE auto load(const double* cells) const { return hn::LoadU(OwnTag(), cells + first); }
  HWY_INLINE void store(hn::Vec<OwnTag> values, double* cells) const { hn::StoreU(values, OwnTag(), cells + first); }
  HWY_INLINE static OwnTag tag() { return {}; }

  std::size_t first;
};

#if !HWY_MEM_OPS_MIGHT_FAULT
/// The cells of a vector from `first` that `mask` names. Others are neither read nor written and count as 0.
struct PartOfVector {
  HWY_INLINE Vector load(const double* cells) const { return hn::MaskedLoad(mask, Tag(), cells + first); }
  HWY_INLINE void store(Vector values, double* cells) const { hn::BlendedStore(values, mask, Tag(), cells + first); }
  HWY_INLINE static Tag tag() { return {}; }

  std::size_t first;
  hn::Mask<Tag> mask;
};
#endif

/// Calls visit(place) for all cells, as many at once as the processor takes.
template <class Visit>
HWY_INLINE void for_each_place(std::size_t cells, const Visit& visit) {
  std::size_t cell = 0;
  for (; cell + kWidth <= cells; cell += kWidth) visit(WholeVector<Tag>{cell});
#if HWY_MEM_OPS_MIGHT_FAULT
  for (; cell < cells; ++cell) visit(WholeVector<hn::CappedTag<double, 1>>{cell});
#else
  if (cell < cells) visit(PartOfVector{cell, hn::FirstN(Tag(), cells - cell)});
#endif
}

/// The first place from `from` at which one of the cells of a vector is found, else `cells`. `mask_at(place)` marks
/// what is looked for.
template <class MaskAt>
HWY_INLINE std::size_t next_place(std::size_t cells, std::size_t from, const MaskAt& mask_at) {
  const Tag tag;
  std::size_t cell = from;
  for (; cell + kWidth <= cells; cell += kWidth) {
    const auto found = mask_at(WholeVector<Tag>{cell});
    if (!hn::AllFalse(tag, found)) return cell + static_cast<std::size_t>(hn::FindFirstTrue(tag, found));
  }
  const hn::CappedTag<double, 1> one;
  while (cell < cells && hn::AllFalse(one, mask_at(WholeVector<decltype(one)>{cell}))) ++cell;
  return cell;
}

std::size_t next_gap(std::span<const double> values, std::size_t from) {
  return next_place(values.size(), from, [&](auto place) { return hn::IsNaN(place.load(values.data())); });
}

std::size_t next_change(std::span<const double> before, std::span<const double> after, std::size_t from) {
  return next_place(after.size(), from, [&](auto place) {
    const auto was = place.load(before.data());
    const auto is = place.load(after.data());
    return hn::Or(hn::Lt(was, is), hn::Gt(was, is));
  });
}

bool has_infinite(std::span<const double> values) {
  constexpr std::size_t kStride = 4 * kWidth;
  const Tag tag;
  const Vector infinity = hn::Set(tag, kInfinity);
  const std::size_t whole = values.size() / kStride * kStride;
  auto infinite = hn::MaskFromVec(hn::Zero(tag));
  for (std::size_t cell = 0; cell < whole; cell += kStride) {
    // Infinity is the largest distance from 0; a gap is passed over.
    Vector largest = hn::Zero(tag);
    for (std::size_t i = 0; i < kStride; i += kWidth) {
      largest = greater(hn::Abs(hn::LoadU(tag, values.data() + cell + i)), largest);
    }
    infinite = hn::Or(infinite, hn::Eq(largest, infinity));
  }
  bool found = !hn::AllFalse(tag, infinite);
  for (const double value : values.subspan(whole)) found |= value == kInfinity || value == -kInfinity;
  return found;
}

Extremes extremes(std::span<const double> values) {
  const Tag tag;
  Vector lowest = hn::Set(tag, kInfinity);
  Vector highest = hn::Set(tag, -kInfinity);
  const std::size_t whole = values.size() / kWidth * kWidth;
  for (std::size_t cell = 0; cell < whole; cell += kWidth) {
    const Vector figures = hn::LoadU(tag, values.data() + cell);
    lowest = lesser(figures, lowest);
    highest = greater(figures, highest);
  }
  HWY_ALIGN double lows[kWidth];
  HWY_ALIGN double highs[kWidth];
  hn::Store(lowest, tag, lows);
  hn::Store(highest, tag, highs);
  Extremes found;
  for (const double low : lows) found.lowest = low < found.lowest ? low : found.lowest;
  for (const double high : highs) found.highest = high > found.highest ? high : found.highest;
  for (const double value : values.subspan(whole)) {
    found.lowest = value < found.lowest ? value : found.lowest;
    found.highest = value > found.highest ? value : found.highest;
  }
  // Adding 0 makes one zero of the two, so that the width of vectors does not show.
  return {found.lowest + 0.0, found.highest + 0.0};
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
  for_each_place(values.size(), [&](auto place) {
    const auto lower = hn::Set(place.tag(), bounds.lower);
    const auto upper = hn::Set(place.tag(), bounds.upper);
    place.store(held_within(place.load(values.data()), lower, upper), values.data());
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
  for_each_place(values.size(), [&](auto place) {
    const auto tag = place.tag();
    const auto share = hn::Div(hn::Sub(place.load(values.data()), hn::Set(tag, lowest)), hn::Set(tag, width));
    place.store(point_at(tag, range, share), values.data());
  });
}

void count(std::span<const double> values, std::span<double> available, std::span<double> nonzero) {
  for_each_place(values.size(), [&](auto place) {
    const auto tag = place.tag();
    const auto value = place.load(values.data());
    const auto add_where = [&](auto mask, double* cells) {
      place.store(hn::Add(place.load(cells), hn::IfThenElseZero(mask, hn::Set(tag, 1))), cells);
    };
    add_where(hn::Eq(value, value), available.data());
    add_where(hn::Gt(hn::Abs(value), hn::Zero(tag)), nonzero.data());
  });
}

void add_weighted(std::span<double> sums, double weight, std::span<const double> values) {
  for_each_place(sums.size(), [&](auto place) {
    const auto product = hn::Mul(hn::Set(place.tag(), weight), place.load(values.data()));
    place.store(hn::Add(place.load(sums.data()), product), sums.data());
  });
}

void divide(std::span<double> values, double divisor) {
  for_each_place(values.size(), [&](auto place) {
    place.store(hn::Div(place.load(values.data()), hn::Set(place.tag(), divisor)), values.data());
  });
}

}  // namespace
}  // namespace podium::column::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium::column {
namespace {

HWY_EXPORT(next_gap);
HWY_EXPORT(next_change);
HWY_EXPORT(has_infinite);
HWY_EXPORT(extremes);
HWY_EXPORT(moments);
HWY_EXPORT(end);
HWY_EXPORT(hold);
HWY_EXPORT(stretch);
HWY_EXPORT(count);
HWY_EXPORT(add_weighted);
HWY_EXPORT(divide);

}  // namespace

std::size_t next_gap(std::span<const double> values, std::size_t from) {
  return HWY_DYNAMIC_DISPATCH(next_gap)(values, from);
}

std::size_t next_change(std::span<const double> before, std::span<const double> after, std::size_t from) {
  return HWY_DYNAMIC_DISPATCH(next_change)(before, after, from);
}

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

void divide(std::span<double> values, double divisor) { HWY_DYNAMIC_DISPATCH(divide)(values, divisor); }

}  // namespace podium::column
#endif
