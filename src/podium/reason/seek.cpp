#include "podium/reason/seek.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace podium {
namespace {

SeekAlone alone(const SeekIndex& index, std::size_t indicator) {
  std::vector<double> figures(index.start().begin(), index.start().end());
  SeekAlone found{.indicator = indicator};
  found.is_already = index.is_reached(figures);
  double below = index.start()[indicator];
  double above = index.highest()[indicator];
  figures[indicator] = above;
  found.best_rank = index.rank(figures);
  found.is_possible = found.best_rank <= index.problem().rank;
  if (!found.is_possible) return found;
  while (!found.is_already) {
    const double middle = std::midpoint(below, above);
    if (!(below < middle && middle < above)) break;
    figures[indicator] = middle;
    (index.is_reached(figures) ? above : below) = middle;
  }
  found.value = index.original(indicator, below);
  found.change = found.value - index.original(indicator, index.start()[indicator]);
  return found;
}

}  // namespace

std::vector<SeekMargin> margins(const SeekIndex& index) {
  const std::vector<double> scores = index.scores(index.start());
  const std::vector<Rank> ranks = competition_ranks(scores);
  std::vector<SeekMargin> found;
  for (std::size_t unit = 0; unit < scores.size(); ++unit) {
    if (unit == index.problem().unit || is_missing(scores[unit])) continue;
    found.push_back({unit, ranks[unit], scores[unit] - scores[index.problem().unit]});
  }
  std::ranges::stable_sort(found, {}, &SeekMargin::rank);
  return found;
}

std::vector<SeekAlone> each_alone(const SeekIndex& index) {
  std::vector<SeekAlone> all;
  for (std::size_t indicator = 0; indicator < index.size(); ++indicator) all.push_back(alone(index, indicator));
  return all;
}

SeekBest best_within_bounds(const SeekIndex& index) {
  SeekBest best{.rank = index.best_rank(), .values = index.originals(index.highest())};
  const std::vector<double> slopes = index.slopes(index.highest(), index.problem().unit);
  for (std::size_t i = 0; i < index.size(); ++i) {
    const SeekIndicator& indicator = index.problem().indicators[i];
    if (is_missing(index.start()[i]) || slopes[i] == 0) continue;
    const Bounds bounds = indicator.possible;
    const double bound = indicator.frame.direction > 0 ? bounds.upper : -bounds.lower;
    if (index.highest()[i] < bound) continue;
    const bool is_at_end =
        indicator.frame.fixed && indicator.frame.clip && index.highest()[i] >= index.frame(i, index.highest()[i]).upper;
    if (!is_at_end) best.binding.push_back(i);
  }
  return best;
}

}  // namespace podium
