#include "podium/core/statistics/correlation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "podium/core/statistics/product_moment.hpp"
#include "podium/core/statistics/rank_tests.hpp"

#include "support/coinr.hpp"
#include "support/random.hpp"

namespace podium {
namespace {

using namespace testing;

using Column = std::vector<double>;

TEST_CASE("a line is 1, its mirror -1, a constant side undefined") {
  const Column x = {1, 2, 3, 4, 5};
  const struct {
    const char* name;
    Column y;
    double r;
  } cases[] = {{"rising", {10, 20, 30, 40, 50}, 1},
               {"falling", {5, 4, 3, 2, 1}, -1},
               {"constant", {7, 7, 7, 7, 7}, kMissing},
               {"two pairs left", {1, 2, kMissing, kMissing, kMissing}, kMissing}};
  for (const CorrelationKind kind : {CorrelationKind::Pearson, CorrelationKind::Spearman, CorrelationKind::Kendall}) {
    for (const auto& c : cases) {
      CAPTURE(c.name);
      const Correlation found = correlate(kind, x, c.y);
      if (is_missing(c.r)) {
        CHECK(is_missing(found.r));
        CHECK(is_missing(found.p));
      } else {
        CHECK(found.r == doctest::Approx(c.r));
        CHECK(found.pairs == 5);
      }
    }
  }
}

TEST_CASE("the product moment of series without gaps") {
  const struct {
    const char* name;
    Column x;
    Column y;
    double r;
  } cases[] = {
      {"by hand: products add up to 4, squares to 4 and 36", {1, 1, -1, -1}, {5, -3, -1, -1}, 4.0 / 12},
      {"never above 1, although the quotient of these sums is", {0.1, 0.1, 0.3}, {0.1, 0.1, 0.3}, 1},
      {"equal figures whose mean is rounded are no noise", {0.1, 0.1, 0.1}, {1, 2, 4}, kMissing},
      {"neither are they on the other side", {1, 2, 4}, {0.1, 0.1, 0.1}, kMissing},
      {"one pair has no line", {1}, {2}, kMissing},
      {"nothing has none either", {}, {}, kMissing},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(shown(Column{product_moment(c.x, c.y), product_moment(c.y, c.x)}) == shown(Column{c.r, c.r}));
  }
}

TEST_CASE("rank correlations see the order only") {
  const Column x = {1, 2, 3, 4, 5, 6};
  const Column y = {1, 10, 100, 1e3, 1e4, 1e5};
  CHECK(correlate(CorrelationKind::Spearman, x, y).r == doctest::Approx(1));
  CHECK(correlate(CorrelationKind::Kendall, x, y).r == doctest::Approx(1));
  CHECK(correlate(CorrelationKind::Pearson, x, y).r < 0.8);
}

/// Every order of n ranks: the share whose statistic is at least as extreme on the side of the observed one, doubled.
template <class Statistic>
double p_by_counting(const std::vector<double>& order, Statistic statistic) {
  std::vector<double> ranks = order;
  std::ranges::sort(ranks);
  const double observed = statistic(order);
  double all = 0;
  double below = 0;
  double above = 0;
  do {
    const double value = statistic(ranks);
    all += 1;
    if (value <= observed) below += 1;
    if (value >= observed) above += 1;
  } while (std::ranges::next_permutation(ranks).found);
  return std::min(1.0, 2 * std::min(below, above) / all);
}

TEST_CASE("without ties the p-values of few pairs are those of counting every order") {
  const auto squares = [](const std::vector<double>& ranks) {
    double sum = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      sum += (ranks[i] - static_cast<double>(i + 1)) * (ranks[i] - static_cast<double>(i + 1));
    }
    return sum;
  };
  const auto concordance = [](const std::vector<double>& ranks) {
    double sum = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) sum += ranks[i] > ranks[j] ? 1 : -1;
    }
    return sum;
  };
  for (const Column& order : {Column{1, 2, 3}, Column{3, 1, 2}, Column{2, 1, 4, 3, 5}, Column{5, 3, 4, 1, 2, 6},
                              Column{7, 6, 5, 4, 3, 1, 2}, Column{1, 3, 2, 5, 4, 7, 6, 8}}) {
    Column x(order.size());
    std::iota(x.begin(), x.end(), 1.0);
    CAPTURE(shown(order));
    CHECK(correlate(CorrelationKind::Spearman, x, order).p == doctest::Approx(p_by_counting(order, squares)));
    CHECK(correlate(CorrelationKind::Kendall, x, order).p == doctest::Approx(p_by_counting(order, concordance)));
  }
}

TEST_CASE("Kendall's tau-b with ties by hand") {
  // x ties once, y ties once: of 6 pairs 4 are concordant, none discordant, 5 untied on each side: 4 / 5.
  const Column x = {1, 1, 2, 3};
  const Column y = {1, 2, 3, 3};
  CHECK(correlate(CorrelationKind::Kendall, x, y).r == doctest::Approx(0.8));
}

TEST_CASE("p-values of many tests are raised") {
  // Holm, 1979: 4 * 0.01, 3 * 0.02, 2 * 0.03, 0.04 made to rise. Benjamini-Hochberg: 4/1, 4/2, 4/3, 4/4 made to fall.
  const Column p = {0.04, 0.01, kMissing, 0.02, 0.03};
  CHECK(shown(corrected(TestCorrection::None, p)) == shown(p));
  const Column holm = corrected(TestCorrection::Holm, p);
  const double expected_holm[] = {0.06, 0.04, kMissing, 0.06, 0.06};
  const Column rates = corrected(TestCorrection::BenjaminiHochberg, p);
  for (const std::size_t i : {0U, 1U, 3U, 4U}) {
    CHECK(holm[i] == doctest::Approx(expected_holm[i]));
    CHECK(rates[i] == doctest::Approx(0.04));
  }
  CHECK(is_missing(holm[2]));
  CHECK(corrected(TestCorrection::Holm, Column{0.9, 0.8})[0] == 1);
}

TEST_CASE("a matrix of correlations is symmetric, and moving or scaling a column changes nothing") {
  Random random(7);
  std::vector<Column> columns(4, Column(12));
  for (Column& column : columns) {
    for (double& value : column) value = random.uniform();
  }
  std::vector<Column> moved = columns;
  for (double& value : moved[1]) value = 3 * value - 5;
  const auto matrix_of = [](const std::vector<Column>& from) {
    const std::vector<std::span<const double>> spans(from.begin(), from.end());
    return correlation_matrix(CorrelationKind::Pearson, spans);
  };
  const CorrelationMatrix matrix = matrix_of(columns);
  const CorrelationMatrix other = matrix_of(moved);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(matrix.r(i, i) == doctest::Approx(1));
    for (std::size_t j = 0; j < 4; ++j) {
      CHECK(matrix.r(i, j) == matrix.r(j, i));
      CHECK(matrix.r(i, j) == doctest::Approx(other.r(i, j)));
    }
  }
}

void check_matrix(const Coinr& coinr, const std::string& id, CorrelationKind kind) {
  const Table data = coinr.data("ASEM_raw");
  const Table r = coinr.table(id, "correlation");
  const Table p = coinr.table(id, "pvalues");
  std::vector<Column> columns;
  for (std::size_t i = 1; i < r.columns.size(); ++i) {
    Column column;
    for (std::size_t row = 0; row < data.rows.size(); ++row) column.push_back(data.number(row, r.columns[i]));
    columns.push_back(std::move(column));
  }
  double largest_r = 0;
  double largest_p = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Correlation found = correlate(kind, columns[i], columns[j]);
      largest_r = std::max(largest_r, std::abs(found.r - r.number(i, r.columns[j + 1])));
      const double expected = p.number(i, r.columns[j + 1]);
      largest_p = std::max(largest_p, std::abs(found.p - expected) / (expected + 1e-12));
    }
  }
  CHECK(largest_r < 1e-9);
  CHECK(largest_p < 1e-6);
  MESSAGE(id << ": largest error of r " << largest_r << ", of p (relative) " << largest_p);
}

TEST_CASE("correlations and p-values agree with R's cor.test") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  check_matrix(coinr, "corr-pearson", CorrelationKind::Pearson);
  check_matrix(coinr, "corr-spearman", CorrelationKind::Spearman);
  for (const auto& c : coinr.read_json("micro-correlation", "cases")) {
    const auto column = [&](const char* name) {
      Column values;
      for (const auto& value : c["args"][name]) values.push_back(value.is_null() ? kMissing : value.get<double>());
      return values;
    };
    const std::string method = c["args"]["method"];
    for (const auto& [word, kind] : Words<CorrelationKind>::list) {
      if (word != method) continue;
      CAPTURE(c["name"].get<std::string>());
      const Correlation found = correlate(kind, column("x"), column("y"));
      CHECK(found.r == doctest::Approx(c["expect"]["r"].get<double>()).epsilon(1e-9));
      CHECK(found.p == doctest::Approx(c["expect"]["p"].get<double>()).epsilon(1e-6));
    }
  }
}

}  // namespace
}  // namespace podium
