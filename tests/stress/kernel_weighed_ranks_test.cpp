#include <algorithm>
#include <cmath>
#include <limits>

#include "podium/stress/kernel/weighed_ranks.hpp"

#include "stress/every_target.hpp"
#include "stress/kernel_tree.hpp"

// Ranks by scores that may be a little off, beside core, which scores and ranks one draw at a time.
namespace podium {
namespace {

using testing::differences;
using testing::Random;
using testing::Ranks;
using testing::ranks_of_core;
using testing::Scores;
using testing::scores_of_core;
using testing::TreeExample;
using testing::TreeTraits;

/// The scores of the root, as core gives them.
Scores root_scores_of_core(const TreeExample& example, const Scores& weights) {
  const Scores all = scores_of_core(example, weights);
  return {all.end() - static_cast<std::ptrdiff_t>(example.traits.units), all.end()};
}

double largest_difference(const Scores& a, const Scores& b) {
  double largest = 0;
  for (std::size_t unit = 0; unit < a.size(); ++unit) {
    for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
      REQUIRE(is_missing(a[unit][draw]) == is_missing(b[unit][draw]));
      if (!is_missing(a[unit][draw])) largest = std::max(largest, std::abs(a[unit][draw] - b[unit][draw]));
    }
  }
  return largest;
}

/// Blocks of weights through one WeighedRanks, on every kind of vectors: the ranks of core, and the same scores.
void check_ranks(const TreeExample& example, const std::vector<Scores>& weights) {
  const ScoreLayout layout(example.tree);
  std::vector<Ranks> expected;
  for (const Scores& block : weights) expected.push_back(ranks_of_core(root_scores_of_core(example, block)));
  std::vector<Scores> of_first_target;
  testing::on_every_target([&] {
    WeighedRanks ranking(layout);
    std::vector<Scores> scored;
    for (std::size_t block = 0; block < weights.size(); ++block) {
      Scores scores(example.traits.units);
      Ranks ranks(example.traits.units);
      ranking.rank(weights[block], scores, ranks);
      CHECK((ranks == expected[block]));
      scored.push_back(std::move(scores));
    }
    if (of_first_target.empty()) of_first_target = scored;
    for (std::size_t block = 0; block < scored.size(); ++block) {
      CHECK(differences(scored[block], of_first_target[block]) == 0);
    }
  });
}

std::vector<Scores> random_blocks(TreeExample& example, std::size_t blocks) {
  std::vector<Scores> weights;
  while (weights.size() < blocks) weights.push_back(example.random_weights());
  return weights;
}

/// Gives the unit's figure at a leaf to the tree and to core's panel.
void give(TreeExample& example, std::size_t leaf, std::size_t unit, double score) {
  example.tree.leaves[leaf][unit] = score;
  example.panel.set(example.rows[leaf], Time{0}, static_cast<Unit>(unit), score);
}

/// Figures without ties.
void spread_out(TreeExample& example) {
  for (std::size_t leaf = 0; leaf < example.traits.leaves; ++leaf) {
    for (std::size_t unit = 0; unit < example.traits.units; ++unit) {
      if (!is_missing(example.tree.leaves[leaf][unit])) give(example, leaf, unit, 100 * example.random.uniform());
    }
  }
}

TEST_CASE("flat scores are no farther from core's than the layout says, which is very little") {
  std::uint64_t seed = 0;
  for (const std::size_t units : {1U, 5U, 6U, 7U, 36U, 51U}) {
    for (const TreeTraits& traits :
         {TreeTraits{.units = units, .leaves = 7, .pillars = 0}, TreeTraits{.units = units, .leaves = 23, .pillars = 5},
          TreeTraits{.units = units, .leaves = 40, .pillars = 20, .groups = 3},
          TreeTraits{.units = units, .leaves = 9, .pillars = 3, .has_negative_scores = true}}) {
      TreeExample example(traits, ++seed);
      const Scores weights = example.random_weights();
      const Scores expected = root_scores_of_core(example, weights);
      const ScoreLayout layout(example.tree);
      REQUIRE(layout.flat());
      CHECK(layout.flat()->error < 1e-10);
      ScoreRoom room(layout);
      Scores first;
      testing::on_every_target([&] {
        Scores scores(units);
        REQUIRE(score_flat(layout, weights, scores, room));
        CHECK(largest_difference(scores, expected) <= layout.flat()->error / 2);
        if (first.empty()) first = scores;
        CHECK(differences(scores, first) == 0);
      });
    }
  }
}

TEST_CASE("flat scores say no where the sums of weights are very large or small, or 0") {
  TreeExample example({.units = 8, .leaves = 6, .pillars = 3}, 3);
  const ScoreLayout layout(example.tree);
  ScoreRoom room(layout);
  for (const double size : {0x1p-59, 0x1p-70, 0x1p70, 0.0}) {
    Scores weights = example.random_weights();
    for (const ScoreLayout::Child& child : layout.parents().front().children) {
      for (double& weight : weights[child.row]) weight = size;
    }
    testing::on_every_target([&] {
      Scores scores(8);
      CHECK(score_flat(layout, weights, scores, room) == (size == 0x1p-59));
    });
  }
}

TEST_CASE("ranks by weights are core's, whatever the tree, its gaps and its ties") {
  std::uint64_t seed = 40;
  for (const std::size_t units : {1U, 2U, 7U, 36U, 60U}) {
    for (const double gaps : {0.0, 0.02, 0.3}) {
      for (const double zeros : {0.0, 0.2}) {
        TreeExample ties({.units = units, .leaves = 14, .pillars = 4, .groups = 2, .gaps = gaps, .zero_weights = zeros},
                         ++seed);
        check_ranks(ties, random_blocks(ties, 3));
        TreeExample spread({.units = units, .leaves = 23, .pillars = 5, .gaps = gaps, .zero_weights = zeros}, ++seed);
        spread_out(spread);
        check_ranks(spread, random_blocks(spread, 3));
      }
    }
  }
}

TEST_CASE("units whose scores differ by roundings alone stand as core's scores say") {
  // In one draw, two units have each other's figures at two leaves of the same weight: as real numbers their scores
  // tie, and how they stand depends on the roundings alone.
  constexpr std::size_t kDraw = 5;
  std::size_t apart = 0;
  for (std::uint64_t seed = 200; seed < 260; ++seed) {
    TreeExample example({.units = 12, .leaves = 12, .pillars = 3}, seed);
    spread_out(example);
    for (std::size_t leaf = 0; leaf < 12; ++leaf) give(example, leaf, 1, example.tree.leaves[leaf][0]);
    give(example, 0, 1, example.tree.leaves[6][0]);
    give(example, 6, 1, example.tree.leaves[0][0]);
    std::vector<Scores> weights = random_blocks(example, 1);
    weights.front()[6][kDraw] = weights.front()[0][kDraw];
    check_ranks(example, weights);
    const Scores scores = root_scores_of_core(example, weights.front());
    apart += scores[0][kDraw] != scores[1][kDraw] ? 1U : 0U;
  }
  CHECK(apart > 0);
}

TEST_CASE("a block is in doubt where two scores of a draw are within the error, and only there") {
  Random random(9);
  for (const std::size_t units : {2U, 13U, 36U, 48U, 49U, 120U, 200U}) {
    CAPTURE(units);
    for (int turn = 0; turn < 40; ++turn) {
      const double base = turn % 5 == 4 ? 1e6 : 0;
      const double spread = turn % 7 == 6 ? 1e-7 : 100;
      Scores scores(units);
      for (BlockRow<double>& row : scores) {
        for (double& score : row) score = base + spread * random.uniform();
      }
      if (turn % 2 == 1) {
        // Some units a little more or less than the error apart.
        const std::size_t unit = random.below(units - 1);
        const std::size_t draw = random.below(kBlockDraws);
        scores[unit + 1][draw] = scores[unit][draw] + 1e-9 * (0.5 + random.uniform());
      }
      constexpr double kError = 1e-9;
      bool expected = true;
      for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
        std::vector<double> sorted;
        for (const BlockRow<double>& row : scores) sorted.push_back(row[draw]);
        std::ranges::sort(sorted);
        for (std::size_t i = 1; i < units; ++i) expected &= sorted[i] - sorted[i - 1] > kError;
      }
      const Ranks ranks_of_scores = ranks_of_core(scores);
      RankRoom room(units);
      testing::on_every_target([&] {
        Ranks ranks(units);
        CHECK(rank_block(scores, ranks, room, kError) == expected);
        if (expected) CHECK((ranks == ranks_of_scores));
      });
    }
  }
}

}  // namespace
}  // namespace podium
