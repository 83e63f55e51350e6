#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <utility>

#include "podium/model/index.hpp"

namespace podium {
namespace {

/// An observation's place in the order, without its texts, which are dear to move.
struct SortKey {
  std::uint64_t cell;   ///< series, then unit
  std::uint64_t print;  ///< period, then the edition's turn
  std::size_t position;

  auto order() const { return std::pair(cell, print); }
};

/// Of each edition, by release date and then by id.
std::vector<std::uint32_t> turns_of(std::span<const Edition> editions) {
  std::vector<std::uint32_t> order(editions.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [editions](std::uint32_t edition) { return editions[edition].released; });
  std::vector<std::uint32_t> turns(editions.size());
  for (std::uint32_t turn = 0; turn < order.size(); ++turn) turns[order[turn]] = turn;
  return turns;
}

/// Keeps the order of periods: by year, then kind, then part.
std::uint64_t number_of(Period period) {
  return (static_cast<std::uint64_t>(period.year()) << 16U) | (static_cast<std::uint64_t>(period.kind()) << 8U) |
         static_cast<std::uint64_t>(period.part());
}

SortKey key_of(const Observation& observation, const std::vector<std::uint32_t>& turns, std::size_t position) {
  return {(static_cast<std::uint64_t>(observation.series) << 32U) | static_cast<std::uint64_t>(observation.unit),
          (number_of(observation.period) << 32U) | turns[at(observation.edition)], position};
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

void sort_observations(std::vector<Observation>& observations, std::span<const Edition> editions) {
  const std::vector<std::uint32_t> turns = turns_of(editions);
  std::vector<SortKey> keys;
  keys.reserve(observations.size());
  for (const Observation& observation : observations) keys.push_back(key_of(observation, turns, keys.size()));
  if (std::ranges::is_sorted(keys, {}, &SortKey::order)) return;
  // Figures of one cell and edition, which no index may have, keep the order in which they came.
  std::ranges::sort(keys, {}, [](const SortKey& key) { return std::tuple(key.cell, key.print, key.position); });
  permute(observations, keys);
}

}  // namespace podium
