#include "stress/every_target.hpp"
#include "stress/kernel_tree.hpp"

// The kernel beside core, which scores one draw at a time: the same bits, on every kind of vectors that the processor
// has.
namespace podium {
namespace {

using testing::differences;
using testing::Scores;
using testing::scores_of_core;
using testing::TreeExample;

void check_scores(const testing::TreeTraits& traits, std::uint64_t seed) {
  CAPTURE(traits.units);
  CAPTURE(traits.leaves);
  CAPTURE(seed);
  TreeExample example(traits, seed);
  const Scores weights = example.random_weights();
  const Scores expected = scores_of_core(example, weights);
  const ScoreLayout all(example.tree, example.shown);
  const ScoreLayout root(example.tree);
  ScoreRoom room(all);
  testing::on_every_target([&] {
    Scores scores(expected.size());
    score_block(all, weights, scores, room);
    CHECK(differences(scores, expected) == 0);
    Scores of_root(traits.units);
    score_block(root, weights, of_root, room);
    const auto last = expected.end() - static_cast<std::ptrdiff_t>(of_root.size());
    CHECK(differences(of_root, {last, expected.end()}) == 0);
  });
}

const Aggregate kArithmetic{};
const Aggregate kGeometric{.method = {.otherwise = Geometric{}}};
/// Geometric below, arithmetic above.
const Aggregate kMixed{.method = {.otherwise = {}, .by_level = {Geometric{}, Arithmetic{}}, .by_node = {}}};
/// Arithmetic below, geometric above.
const Aggregate kMixedAbove{.method = {.otherwise = {}, .by_level = {Arithmetic{}, Geometric{}}, .by_node = {}}};

TEST_CASE("scores of a block are the bits that core gives with each draw's weights") {
  std::uint64_t seed = 0;
  for (const Aggregate& step : {kArithmetic, kGeometric, kMixed, kMixedAbove}) {
    for (const std::size_t units : {1U, 2U, 5U, 36U, 51U}) {
      check_scores({.units = units, .leaves = 7, .pillars = 0, .step = step}, ++seed);
      check_scores({.units = units, .leaves = 23, .pillars = 5, .step = step}, ++seed);
      check_scores({.units = units, .leaves = 20, .pillars = 8, .groups = 3, .step = step}, ++seed);
    }
  }
  check_scores({.units = 130, .leaves = 30, .pillars = 4, .has_negative_scores = true}, ++seed);
}

TEST_CASE("gaps and weights of 0 take the same way through the tree as in core") {
  std::uint64_t seed = 100;
  for (Aggregate step : {kArithmetic, kGeometric, kMixed, kMixedAbove}) {
    for (const double zeros : {0.0, 0.2}) {
      for (const double gaps : {0.0, 0.05, 0.5}) {
        check_scores({.units = 17, .leaves = 9, .pillars = 3, .gaps = gaps, .zero_weights = zeros, .step = step},
                     ++seed);
        step.min_available = 0.6;
        check_scores(
            {.units = 10, .leaves = 14, .pillars = 4, .groups = 2, .gaps = gaps, .zero_weights = zeros, .step = step},
            ++seed);
        step.min_available = 0;
        step.missing = MissingRule::Gap;
        check_scores({.units = 9, .leaves = 14, .pillars = 6, .gaps = gaps / 5, .zero_weights = zeros, .step = step},
                     ++seed);
        step.missing = MissingRule::Reweight;
      }
    }
  }
}

TEST_CASE("a geometric mean far from its first score is still that of core") {
  TreeExample example({.units = 6, .leaves = 4, .pillars = 0, .step = kGeometric}, 5);
  for (std::size_t leaf = 0; leaf < 4; ++leaf) {
    for (std::size_t unit = 0; unit < 6; ++unit) {
      const double score = example.random.below(2) == 0 ? 1e-300 : 1e300;
      example.tree.leaves[leaf][unit] = score;
      example.panel.set(example.rows[leaf], Time{0}, static_cast<Unit>(unit), score);
    }
  }
  const Scores weights = example.random_weights();
  const Scores expected = scores_of_core(example, weights);
  const ScoreLayout layout(example.tree);
  ScoreRoom room(layout);
  testing::on_every_target([&] {
    Scores scores(expected.size());
    score_block(layout, weights, scores, room);
    CHECK(differences(scores, expected) == 0);
  });
}

TEST_CASE("very large, very small and vanishing figures are divided as core divides them") {
  // Weights near each end of a binade, and magnitudes within and beyond those that are divided by multiplications.
  for (const double size : {1.0, 0x1p-99, 0x1p99, 0x1p-400, 0x1p400, 0x1p-1060}) {
    TreeExample example({.units = 40, .leaves = 5, .pillars = 2, .has_negative_scores = true}, 7);
    for (std::size_t leaf = 0; leaf < 5; ++leaf) {
      for (std::size_t unit = 0; unit < 40; ++unit) {
        example.tree.leaves[leaf][unit] *= size;
        example.panel.set(example.rows[leaf], Time{0}, static_cast<Unit>(unit), example.tree.leaves[leaf][unit]);
      }
    }
    for (const double weight : {1.0, 0x1p-61, 0x1p61, 0x1p-500}) {
      Scores weights = example.random_weights();
      for (std::size_t i = 0; i < weights.size() * kBlockDraws; i += 3) {
        weights[i / kBlockDraws][i % kBlockDraws] = (1 - static_cast<double>(1 + i % 5) * 0x1p-53) * weight;
      }
      const Scores expected = scores_of_core(example, weights);
      const ScoreLayout layout(example.tree, example.shown);
      ScoreRoom room(layout);
      testing::on_every_target([&] {
        Scores scores(expected.size());
        score_block(layout, weights, scores, room);
        CHECK(differences(scores, expected) == 0);
      });
    }
  }
}

TEST_CASE("zeros of both signs and weights of 0 leave the sums that core has") {
  TreeExample example({.units = 12, .leaves = 6, .pillars = 3, .zero_weights = 0.3, .has_negative_scores = true}, 9);
  for (std::size_t leaf = 0; leaf < 6; ++leaf) {
    for (std::size_t unit = 0; unit < 12; ++unit) {
      if (example.random.below(3) == 0) continue;
      const double zero = example.random.below(2) == 0 ? 0.0 : -0.0;
      example.tree.leaves[leaf][unit] = zero;
      example.panel.set(example.rows[leaf], Time{0}, static_cast<Unit>(unit), zero);
    }
  }
  const Scores weights = example.random_weights();
  const Scores expected = scores_of_core(example, weights);
  const ScoreLayout layout(example.tree, example.shown);
  ScoreRoom room(layout);
  testing::on_every_target([&] {
    Scores scores(expected.size());
    score_block(layout, weights, scores, room);
    CHECK(differences(scores, expected) == 0);
  });
}

}  // namespace
}  // namespace podium
