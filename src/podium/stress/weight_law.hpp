#pragma once

#include <functional>
#include <span>
#include <vector>

#include "podium/core/hierarchy.hpp"
#include "podium/core/solvers.hpp"
#include "podium/stress/plan.hpp"

namespace podium {

/// The coordinates of a factor in the unit cube: number i, each within (0, 1).
using Coordinates = std::function<double(std::size_t)>;

/// Draws the weights of one factor. A pure function of the factor's coordinates.
class WeightSampler {
 public:
  /// `published` has what every node of the hierarchy weighs within its parent. Limits and orders that no weights obey
  /// are a problem; so is a solver that is missing where they have to be checked.
  static Result<WeightSampler> make(const VaryWeights& factor, const Hierarchy& hierarchy,
                                    std::span<const double> published, const Solvers& solvers);

  std::size_t coordinates() const { return coordinates_; }
  /// The nodes whose weights are drawn, in the hierarchy's order within their parents.
  const std::vector<Series>& nodes() const { return nodes_; }

  /// Under the law of spread, where coordinate i is that of nodes()[i]: what a published weight becomes. Nothing else.
  bool is_spread() const { return law_ == WeightLaw::Spread; }
  double spread_weight(double published, double coordinate) const {
    return published * (1 + spread_ * (2 * coordinate - 1));
  }

  /// The drawn weights of nodes(), in their order. Siblings keep the sum of their published weights under dirichlet and
  /// simplex.
  void draw(const Coordinates& coordinates, std::span<double> weights) const;

 private:
  /// The varied components of one parent.
  struct Siblings {
    std::size_t first;
    std::size_t count;
    double total = 0;
    /// rows . shares <= limits: orders and limits, for hit-and-run; none: the whole simplex.
    std::vector<double> rows{};
    std::vector<double> row_limits{};
    std::vector<double> centre{};
  };

  void draw_gamma(const Siblings& siblings, const Coordinates& coordinates, std::span<double> weights) const;
  void draw_within(const Siblings& siblings, double key, std::span<double> weights) const;

  WeightLaw law_ = WeightLaw::Spread;
  double spread_ = 0;
  double concentration_ = 0;
  std::size_t coordinates_ = 0;
  std::vector<Series> nodes_;
  std::vector<double> published_;
  std::vector<Siblings> siblings_;
};

}  // namespace podium
