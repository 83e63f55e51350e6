#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/rank.hpp"
#include "podium/core/run.hpp"
#include "podium/stress/kernel/counts.hpp"
#include "podium/stress/kernel/ranks.hpp"
#include "podium/stress/kernel/score_block.hpp"

#include "stress/every_target.hpp"
#include "support/random.hpp"
#include "support/small.hpp"

// The kernel beside core, which scores and ranks one draw at a time: the same bits, on every kind of vectors that the
// processor has.
namespace podium {
namespace {

using testing::Random;

std::uint64_t bits(double value) { return is_missing(value) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(value); }

using Scores = std::vector<BlockRow<double>>;
using Ranks = std::vector<BlockRow<BlockRank>>;

/// What random trees have.
struct Traits {
  std::size_t units;
  std::size_t leaves;
  std::size_t pillars;     ///< 0: the leaves are below the root
  std::size_t groups = 0;  ///< of pillars
  double gaps = 0;
  double zero_weights = 0;
  bool has_negative_scores = false;
  Aggregate step{};
};

/// An index whose figures are scores already, and the same as a tree. Positions of nodes are those of the hierarchy.
struct Example {
  Example(const Traits& chosen, std::uint64_t seed)
      : traits(chosen), random(seed), hierarchy(make_hierarchy()), panel(make_panel()) {
    for (const Series leaf : hierarchy.indicators()) {
      const auto scores = panel.values(leaf, Time{0});
      tree.leaves.emplace_back(scores.begin(), scores.end());
      rows.push_back(leaf);
    }
    tree.units = traits.units;
    for (const Series node : hierarchy.aggregates()) {
      const AggregateMethod& method = traits.step.method.method_of(panel.id(node), hierarchy.level(node));
      ScoreTree::Node added{
          std::holds_alternative<Geometric>(method) ? ScoreTree::Mean::Geometric : ScoreTree::Mean::Arithmetic,
          {},
          traits.step.missing,
          traits.step.min_available};
      for (const Series child : hierarchy.children(node)) {
        added.children.push_back(static_cast<std::size_t>(std::ranges::find(rows, child) - rows.begin()));
      }
      rows.push_back(node);
      tree.nodes.push_back(std::move(added));
    }
    for (std::size_t node = 0; node < tree.nodes.size(); ++node) shown.push_back(node);
  }

  Hierarchy make_hierarchy() const {
    std::vector<NodeSpec> nodes{testing::root()};
    for (std::size_t i = 0; i < traits.groups; ++i) nodes.push_back(testing::pillar("g" + std::to_string(i)));
    for (std::size_t i = 0; i < traits.pillars; ++i) {
      nodes.push_back(testing::pillar("p" + std::to_string(i),
                                      traits.groups == 0 ? "index" : "g" + std::to_string(i % traits.groups)));
    }
    for (std::size_t i = 0; i < traits.leaves; ++i) {
      nodes.push_back(testing::indicator("x" + std::to_string(i),
                                         traits.pillars == 0 ? "index" : "p" + std::to_string(i % traits.pillars)));
    }
    return testing::hierarchy_of(std::move(nodes));
  }

  Panel make_panel() {
    std::vector<std::string> units;
    for (std::size_t i = 0; i < traits.units; ++i) units.push_back("U" + std::to_string(i));
    Panel made(std::move(units), {Period::year(2025)}, hierarchy.series_ids());
    for (const Series leaf : hierarchy.indicators()) {
      for (double& score : made.values(leaf, Time{0})) {
        // Few values, so that scores tie, or many.
        const double share = random.below(2) == 0 ? random.uniform() : static_cast<double>(random.below(3)) / 2;
        score = traits.has_negative_scores ? 8 * share - 4 : 1 + 99 * share;
        if (random.uniform() < traits.gaps) score = kMissing;
      }
    }
    return made;
  }

  /// Weights of a block: every child of some node counts in every draw.
  Scores random_weights() {
    Scores weights(rows.size());
    for (BlockRow<double>& row : weights) {
      for (double& weight : row) {
        weight = random.below(4) == 0 ? 1 : 0.01 + random.uniform();
        if (random.uniform() < traits.zero_weights) weight = 0;
      }
    }
    for (const ScoreTree::Node& node : tree.nodes) {
      const std::size_t always = node.children[random.below(node.children.size())];
      for (double& weight : weights[always]) weight = 0.5 + random.uniform();
    }
    return weights;
  }

  Traits traits;
  Random random;
  Hierarchy hierarchy;
  Panel panel;
  ScoreTree tree{};
  std::vector<Series> rows{};  ///< what each row of weights is of
  std::vector<std::size_t> shown{};
};

/// Of each unit at each node in turn, as core's Aggregate gives them.
Scores scores_of_core(const Example& example, const Scores& weights) {
  const std::size_t units = example.traits.units;
  Scores scores(example.tree.nodes.size() * units);
  for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
    Panel panel = example.panel;
    for (std::size_t row = 0; row < example.rows.size(); ++row) {
      panel.give_weight(example.rows[row], Time{0}, weights[row][draw]);
    }
    const Panel result = testing::must(apply(example.traits.step, std::move(panel), {example.hierarchy, 1}));
    for (std::size_t node = 0; node < example.tree.nodes.size(); ++node) {
      const auto column = result.values(example.rows[example.tree.leaves.size() + node], Time{0});
      for (std::size_t unit = 0; unit < units; ++unit) scores[node * units + unit][draw] = column[unit];
    }
  }
  return scores;
}

/// In how many places the bits differ.
std::size_t differences(const Scores& a, const Scores& b) {
  REQUIRE(a.size() == b.size());
  std::size_t count = 0;
  for (std::size_t row = 0; row < a.size(); ++row) {
    for (std::size_t draw = 0; draw < kBlockDraws; ++draw) count += bits(a[row][draw]) != bits(b[row][draw]) ? 1U : 0U;
  }
  return count;
}

void check_scores(const Traits& traits, std::uint64_t seed) {
  CAPTURE(traits.units);
  CAPTURE(traits.leaves);
  CAPTURE(seed);
  Example example(traits, seed);
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
  Example example({.units = 6, .leaves = 4, .pillars = 0, .step = kGeometric}, 5);
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
    Example example({.units = 40, .leaves = 5, .pillars = 2, .has_negative_scores = true}, 7);
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

/// A block of scores: of few values, so that many tie, or of many; near each other or not; with gaps or without.
Scores random_scores(Random& random, std::size_t units) {
  Scores scores(units);
  const std::size_t values = random.below(3) == 0 ? 1 + random.below(40) : 0;
  const double spread = random.below(2) == 0 ? 100 : 1e-13;
  const double gaps = random.below(3) == 0 ? random.uniform() : 0;
  for (BlockRow<double>& row : scores) {
    for (double& score : row) {
      const double share = values == 0 ? random.uniform() : static_cast<double>(random.below(values));
      score = random.uniform() < gaps ? kMissing : 50 + spread * share;
    }
  }
  // One unit without any score, two that are always alike, and one that is far away.
  if (random.below(3) == 0) scores[0].fill(kMissing);
  if (units > 3 && random.below(4) == 0) scores[2] = scores[1];
  if (units > 3 && random.below(4) == 0) scores[3].fill(-1e300);
  return scores;
}

Ranks ranks_of_core(const Scores& scores) {
  Ranks ranks(scores.size());
  for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
    std::vector<double> of_draw;
    for (const BlockRow<double>& row : scores) of_draw.push_back(row[draw]);
    const std::vector<Rank> expected = competition_ranks(of_draw);
    for (std::size_t unit = 0; unit < ranks.size(); ++unit) ranks[unit][draw] = static_cast<BlockRank>(expected[unit]);
  }
  return ranks;
}

void check_ranks(const Scores& scores) {
  const Ranks expected = ranks_of_core(scores);
  RankRoom room(scores.size());
  testing::on_every_target([&] {
    Ranks ranks(scores.size());
    for (BlockRow<BlockRank>& row : ranks) row.fill(999);
    rank_block(scores, ranks, room);
    CHECK((ranks == expected));
  });
}

/// Sizes that each way of ranking serves, and those at which they take over from each other.
constexpr std::size_t kSizes[] = {1,  2,  3,  4,  5,  7,   8,   12,  31,  36,  47,  48,  49,
                                  50, 63, 64, 65, 90, 127, 128, 129, 130, 200, 254, 255, 300};

TEST_CASE("ranks of a block are core's competition ranks of each draw") {
  Random random(11);
  for (const std::size_t units : kSizes) {
    CAPTURE(units);
    for (int turn = 0; turn < 12; ++turn) check_ranks(random_scores(random, units));
  }
}

TEST_CASE("very many units are ranked all the same") {
  Random random(12);
  for (const std::size_t units : {1500U, 4096U, 4100U}) {
    CAPTURE(units);
    for (int turn = 0; turn < 3; ++turn) check_ranks(random_scores(random, units));
  }
}

TEST_CASE("infinite scores, zeros of both signs and one ulp apart are ranked as they compare") {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const std::vector<double> values{0.0,       -0.0,       1,       std::nextafter(1.0, 2.0), 5e-324, 1e308, -1e308,
                                   kInfinity, -kInfinity, kMissing};
  Random random(3);
  for (const std::size_t units : {10U, 100U, 150U}) {
    for (std::size_t different = 1; different <= values.size(); ++different) {
      Scores scores(units);
      for (BlockRow<double>& row : scores) {
        for (double& score : row) score = values[random.below(different)];
      }
      check_ranks(scores);
    }
  }
}

/// counts[i * (units + 1) + rank] and wins[i * units + j] by plain loops.
struct PlainCounts {
  PlainCounts(const Ranks& ranks, std::size_t draws)
      : of_ranks(ranks.size() * (ranks.size() + 1)), wins(ranks.size() * ranks.size()) {
    for (std::size_t draw = 0; draw < draws; ++draw) {
      for (std::size_t i = 0; i < ranks.size(); ++i) {
        const BlockRank own = ranks[i][draw];
        ++of_ranks[i * (ranks.size() + 1) + own];
        for (std::size_t j = 0; j < ranks.size(); ++j) {
          wins[i * ranks.size() + j] += own > 0 && ranks[j][draw] > 0 && own < ranks[j][draw] ? 1U : 0U;
        }
      }
    }
  }
  std::vector<std::uint64_t> of_ranks;
  std::vector<std::uint64_t> wins;
};

TEST_CASE("counts of ranks and of pairs are those of plain loops over the draws") {
  Random random(17);
  for (const std::size_t units : kSizes) {
    CAPTURE(units);
    PairRoom room(units);
    for (int turn = 0; turn < 5; ++turn) {
      const Ranks ranks = ranks_of_core(random_scores(random, units));
      const std::size_t draws = turn < 3 ? kBlockDraws : 1 + random.below(kBlockDraws);
      const PlainCounts expected(ranks, draws);
      testing::on_every_target([&] {
        std::vector<std::uint64_t> counts(units * (units + 1), 0);
        count_ranks(ranks, draws, counts);
        CHECK((counts == expected.of_ranks));
        std::vector<std::uint64_t> pairs(units * units, 0);
        count_pairs(ranks, draws, pairs, room);
        finish_wins(units, draws, pairs);
        CHECK((pairs == expected.wins));
      });
    }
  }
}

TEST_CASE("counts of several blocks add up, and those of pairs may be added before they are finished") {
  constexpr std::size_t kUnits = 9;
  Random random(23);
  PairRoom room(kUnits);
  std::vector<std::uint64_t> counts(kUnits * (kUnits + 1), 0);
  std::vector<std::uint64_t> pairs(kUnits * kUnits, 0);
  std::vector<std::uint64_t> sum_of_counts(counts.size(), 0);
  std::vector<std::uint64_t> sum_of_wins(pairs.size(), 0);
  std::uint64_t draws = 0;
  for (int block = 0; block < 6; ++block) {
    const Ranks ranks = ranks_of_core(random_scores(random, kUnits));
    const std::size_t of_block = 1 + random.below(kBlockDraws);
    draws += of_block;
    count_ranks(ranks, of_block, counts);
    count_pairs(ranks, of_block, pairs, room);
    const PlainCounts alone(ranks, of_block);
    for (std::size_t i = 0; i < counts.size(); ++i) sum_of_counts[i] += alone.of_ranks[i];
    for (std::size_t i = 0; i < pairs.size(); ++i) sum_of_wins[i] += alone.wins[i];
  }
  finish_wins(kUnits, draws, pairs);
  CHECK(counts == sum_of_counts);
  CHECK(pairs == sum_of_wins);
}

}  // namespace
}  // namespace podium
