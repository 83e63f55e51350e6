#include "podium/core/rank.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <string_view>

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

/// Up to this many scores, counting the better ones beats sorting: no branch depends on a score.
constexpr std::size_t kMostToCount = 128;

/// How many scores stand before a score. Counted in doubles, as wide as a score, and in four lanes, so that compilers
/// vectorise the loop; counts are whole, so the lanes add up exactly.
template <class Before>
double count_before(std::span<const double> scores, double score, Before stands_before) {
  constexpr std::size_t kLanes = 4;
  std::array<double, kLanes> lanes{};
  std::size_t i = 0;
  for (; i + kLanes <= scores.size(); i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      lanes[lane] += stands_before(scores[i + lane], score) ? 1.0 : 0.0;
    }
  }
  for (; i < scores.size(); ++i) lanes[0] += stands_before(scores[i], score) ? 1.0 : 0.0;
  return lanes[0] + lanes[1] + lanes[2] + lanes[3];
}

/// `least` + the number of scores that stand before a score; a gap stands before nobody.
template <class Before>
void rank_by_counting(std::span<const double> scores, Rank least, Before stands_before, std::span<Rank> ranks) {
  for (std::size_t i = 0; i < scores.size(); ++i) {
    ranks[i] = is_missing(scores[i]) ? 0 : least + static_cast<Rank>(count_before(scores, scores[i], stands_before));
  }
}

void rank_by_sorting(std::span<const double> scores, Ties ties, std::span<Rank> ranks) {
  std::vector<double> reversed(scores.begin(), scores.end());
  for (double& score : reversed) score = -score;
  const std::vector<double> ascending = ascending_ranks(reversed, ties);
  std::ranges::transform(ascending, ranks.begin(),
                         [](double rank) { return is_missing(rank) ? Rank{0} : static_cast<Rank>(rank); });
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

void rank_into(std::span<const double> scores, Ties ties, std::span<Rank> ranks) {
  assert(ties != Ties::Average);
  assert(scores.size() == ranks.size());
  if (scores.size() > kMostToCount) return rank_by_sorting(scores, ties, ranks);
  if (ties == Ties::Smallest) return rank_by_counting(scores, 1, std::greater<>(), ranks);
  rank_by_counting(scores, 0, std::greater_equal<>(), ranks);
}

std::vector<Rank> competition_ranks(std::span<const double> scores, Ties ties) {
  std::vector<Rank> ranks(scores.size(), 0);
  rank_into(scores, ties, ranks);
  return ranks;
}

std::vector<Rank> ranks_within_groups(std::span<const double> scores, std::span<const std::string> groups, Ties ties) {
  assert(scores.size() == groups.size());
  std::map<std::string_view, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!groups[i].empty()) members[groups[i]].push_back(i);
  }
  std::vector<Rank> ranks(scores.size(), 0);
  std::vector<double> inside;
  for (const auto& [group, positions] : members) {
    inside.clear();
    for (const std::size_t position : positions) inside.push_back(scores[position]);
    const std::vector<Rank> places = competition_ranks(inside, ties);
    for (std::size_t i = 0; i < positions.size(); ++i) ranks[positions[i]] = places[i];
  }
  return ranks;
}

}  // namespace podium
