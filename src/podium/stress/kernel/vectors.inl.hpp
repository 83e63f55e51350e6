// Vectors of doubles, one draw in each lane, and what a mean needs beyond additions and multiplications. Included after
// hwy/highway.h by files that are compiled once for each kind of vectors, and so is this one: its guard is turned over
// by each inclusion.
#if defined(PODIUM_STRESS_KERNEL_VECTORS) == defined(HWY_TARGET_TOGGLE)
#ifdef PODIUM_STRESS_KERNEL_VECTORS
#undef PODIUM_STRESS_KERNEL_VECTORS
#else
#define PODIUM_STRESS_KERNEL_VECTORS
#endif

#include <utility>

#include "podium/core/math.hpp"

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::ScalableTag<double>;
using Vector = hn::Vec<Tag>;
constexpr std::size_t kWidth = hn::MaxLanes(Tag());

/// Calls work with 0 ... count - 1 as constants, so that vectors in an array are kept in registers.
template <std::size_t count, class Work>
HWY_INLINE void unrolled(const Work& work) {
  [&]<std::size_t... i>(std::index_sequence<i...>) __attribute__((always_inline)) {
    (work(std::integral_constant<std::size_t, i>()), ...);
  }(std::make_index_sequence<count>());
}

/// value / divisor to the bit, where `reciprocal` is 1 / divisor rounded to nearest and nothing underflows: the first
/// estimate and what it leaves over, both fused, give the division rounded to nearest (Markstein, Computation of
/// elementary functions on the IBM RISC System/6000 processor, 1990; Brisebarre, Muller and Raina, Accelerating
/// correctly rounded floating-point division when the divisor is known in advance, 2004). Not a product of the method
/// but of the division, so it may be fused where sums may not.
HWY_INLINE Vector quotient(Vector value, Vector divisor, Vector reciprocal) {
#if HWY_NATIVE_FMA
  const Vector estimate = hn::Mul(value, reciprocal);
  const Vector left_over = hn::NegMulAdd(estimate, divisor, value);
  return hn::MulAdd(left_over, reciprocal, estimate);
#else
  static_cast<void>(reciprocal);
  return hn::Div(value, divisor);
#endif
}

/// exponential() of core/math.hpp to the bit, for |x| <= 700: the same operations in the same order.
HWY_INLINE Vector exponential_of_moderate(Vector x) {
  constexpr double kLn2High = 0x1.62e42fefa3800p-1;
  constexpr double kLn2Low = 0x1.ef35793c76730p-45;
  constexpr double kInverseLn2 = 0x1.71547652b82fep+0;
  const Tag tag;
  const hn::RebindToSigned<Tag> whole;
  const Vector one = hn::Set(tag, 1);
  const Vector k = hn::Floor(hn::Add(hn::Mul(x, hn::Set(tag, kInverseLn2)), hn::Set(tag, 0.5)));
  const Vector high = hn::Sub(x, hn::Mul(k, hn::Set(tag, kLn2High)));
  const Vector low = hn::Mul(k, hn::Set(tag, kLn2Low));
  const Vector r = hn::Sub(high, low);
  const Vector lost = hn::Sub(hn::Sub(high, r), low);
  Vector series = hn::Zero(tag);
  for (int n = 14; n >= 2; --n) {
    const Vector product = hn::Mul(hn::Add(series, one), r);
    series = quotient(product, hn::Set(tag, n), hn::Set(tag, 1.0 / n));
  }
  const Vector result = hn::Add(one, hn::Add(r, hn::Add(hn::Mul(r, series), lost)));
  // As the last bits of 1.5 x 2^52, k is a whole number; its lowest bits plus 1023 are the exponent of 2^k.
  const auto bits = hn::BitCast(whole, hn::Add(k, hn::Set(tag, 0x1.8p52)));
  const auto power = hn::ShiftLeft<52>(hn::Add(bits, hn::Set(whole, 1023)));
  return hn::Mul(result, hn::BitCast(tag, power));
}

/// What Geometric of core/aggregate/geometric.hpp makes of the mean distance of the logarithms from that of the first
/// score.
HWY_INLINE Vector at_distance(double first, double first_logarithm, Vector distance) {
  const Tag tag;
  const auto is_far = hn::Gt(hn::Abs(distance), hn::Set(tag, 700));
  const Vector near = hn::Mul(hn::Set(tag, first), exponential_of_moderate(hn::IfThenZeroElse(is_far, distance)));
  if (hn::AllFalse(tag, is_far)) return near;
  HWY_ALIGN double lanes[kWidth];
  HWY_ALIGN double distances[kWidth];
  hn::Store(near, tag, lanes);
  hn::Store(distance, tag, distances);
  for (std::size_t i = 0; i < kWidth; ++i) {
    if (distances[i] > 700 || distances[i] < -700) lanes[i] = exponential(first_logarithm + distances[i]);
  }
  return hn::Load(tag, lanes);
}

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
