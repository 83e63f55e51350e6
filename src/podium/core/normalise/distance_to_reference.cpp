#include "podium/core/normalise/distance_to_reference.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/panel.hpp"

namespace podium {

std::optional<Problem> DistanceToReference::check() const {
  if (!reference.empty()) return std::nullopt;
  return Problem{Code::MissingReference, "no reference unit", "reference = the code of a unit"};
}

Diagnostics DistanceToReference::check_in(const StepContext& context, const RecipeSetting& setting) const {
  if (std::ranges::find(setting.units, reference) != setting.units.end()) return {};
  Diagnostic problem = not_among(Code::UnknownUnit, "reference unit", reference, views(setting.units));
  problem.subject.step = context.number;
  return {problem};
}

Fitted DistanceToReference::fit(const NormalisePool& pool) const {
  const auto unit = std::ranges::find(pool.units, reference) - pool.units.begin();
  const auto position = static_cast<std::size_t>(unit);
  if (pool.z.size() != pool.units.size() || position == pool.units.size() || is_missing(pool.z[position])) {
    return Problem{Code::MissingReference, "no figure of the reference unit " + quoted(reference),
                   "a reference unit with a figure"};
  }
  const Fitted extremes = frame_of_extremes(pool, doc.name);
  const Frame* const frame = std::get_if<Frame>(&extremes);
  if (frame == nullptr) return extremes;
  if (pool.z[position] == frame->first) {
    return Problem{Code::MissingReference,
                   "the worst figure at the reference unit " + quoted(reference) + ", " +
                       shortest(pool.direction * frame->first + 0.0),
                   "a reference unit that is better than the worst"};
  }
  return Frame{frame->first, pool.z[position]};
}

void DistanceToReference::score(const NormalisePool& pool, Frame frame) const {
  const double width = frame.second - frame.first;
  for (double& z : pool.z) z = 1 - (frame.second - z) / width;
  if (cap) cap_at_one(pool);
}

}  // namespace podium
