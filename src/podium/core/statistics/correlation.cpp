#include "podium/core/statistics/correlation.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "podium/core/panel.hpp"
#include "podium/core/rank.hpp"
#include "podium/core/statistics/distributions.hpp"
#include "podium/core/statistics/product_moment.hpp"
#include "podium/core/statistics/rank_tests.hpp"

namespace podium {
namespace {

/// The figures of the units that have both.
struct Pairs {
  std::vector<double> x;
  std::vector<double> y;
};

Pairs complete_pairs(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  Pairs pairs;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (is_missing(x[i]) || is_missing(y[i])) continue;
    pairs.x.push_back(x[i]);
    pairs.y.push_back(y[i]);
  }
  return pairs;
}

bool has_ties(std::vector<double> values) {
  std::ranges::sort(values);
  return std::ranges::adjacent_find(values) != values.end();
}

Correlation pearson(const Pairs& pairs) {
  const double r = product_moment(pairs.x, pairs.y);
  const double degrees = static_cast<double>(pairs.x.size()) - 2;
  const double t = std::sqrt(degrees) * r / std::sqrt(1 - r * r);
  return {r, student_two_sided(t, degrees), pairs.x.size()};
}

Correlation spearman(const Pairs& pairs) {
  const double r = product_moment(ascending_ranks(pairs.x, Ties::Average), ascending_ranks(pairs.y, Ties::Average));
  const bool tied = has_ties(pairs.x) || has_ties(pairs.y);
  return {r, spearman_p_value(r, pairs.x.size(), tied ? RankTies::Some : RankTies::None), pairs.x.size()};
}

int sign_of(double difference) { return (difference > 0 ? 1 : 0) - (difference < 0 ? 1 : 0); }

Correlation kendall(const Pairs& pairs) {
  const std::size_t n = pairs.x.size();
  double concordance = 0;
  double untied_x = 0;
  double untied_y = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const int x = sign_of(pairs.x[i] - pairs.x[j]);
      const int y = sign_of(pairs.y[i] - pairs.y[j]);
      concordance += x * y;
      untied_x += x * x;
      untied_y += y * y;
    }
  }
  const double tau = std::clamp(concordance / (std::sqrt(untied_x) * std::sqrt(untied_y)), -1.0, 1.0);
  return {tau, kendall_p_value(concordance, pairs.x, pairs.y), n};
}

std::vector<std::size_t> order_of_tests(std::span<const double> p_values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    if (!is_missing(p_values[i])) order.push_back(i);
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
  return order;
}

}  // namespace

Correlation correlate(CorrelationKind kind, std::span<const double> x, std::span<const double> y) {
  const Pairs pairs = complete_pairs(x, y);
  if (pairs.x.size() < 3 || is_constant(pairs.x) || is_constant(pairs.y)) return {kMissing, kMissing, pairs.x.size()};
  switch (kind) {
    case CorrelationKind::Pearson:
      return pearson(pairs);
    case CorrelationKind::Spearman:
      return spearman(pairs);
    case CorrelationKind::Kendall:
      break;
  }
  return kendall(pairs);
}

CorrelationMatrix correlation_matrix(CorrelationKind kind, std::span<const std::span<const double>> columns) {
  const std::size_t size = columns.size();
  CorrelationMatrix matrix{Matrix(size, size), Matrix(size, size), Matrix(size, size)};
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      const auto [r, p, pairs] = correlate(kind, columns[i], columns[j]);
      matrix.r(i, j) = matrix.r(j, i) = r;
      matrix.p(i, j) = matrix.p(j, i) = p;
      matrix.pairs(i, j) = matrix.pairs(j, i) = static_cast<double>(pairs);
    }
  }
  return matrix;
}

std::vector<double> corrected(TestCorrection correction, std::span<const double> p_values) {
  std::vector<double> adjusted(p_values.begin(), p_values.end());
  const std::vector<std::size_t> order = order_of_tests(p_values);
  const auto tests = static_cast<double>(order.size());
  if (correction == TestCorrection::Holm) {
    double largest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      largest = std::max(largest, std::min(1.0, (tests - static_cast<double>(i)) * p_values[order[i]]));
      adjusted[order[i]] = largest;
    }
  }
  if (correction == TestCorrection::BenjaminiHochberg) {
    double smallest = 1;
    for (std::size_t i = order.size(); i-- > 0;) {
      smallest = std::min(smallest, tests / static_cast<double>(i + 1) * p_values[order[i]]);
      adjusted[order[i]] = smallest;
    }
  }
  return adjusted;
}

}  // namespace podium
