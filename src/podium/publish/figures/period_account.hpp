#pragma once

#include <vector>

#include "podium/publish/site_facts.hpp"

namespace podium {

/// What became of the cells of one period.
struct PeriodAccount {
  Time time;
  std::size_t ranked;          ///< units with a rank in the index
  std::size_t cells;           ///< figures of indicators, reported or filled in
  std::size_t filled;          ///< of these, filled in by the recipe or by the authors of the index
  std::vector<Unit> left_out;  ///< by screening, by code
};

PeriodAccount period_account(const Index& index, const Computed& computed, const SiteFacts& facts, Time time);

/// 0 if there is no figure at all.
double share_filled(const PeriodAccount& account);

}  // namespace podium
