#include <array>
#include <bit>
#include <cmath>

#include <doctest/doctest.h>

#include "podium/solve/solvers.hpp"
#include "podium/stress/attainable/attainable_ranks.hpp"
#include "podium/stress/attainable/weight_polytope.hpp"

#include "stress/attainable_checks.hpp"

// Attainable ranks beside slow enumerations that know nothing of integer programs.
namespace podium {
namespace {

using testing::built;
using testing::check_certificates;
using testing::Columns;
using testing::Random;
using testing::solved;

// Three indicators in one group: the shares are a plane, in which the pairs of units whose scores meet and the bounds
// are lines. They cut the polygon of allowed shares into cells with one order of the units each; every cell has a
// corner, and is seen from there between two neighbouring lines. So these points are all that need to be looked at.
using Shares = std::array<double, 3>;

double dot(const Shares& a, const Shares& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
Shares cross(const Shares& a, const Shares& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

class Arrangement {
 public:
  Arrangement(const WeightTree& tree, const Columns& columns) {
    const std::size_t units = columns[0].size();
    for (std::size_t i = 0; i < units; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        lines_.push_back({columns[0][i] - columns[0][j], columns[1][i] - columns[1][j], columns[2][i] - columns[2][j]});
      }
    }
    for (std::size_t a = 0; a < 3; ++a) {
      for (std::size_t b = 0; b < 3; ++b) {
        if (a == b) continue;
        Shares edge{};
        edge[a] = tree.nodes[b + 1].bounds.upper;
        edge[b] = -tree.nodes[a + 1].bounds.lower;
        edges_.push_back(edge);
      }
    }
    lines_.insert(lines_.end(), edges_.begin(), edges_.end());
  }

  bool contains(const Shares& shares) const {
    return std::ranges::all_of(edges_, [&](const Shares& edge) { return dot(edge, shares) >= -1e-11; });
  }

  std::vector<Shares> corners() const {
    std::vector<Shares> found;
    for (std::size_t p = 0; p < lines_.size(); ++p) {
      for (std::size_t q = 0; q < p; ++q) {
        Shares point = cross(lines_[p], lines_[q]);
        const double sum = point[0] + point[1] + point[2];
        if (std::abs(sum) < 1e-12) continue;
        for (double& share : point) share /= sum;
        if (contains(point)) found.push_back(point);
      }
    }
    return found;
  }

  /// A point in each cell that has this corner.
  std::vector<Shares> cells_around(const Shares& corner) const {
    std::vector<double> angles;
    for (const Shares& line : lines_) {
      if (std::abs(dot(line, corner)) > 1e-9) continue;
      const Shares along = cross(line, {1, 1, 1});
      const double angle = std::atan2(along[1], along[0]);
      angles.push_back(angle);
      angles.push_back(angle > 0 ? angle - kHalfTurn : angle + kHalfTurn);
    }
    std::ranges::sort(angles);
    std::vector<Shares> cells;
    for (std::size_t k = 0; k < angles.size(); ++k) {
      const double next = k + 1 < angles.size() ? angles[k + 1] : angles[0] + 2 * kHalfTurn;
      const double middle = (angles[k] + next) / 2;
      const double x = 1e-6 * std::cos(middle);
      const double y = 1e-6 * std::sin(middle);
      const Shares point = {corner[0] + x, corner[1] + y, corner[2] - x - y};
      if (contains(point)) cells.push_back(point);
    }
    return cells;
  }

 private:
  static constexpr double kHalfTurn = 3.14159265358979323846;
  std::vector<Shares> lines_;
  std::vector<Shares> edges_;
};

TEST_CASE("three indicators: best and worst ranks are those of an exact enumeration of all orders") {
  Random random(22);
  std::size_t by_program = 0;
  for (int round = 0; round < 200; ++round) {
    const std::size_t units = 3 + random.below(7);
    const double spread = round % 6 == 0 ? 1.0 : random.between(0.05, 0.9);
    const WeightTree tree =
        with_spread(testing::with_random_weights(testing::tree_of_groups({1, 1, 1}), random), spread);
    const Columns columns = testing::random_columns(3, units, random);
    const WeightedTree scores = built(tree, columns);
    std::vector<Rank> best(units, 99);
    std::vector<Rank> worst(units, 0);
    const auto look = [&](const Shares& shares, double tolerance) {
      const std::vector<double> weights = {1, shares[0], shares[1], shares[2]};
      const std::vector<Rank> ranks = ranks_among(scores.scores(weights), tolerance);
      for (std::size_t unit = 0; unit < units; ++unit) {
        best[unit] = std::min(best[unit], ranks[unit]);
        worst[unit] = std::max(worst[unit], ranks[unit]);
      }
    };
    const Arrangement arrangement(tree, columns);
    for (const Shares& corner : arrangement.corners()) {
      look(corner, 1e-9);  // where several meet, the tie counts for each
      for (const Shares& cell : arrangement.cells_around(corner)) look(cell, 0);
    }
    const std::vector<AttainableRanks> ranks = solved(scores);
    for (std::size_t unit = 0; unit < units; ++unit) {
      CAPTURE(round);
      CAPTURE(unit);
      CHECK(ranks[unit].best.rank == best[unit]);
      CHECK(ranks[unit].worst.rank == worst[unit]);
      CHECK(ranks[unit].worst.is_attained());
      CHECK(ranks[unit].best.is_attained());
      by_program += ranks[unit].best.settled_by == SettledBy::IntegerProgram ? 1 : 0;
      by_program += ranks[unit].worst.settled_by == SettledBy::IntegerProgram ? 1 : 0;
    }
    check_certificates(scores, ranks);
  }
  CHECK(by_program > 50);
}

/// The most relations that hold at once by at least `margin`, trying every set of them by a linear program of its own.
std::size_t most_by_trying_all(const WeightedTree& tree,
                               const std::vector<std::pair<std::size_t, std::size_t>>& relations, double margin) {
  const WeightPolytope polytope(tree);
  std::size_t most = 0;
  for (std::size_t set = 1; set < (std::size_t{1} << relations.size()); ++set) {
    const auto count = static_cast<std::size_t>(std::popcount(set));
    if (count <= most) continue;
    LinearProgram program = polytope.program(0);
    for (std::size_t k = 0; k < relations.size(); ++k) {
      if ((set >> k & 1U) == 0) continue;
      std::vector<double> row(program.objective.size(), 0);
      for (std::size_t x = 0; x < polytope.indicators().size(); ++x) {
        const std::size_t node = polytope.indicators()[x];
        row[x] = tree.score(node, relations[k].second) - tree.score(node, relations[k].first);
      }
      add_row(program, row, -margin);
    }
    if (maximise_linear(program).state == Optimum::State::Found) most = count;
  }
  return most;
}

TEST_CASE("several levels: best and worst ranks are those of trying all sets of competitors") {
  Random random(29);
  constexpr std::size_t kUnits = 8;
  std::size_t by_program = 0;
  for (int round = 0; round < 12; ++round) {
    const WeightTree shape = round % 2 == 0 ? testing::tree_of_three_levels() : testing::tree_of_groups({3, 2, 1});
    const double spread = round % 4 == 0 ? 1.0 : random.between(0.1, 0.9);
    const WeightTree tree = with_spread(testing::with_random_weights(shape, random), spread);
    const WeightedTree scores = built(tree, testing::random_columns(testing::indicators_of(tree), kUnits, random));
    const std::vector<AttainableRanks> ranks = solved(scores);
    for (std::size_t unit = 0; unit < kUnits; ++unit) {
      std::vector<std::pair<std::size_t, std::size_t>> leads;
      std::vector<std::pair<std::size_t, std::size_t>> trails;
      for (std::size_t other = 0; other < kUnits; ++other) {
        if (other != unit) leads.emplace_back(unit, other);
        if (other != unit) trails.emplace_back(other, unit);
      }
      CHECK(ranks[unit].best.rank == kUnits - most_by_trying_all(scores, leads, 0));
      CHECK(ranks[unit].worst.rank == 1 + most_by_trying_all(scores, trails, 1e-7));
      by_program += ranks[unit].best.settled_by == SettledBy::IntegerProgram ? 1 : 0;
      by_program += ranks[unit].worst.settled_by == SettledBy::IntegerProgram ? 1 : 0;
    }
  }
  CHECK(by_program > 20);
}

TEST_CASE("two levels: no point of a fine grid is outside, and each end is attained") {
  Random random(23);
  for (int round = 0; round < 12; ++round) {
    const WeightTree tree =
        with_spread(testing::with_random_weights(testing::tree_of_groups({2, 2}), random), random.between(0.1, 1));
    const WeightedTree scores = built(tree, testing::random_columns(4, 6, random));
    const std::vector<AttainableRanks> ranks = solved(scores);
    check_certificates(scores, ranks);
    for (const AttainableRanks& unit : ranks) CHECK((unit.best.is_attained() && unit.worst.is_attained()));
    // Nodes 2, 3 and 5, 6 are indicators; of each pair of siblings only the ratio matters.
    constexpr int kSteps = 24;
    const auto at = [&](std::size_t node, int step) {
      const Bounds& bounds = tree.nodes[node].bounds;
      return bounds.lower + (bounds.upper - bounds.lower) * step / kSteps;
    };
    std::vector<double> weights = scores.published_weights();
    const auto set_ratio = [&](std::size_t a, std::size_t b, int step) {
      weights[a] = at(a, std::min(step, kSteps));
      weights[b] = at(b, kSteps - std::max(step - kSteps, 0));
    };
    for (int top = 1; top < 2 * kSteps; ++top) {
      set_ratio(1, 4, top);
      for (int left = 1; left < 2 * kSteps; ++left) {
        set_ratio(2, 3, left);
        for (int right = 1; right < 2 * kSteps; ++right) {
          set_ratio(5, 6, right);
          const std::vector<Rank> seen = ranks_among(scores.scores(weights), 0);
          for (std::size_t unit = 0; unit < 6; ++unit) {
            if (seen[unit] < ranks[unit].best.rank || seen[unit] > ranks[unit].worst.rank) FAIL("outside");
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace podium
