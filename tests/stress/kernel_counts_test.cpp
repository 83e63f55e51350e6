#include <doctest/doctest.h>

#include "podium/stress/kernel/counts.hpp"

#include "stress/every_target.hpp"
#include "stress/kernel_blocks.hpp"

// The kernel's counts beside plain loops, on every kind of vectors that the processor has.
namespace podium {
namespace {

using testing::kSizes;
using testing::Random;
using testing::random_scores;
using testing::Ranks;
using testing::ranks_of_core;
using testing::Scores;

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
    CountRoom room(units);
    for (int turn = 0; turn < 5; ++turn) {
      const Ranks ranks = ranks_of_core(random_scores(random, units));
      const std::size_t draws = turn < 3 ? kBlockDraws : 1 + random.below(kBlockDraws);
      const PlainCounts expected(ranks, draws);
      testing::on_every_target([&] {
        std::vector<std::uint64_t> counts(units * (units + 1), 0);
        count_ranks(ranks, draws, counts, room);
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
  CountRoom room(kUnits);
  std::vector<std::uint64_t> counts(kUnits * (kUnits + 1), 0);
  std::vector<std::uint64_t> pairs(kUnits * kUnits, 0);
  std::vector<std::uint64_t> sum_of_counts(counts.size(), 0);
  std::vector<std::uint64_t> sum_of_wins(pairs.size(), 0);
  std::uint64_t draws = 0;
  for (int block = 0; block < 6; ++block) {
    const Ranks ranks = ranks_of_core(random_scores(random, kUnits));
    const std::size_t of_block = 1 + random.below(kBlockDraws);
    draws += of_block;
    count_ranks(ranks, of_block, counts, room);
    count_pairs(ranks, of_block, pairs, room);
    const PlainCounts alone(ranks, of_block);
    for (std::size_t i = 0; i < counts.size(); ++i) sum_of_counts[i] += alone.of_ranks[i];
    for (std::size_t i = 0; i < pairs.size(); ++i) sum_of_wins[i] += alone.wins[i];
  }
  finish_wins(kUnits, draws, pairs);
  CHECK(counts == sum_of_counts);
  CHECK(pairs == sum_of_wins);
}

TEST_CASE("ranks that move from block to block are counted whatever was met before") {
  Random random(29);
  for (const std::size_t units : {5U, 36U, 90U, 200U, 300U}) {
    CAPTURE(units);
    std::vector<Ranks> blocks;
    std::vector<std::uint64_t> expected(units * (units + 1), 0);
    for (int block = 0; block < 12; ++block) {
      // Each unit has its level, which moves; most draws are near it.
      Scores scores(units);
      for (std::size_t unit = 0; unit < units; ++unit) {
        const auto level = static_cast<double>((unit * 7 + static_cast<std::size_t>(block / 4) * 11) % units);
        for (double& score : scores[unit]) {
          score = level + 5 * random.uniform() + (random.below(50) == 0 ? 100 : 0);
          if (block == 6 && random.below(10) == 0) score = kMissing;
        }
      }
      blocks.push_back(ranks_of_core(scores));
      const PlainCounts alone(blocks.back(), kBlockDraws);
      for (std::size_t i = 0; i < expected.size(); ++i) expected[i] += alone.of_ranks[i];
    }
    testing::on_every_target([&] {
      CountRoom room(units);
      std::vector<std::uint64_t> counts(expected.size(), 0);
      for (const Ranks& ranks : blocks) count_ranks(ranks, kBlockDraws, counts, room);
      CHECK((counts == expected));
    });
  }
}

}  // namespace
}  // namespace podium
