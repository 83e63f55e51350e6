#include "podium/core/column.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>
#include <hwy/targets.h>

#include "podium/core/normalise/pool.hpp"
#include "podium/core/panel.hpp"

#include "support/random.hpp"

// Each pass beside plain loops that say what it must do, to the last bit, on every kind of vectors that the processor
// has.
namespace podium {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr Bounds kUnbounded{-kInfinity, kInfinity};

/// Bits rather than values, so that gaps and signed zeros are compared too.
std::uint64_t bits(double value) { return is_missing(value) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(value); }

std::vector<std::uint64_t> bits(std::span<const double> values) {
  std::vector<std::uint64_t> all;
  for (const double value : values) all.push_back(bits(value));
  return all;
}

/// Columns of every length that fills up blocks otherwise, with gaps, ties, both zeros and both infinities at places
/// that move from column to column.
std::vector<std::vector<double>> columns() {
  const std::array<double, 7> special{kMissing, -0.0, 0.0, 2.5, kInfinity, -kInfinity, 1e300};
  std::vector<std::vector<double>> all;
  for (std::size_t size = 0; size <= 19; ++size) {
    for (std::size_t turn = 0; turn < 9; ++turn) {
      std::vector<double> column;
      for (std::size_t i = 0; i < size; ++i) {
        const std::size_t place = (i * 5 + turn * 3) % 11;
        const bool is_special = turn > 0 && place < special.size() && i % 3 == turn % 3;
        column.push_back(is_special ? special[place] : static_cast<double>((i * 7919 + turn * 104729) % 1000) / 7 - 60);
      }
      all.push_back(std::move(column));
    }
  }
  all.emplace_back(13, kMissing);
  return all;
}

/// Visits each column once for each kind of vectors.
template <class Visit>
void for_each_column(const Visit& visit) {
  const std::vector<std::vector<double>> all = columns();
  for (auto left = static_cast<std::uint64_t>(hwy::SupportedTargets()); left != 0; left &= left - 1) {
    const std::uint64_t target = left & (~left + 1);
    hwy::SetSupportedTargetsForTest(static_cast<decltype(hwy::SupportedTargets())>(target));
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    CAPTURE(target);
    for (const std::vector<double>& column : all) {
      CAPTURE(column.size());
      visit(column);
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  }
}

using Lanes = std::array<double, 4>;

double merged(const Lanes& lanes) { return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]); }

double held(double value, Bounds bounds) {
  if (value < bounds.lower) return bounds.lower;
  return value > bounds.upper ? bounds.upper : value;
}

TEST_CASE("there is more than one kind of vectors to compare, or the processor is unknown") {
#if defined(__x86_64__)
  CHECK(std::popcount(static_cast<std::uint64_t>(hwy::SupportedTargets())) > 1);
#endif
}

TEST_CASE("gaps and infinite figures are found wherever they stand") {
  for_each_column([](const std::vector<double>& column) {
    bool infinite = false;
    for (const double value : column) infinite |= std::isinf(value);
    CHECK(column::has_infinite(column) == infinite);
    for (std::size_t from = 0; from <= column.size(); ++from) {
      std::size_t gap = from;
      while (gap < column.size() && !is_missing(column[gap])) ++gap;
      CHECK(column::next_gap(column, from) == gap);
    }
  });
}

TEST_CASE("figures that are others than before are found, gaps are not") {
  for_each_column([](const std::vector<double>& column) {
    std::vector<double> before = column;
    for (std::size_t i = 0; i < column.size(); i += 3) before[i] = 2.5;
    for (std::size_t from = 0; from <= column.size(); ++from) {
      std::size_t change = from;
      const auto is_same = [&](std::size_t i) {
        return is_missing(before[i]) || is_missing(column[i]) || before[i] == column[i];
      };
      while (change < column.size() && is_same(change)) ++change;
      CHECK(column::next_change(before, column, from) == change);
    }
  });
}

TEST_CASE("one infinite figure and one gap are found at every place of a long column") {
  for (std::size_t place = 0; place < 61; ++place) {
    std::vector<double> column(61, 1);
    CHECK_FALSE(column::has_infinite(column));
    CHECK(column::next_gap(column, 0) == column.size());
    column[place] = place % 2 == 0 ? kInfinity : -kInfinity;
    CHECK(column::has_infinite(column));
    column[place] = kMissing;
    CHECK_FALSE(column::has_infinite(column));
    CHECK(column::next_gap(column, 0) == place);
  }
}

TEST_CASE("the extremes are those of the available figures") {
  for_each_column([](const std::vector<double>& column) {
    double lowest = kInfinity;
    double highest = -kInfinity;
    for (const double value : column) {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    const column::Extremes found = column::extremes(column);
    CHECK(bits(found.lowest) == bits(lowest + 0.0));
    CHECK(bits(found.highest) == bits(highest + 0.0));
  });
}

TEST_CASE("moments are summed lane by lane") {
  for (const Bounds bounds : {kUnbounded, Bounds{-20, 31.25}}) {
    for_each_column([bounds](const std::vector<double>& column) {
      constexpr double kOrigin = 3.7;
      Lanes count{};
      std::array<Lanes, 4> powers{};
      column::Extremes extremes;
      for (std::size_t i = 0; i < column.size(); ++i) {
        if (is_missing(column[i])) continue;
        const double value = held(column[i], bounds);
        const double distance = value - kOrigin;
        const double square = distance * distance;
        count[i % 4] += 1;
        powers[0][i % 4] += distance;
        powers[1][i % 4] += square;
        powers[2][i % 4] += square * distance;
        powers[3][i % 4] += square * square;
        extremes.lowest = std::min(extremes.lowest, value);
        extremes.highest = std::max(extremes.highest, value);
      }
      const column::Moments found = column::moments(column, bounds, kOrigin);
      CHECK(found.count == merged(count));
      CHECK(found.extremes.lowest == extremes.lowest);
      CHECK(found.extremes.highest == extremes.highest);
      CHECK(bits(found.first) == bits(merged(powers[0])));
      CHECK(bits(found.second) == bits(merged(powers[1])));
      CHECK(bits(found.third) == bits(merged(powers[2])));
      CHECK(bits(found.fourth) == bits(merged(powers[3])));
    });
  }
}

TEST_CASE("an end has all figures at it and beyond, and the next one inside") {
  for (const double sign : {1.0, -1.0}) {
    for_each_column([sign](const std::vector<double>& column) {
      for (const double end : {40.0, -60.0, 2.5, 0.0}) {
        std::size_t count = 0;
        double next = -kInfinity;
        for (const double value : column) {
          if (sign * value >= sign * end) ++count;
          if (sign * value < sign * end) next = std::max(next, sign * value);
        }
        const column::End found = column::end(column, end, sign);
        CHECK(found.count == count);
        CHECK(found.next == sign * next);
      }
    });
  }
}

TEST_CASE("figures beyond the bounds are held, gaps stay") {
  for_each_column([](const std::vector<double>& column) {
    constexpr Bounds kBounds{-20, 31.25};
    std::vector<double> expected = column;
    for (double& value : expected) value = is_missing(value) ? kMissing : held(value, kBounds);
    std::vector<double> found = column;
    column::hold(found, kBounds);
    CHECK(bits(found) == bits(expected));
  });
}

TEST_CASE("figures are stretched to the points of the range at their shares") {
  for (const Bounds range : {Bounds{0, 100}, Bounds{0.1, 0.7}, Bounds{100, 0}, Bounds{-7, 1e-3}}) {
    for_each_column([range](const std::vector<double>& column) {
      constexpr double kLowest = -60;
      constexpr double kWidth = 102.3;
      std::vector<double> expected = column;
      for (double& value : expected) value = point_of(range, (value - kLowest) / kWidth);
      std::vector<double> found = column;
      column::stretch(found, kLowest, kWidth, range);
      CHECK(bits(found) == bits(expected));
    });
  }
}

/// The column, and others of its size that have gaps and zeros elsewhere.
std::vector<std::vector<double>> beside(const std::vector<double>& column) {
  std::vector<double> turned(column.rbegin(), column.rend());
  std::vector<double> of_zeros(column.size(), 0.0);
  return {column, std::move(turned), std::move(of_zeros), column};
}

TEST_CASE("what is available and what is not zero is counted unit by unit") {
  for_each_column([](const std::vector<double>& column) {
    const std::vector<std::vector<double>> all = beside(column);
    std::vector<double> available(column.size(), 3);
    std::vector<double> nonzero(column.size(), 5);
    column::count(std::vector<std::span<const double>>(all.begin(), all.end()), available, nonzero);
    for (std::size_t i = 0; i < column.size(); ++i) {
      double figures = 3;
      double others = 5;
      for (const std::vector<double>& each : all) {
        figures += is_missing(each[i]) ? 0 : 1;
        others += is_missing(each[i]) || each[i] == 0 ? 0 : 1;
      }
      CHECK(available[i] == figures);
      CHECK(nonzero[i] == others);
    }
  });
}

TEST_CASE("a weighted mean adds the columns in their order and divides by the sum of the weights; a gap makes a gap") {
  const std::vector<double> weights{0.3, 2, 0.1, 0.7};
  const double total = ((0.3 + 2) + 0.1) + 0.7;
  for_each_column([&](const std::vector<double>& column) {
    const std::vector<std::vector<double>> all = beside(column);
    std::vector<double> expected(column.size(), 0.0);
    for (std::size_t i = 0; i < column.size(); ++i) {
      for (std::size_t each = 0; each < all.size(); ++each) expected[i] += weights[each] * all[each][i];
      expected[i] /= total;
    }
    std::vector<double> found(column.size(), 0.1);
    column::weighted_mean(std::vector<std::span<const double>>(all.begin(), all.end()), weights, found);
    CHECK(bits(found) == bits(expected));
  });
}

TEST_CASE("figures between their extremes are stretched to the same last bit, whatever their size") {
  // Widths and figures whose product with a reciprocal underflows or overflows, or is exact only after its correction.
  testing::Random random(7);
  std::size_t compared = 0;
  for (int turn = 0; turn < 3000; ++turn) {
    const bool is_any = turn % 4 == 0;
    const double scale = std::ldexp(1.0, static_cast<int>(random.below(1200)) - 600);
    const double offset = turn % 3 == 0 ? 0 : scale * random.between(-3, 3);
    std::vector<double> column{kMissing, 0.0, -0.0};
    if (turn % 5 != 0) column = {kMissing};
    for (int i = 0; i < 18; ++i) column.push_back(is_any ? random.any_finite() : offset + scale * random.uniform());
    const column::Extremes extremes = column::extremes(column);
    const double width = extremes.highest - extremes.lowest;
    if (!std::isfinite(width) || !(width > 0)) continue;
    for (const Bounds range : {Bounds{0, 100}, Bounds{0.1, 0.7}, Bounds{100, 0}}) {
      std::vector<double> expected = column;
      for (double& value : expected) value = point_of(range, (value - extremes.lowest) / width);
      std::vector<double> found = column;
      column::stretch_between(found, extremes, range);
      REQUIRE(bits(found) == bits(expected));
      ++compared;
    }
  }
  CHECK(compared > 5000);
}

TEST_CASE("figures are divided by others, and none if one cannot be") {
  for_each_column([](const std::vector<double>& column) {
    std::vector<double> divisors;
    for (std::size_t i = 0; i < column.size(); ++i)
      divisors.push_back(i % 4 == 3 ? kMissing : 0.3 + static_cast<double>(i));
    std::vector<double> expected = column;
    for (std::size_t i = 0; i < column.size(); ++i) expected[i] = column[i] * 0.7 / divisors[i];
    std::vector<double> found = column;
    CHECK(column::divide_by(found, 0.7, divisors));
    CHECK(bits(found) == bits(expected));
    for (std::size_t i = 0; i < column.size(); ++i) {
      for (const double refused : {0.0, -0.0, -2.0}) {
        std::vector<double> with_refused = divisors;
        with_refused[i] = refused;
        found = column;
        CHECK(column::divide_by(found, 0.7, with_refused) == is_missing(column[i]));
        if (!is_missing(column[i])) CHECK(bits(found) == bits(column));
      }
    }
  });
}

}  // namespace
}  // namespace podium
