#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "podium/reason/seek_regime.hpp"

// Where a tree of means is replaced by the geometric mean that has its elasticities at some point (condensation:
// Duffin, Linearizing geometric programs, 1970), the least effort has a closed form up to one multiplier m: each score
// is m * elasticity / price, held within its box. The replaced mean is nowhere above the tree's, so a point found is
// never worse than the one before; for a tree of geometric means alone it is the least at once.

namespace podium {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kSettled = 1e-12;

class Condensed {
 public:
  Condensed(const SeekIndex& index, std::span<const SeekBox> boxes, std::span<const double> at, double least_score)
      : index_(index), boxes_(boxes), least_score_(least_score) {
    const std::vector<double> slopes = index.slopes(at, index.problem().unit);
    for (std::size_t i = 0; i < index.size(); ++i) {
      if (!(boxes[i].lower < boxes[i].upper)) {
        elasticities_.push_back(0);
        continue;
      }
      const Bounds frame = index.frame(i, boxes[i].lower);
      elasticities_.push_back(slopes[i] * index.score_in(i, frame, at[i]) / price(i));
      const double top = index.score_in(i, frame, boxes[i].upper);
      highest_ = std::max(highest_, top / elasticities_[i]);
    }
  }

  std::vector<double> solve() const {
    double below = 0;
    double above = highest_;
    std::vector<double> best = upper_corner(boxes_);
    for (;;) {
      const double middle = std::midpoint(below, above);
      if (!(below < middle && middle < above) || above - below <= kSettled * above) return best;
      std::vector<double> figures = figures_at(middle);
      if (index_.own_score(figures) > least_score_) {
        best = std::move(figures);
        above = middle;
      } else {
        below = middle;
      }
    }
  }

 private:
  /// Effort of one point of the indicator's score.
  double price(std::size_t i) const {
    const Bounds frame = index_.frame(i, boxes_[i].lower);
    const Bounds range = index_.problem().indicators[i].frame.range;
    return index_.price(i) * (frame.upper - frame.lower) / (range.upper - range.lower);
  }

  std::vector<double> figures_at(double multiplier) const {
    std::vector<double> figures = lower_corner(boxes_);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (!(boxes_[i].lower < boxes_[i].upper)) continue;
      const Bounds range = index_.problem().indicators[i].frame.range;
      const Bounds frame = index_.frame(i, boxes_[i].lower);
      const double share = (multiplier * elasticities_[i] - range.lower) / (range.upper - range.lower);
      figures[i] = std::clamp(frame.lower + share * (frame.upper - frame.lower), boxes_[i].lower, boxes_[i].upper);
    }
    return figures;
  }

  const SeekIndex& index_;
  std::span<const SeekBox> boxes_;
  double least_score_;
  std::vector<double> elasticities_{};  ///< over the price
  double highest_ = 0;                  ///< the multiplier at which all scores are at the top of their boxes
};

}  // namespace

std::vector<double> condensed(const SeekIndex& index, std::span<const SeekBox> boxes, double least_score,
                              std::size_t rounds) {
  std::vector<double> point = lower_corner(boxes);
  if (index.own_score(point) > least_score) return point;
  double effort = kInfinity;
  std::vector<double> best = upper_corner(boxes);
  for (std::size_t round = 0; round < rounds; ++round) {
    point = Condensed(index, boxes, point, least_score).solve();
    const double reached = index.effort(point);
    const bool is_settled = !(reached < effort * (1 - kSettled));
    if (reached < effort) {
      effort = reached;
      best = point;
    }
    if (is_settled) break;
  }
  return best;
}

}  // namespace podium
