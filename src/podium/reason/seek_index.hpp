#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "podium/core/aggregate/aggregate.hpp"
#include "podium/core/rank.hpp"

namespace podium {

/// How an indicator's figures become scores: linearly, the worst end of the frame to range.lower, the best to
/// range.upper. With direction -1 the lowest figure is the best.
struct SeekFrame {
  std::optional<Bounds> fixed{};  ///< on the original scale; without, the lowest and highest figure of the period
  Bounds range{0, 100};           ///< must ascend; above 0 under a geometric mean
  int direction = 1;
  bool clip = false;  ///< figures beyond a fixed frame are held at its end
};

/// An indicator of the period.
struct SeekIndicator {
  std::vector<double> values{};  ///< of each unit, on the original scale; NaN is a gap
  SeekFrame frame{};
  /// Effort per unit of measure, above 0; by default 1 / (highest - lowest figure), so that effort counts spreads.
  std::optional<double> price{};
  /// Lowest and highest figure that the unit could have, on the original scale; may be infinite. Where the unit's own
  /// figure is outside, it can stay where it is.
  Bounds possible{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
};

/// One period of an index, a unit and the rank that it is after.
struct SeekProblem {
  const Hierarchy* hierarchy = nullptr;     ///< must outlive what is built of it
  std::vector<double> weights{};            ///< of each node, those in force; empty: those of the hierarchy
  Aggregate aggregate{};                    ///< arithmetic and geometric means only
  std::vector<SeekIndicator> indicators{};  ///< in the order of hierarchy->indicators()
  std::size_t unit = 0;
  Rank rank = 1;
};

/// A checked problem, and the scores that follow from figures of the unit. Figures here are oriented: the original
/// ones times the direction, so that more is better; one per indicator, NaN where the unit has a gap, which stays.
///
/// More is never worse: whatever the frames, raising a figure of the unit raises its score or lowers those of others,
/// for a unit that sets the end of a frame moves it away from or towards the others. So the set of figures that
/// reach a rank has no holes, and bisection along any rising path ends at the one point where it begins.
class SeekIndex {
 public:
  /// Errors: InvalidValue for means of other kinds, frames, prices, bounds, weights, the unit or the rank;
  /// ConstantIndicator where a period's own frame has no width; NonPositiveUnderGeometricMean; NothingLeft where the
  /// unit has no score.
  static Result<SeekIndex> build(SeekProblem problem);

  const SeekProblem& problem() const { return problem_; }
  std::size_t units() const { return units_; }
  std::size_t size() const { return problem_.indicators.size(); }

  std::span<const double> start() const { return start_; }  ///< the unit's own figures
  /// Highest figures that can count: the bound, the end of a clipped frame, and never farther than 1e9 spreads.
  std::span<const double> highest() const { return highest_; }
  bool can_change(std::size_t indicator) const { return highest_[indicator] > start_[indicator]; }
  double spread(std::size_t indicator) const { return spreads_[indicator]; }
  double price(std::size_t indicator) const { return prices_[indicator]; }
  /// Sum of price times rise.
  double effort(std::span<const double> figures) const;
  /// On the original scale.
  double original(std::size_t indicator, double figure) const {
    return problem_.indicators[indicator].frame.direction * figure;
  }
  std::vector<double> originals(std::span<const double> figures) const;

  /// Lowest and highest figure of the others; nothing where they have none.
  std::optional<Bounds> others(std::size_t indicator) const { return others_[indicator]; }
  /// The frame in which figures are scored when the unit has this one.
  Bounds frame(std::size_t indicator, double figure) const;
  double score_in(std::size_t indicator, Bounds frame, double figure) const;
  double figure_of(std::size_t indicator, std::size_t unit) const;

  /// Index scores of all units; NaN where there is none.
  std::vector<double> scores(std::span<const double> figures) const;
  double own_score(std::span<const double> figures) const;
  /// What a rise of each indicator's score by one adds to the index score of a unit; 0 where it does not count.
  std::vector<double> slopes(std::span<const double> figures, std::size_t unit) const;
  /// 1 + the number of others that are not below the unit: ties count against it.
  Rank rank(std::span<const double> figures) const;
  bool is_reached(std::span<const double> figures) const { return rank(figures) <= problem_.rank; }
  /// All means with two components or more are arithmetic.
  bool is_arithmetic() const { return is_arithmetic_; }
  /// The rank that the unit has once all its figures are as high as they can be: no other figures within the bounds
  /// give a better one.
  Rank best_rank() const { return rank(highest_); }

 private:
  struct Node {
    std::size_t series;
    bool is_geometric;
    std::size_t least_available;
    std::vector<std::size_t> components{};
    std::vector<double> weights{};
  };

  explicit SeekIndex(SeekProblem problem);
  Diagnostics check() const;
  Diagnostics add_nodes();
  Diagnostics measure();
  void limit(std::size_t indicator);
  Diagnostics check_scores() const;
  std::vector<double> node_scores(std::span<const double> figures, std::span<const Bounds> frames,
                                  std::size_t unit) const;
  std::vector<Bounds> frames(std::span<const double> figures) const;

  SeekProblem problem_;
  std::size_t units_ = 0;
  bool is_arithmetic_ = true;
  std::vector<Node> nodes_{};   ///< those that count, every node after its components
  std::vector<char> counts_{};  ///< by series
  std::vector<double> start_{};
  std::vector<double> highest_{};
  std::vector<double> spreads_{};
  std::vector<double> prices_{};
  std::vector<std::optional<Bounds>> others_{};
};

}  // namespace podium
