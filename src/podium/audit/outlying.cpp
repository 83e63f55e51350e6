#include "podium/audit/outlying.hpp"

#include <algorithm>
#include <cmath>

#include "podium/audit/stages.hpp"
#include "podium/core/statistics/outliers.hpp"

namespace podium {
namespace {

/// By how much a figure lies beyond its fences.
double excess_of(const OutlyingFigure& figure) {
  return std::max(figure.fences.lower - figure.value, figure.value - figure.fences.upper);
}

std::vector<OutlyingFigure> figures_beyond_fences(std::span<const double> figures, Series indicator, double width) {
  const Bounds fences = fences_of(figures, width);
  std::vector<OutlyingFigure> beyond;
  for (std::size_t unit = 0; unit < figures.size(); ++unit) {
    if (figures[unit] < fences.lower || figures[unit] > fences.upper) {
      beyond.push_back({indicator, static_cast<Unit>(unit), figures[unit], fences});
    }
  }
  std::ranges::stable_sort(beyond, std::ranges::greater(), excess_of);
  return beyond;
}

std::vector<OutlyingProfile> significant_profiles(const ProfileDistances& distances, const AuditOptions& options) {
  const std::vector<double> adjusted = corrected(options.correction, distances.p);
  std::vector<OutlyingProfile> profiles;
  for (std::size_t unit = 0; unit < adjusted.size(); ++unit) {
    if (!(adjusted[unit] < options.significance)) continue;
    profiles.push_back({static_cast<Unit>(unit), distances.squared[unit], adjusted[unit]});
  }
  std::ranges::stable_sort(profiles, std::ranges::greater(), &OutlyingProfile::squared_distance);
  return profiles;
}

}  // namespace

Outlying outlying_of(const Index& index, const Computed& computed, Time time, const AuditOptions& options) {
  const Hierarchy& hierarchy = index.hierarchy;
  const Panel& scores = computed.ranking.panel();
  const Panel before = before_treatment(index, computed);
  Outlying outlying;
  for (const Series indicator : hierarchy.indicators()) {
    const std::vector<OutlyingFigure> beyond =
        figures_beyond_fences(known_figures(before, indicator, time), indicator, options.fence_width);
    outlying.figures.insert(outlying.figures.end(), beyond.begin(), beyond.end());
  }
  const std::vector<Series> components = counting_children(hierarchy, scores, hierarchy.root(), time);
  outlying.profiles = significant_profiles(profile_distances(score_columns(scores, components, time)), options);
  return outlying;
}

}  // namespace podium
