#include "podium/reason/seek_regime.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace podium {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kGap = 1e-9;  ///< of the effort, at which tangents are enough
constexpr std::size_t kMostTangents = 150;
constexpr std::size_t kRounds = 50;

/// A linear program in rises from the boxes' lower corner, in spreads.
class Rises {
 public:
  Rises(const SeekIndex& index, std::span<const SeekBox> boxes) : index_(index), boxes_(boxes) {
    program_.lower.assign(index.size(), 0);
    for (std::size_t i = 0; i < index.size(); ++i) {
      const double width = boxes[i].upper - boxes[i].lower;
      const bool is_fixed = !(width > 0);
      program_.upper.push_back(is_fixed ? 0 : width / index.spread(i));
      program_.objective.push_back(is_fixed ? 0 : -index.price(i) * index.spread(i));
      greatest_ = std::max(greatest_, -program_.objective.back());
    }
    for (double& coefficient : program_.objective) coefficient /= greatest_;
  }

  /// The score is nowhere above its tangent at `figures`, and the tangent must not be below `least`.
  void add_tangent(std::span<const double> figures, double least) {
    const std::vector<double> slopes = index_.slopes(figures, index_.problem().unit);
    std::vector<double> row(index_.size(), 0);
    double limit = index_.scores(figures)[index_.problem().unit] - least;
    double largest = 0;
    for (std::size_t i = 0; i < index_.size(); ++i) {
      if (!(program_.upper[i] > 0)) continue;
      const Bounds frame = index_.frame(i, figures[i]);
      const Bounds range = index_.problem().indicators[i].frame.range;
      const double slope = slopes[i] * (range.upper - range.lower) / (frame.upper - frame.lower);
      row[i] = -slope * index_.spread(i);
      limit -= slope * (figures[i] - boxes_[i].lower);
      largest = std::max(largest, -row[i]);
    }
    for (const double coefficient : row) program_.rows.push_back(coefficient / largest);
    program_.limits.push_back(limit / largest);
  }

  std::vector<double> solve(const Solvers& solvers) const {
    const Optimum optimum = solvers.maximise(program_);
    if (optimum.state != Optimum::State::Found) return {};
    std::vector<double> figures = lower_corner(boxes_);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (program_.upper[i] > 0) {
        figures[i] = std::min(boxes_[i].upper, figures[i] + optimum.point[i] * index_.spread(i));
      }
    }
    return figures;
  }

 private:
  const SeekIndex& index_;
  std::span<const SeekBox> boxes_;
  LinearProgram program_{};
  double greatest_ = 0;
};

}  // namespace

double score_to_pass(const SeekIndex& index, std::span<const double> figures) {
  std::vector<double> scores = index.scores(figures);
  scores[index.problem().unit] = kMissing;
  std::erase_if(scores, is_missing);
  std::ranges::sort(scores, std::greater<>());
  return index.problem().rank > scores.size() ? -kInfinity : scores[index.problem().rank - 1];
}

std::vector<SeekBox> boxes_of(const SeekIndex& index, std::size_t i) {
  const double start = index.start()[i];
  const double highest = index.highest()[i];
  if (!index.can_change(i)) return {{start, start}};
  const bool is_fixed = index.problem().indicators[i].frame.fixed.has_value();
  if (is_fixed && !index.problem().indicators[i].frame.clip) return {{start, highest}};
  const Bounds inside = is_fixed ? index.frame(i, start) : *index.others(i);
  std::vector<SeekBox> boxes;
  if (start < inside.lower) boxes.push_back({start, start});
  const double from = std::max(start, inside.lower);
  const double to = std::min(inside.upper, highest);
  if (from < to && inside.lower < inside.upper) boxes.push_back({from, to});
  if (is_fixed || highest <= inside.upper) return boxes.empty() ? std::vector<SeekBox>{{start, start}} : boxes;
  if (inside.lower < inside.upper) {
    boxes.push_back({std::max(start, inside.upper), highest, true});
  } else {
    // All others are alike: any figure above theirs makes the same scores.
    const double above = std::max(start, std::nextafter(inside.upper, kInfinity));
    boxes.push_back({above, above});
  }
  return boxes;
}

std::vector<double> lower_corner(std::span<const SeekBox> boxes) {
  std::vector<double> corner;
  for (const SeekBox& box : boxes) corner.push_back(box.lower);
  return corner;
}

std::vector<double> upper_corner(std::span<const SeekBox> boxes) {
  std::vector<double> corner;
  for (const SeekBox& box : boxes) corner.push_back(box.upper);
  return corner;
}

std::vector<double> first_reached(const SeekIndex& index, std::span<const double> from, std::span<const double> to) {
  std::vector<double> point(from.begin(), from.end());
  if (index.is_reached(point)) return point;
  std::vector<double> reached(to.begin(), to.end());
  double below = 0;
  double above = 1;
  for (;;) {
    const double middle = std::midpoint(below, above);
    if (!(below < middle && middle < above)) return reached;
    for (std::size_t i = 0; i < point.size(); ++i) point[i] = std::min(to[i], from[i] + middle * (to[i] - from[i]));
    if (!index.is_reached(point)) {
      below = middle;
      continue;
    }
    above = middle;
    if (point == reached) return reached;
    reached = point;
  }
}

SeekPoint least_within(const SeekIndex& index, std::span<const SeekBox> boxes, const Solvers& solvers) {
  Rises rises(index, boxes);
  std::vector<double> point = lower_corner(boxes);
  const std::vector<double> top = upper_corner(boxes);
  const double least_score = score_to_pass(index, point);
  SeekPoint found;
  double effort = kInfinity;
  const auto take_if_less = [&](const std::vector<double>& reached) {
    if (!(index.effort(reached) < effort)) return;
    effort = index.effort(reached);
    found.figures = reached;
  };
  if (!index.is_arithmetic()) {
    const std::vector<double> near = condensed(index, boxes, least_score, kRounds);
    if (index.is_reached(near)) take_if_less(near);
    rises.add_tangent(near, least_score);
  }
  for (std::size_t tangents = 0; tangents < kMostTangents; ++tangents) {
    const std::vector<double> reached = first_reached(index, point, top);
    take_if_less(reached);
    if (effort - found.least <= kGap * effort) break;
    rises.add_tangent(point, least_score);
    if (!index.is_arithmetic()) rises.add_tangent(reached, least_score);
    point = rises.solve(solvers);
    if (point.empty()) break;
    found.least = std::max(found.least, index.effort(point));
  }
  return found;
}

}  // namespace podium
