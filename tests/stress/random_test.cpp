#include "podium/stress/random.hpp"

#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "stress/every_target.hpp"

namespace podium {
namespace {

constexpr std::uint64_t kLast = std::numeric_limits<std::uint64_t>::max();

TEST_CASE("Philox4x32-10 gives the known answers of Random123") {
  // DEShawResearch/random123, tests/kat_vectors, lines "philox4x32 10": counter, key, answer.
  const struct {
    std::array<std::uint32_t, 4> counter;
    std::array<std::uint32_t, 2> key;
    std::array<std::uint32_t, 4> answer;
  } cases[] = {
      {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
      {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
       {0xffffffff, 0xffffffff},
       {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
      {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
       {0xa4093822, 0x299f31d0},
       {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
  };
  for (const auto& c : cases) CHECK(philox(c.counter, c.key) == c.answer);
}

TEST_CASE("a number takes its word from the draw, the stream and the seed") {
  // The first known answer is draw 0 of streams 0 to 3 under seed 0.
  CHECK(uniform(0, 0, 0) == (0x6627e8d5p0 + 0.5) / 0x1p32);
  CHECK(uniform(0, 0, 1) == (0xe169c58dp0 + 0.5) / 0x1p32);
  CHECK(uniform(0, 0, 2) == (0xbc57ac4cp0 + 0.5) / 0x1p32);
  CHECK(uniform(0, 0, 3) == (0x9b00dbd8p0 + 0.5) / 0x1p32);
  const auto words = philox({0x9abcdef0, 0x12345678, 5, 0}, {0x89abcdef, 0x01234567});
  CHECK(uniform(0x0123456789abcdef, 0x123456789abcdef0, 22) == (words[2] + 0.5) / 0x1p32);
}

TEST_CASE("a block of numbers is the numbers one by one, on every kind of vectors") {
  const struct {
    std::uint64_t seed;
    std::uint64_t first_draw;
    std::size_t draws;
    std::uint32_t first_stream;
    std::size_t streams;
  } cases[] = {{1, 0, 64, 0, 23},
               {kLast, 0xfffffff0, 37, 3, 1},
               {77, 5, 1, 2, 9},
               {77, kLast - 20, 20, 1, 2},
               {1U << 31U, 1000, 131, 4, 8},
               {9, 0xfffffffff, 16, 0xfffffff0, 15},
               {3, 3, 0, 0, 4},
               {3, 3, 4, 7, 0}};
  testing::on_every_target([&] {
    for (const auto& c : cases) {
      CAPTURE(c.draws);
      std::vector<double> found(c.draws * c.streams, -1);
      uniforms(c.seed, c.first_draw, c.draws, c.first_stream, c.streams, found);
      std::vector<double> expected;
      for (std::size_t stream = 0; stream < c.streams; ++stream) {
        for (std::size_t draw = 0; draw < c.draws; ++draw) {
          expected.push_back(uniform(c.seed, c.first_draw + draw, c.first_stream + static_cast<std::uint32_t>(stream)));
        }
      }
      CHECK(found == expected);
    }
  });
}

TEST_CASE("a block of rows stretches each stream over its interval") {
  const std::vector<Interval> intervals{{0, 1}, {0.75, 0.5}, {-3, 7.1}, {2, 0}, {1e3, -1}};
  testing::on_every_target([&] {
    std::vector<BlockRow<double>> rows(intervals.size());
    uniforms(6, 999, 2, intervals, rows);
    for (std::uint32_t stream = 0; stream < intervals.size(); ++stream) {
      for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
        const double number = uniform(6, 999 + draw, 2 + stream);
        CHECK(rows[stream][draw] == intervals[stream].low + intervals[stream].width * number);
      }
    }
  });
}

TEST_CASE("numbers lie strictly between 0 and 1 and fill the interval evenly") {
  constexpr std::size_t kDraws = 100000;
  constexpr std::size_t kCells = 64;
  std::vector<double> numbers(kDraws * 4);
  uniforms(20240404, 0, kDraws, 0, 4, numbers);
  for (std::size_t stream = 0; stream < 4; ++stream) {
    std::array<double, kCells> counts{};
    bool inside = true;
    for (std::size_t draw = 0; draw < kDraws; ++draw) {
      const double number = numbers[stream * kDraws + draw];
      inside &= number > 0 && number < 1;
      counts[static_cast<std::size_t>(number * kCells)] += 1;
    }
    CHECK(inside);
    const double expected = static_cast<double>(kDraws) / kCells;
    double chi_square = 0;
    for (const double count : counts) chi_square += (count - expected) * (count - expected) / expected;
    // 0.0001 and 0.9999 quantiles of the chi-square distribution with 63 degrees of freedom.
    CHECK(chi_square > 29.5);
    CHECK(chi_square < 113.5);
  }
}

}  // namespace
}  // namespace podium
