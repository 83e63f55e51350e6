#include <algorithm>
#include <tuple>

#include "podium/reason/explain.hpp"

namespace podium {
namespace {

/// Whether somebody of rank `other` counts in our own rank: whoever is better, and where equals share the largest rank
/// they too.
bool stands_before(Rank other, Rank ours, Ties ties) {
  if (other == 0) return false;
  return ties == Ties::Largest ? other <= ours : other < ours;
}

/// Unranked ones last.
auto in_order(Rank Overtaking::* rank) {
  return [rank](const Overtaking& one) { return std::tuple(one.*rank == 0, one.*rank, at(one.unit)); };
}

}  // namespace

OvertakeLedger overtake_ledger(std::span<const Rank> before, std::span<const Rank> after, Unit unit, Ties ties) {
  OvertakeLedger ledger;
  for (std::size_t other = 0; other < before.size(); ++other) {
    if (other == at(unit)) continue;
    const bool was_before_us = stands_before(before[other], before[at(unit)], ties);
    const bool is_before_us = stands_before(after[other], after[at(unit)], ties);
    const Overtaking overtaking{static_cast<Unit>(other), before[other], after[other]};
    if (!was_before_us && is_before_us) ledger.passed_us.push_back(overtaking);
    if (was_before_us && !is_before_us) ledger.we_passed.push_back(overtaking);
  }
  std::ranges::sort(ledger.passed_us, {}, in_order(&Overtaking::after));
  std::ranges::sort(ledger.we_passed, {}, in_order(&Overtaking::before));
  return ledger;
}

}  // namespace podium
