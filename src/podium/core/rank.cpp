#include "podium/core/rank.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace podium {
namespace {

/// Positions of the available values, lowest first; equals by position.
std::vector<std::size_t> ascending_order(std::span<const double> values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!is_missing(values[i])) order.push_back(i);
  }
  std::ranges::sort(order, [values](std::size_t a, std::size_t b) {
    return values[a] < values[b] || (values[a] == values[b] && a < b);
  });
  return order;
}

double shared_rank(double first, double last, Ties ties) {
  switch (ties) {
    case Ties::Smallest:
      return first;
    case Ties::Largest:
      return last;
    case Ties::Average:
      break;
  }
  return (first + last) / 2;
}

}  // namespace

std::vector<double> ascending_ranks(std::span<const double> values, Ties ties) {
  const std::vector<std::size_t> order = ascending_order(values);
  std::vector<double> ranks(values.size(), kMissing);
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
    const double rank = shared_rank(static_cast<double>(first + 1), static_cast<double>(end), ties);
    for (; first < end; ++first) ranks[order[first]] = rank;
  }
  return ranks;
}

std::vector<Rank> competition_ranks(std::span<const double> scores, Ties ties) {
  assert(ties != Ties::Average);
  std::vector<double> reversed(scores.begin(), scores.end());
  for (double& score : reversed) score = -score;
  const std::vector<double> ranks = ascending_ranks(reversed, ties);
  std::vector<Rank> out(ranks.size(), 0);
  std::ranges::transform(ranks, out.begin(),
                         [](double rank) { return is_missing(rank) ? Rank{0} : static_cast<Rank>(rank); });
  return out;
}

}  // namespace podium
