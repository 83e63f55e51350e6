#include "podium/core/normalise/pool.hpp"

#include <cmath>

#include "podium/core/column.hpp"
#include "podium/core/panel.hpp"

namespace podium {
namespace {

/// Lowest and highest figure of a pool that has some, as the publisher printed them.
Bounds as_printed(const NormalisePool& pool) {
  const Bounds z = *extremes_of(pool.z);
  // Adding zero turns -0 into 0.
  return pool.direction == 1 ? Bounds{z.lower + 0.0, z.upper + 0.0} : Bounds{0.0 - z.upper, 0.0 - z.lower};
}

Problem frame_problem(Frame frame, std::string expected) {
  return {Code::InvalidValue, "frame [" + quoted_number(frame.first) + ", " + quoted_number(frame.second) + "]",
          std::move(expected)};
}

}  // namespace

std::optional<Bounds> extremes_of(std::span<const double> z) {
  const auto [lowest, highest] = column::extremes(z);
  if (lowest > highest) return std::nullopt;
  return Bounds{lowest, highest};
}

Fitted frame_of_extremes(const NormalisePool& pool, std::string_view method) {
  const std::optional<Bounds> extremes = extremes_of(pool.z);
  if (!extremes) return empty_pool();
  if (extremes->lower == extremes->upper) return constant_pool(pool, method);
  if (!std::isfinite(extremes->upper - extremes->lower)) return spread_out_of_range(pool);
  return Frame{extremes->lower, extremes->upper};
}

std::optional<Problem> check_ascending(Frame frame) {
  if (std::isfinite(frame.second - frame.first) && frame.first < frame.second) return std::nullopt;
  return frame_problem(frame, "two finite numbers, the lower one first, on the scale where more is better");
}

std::optional<Problem> check_centre_and_spread(Frame frame) {
  if (std::isfinite(frame.first) && std::isnormal(frame.second) && frame.second > 0) return std::nullopt;
  return frame_problem(frame, "a finite centre and a finite spread above 0");
}

std::optional<Problem> check_range(Bounds range) {
  if (std::isfinite(range.upper - range.lower) && range.lower < range.upper) return std::nullopt;
  return Problem{Code::InvalidValue, "range [" + quoted_number(range.lower) + ", " + quoted_number(range.upper) + "]",
                 "two finite numbers, the lower one first"};
}

void cap_at_one(const NormalisePool& pool) {
  for (std::size_t i = 0; i < pool.z.size(); ++i) {
    if (!(pool.z[i] > 1)) continue;
    pool.z[i] = 1;
    pool.history[i].mark_capped(pool.step);
  }
}

Problem empty_pool() { return {Code::EmptyIndicator, "no figure", "at least one figure"}; }

Problem constant_pool(const NormalisePool& pool, std::string_view method) {
  return {Code::ConstantIndicator, "the same figure for every unit, " + shortest(as_printed(pool).lower),
          "at least two different figures for method " + quoted(method)};
}

Problem spread_out_of_range(const NormalisePool& pool) {
  const auto [lowest, highest] = as_printed(pool);
  return {Code::InvalidValue, "figures from " + shortest(lowest) + " to " + shortest(highest),
          "figures that stay within the range of a double"};
}

}  // namespace podium
