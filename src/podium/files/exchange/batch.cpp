#include "podium/files/exchange/batch.hpp"

#include <algorithm>

namespace podium {
namespace {

bool are_same(const Observation& one, const Observation& other) {
  const bool is_same_error = one.standard_error == other.standard_error ||
                             (is_missing(one.standard_error) && is_missing(other.standard_error));
  return one.value == other.value && one.status == other.status && is_same_error;
}

/// The figure to compare with: that of the edition before, else of the one after. Null if no other edition prints one.
template <class IsNew>
const Observation* neighbour_of(const Observation& figure, std::span<const Observation> known, const Index& index,
                                const IsNew& is_new) {
  const auto age = [&](const Observation& one) {
    const Edition& edition = index.edition_of(one);
    return std::pair(edition.released, std::string_view(edition.id));
  };
  const Observation* neighbour = nullptr;
  for (const Observation& one : known) {
    if (!one.value || is_new(one)) continue;
    if (neighbour == nullptr || age(one) < age(figure)) neighbour = &one;
  }
  return neighbour;
}

BatchEntry entry_beside(const Observation& figure, const Observation* neighbour) {
  using enum BatchEntry::Kind;
  if (neighbour == nullptr || !figure.value) return {Added, &figure, nullptr};
  return {neighbour->value->value == figure.value->value ? Repeated : Restated, &figure, neighbour};
}

BatchEntry entry_of(const Index& index, const Observation& figure) {
  using enum BatchEntry::Kind;
  const auto known = index.observations_of(figure.series, figure.unit, figure.period);
  const auto same = std::ranges::find(known, figure.edition, &Observation::edition);
  if (same != known.end()) return {are_same(figure, *same) ? Unchanged : Changed, &figure, &*same};
  return entry_beside(figure, neighbour_of(figure, known, index, [](const Observation&) { return false; }));
}

}  // namespace

std::size_t Batch::count(BatchEntry::Kind kind) const {
  return static_cast<std::size_t>(std::ranges::count(entries, kind, &BatchEntry::kind));
}

BatchEntry compare_with_prints(const Index& index, const Observation& figure, std::span<const Observation> prints,
                               const std::function<bool(const Observation&)>& is_new) {
  return entry_beside(figure, neighbour_of(figure, prints, index, is_new));
}

Batch compare_with(const Index& index, std::span<const Observation> figures) {
  Batch batch;
  for (const Observation& figure : figures) batch.entries.push_back(entry_of(index, figure));
  return batch;
}

}  // namespace podium
