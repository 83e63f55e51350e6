#include <algorithm>

#include "podium/core/normalise/pool.hpp"
#include "podium/reason/seek_index.hpp"

namespace podium {

Bounds SeekIndex::frame(std::size_t i, double figure) const {
  const SeekFrame& frame = problem_.indicators[i].frame;
  if (frame.fixed) {
    return frame.direction > 0 ? *frame.fixed : Bounds{-frame.fixed->upper, -frame.fixed->lower};
  }
  if (!others_[i]) return {figure, figure};
  if (is_missing(figure)) return *others_[i];
  return {std::min(others_[i]->lower, figure), std::max(others_[i]->upper, figure)};
}

double SeekIndex::score_in(std::size_t i, Bounds frame, double figure) const {
  const SeekFrame& how = problem_.indicators[i].frame;
  // Where the unit meets the one other figure there is, the frame has no width and all are alike.
  if (frame.lower == frame.upper) return how.range.upper;
  const double share = (figure - frame.lower) / (frame.upper - frame.lower);
  return point_of(how.range, how.clip && how.fixed ? std::clamp(share, 0.0, 1.0) : share);
}

std::vector<Bounds> SeekIndex::frames(std::span<const double> figures) const {
  std::vector<Bounds> all;
  for (std::size_t i = 0; i < size(); ++i) all.push_back(frame(i, figures[i]));
  return all;
}

std::vector<double> SeekIndex::node_scores(std::span<const double> figures, std::span<const Bounds> frames,
                                           std::size_t unit) const {
  std::vector<double> reached(problem_.hierarchy->size(), kMissing);
  const std::span<const Series> series = problem_.hierarchy->indicators();
  for (std::size_t i = 0; i < size(); ++i) {
    if (counts_[at(series[i])] == 0) continue;
    const double figure = unit == problem_.unit ? figures[i] : figure_of(i, unit);
    if (!is_missing(figure)) reached[at(series[i])] = score_in(i, frames[i], figure);
  }
  std::vector<double> scores;
  std::vector<double> weights;
  for (const Node& node : nodes_) {
    scores.clear();
    weights.clear();
    for (std::size_t k = 0; k < node.components.size(); ++k) {
      if (is_missing(reached[node.components[k]])) continue;
      scores.push_back(reached[node.components[k]]);
      weights.push_back(node.weights[k]);
    }
    if (scores.size() < node.least_available) continue;
    // The very bits of the engine, since ranks compare scores without rounding.
    const AggregateRow row{scores, weights};
    reached[node.series] = node.is_geometric ? Geometric{}.combine(row) : Arithmetic{}.combine(row);
  }
  return reached;
}

std::vector<double> SeekIndex::scores(std::span<const double> figures) const {
  const std::vector<Bounds> in_force = frames(figures);
  std::vector<double> all;
  for (std::size_t unit = 0; unit < units_; ++unit) {
    all.push_back(node_scores(figures, in_force, unit)[at(problem_.hierarchy->root())]);
  }
  return all;
}

double SeekIndex::own_score(std::span<const double> figures) const {
  return node_scores(figures, frames(figures), problem_.unit)[at(problem_.hierarchy->root())];
}

std::vector<double> SeekIndex::slopes(std::span<const double> figures, std::size_t unit) const {
  const std::vector<double> reached = node_scores(figures, frames(figures), unit);
  std::vector<double> by_series(reached.size(), 0);
  by_series[at(problem_.hierarchy->root())] = is_missing(reached[at(problem_.hierarchy->root())]) ? 0 : 1;
  for (std::size_t n = nodes_.size(); n-- > 0;) {
    const Node& node = nodes_[n];
    double weight = 0;
    for (std::size_t k = 0; k < node.components.size(); ++k) {
      if (!is_missing(reached[node.components[k]])) weight += node.weights[k];
    }
    for (std::size_t k = 0; k < node.components.size(); ++k) {
      const double score = reached[node.components[k]];
      if (is_missing(score) || is_missing(reached[node.series])) continue;
      const double ratio = node.is_geometric ? reached[node.series] / score : 1;
      by_series[node.components[k]] = by_series[node.series] * node.weights[k] / weight * ratio;
    }
  }
  std::vector<double> slopes;
  for (const Series series : problem_.hierarchy->indicators()) slopes.push_back(by_series[at(series)]);
  return slopes;
}

Rank SeekIndex::rank(std::span<const double> figures) const {
  const std::vector<double> all = scores(figures);
  Rank rank = 1;
  for (std::size_t unit = 0; unit < units_; ++unit) {
    if (unit != problem_.unit && all[unit] >= all[problem_.unit]) ++rank;
  }
  return rank;
}

}  // namespace podium
