// Vectors of figures for the passes over columns. Included after hwy/highway.h by files that are compiled once for each
// kind of vectors, and so is this one: its guard is turned over by each inclusion.
#if defined(PODIUM_CORE_COLUMN_VECTORS) == defined(HWY_TARGET_TOGGLE)
#ifdef PODIUM_CORE_COLUMN_VECTORS
#undef PODIUM_CORE_COLUMN_VECTORS
#else
#define PODIUM_CORE_COLUMN_VECTORS
#endif

#include <limits>
#include <span>

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

/// a if it is less (more) than b, else b: also where one of them is a gap. On x86 one instruction does just that.
template <class V>
HWY_INLINE V lesser(V a, V b) {
#if HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
  return hn::Min(a, b);
#else
  return hn::IfThenElse(hn::Lt(a, b), a, b);
#endif
}
template <class V>
HWY_INLINE V greater(V a, V b) {
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

}  // namespace
}  // namespace podium::column::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
