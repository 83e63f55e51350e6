#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "podium/model/index.hpp"

namespace podium {

/// Where an observation stands in the order that Index promises. Equal only for figures of one cell and edition.
struct OrderKey {
  std::uint64_t cell = 0;   ///< series, then unit
  std::uint64_t print = 0;  ///< period, then the edition's turn

  auto operator<=>(const OrderKey&) const = default;
};

/// The order that Index promises: by series, unit, period, release date and id of the edition.
class ObservationOrder {
 public:
  explicit ObservationOrder(std::span<const Edition> editions);

  OrderKey key_of(const Observation& observation) const;

 private:
  std::vector<std::uint32_t> turns_;  ///< of each edition, by release date and then by id
};

}  // namespace podium
