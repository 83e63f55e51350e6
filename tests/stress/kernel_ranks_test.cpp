#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "stress/every_target.hpp"
#include "stress/kernel_blocks.hpp"

// The kernel beside core, which ranks one draw at a time, on every kind of vectors that the processor has.
namespace podium {
namespace {

using testing::kSizes;
using testing::Random;
using testing::random_scores;
using testing::Ranks;
using testing::ranks_of_core;
using testing::Scores;

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

/// Two units a little apart, so that one key stands for both, or tied; few of the draws, or all of them.
void put_near_each_other(Random& random, Scores& scores) {
  const std::size_t first = random.below(scores.size());
  const std::size_t second = (first + 1 + random.below(scores.size() - 1)) % scores.size();
  const bool in_all = random.below(3) == 0;
  for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
    if (!in_all && random.below(20) != 0) continue;
    const double step = static_cast<double>(random.below(3)) - 1;
    scores[second][draw] = scores[first][draw] + step * 1e-9;
  }
}

TEST_CASE("scores too near each other for short keys are ranked by themselves, in few draws or in all") {
  Random random(13);
  for (const std::size_t units : {2U, 3U, 17U, 36U, 48U, 49U, 130U}) {
    CAPTURE(units);
    for (int turn = 0; turn < 20; ++turn) {
      Scores scores(units);
      // Far from 0 or not: where scores lie far from 0 beside their range, keys of 16 bits have no room.
      const double base = turn % 4 == 3 ? 1e7 : turn % 4 == 2 ? 1e10 : 0;
      for (BlockRow<double>& row : scores) {
        for (double& score : row) score = base + 100 * random.uniform();
      }
      for (int pair = 0; pair <= turn % 3; ++pair) put_near_each_other(random, scores);
      check_ranks(scores);
    }
  }
}

TEST_CASE("units that mostly keep apart are ranked as they compare, and so they are when they turn round later") {
  Random random(14);
  for (const std::size_t units : {5U, 6U, 7U, 12U, 13U, 36U, 47U, 48U}) {
    CAPTURE(units);
    RankRoom room(units);
    for (int turn = 0; turn < 12; ++turn) {
      // From far apart to much mixed; in later blocks the first unit is the worst one, and some have no score.
      Scores scores(units);
      const double spread = 4.0 * (turn % 4);
      for (std::size_t unit = 0; unit < units; ++unit) {
        const auto place = static_cast<double>((unit * 5) % units);
        const double base = turn < 6 ? place : -place;
        for (double& score : scores[unit]) score = base + spread * random.uniform();
        if (turn % 5 == 4 && unit % 7 == 3) scores[unit].fill(kMissing);
      }
      if (turn % 2 == 1) put_near_each_other(random, scores);
      const Ranks expected = ranks_of_core(scores);
      testing::on_every_target([&] {
        Ranks ranks(units);
        rank_block(scores, ranks, room);
        CHECK((ranks == expected));
      });
    }
  }
}

}  // namespace
}  // namespace podium
