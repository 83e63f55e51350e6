#include <cmath>

#include "podium/core/column.hpp"
#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/core/column_change.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

#include "podium/core/column_vectors.inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace podium::column::HWY_NAMESPACE {
namespace {

void hold(std::span<double> values, Bounds bounds) {
  for_each_place(values.size(), [&](auto place) {
    const auto lower = hn::Set(place.tag(), bounds.lower);
    const auto upper = hn::Set(place.tag(), bounds.upper);
    place.store(held_within(place.load(values.data()), lower, upper), values.data());
  });
}

/// point_of of normalise/pool.hpp. Rounding may carry a point over the upper end.
template <class OwnTag, class V>
HWY_INLINE V point_at(OwnTag tag, Bounds range, V share) {
  const V upper = hn::Set(tag, range.upper);
  const V one = hn::Set(tag, 1);
  const V point = hn::Add(hn::Set(tag, range.lower), hn::Mul(hn::Set(tag, range.upper - range.lower), share));
  const V low = lesser(upper, point);
  const V high = greater(upper, point);
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

/// No distance is beyond the width, so no product overflows; and a distance from a figure that is not tiny is 0 or at
/// least half of that figure's last bit, so that none underflows either.
bool may_multiply(Extremes extremes, double width) {
  constexpr double kLeast = 0x1p-300;
  constexpr double kMost = 0x1p300;
  return HWY_NATIVE_FMA && std::abs(extremes.lowest) >= kLeast && width >= kLeast && width <= kMost;
}

void stretch_between(std::span<double> values, Extremes extremes, Bounds range) {
  const double width = extremes.highest - extremes.lowest;
  if (!may_multiply(extremes, width) || !(range.lower < range.upper)) {
    return stretch(values, extremes.lowest, width, range);
  }
  const double reciprocal = 1 / width;
  for_each_place(values.size(), [&](auto place) {
    const auto tag = place.tag();
    const auto distance = hn::Sub(place.load(values.data()), hn::Set(tag, extremes.lowest));
    const auto estimate = hn::Mul(distance, hn::Set(tag, reciprocal));
    const auto left_over = hn::NegMulAdd(estimate, hn::Set(tag, width), distance);
    const auto share = hn::MulAdd(left_over, hn::Set(tag, reciprocal), estimate);
    const auto point = hn::Add(hn::Set(tag, range.lower), hn::Mul(hn::Set(tag, range.upper - range.lower), share));
    const auto upper = hn::Set(tag, range.upper);
    place.store(hn::IfThenElse(hn::Eq(share, hn::Set(tag, 1)), upper, lesser(upper, point)), values.data());
  });
}

bool divide_by(std::span<double> values, double factor, std::span<const double> divisors) {
  const auto is_refused = [&](auto place) HWY_ATTR {
    const auto value = place.load(values.data());
    return hn::And(hn::Eq(value, value), hn::Le(place.load(divisors.data()), hn::Zero(place.tag())));
  };
  if (next_place(values.size(), 0, is_refused) < values.size()) return false;
  for_each_place(values.size(), [&](auto place) {
    const auto product = hn::Mul(place.load(values.data()), hn::Set(place.tag(), factor));
    place.store(hn::Div(product, place.load(divisors.data())), values.data());
  });
  return true;
}

void weighted_mean(std::span<const std::span<const double>> columns, std::span<const double> weights,
                   std::span<double> means) {
  double total = 0;
  for (const double weight : weights) total += weight;
  for_each_place(means.size(), [&](auto place) {
    const auto tag = place.tag();
    auto sum = hn::Zero(tag);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      sum = hn::Add(sum, hn::Mul(hn::Set(tag, weights[i]), place.load(columns[i].data())));
    }
    place.store(hn::Div(sum, hn::Set(tag, total)), means.data());
  });
}

}  // namespace
}  // namespace podium::column::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium::column {
namespace {

HWY_EXPORT(hold);
HWY_EXPORT(stretch);
HWY_EXPORT(stretch_between);
HWY_EXPORT(divide_by);
HWY_EXPORT(weighted_mean);

}  // namespace

void hold(std::span<double> values, Bounds bounds) { HWY_DYNAMIC_DISPATCH(hold)(values, bounds); }

void stretch(std::span<double> values, double lowest, double width, Bounds range) {
  HWY_DYNAMIC_DISPATCH(stretch)(values, lowest, width, range);
}

void stretch_between(std::span<double> values, Extremes extremes, Bounds range) {
  HWY_DYNAMIC_DISPATCH(stretch_between)(values, extremes, range);
}

bool divide_by(std::span<double> values, double factor, std::span<const double> divisors) {
  return HWY_DYNAMIC_DISPATCH(divide_by)(values, factor, divisors);
}

void weighted_mean(std::span<const std::span<const double>> columns, std::span<const double> weights,
                   std::span<double> means) {
  HWY_DYNAMIC_DISPATCH(weighted_mean)(columns, weights, means);
}

}  // namespace podium::column
#endif
