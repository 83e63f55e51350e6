#pragma once

#include <algorithm>
#include <concepts>
#include <optional>
#include <span>

#include "podium/core/cell_history.hpp"
#include "podium/core/hierarchy.hpp"
#include "podium/core/method.hpp"
#include "podium/core/normalise/frame.hpp"
#include "podium/core/number_text.hpp"

namespace podium {

/// The figures that one normalisation sees together: an indicator in one period or over the panel, oriented so that
/// more is better (direction -1 is negated). NaN is a gap and stays one.
struct NormalisePool {
  std::span<double> z;
  std::span<CellHistory> history;
  std::optional<Bounds> goalposts;       ///< the indicator's own, oriented as z is
  std::size_t step;                      ///< the step's number in the recipe, for the history
  int direction = 1;                     ///< the figures as printed are direction * z, for messages
  std::optional<Bounds> target{};        ///< the indicator's own, oriented as z is
  std::span<const std::string> units{};  ///< codes; cell i belongs to unit i modulo their number
  bool is_fitted = false;                ///< score: the frame was taken from these very figures
};

/// A method that takes two numbers from the figures (see Frame) and then scores each figure by itself. Only such a
/// method can be frozen:
///   Fitted fit(const NormalisePool&) const;                             or why the figures give no frame
///   std::optional<Problem> check_frame(Frame, const NormalisePool&) const;   of a frame from elsewhere; the pool may
///                                                                            be without figures
///   void score(const NormalisePool&, Frame) const;                      in place
template <class Method>
concept Framed = requires(const Method& method, const NormalisePool& pool, Frame frame) {
  { method.fit(pool) } -> std::same_as<Fitted>;
  { method.check_frame(frame, pool) } -> std::same_as<std::optional<Problem>>;
  method.score(pool, frame);
};

/// A method without a frame whose scores do not depend on the other figures either, so that there is nothing to freeze:
/// it says so with `static constexpr bool kIsFixed = true`.
template <class Method>
concept FixedScale = requires { requires Method::kIsFixed; };

/// Lowest and highest available figure; nothing if there is none.
std::optional<Bounds> extremes_of(std::span<const double> z);

/// Lowest and highest figure as a frame; a problem if there is no figure or only one value.
Fitted frame_of_extremes(const NormalisePool& pool, std::string_view method);
/// A frame whose first number must lie below its second, by a finite distance.
std::optional<Problem> check_ascending(Frame frame);
/// A frame of a finite centre and a finite spread above 0.
std::optional<Problem> check_centre_and_spread(Frame frame);

/// The range of scores must be finite and ascend, and its width too must be finite.
std::optional<Problem> check_range(Bounds range);

/// The point of a range at a share of its width: exactly its ends at 0 and 1, never beyond them in between, never
/// between them outside. The range may descend.
inline double point_of(Bounds range, double share) {
  const double point = range.lower + (range.upper - range.lower) * share;
  // Rounding may carry a point over the upper end.
  const bool is_held_below = (share < 1) == (range.lower < range.upper);
  const double held = is_held_below ? std::min(point, range.upper) : std::max(point, range.upper);
  return share == 1 ? range.upper : held;
}

/// Holds scores above 1 at 1 and marks them as capped.
void cap_at_one(const NormalisePool& pool);

Problem empty_pool();
Problem constant_pool(const NormalisePool& pool, std::string_view method);
/// Figures so far apart, or so near, that their spread is no normal double.
Problem spread_out_of_range(const NormalisePool& pool);

}  // namespace podium
