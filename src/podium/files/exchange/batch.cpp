#include "podium/files/exchange/batch.hpp"

#include <algorithm>
#include <numeric>

namespace podium {
namespace {

bool are_same(const Observation& one, const Observation& other) {
  const bool is_same_error = one.standard_error == other.standard_error ||
                             (is_missing(one.standard_error) && is_missing(other.standard_error));
  return one.value == other.value && one.status == other.status && is_same_error;
}

/// The figure to compare with: that of the edition before, else of the one after. Null if no other edition prints one.
const Observation* neighbour_of(const Observation& figure, std::span<const Observation> known, const Index& index) {
  const auto age = [&](const Observation& one) {
    const Edition& edition = index.edition_of(one);
    return std::pair(edition.released, std::string_view(edition.id));
  };
  const Observation* neighbour = nullptr;
  for (const Observation& one : known) {
    if (one.value && (neighbour == nullptr || age(one) < age(figure))) neighbour = &one;
  }
  return neighbour;
}

}  // namespace

void Batch::add(BatchEntry entry) {
  ++counts[static_cast<std::size_t>(entry.kind)];
  entries.push_back(entry);
}

std::size_t Batch::size() const { return std::accumulate(counts.begin(), counts.end(), std::size_t{0}); }

BatchEntry compare_with(const Index& index, const Observation& figure) {
  using enum BatchEntry::Kind;
  const auto known = index.observations_of(figure.series, figure.unit, figure.period);
  const auto same = std::ranges::find(known, figure.edition, &Observation::edition);
  if (same != known.end()) return {are_same(figure, *same) ? Unchanged : Changed, &figure, &*same};
  const Observation* const neighbour = neighbour_of(figure, known, index);
  if (neighbour == nullptr || !figure.value) return {Added, &figure, nullptr};
  return {neighbour->value->value == figure.value->value ? Repeated : Restated, &figure, neighbour};
}

Batch compare_with(const Index& index, std::span<const Observation> figures) {
  Batch batch;
  for (const Observation& figure : figures) batch.add(compare_with(index, figure));
  return batch;
}

}  // namespace podium
