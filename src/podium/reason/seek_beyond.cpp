#include <algorithm>
#include <cmath>
#include <limits>

#include "podium/reason/seek_regime.hpp"

// The unit's figure v is at or beyond the best of the others, H; their lowest is L. With e = (H - L) / (v - L) a figure
// x of another unit has the share (x - L) / (H - L) * e: linear in e. The effort, price * (L + (H - L) / e - start), is
// convex in e and is kept from below by its tangents.

namespace podium {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kGap = 1e-9;
constexpr int kRounds = 40;
constexpr int kHalvings = 12;

using Row = std::vector<double>;

class Beyond {
 public:
  Beyond(const SeekIndex& index, std::span<const SeekBox> boxes)
      : index_(index), boxes_(boxes), bottom_(lower_corner(boxes)), top_(upper_corner(boxes)) {
    for (std::size_t i = 0; i < index.size(); ++i) {
      if (boxes[i].is_beyond) beyond_.push_back(i);
    }
    add_variables();
    add_rivals();
    for (std::size_t b = 0; b < beyond_.size(); ++b) {
      const double first = program_.linear.upper[beyond_[b]];
      for (int halving = 0; halving < kHalvings; ++halving) {
        const double at = first * std::exp2(-halving);
        if (at >= program_.linear.lower[beyond_[b]]) add_tangent(b, at);
      }
    }
  }

  SeekPoint solve(const Solvers& solvers) {
    SeekPoint found;
    double effort = kInfinity;
    for (int round = 0; round < kRounds; ++round) {
      const Optimum optimum = solvers.maximise_integer(program_);
      if (optimum.state != Optimum::State::Found) return {};
      found.least = std::max(found.least, fixed_effort_ - optimum.value * scale_);
      std::vector<double> reached = first_reached(index_, figures_at(optimum.point), top_);
      if (index_.effort(reached) < effort) {
        effort = index_.effort(reached);
        found.figures = std::move(reached);
      }
      if (effort - found.least <= kGap * effort) break;
      for (std::size_t b = 0; b < beyond_.size(); ++b) add_tangent(b, optimum.point[beyond_[b]]);
    }
    return found;
  }

 private:
  double width(std::size_t i) const { return index_.others(i)->upper - index_.others(i)->lower; }
  double share_at(std::size_t i, double figure) const { return width(i) / (figure - index_.others(i)->lower); }
  std::size_t effort_of(std::size_t b) const { return index_.size() + b; }

  /// A rise in spreads or an e for each indicator, then an effort in units of `scale_` for each that is beyond.
  void add_variables() {
    LinearProgram& program = program_.linear;
    for (std::size_t i = 0; i < index_.size(); ++i) scale_ = std::max(scale_, index_.price(i) * index_.spread(i));
    fixed_effort_ = index_.effort(bottom_);
    for (std::size_t i = 0; i < index_.size(); ++i) {
      const bool is_fixed = !(boxes_[i].upper > boxes_[i].lower);
      const double rise = is_fixed ? 0 : (boxes_[i].upper - boxes_[i].lower) / index_.spread(i);
      program.lower.push_back(boxes_[i].is_beyond ? share_at(i, boxes_[i].upper) : 0);
      program.upper.push_back(boxes_[i].is_beyond ? share_at(i, boxes_[i].lower) : rise);
      const double cost = index_.price(i) * index_.spread(i) / scale_;
      program.objective.push_back(boxes_[i].is_beyond || is_fixed ? 0 : -cost);
    }
    for (std::size_t b = 0; b < beyond_.size(); ++b) {
      program.objective.push_back(-1);
      program.lower.push_back(0);
      program.upper.push_back(kInfinity);
    }
    program_.whole.assign(program.objective.size(), 0);
  }

  void add_row(const Row& row, double limit) {
    double largest = 0;
    for (const double coefficient : row) largest = std::max(largest, std::abs(coefficient));
    for (const double coefficient : row) program_.linear.rows.push_back(coefficient / largest);
    program_.linear.limits.push_back(limit / largest);
  }

  /// The others whose place is open: each is passed, or is one of the few that need not be.
  void add_rivals() {
    const std::vector<double> at_bottom = index_.scores(bottom_);
    const std::vector<double> at_top = index_.scores(top_);
    const std::size_t own = index_.problem().unit;
    std::vector<std::size_t> rivals;
    double may_stay = static_cast<double>(index_.problem().rank) - 1;
    for (std::size_t unit = 0; unit < at_bottom.size(); ++unit) {
      if (unit == own || is_missing(at_bottom[unit]) || at_bottom[unit] < at_bottom[own]) continue;
      at_top[unit] < at_top[own] ? rivals.push_back(unit) : void(--may_stay);
    }
    const std::size_t before = program_.whole.size();
    for (std::size_t r = 0; r < rivals.size(); ++r) {
      program_.linear.objective.push_back(0);
      program_.linear.lower.push_back(0);
      program_.linear.upper.push_back(1);
      program_.whole.push_back(1);
    }
    Row stay(program_.whole.size(), 0);
    for (std::size_t r = 0; r < rivals.size(); ++r) {
      const double lead = at_bottom[own] - at_bottom[rivals[r]];
      stay[before + r] = 1;
      add_rival(rivals[r], lead, before + r);
    }
    if (!rivals.empty()) add_row(stay, may_stay);
  }

  /// lead at the bottom + what rises add + what the others lose - (lead at the bottom) * stays >= 0.
  void add_rival(std::size_t unit, double lead, std::size_t stays) {
    const std::vector<double> own = index_.slopes(bottom_, index_.problem().unit);
    const std::vector<double> of_rival = index_.slopes(bottom_, unit);
    Row row(program_.whole.size(), 0);
    double limit = lead;
    for (std::size_t i = 0; i < index_.size(); ++i) {
      const Bounds range = index_.problem().indicators[i].frame.range;
      const double height = range.upper - range.lower;
      if (boxes_[i].is_beyond) {
        const double figure = index_.figure_of(i, unit);
        if (is_missing(figure)) continue;
        row[i] = of_rival[i] * height * (figure - index_.others(i)->lower) / width(i);
        limit += row[i] * program_.linear.upper[i];
      } else if (program_.linear.upper[i] > 0) {
        const Bounds frame = index_.frame(i, bottom_[i]);
        row[i] = -own[i] * height / (frame.upper - frame.lower) * index_.spread(i);
      }
    }
    row[stays] = lead;
    add_row(row, limit);
  }

  /// effort(e) >= cost(at) + cost'(at) (e - at), counted from the lower corner.
  void add_tangent(std::size_t b, double at) {
    const std::size_t i = beyond_[b];
    const double price = index_.price(i) / scale_;
    const double slope = -price * width(i) / (at * at);
    const double cost = price * (index_.others(i)->lower + width(i) / at - bottom_[i]);
    Row row(program_.whole.size(), 0);
    row[i] = slope;
    row[effort_of(b)] = -1;
    add_row(row, slope * at - cost);
  }

  std::vector<double> figures_at(std::span<const double> point) const {
    std::vector<double> figures = bottom_;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (boxes_[i].is_beyond) {
        figures[i] = std::clamp(index_.others(i)->lower + width(i) / point[i], boxes_[i].lower, boxes_[i].upper);
      } else if (program_.linear.upper[i] > 0) {
        figures[i] = std::min(boxes_[i].upper, figures[i] + point[i] * index_.spread(i));
      }
    }
    return figures;
  }

  const SeekIndex& index_;
  std::span<const SeekBox> boxes_;
  std::vector<double> bottom_;
  std::vector<double> top_;
  std::vector<std::size_t> beyond_{};
  IntegerProgram program_{};
  double scale_ = 0;         ///< effort of the dearest spread
  double fixed_effort_ = 0;  ///< that of the lower corner
};

}  // namespace

SeekPoint least_beyond(const SeekIndex& index, std::span<const SeekBox> boxes, const Solvers& solvers) {
  return Beyond(index, boxes).solve(solvers);
}

}  // namespace podium
