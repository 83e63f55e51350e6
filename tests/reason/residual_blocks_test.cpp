#include "podium/reason/residual_blocks.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "support/random.hpp"

namespace podium {
namespace {

TEST_CASE("blocks are as long as the cube root of the figures, rounded up") {
  const struct {
    std::size_t count;
    std::size_t length;
  } cases[] = {{1, 1}, {2, 2}, {4, 2}, {8, 2}, {9, 3}, {27, 3}, {28, 4}, {1'000, 10}};
  for (const auto& c : cases) CHECK(default_block_length(c.count) == c.length);
}

TEST_CASE("drawn residuals follow each other within a block, and the last block is cut") {
  for (std::uint64_t draw = 0; draw < 200; ++draw) {
    const std::vector<DrawnResidual> drawn = draw_blocks(10, 3, 8, 5, draw, 0);
    REQUIRE(drawn.size() == 8);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      CHECK(drawn[i].place == i % 3);
      CHECK(drawn[i].source - drawn[i].place == drawn[i - i % 3].source);
      CHECK(drawn[i - i % 3].source <= 7);
    }
  }
  CHECK(draw_blocks(4, 4, 4, 1, 0, 0) == std::vector<DrawnResidual>{{0, 0}, {1, 1}, {2, 2}, {3, 3}});
}

TEST_CASE("a block depends on seed, draw and its stream alone, not on how many are wanted") {
  const std::vector<DrawnResidual> few = draw_blocks(20, 4, 6, 9, 17, 0);
  const std::vector<DrawnResidual> many = draw_blocks(20, 4, 40, 9, 17, 0);
  CHECK(std::vector<DrawnResidual>(many.begin(), many.begin() + 6) == few);
  const std::vector<DrawnResidual> from_the_third = draw_blocks(20, 4, 32, 9, 17, 2);
  CHECK(std::vector<DrawnResidual>(many.begin() + 8, many.end()) == from_the_third);
  CHECK(draw_blocks(20, 4, 40, 9, 18, 0) != many);
  CHECK(draw_blocks(20, 4, 40, 10, 17, 0) != many);
}

TEST_CASE("every start is drawn alike") {
  std::vector<double> times_drawn(8);
  const int draws = 40'000;
  for (int draw = 0; draw < draws; ++draw) {
    times_drawn[draw_blocks(10, 3, 3, 2, static_cast<std::uint64_t>(draw), 0)[0].source] += 1;
  }
  // Binomial: standard deviation sqrt(40,000 * 1/8 * 7/8) = 66; four of them.
  for (const double times : times_drawn) CHECK(std::abs(times - draws / 8.0) < 4 * 66.2);
}

TEST_CASE("over all starts, what stands at each place of a block has the mean or the median 0") {
  testing::Random random(76);
  std::vector<double> residuals(11);
  for (double& residual : residuals) residual = random.between(-1, 1);
  for (const std::size_t length : {std::size_t{1}, std::size_t{3}, std::size_t{5}}) {
    const std::size_t starts = residuals.size() - length + 1;
    const CentredResiduals by_mean(residuals, length, Centre::Mean, 1);
    const CentredResiduals by_median(residuals, length, Centre::Median, 1);
    for (std::size_t place = 0; place < length; ++place) {
      double sum = 0;
      int above = 0;
      int below = 0;
      for (std::size_t start = 0; start < starts; ++start) {
        sum += by_mean.at({.source = start + place, .place = place});
        above += by_median.at({.source = start + place, .place = place}) > 0 ? 1 : 0;
        below += by_median.at({.source = start + place, .place = place}) < 0 ? 1 : 0;
      }
      CHECK(std::abs(sum) < 1e-14);
      CHECK(above == below);
    }
  }
}

TEST_CASE("the scale widens what is left of the centre") {
  // Means 1 at the first place of a block (of 0 and 2) and 3 at the second (of 2 and 4).
  const CentredResiduals residuals({0, 2, 4}, 2, Centre::Mean, 1.5);
  CHECK(residuals.at({.source = 0, .place = 0}) == -1.5);
  CHECK(residuals.at({.source = 1, .place = 0}) == 1.5);
  CHECK(residuals.at({.source = 1, .place = 1}) == -1.5);
  CHECK(residuals.at({.source = 2, .place = 1}) == 1.5);
}

}  // namespace
}  // namespace podium
