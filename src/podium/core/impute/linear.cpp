#include "podium/core/impute/linear.hpp"

namespace podium {
namespace {

/// The places around a stretch of gaps, as far as they have figures.
struct Around {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
};

/// Between equal figures exactly that figure, and never beyond the range of a double.
double on_the_line(const UnitCourse& course, std::size_t before, std::size_t after, std::size_t place) {
  const double share = (course.times[place] - course.times[before]) / (course.times[after] - course.times[before]);
  const double from = course.value(before);
  const double to = course.value(after);
  return (from < 0) == (to < 0) ? from + (to - from) * share : from * (1 - share) + to * share;
}

std::optional<double> value_at(const UnitCourse& course, const Around& around, std::size_t place, Ends ends) {
  if (around.before && around.after) return on_the_line(course, *around.before, *around.after, place);
  if (ends == Ends::Gap || (!around.before && !around.after)) return std::nullopt;
  return course.value(around.before ? *around.before : *around.after);
}

}  // namespace

void ImputeLinear::apply(const UnitCourse& course) const {
  if (!course.has_gap()) return;
  std::optional<std::size_t> before;
  std::optional<std::size_t> after = course.is_known(0) ? 0 : course.known_after(0);
  for (std::size_t place = 0; place < course.periods(); ++place) {
    if (after == place) {
      before = place;
      after = course.known_after(place);
      continue;
    }
    if (!course.is_gap(place)) continue;
    if (const std::optional<double> value = value_at(course, {before, after}, place, ends)) course.fill(place, *value);
  }
}

}  // namespace podium
