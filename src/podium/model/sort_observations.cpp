#include <algorithm>
#include <cstdint>
#include <numeric>
#include <queue>
#include <utility>

#include "podium/model/observation_order.hpp"

namespace podium {
namespace {

/// An observation's place in the order, without its texts, which are dear to move.
struct SortKey {
  OrderKey order;
  std::size_t position;

  auto operator<=>(const SortKey&) const = default;
};

/// Keeps the order of periods: by year, then kind, then part.
std::uint64_t number_of(Period period) {
  return (static_cast<std::uint64_t>(period.year()) << 16U) | (static_cast<std::uint64_t>(period.kind()) << 8U) |
         static_cast<std::uint64_t>(period.part());
}

/// Puts at each place what `from` names there, along the cycles of the permutation: every observation moves once.
void permute(std::vector<Observation>& observations, std::vector<SortKey>& from) {
  for (std::size_t start = 0; start < from.size(); ++start) {
    if (from[start].position == start) continue;
    Observation first = std::move(observations[start]);
    std::size_t place = start;
    while (from[place].position != start) {
      const std::size_t next = std::exchange(from[place].position, place);
      observations[place] = std::move(observations[next]);
      place = next;
    }
    from[place].position = place;
    observations[place] = std::move(first);
  }
}

}  // namespace

ObservationOrder::ObservationOrder(std::span<const Edition> editions) : turns_(editions.size()) {
  std::vector<std::uint32_t> order(editions.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [editions](std::uint32_t edition) { return editions[edition].released; });
  for (std::uint32_t turn = 0; turn < order.size(); ++turn) turns_[order[turn]] = turn;
}

OrderKey ObservationOrder::key_of(const Observation& observation) const {
  return {(static_cast<std::uint64_t>(observation.series) << 32U) | static_cast<std::uint64_t>(observation.unit),
          (number_of(observation.period) << 32U) | turns_[at(observation.edition)]};
}

void sort_observations(std::vector<Observation>& observations, std::span<const Edition> editions) {
  const ObservationOrder order(editions);
  std::vector<SortKey> keys;
  keys.reserve(observations.size());
  for (const Observation& observation : observations) keys.push_back({order.key_of(observation), keys.size()});
  if (std::ranges::is_sorted(keys)) return;
  std::ranges::sort(keys);
  permute(observations, keys);
}

std::vector<Observation> merge_observations(std::vector<std::vector<Observation>> sorted,
                                            std::span<const Edition> editions) {
  if (sorted.size() == 1) return std::move(sorted.front());
  const ObservationOrder order(editions);
  /// The next figure of a list.
  struct Head {
    OrderKey key;
    std::size_t list;
    std::size_t position;

    auto operator<=>(const Head&) const = default;
  };
  std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
  const auto add_head = [&](std::size_t list, std::size_t position) {
    if (position < sorted[list].size()) heads.push({order.key_of(sorted[list][position]), list, position});
  };
  std::size_t count = 0;
  for (std::size_t list = 0; list < sorted.size(); ++list) {
    count += sorted[list].size();
    add_head(list, 0);
  }
  std::vector<Observation> merged;
  merged.reserve(count);
  while (!heads.empty()) {
    const Head head = heads.top();
    heads.pop();
    merged.push_back(std::move(sorted[head.list][head.position]));
    add_head(head.list, head.position + 1);
  }
  return merged;
}

}  // namespace podium
