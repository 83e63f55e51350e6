#include <algorithm>
#include <cmath>
#include <set>

#include <boost/random/sobol.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "podium/stress/random.hpp"
#include "podium/stress/sobol/design.hpp"
#include "podium/stress/sobol/directions.hpp"
#include "podium/stress/sobol/points.hpp"

namespace podium {
namespace {

std::vector<std::uint32_t> column(const SobolPoints& points, std::size_t dimension, std::uint32_t first,
                                  std::size_t count) {
  std::vector<std::uint32_t> bits(count);
  points.fill(dimension, first, bits);
  return bits;
}

std::vector<std::uint32_t> scrambled(std::vector<std::uint32_t> bits, std::uint32_t key) {
  for (std::uint32_t& value : bits) value = owen_scrambled(value, key);
  return bits;
}

std::uint32_t key_number(std::uint32_t number) { return static_cast<std::uint32_t>(uniform(2024, number, 0) * 0x1p32); }

/// Of the 2^m points, how many are in each elementary interval of 2^-rows by 2^-(m - rows).
bool is_net(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y, unsigned m) {
  for (unsigned rows = 0; rows <= m; ++rows) {
    std::set<std::uint64_t> intervals;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const std::uint64_t row = std::uint64_t{x[i]} >> (32 - rows);
      const std::uint64_t cell = std::uint64_t{y[i]} >> (32 - (m - rows));
      intervals.insert(row << 32 | cell);
    }
    if (intervals.size() != x.size()) return false;
  }
  return true;
}

TEST_CASE("the first points are those that Joe and Kuo publish with their program") {
  const double published[10][3] = {{0, 0, 0},
                                   {0.5, 0.5, 0.5},
                                   {0.75, 0.25, 0.25},
                                   {0.25, 0.75, 0.75},
                                   {0.375, 0.375, 0.625},
                                   {0.875, 0.875, 0.125},
                                   {0.625, 0.125, 0.875},
                                   {0.125, 0.625, 0.375},
                                   {0.1875, 0.3125, 0.9375},
                                   {0.6875, 0.8125, 0.4375}};
  const SobolPoints points(3);
  for (std::size_t dimension = 0; dimension < 3; ++dimension) {
    const auto bits = column(points, dimension, 0, 10);
    for (std::size_t n = 0; n < 10; ++n) CHECK(bits[n] * 0x1p-32 == published[n][dimension]);
  }
}

TEST_CASE("all dimensions agree with the engine of Boost.Random at every bit") {
  boost::random::sobol_engine<std::uint32_t, 32, boost::random::default_sobol_table> engine(kSobolDimensions);
  const SobolPoints points(kSobolDimensions);
  // The engine leaves out the point of zeros.
  for (unsigned bit = 0; bit < 32; ++bit) {
    const std::uint32_t index = std::uint32_t{1} << bit;
    engine.seed();
    engine.discard(std::uintmax_t{index - 1} * kSobolDimensions);
    std::size_t different = 0;
    for (std::size_t dimension = 0; dimension < kSobolDimensions; ++dimension) {
      if (column(points, dimension, index, 1)[0] != engine()) ++different;
    }
    CHECK_MESSAGE(different == 0, "bit " << bit);
  }
}

TEST_CASE("a column is the same wherever its filling begins") {
  const SobolPoints points(40);
  for (const std::size_t dimension : {0U, 1U, 17U, 39U}) {
    const auto whole = column(points, dimension, 0, 300);
    for (const std::uint32_t first : {1U, 63U, 64U, 255U}) {
      const auto part = column(points, dimension, first, 45);
      CHECK(std::equal(part.begin(), part.end(), whole.begin() + first));
    }
  }
}

TEST_CASE("scrambled or not, each interval of each dimension has exactly one of 2^m points") {
  const SobolPoints points(kSobolDimensions);
  for (const std::size_t dimension : {0U, 1U, 2U, 5U, 100U, 1000U, 3666U}) {
    for (const std::uint32_t key : {0U, 1U, key_number(1), key_number(2)}) {
      for (unsigned m = 1; m <= 10; ++m) {
        for (const std::uint32_t block : {0U, 5U}) {
          auto bits = scrambled(column(points, dimension, block << m, std::size_t{1} << m), key);
          for (std::uint32_t& value : bits) value >>= 32 - m;
          std::ranges::sort(bits);
          CHECK(std::ranges::adjacent_find(bits) == bits.end());
        }
      }
    }
  }
}

TEST_CASE("scrambled or not, the first two dimensions are a (0, m, 2)-net") {
  const SobolPoints points(2);
  for (unsigned m = 1; m <= 10; ++m) {
    for (const std::uint32_t block : {0U, 1U, 3U}) {
      const auto x = column(points, 0, block << m, std::size_t{1} << m);
      const auto y = column(points, 1, block << m, std::size_t{1} << m);
      CHECK(is_net(x, y, m));
      for (std::uint32_t k = 0; k < 20; ++k) {
        CHECK(is_net(scrambled(x, key_number(2 * k)), scrambled(y, key_number(2 * k + 1)), m));
      }
    }
  }
}

TEST_CASE("a scrambling keeps how many leading bits two numbers share") {
  rc::check([](std::uint32_t x, std::uint32_t key) {
    const unsigned shared = *rc::gen::inRange(0U, 32U);
    const std::uint32_t tail = *rc::gen::arbitrary<std::uint32_t>();
    const std::uint32_t flip = 0x80000000U >> shared;
    const std::uint32_t y = (x ^ flip) ^ (tail & (flip - 1));
    const std::uint32_t difference = owen_scrambled(x, key) ^ owen_scrambled(y, key);
    RC_ASSERT(difference >= flip);
    RC_ASSERT(difference - flip < flip);
  });
}

TEST_CASE("over the keys a scrambled number is spread evenly, whatever the number") {
  for (const std::uint32_t number : {0U, 0x80000000U, 0x12345678U, 0xffffffffU}) {
    std::vector<double> counts(64);
    for (std::uint32_t k = 0; k < 64000; ++k) counts[owen_scrambled(number, key_number(k)) >> 26] += 1;
    double chi_squared = 0;
    for (const double count : counts) chi_squared += (count - 1000) * (count - 1000) / 1000;
    CHECK(chi_squared < 103.4);  // the 0.001 point for 63 degrees of freedom
  }
}

/// Means of u0 u1 u2 u3 over the first `rows` points A of 400 scramblings.
struct Integral {
  double mean = 0;
  double variance = 0;
};

Integral integral(const SobolDesign& design, std::size_t rows) {
  std::vector<double> estimates;
  for (std::uint32_t scrambling = 0; scrambling < 400; ++scrambling) {
    std::vector<double> a(rows * 4);
    std::vector<double> b(rows * 4);
    design.fill(scrambling, 0, rows, a, b);
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); i += 4) sum += a[i] * a[i + 1] * a[i + 2] * a[i + 3];
    estimates.push_back(sum / static_cast<double>(rows));
  }
  Integral found;
  for (const double estimate : estimates) found.mean += estimate / 400;
  for (const double estimate : estimates) found.variance += std::pow(estimate - found.mean, 2) / 399;
  return found;
}

TEST_CASE("scrambled points integrate without bias, and their variance falls faster than 1 / n^2") {
  const SobolDesign design(4, 7);
  const double variance_of_one = std::pow(1.0 / 3, 4) - std::pow(0.5, 8);
  double last = 0;
  for (const std::size_t rows : {1U, 4U, 64U, 1024U}) {
    const Integral found = integral(design, rows);
    CAPTURE(rows);
    CHECK(std::abs(found.mean - 1.0 / 16) < 4 * std::sqrt(found.variance / 400));
    // One scrambled point is one random point. The sample variance of 400 such products varies by some tenths.
    if (rows == 1) CHECK(found.variance == doctest::Approx(variance_of_one).epsilon(0.4));
    if (rows >= 64) CHECK(found.variance < variance_of_one / static_cast<double>(rows));
    if (rows == 1024) CHECK(found.variance < last / 256);
    last = found.variance;
  }
}

TEST_CASE("the points of a row depend on seed, scrambling and row, and on nothing else") {
  const auto points = [](std::uint64_t seed, std::uint32_t scrambling, std::uint32_t first_row) {
    std::vector<double> a(40);
    std::vector<double> b(40);
    SobolDesign(5, seed).fill(scrambling, first_row, 8, a, b);
    a.insert(a.end(), b.begin(), b.end());
    return a;
  };
  CHECK(points(1, 0, 0) == points(1, 0, 0));
  CHECK(points(1, 0, 0) != points(2, 0, 0));
  CHECK(points(1, 0, 0) != points(1, 1, 0));
  CHECK(points(1, 0, 0) != points(1, 0, 8));
  CHECK(points(1, 0, 0) != points(std::uint64_t{1} << 32 | 1, 0, 0));
}

TEST_CASE("coordinates beyond the Sobol' dimensions come from the generator, row by row") {
  const std::size_t coordinates = 1900;
  const SobolDesign design(coordinates, 3);
  CHECK(design.generated_coordinates() == coordinates - 1833);
  CHECK(SobolDesign(1833, 3).generated_coordinates() == 0);
  std::vector<double> a(4 * coordinates);
  std::vector<double> b(4 * coordinates);
  design.fill(2, 0, 4, a, b);
  std::vector<double> a_later(2 * coordinates);
  std::vector<double> b_later(2 * coordinates);
  design.fill(2, 2, 2, a_later, b_later);
  CHECK(std::equal(a_later.begin(), a_later.end(), a.begin() + 2 * static_cast<std::ptrdiff_t>(coordinates)));
  CHECK(std::equal(b_later.begin(), b_later.end(), b.begin() + 2 * static_cast<std::ptrdiff_t>(coordinates)));
  a.insert(a.end(), b.begin(), b.end());
  CHECK(std::ranges::all_of(a, [](double u) { return u > 0 && u < 1; }));
  std::ranges::sort(a);
  // 15200 numbers of 32 bits: nearly all differ, so A and B and their rows are not the same.
  CHECK(a.end() - std::unique(a.begin(), a.end()) < 10);
}

TEST_CASE("an exchange swaps the factor's coordinates, and a second one undoes it") {
  const SobolFactor factor{"weights", {0, 2}};
  std::vector<double> a = {1, 2, 3, 4, 5, 6};
  std::vector<double> b = {-1, -2, -3, -4, -5, -6};
  exchange_factor(factor, 3, a, b);
  CHECK(a == std::vector<double>{-1, 2, -3, -4, 5, -6});
  CHECK(b == std::vector<double>{1, -2, 3, 4, -5, 6});
  exchange_factor(factor, 3, a, b);
  CHECK(a == std::vector<double>{1, 2, 3, 4, 5, 6});
}

}  // namespace
}  // namespace podium
