#include "podium/core/column.hpp"

#include <algorithm>

#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/core/column.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

#include "podium/core/column_vectors.inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace podium::column::HWY_NAMESPACE {
namespace {

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
  // Several at once, since each comparison waits for the one before it.
  constexpr std::size_t kAtOnce = 4;
  const Tag tag;
  Vector lows[kAtOnce];
  Vector highs[kAtOnce];
  for (Vector& low : lows) low = hn::Set(tag, kInfinity);
  for (Vector& high : highs) high = hn::Set(tag, -kInfinity);
  const auto look_at = [&](Vector figures, std::size_t i) HWY_ATTR {
    lows[i] = lesser(figures, lows[i]);
    highs[i] = greater(figures, highs[i]);
  };
  std::size_t cell = 0;
  for (; cell + kAtOnce * kWidth <= values.size(); cell += kAtOnce * kWidth) {
    for (std::size_t i = 0; i < kAtOnce; ++i) look_at(hn::LoadU(tag, values.data() + cell + i * kWidth), i);
  }
  for (; cell + kWidth <= values.size(); cell += kWidth) look_at(hn::LoadU(tag, values.data() + cell), 0);
  if (cell < values.size()) look_at(filled_up(values.data() + cell, values.size() - cell), 1);
  HWY_ALIGN double low[kWidth];
  HWY_ALIGN double high[kWidth];
  hn::Store(lesser(lesser(lows[0], lows[1]), lesser(lows[2], lows[3])), tag, low);
  hn::Store(greater(greater(highs[0], highs[1]), greater(highs[2], highs[3])), tag, high);
  // Adding 0 makes one zero of the two, so that the width of vectors does not show.
  return {*std::ranges::min_element(low) + 0.0, *std::ranges::max_element(high) + 0.0};
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

void count(std::span<const std::span<const double>> columns, std::span<double> available, std::span<double> nonzero) {
  for_each_place(available.size(), [&](auto place) {
    const auto tag = place.tag();
    const auto one = hn::Set(tag, 1);
    auto figures = hn::Zero(tag);
    auto others = hn::Zero(tag);
    for (const std::span<const double> column : columns) {
      const auto value = place.load(column.data());
      figures = hn::Add(figures, hn::IfThenElseZero(hn::Eq(value, value), one));
      others = hn::Add(others, hn::IfThenElseZero(hn::Gt(hn::Abs(value), hn::Zero(tag)), one));
    }
    place.store(hn::Add(place.load(available.data()), figures), available.data());
    place.store(hn::Add(place.load(nonzero.data()), others), nonzero.data());
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
HWY_EXPORT(count);

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

void count(std::span<const std::span<const double>> columns, std::span<double> available, std::span<double> nonzero) {
  HWY_DYNAMIC_DISPATCH(count)(columns, available, nonzero);
}

}  // namespace podium::column
#endif
