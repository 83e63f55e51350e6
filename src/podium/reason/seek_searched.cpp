#include <algorithm>
#include <cmath>
#include <limits>

#include "podium/core/math.hpp"
#include "podium/reason/seek_regime.hpp"

namespace podium {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kRounds = 8;
constexpr int kSweeps = 3;
constexpr int kSections = 25;
constexpr double kGolden = 0.6180339887498949;
constexpr double kNear = 1e-4;

/// Figures beyond the others' best are moved one after the other, the rest follows.
class Search {
 public:
  Search(const SeekIndex& index, std::span<const SeekBox> boxes) : index_(index), boxes_(boxes.begin(), boxes.end()) {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      if (boxes[i].is_beyond) beyond_.push_back(i);
    }
    // From the nearest point towards the upper corner at which the rank can be had with the others at their best.
    std::vector<double> from = upper_corner(boxes);
    for (const std::size_t i : beyond_) from[i] = boxes[i].lower;
    const std::vector<double> first = first_reached(index, from, upper_corner(boxes));
    for (const std::size_t i : beyond_) hold(i, first[i]);
  }

  std::vector<double> solve(std::span<const SeekBox> boxes) {
    best_ = upper_corner(boxes);
    for (int sweep = 0; sweep < kSweeps && (sweep == 0 || beyond_.size() > 1); ++sweep) {
      const double before = effort_;
      for (const std::size_t i : beyond_) move(i, boxes[i]);
      if (!(effort_ < before * (1 - kNear))) break;
    }
    return best_;
  }

 private:
  void hold(std::size_t i, double figure) { boxes_[i].lower = boxes_[i].upper = figure; }

  /// The least effort with that figure and the other held ones; infinite where the rank cannot be had with them.
  double effort_with(std::size_t i, double figure) {
    hold(i, figure);
    const double least_score = score_to_pass(index_, lower_corner(boxes_));
    std::vector<double> figures = condensed(index_, boxes_, least_score, kRounds);
    if (!(index_.own_score(figures) > least_score)) return kInfinity;
    const double effort = index_.effort(figures);
    if (effort < effort_) {
      effort_ = effort;
      best_ = std::move(figures);
    }
    return effort;
  }

  /// By golden section over the logarithm of the distance from the others' lowest figure.
  void move(std::size_t i, SeekBox box) {
    const double lowest = index_.others(i)->lower;
    const double at = boxes_[i].lower;
    const double start = effort_with(i, at);
    const auto effort_at = [&](double logarithm) {
      return effort_with(i, std::clamp(lowest + exponential(logarithm), box.lower, box.upper));
    };
    const double here = natural_logarithm(at - lowest);
    // Mostly the nearest figure is the best; then a step on is dearer, and the search is spared.
    if (at == box.lower && start < kInfinity && effort_at(here + kNear) > start) return hold(i, best_[i]);
    double below = natural_logarithm(box.lower - lowest);
    double above = natural_logarithm(box.upper - lowest);
    double left = above - kGolden * (above - below);
    double right = below + kGolden * (above - below);
    double at_left = effort_at(left);
    double at_right = effort_at(right);
    for (int section = 0; section < kSections; ++section) {
      // Where neither reaches the rank, more is needed.
      if (at_left <= at_right && at_left < kInfinity) {
        above = right;
        right = left;
        at_right = at_left;
        left = above - kGolden * (above - below);
        at_left = effort_at(left);
      } else {
        below = left;
        left = right;
        at_left = at_right;
        right = below + kGolden * (above - below);
        at_right = effort_at(right);
      }
    }
    hold(i, best_[i]);
  }

  const SeekIndex& index_;
  std::vector<SeekBox> boxes_;
  std::vector<std::size_t> beyond_{};
  std::vector<double> best_{};
  double effort_ = kInfinity;
};

}  // namespace

SeekPoint searched(const SeekIndex& index, std::span<const SeekBox> boxes) {
  std::vector<double> found = Search(index, boxes).solve(boxes);
  return {.figures = index.is_reached(found) ? std::move(found) : upper_corner(boxes)};
}

}  // namespace podium
