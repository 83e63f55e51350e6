#include "podium/core/normalise/distance_to_target.hpp"

#include <cmath>

namespace podium {
namespace {

std::optional<Bounds> target_in_force(const DistanceToTarget& method, const NormalisePool& pool) {
  return method.target ? method.target : pool.target;
}

bool has_two_ends(Bounds target) { return target.lower < target.upper; }

double two_ended_score(double z, Bounds target, Frame frame) {
  if (z < target.lower) return (z - frame.first) / (target.lower - frame.first);
  if (z > target.upper) return (frame.second - z) / (frame.second - target.upper);
  // A gap is neither: it stays one.
  return std::isnan(z) ? z : 1;
}

}  // namespace

std::optional<Problem> DistanceToTarget::check() const {
  if (!target || (std::isfinite(target->upper - target->lower) && target->lower <= target->upper)) return std::nullopt;
  return Problem{Code::InvalidValue,
                 "target [" + quoted_number(target->lower) + ", " + quoted_number(target->upper) + "]",
                 "two finite numbers, the lower one first, or the same number twice"};
}

Fitted DistanceToTarget::fit(const NormalisePool& pool) const {
  const std::optional<Bounds> extremes = extremes_of(pool.z);
  if (!extremes) return empty_pool();
  const Frame frame{extremes->lower, extremes->upper};
  if (!std::isfinite(frame.second - frame.first)) return spread_out_of_range(pool);
  if (const auto problem = check_frame(frame, pool)) return *problem;
  return frame;
}

std::optional<Problem> DistanceToTarget::check_frame(Frame frame, const NormalisePool& pool) const {
  const std::optional<Bounds> best = target_in_force(*this, pool);
  if (!best) return Problem{Code::MissingTarget, "no target", "target = [low, high] at the indicator or at the step"};
  if (!std::isfinite(frame.second - frame.first) || frame.first > frame.second) return check_ascending(frame);
  if (has_two_ends(*best) || best->lower > frame.first) return std::nullopt;
  if (reversed && best->lower < frame.first) return std::nullopt;
  const auto as_printed = [&pool](double z) { return shortest(pool.direction * z + 0.0); };
  return Problem{Code::TargetBelowMinimum,
                 "target " + as_printed(best->lower) + " and " + as_printed(frame.first) + " as the worst figure",
                 "a target that is better than the worst figure"};
}

void DistanceToTarget::score(const NormalisePool& pool, Frame frame) const {
  const Bounds best = *target_in_force(*this, pool);
  if (has_two_ends(best)) {
    for (double& z : pool.z) z = two_ended_score(z, best, frame);
    return;
  }
  const double width = best.lower - frame.first;
  for (double& z : pool.z) z = (z - frame.first) / width;
  if (cap) cap_at_one(pool);
}

}  // namespace podium
