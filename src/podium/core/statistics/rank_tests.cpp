#include "podium/core/statistics/rank_tests.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

#include "podium/core/math.hpp"
#include "podium/core/statistics/distributions.hpp"

namespace podium {
namespace {

/// Up to here the distribution of rho is counted out, beyond it Kendall's tau by this many is.
constexpr std::size_t kMostExactSpearman = 9;
constexpr std::size_t kMostExactKendall = 49;
/// Beyond this many pairs n^3 - n would leave the digits of the Edgeworth series; R changes over here as well.
constexpr std::size_t kMostEdgeworth = 1290;

/// The two tails of the sum of squared rank differences at a whole number: P(below it) and P(at least it).
struct Tails {
  double below;
  double at_least;
};

/// Counted over all n! orders, by the set of ranks already given away, so that they need not be walked one by one.
Tails exact_tails(double sum, std::size_t n) {
  const std::size_t most = (n * n * n - n) / 3;
  const std::size_t sets = std::size_t{1} << n;
  std::vector<double> counts(sets * (most + 1), 0);
  counts[0] = 1;
  for (std::size_t taken = 0; taken + 1 < sets; ++taken) {
    const auto place = static_cast<std::size_t>(std::popcount(taken));
    for (std::size_t rank = 0; rank < n; ++rank) {
      if ((taken >> rank & 1U) != 0) continue;
      const std::size_t difference = rank > place ? rank - place : place - rank;
      const std::size_t square = difference * difference;
      const double* from = &counts[taken * (most + 1)];
      double* to = &counts[(taken | std::size_t{1} << rank) * (most + 1)];
      for (std::size_t s = 0; s + square <= most; ++s) to[s + square] += from[s];
    }
  }
  const double* last = &counts[(sets - 1) * (most + 1)];
  double below = 0;
  double at_least = 0;
  for (std::size_t s = 0; s <= most; ++s) (static_cast<double>(s) < sum ? below : at_least) += last[s];
  return {below / (below + at_least), at_least / (below + at_least)};
}

/// By the Edgeworth series of algorithm AS 89.
Tails edgeworth_tails(double sum, double n) {
  const double b = 1 / n;
  const double x = (6 * (sum - 1) * b / (n * n - 1) - 1) * std::sqrt(n - 1);
  const double y = x * x;
  const double far = 0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y));
  const double series =
      x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * (-0.0758 + b * (0.1033 + 0.3932 * b) - y * b * far));
  const double shift = series * exponential(-y / 2);
  return {std::clamp(normal_upper_tail(-x) - shift, 0.0, 1.0), std::clamp(normal_upper_tail(x) + shift, 0.0, 1.0)};
}

Tails tails_without_ties(double sum, std::size_t n) {
  const auto count = static_cast<double>(n);
  if (sum <= 0) return {0, 1};
  if (sum > count * (count * count - 1) / 3) return {1, 0};
  return n <= kMostExactSpearman ? exact_tails(sum, n) : edgeworth_tails(sum, count);
}

/// With ties, or very many pairs: rho as Student's t.
Tails student_tails(double sum, double n) {
  const double rho = 1 - 6 * sum / (n * (n * n - 1));
  const double t = rho / std::sqrt((1 - rho * rho) / (n - 2));
  return {student_upper_tail(t, n - 2), student_upper_tail(-t, n - 2)};
}

/// How many figures share each value that occurs more than once.
std::vector<double> sizes_of_ties(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  std::vector<double> sizes;
  for (std::size_t first = 0; first < sorted.size();) {
    std::size_t end = first + 1;
    while (end < sorted.size() && sorted[end] == sorted[first]) ++end;
    if (end - first > 1) sizes.push_back(static_cast<double>(end - first));
    first = end;
  }
  return sizes;
}

/// P(at most `inversions` of the pairs are out of order) over all orders of n.
double share_of_orders_at_most(double inversions, std::size_t n) {
  if (inversions < 0) return 0;
  std::vector<double> shares(n * (n - 1) / 2 + 1, 0);
  shares[0] = 1;
  for (std::size_t size = 2; size <= n; ++size) {
    // The new item stands before 0 to size - 1 of the others: a running mean over that many.
    std::vector<double> next(shares.size(), 0);
    double window = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
      window += shares[k] - (k >= size ? shares[k - size] : 0);
      next[k] = window / static_cast<double>(size);
    }
    shares.swap(next);
  }
  double sum = 0;
  for (std::size_t k = 0; k < shares.size() && static_cast<double>(k) <= inversions; ++k) sum += shares[k];
  return std::min(sum, 1.0);
}

double variance_of_concordance(double n, const std::vector<double>& ties_x, const std::vector<double>& ties_y) {
  const auto sum = [](const std::vector<double>& ties, auto term) {
    double total = 0;
    for (const double size : ties) total += term(size);
    return total;
  };
  const auto pairs = [](double t) { return t * (t - 1); };
  const auto triples = [](double t) { return t * (t - 1) * (t - 2); };
  const auto weighted = [](double t) { return t * (t - 1) * (2 * t + 5); };
  return (weighted(n) - sum(ties_x, weighted) - sum(ties_y, weighted)) / 18 +
         sum(ties_x, pairs) * sum(ties_y, pairs) / (2 * pairs(n)) +
         sum(ties_x, triples) * sum(ties_y, triples) / (9 * triples(n));
}

}  // namespace

double spearman_p_value(double rho, std::size_t n, RankTies ties) {
  const auto count = static_cast<double>(n);
  const double middle = count * (count * count - 1) / 6;
  const double sum = middle * (1 - rho);
  const bool is_negative = sum > middle;
  double tail = 0;
  if (ties == RankTies::Some || n > kMostEdgeworth) {
    const Tails tails = student_tails(sum, count);
    tail = is_negative ? tails.at_least : tails.below;
  } else {
    // Without ties the sums are even: the next one above is two away.
    tail = is_negative ? tails_without_ties(std::round(sum), n).at_least
                       : tails_without_ties(std::round(sum) + 2, n).below;
  }
  return std::min(1.0, 2 * tail);
}

double kendall_p_value(double concordance, std::span<const double> x, std::span<const double> y) {
  const std::size_t n = x.size();
  const auto count = static_cast<double>(n);
  const std::vector<double> ties_x = sizes_of_ties(x);
  const std::vector<double> ties_y = sizes_of_ties(y);
  if (n <= kMostExactKendall && ties_x.empty() && ties_y.empty()) {
    const double ordered = std::round((concordance + count * (count - 1) / 2) / 2);
    const double below = share_of_orders_at_most(ordered, n);
    const double above = 1 - share_of_orders_at_most(ordered - 1, n);
    return std::min(1.0, 2 * std::min(below, above));
  }
  const double z = concordance / std::sqrt(variance_of_concordance(count, ties_x, ties_y));
  return std::min(1.0, 2 * normal_upper_tail(std::abs(z)));
}

}  // namespace podium
