#pragma once

#include <vector>

#include "podium/core/linear_algebra.hpp"
#include "podium/model/compute.hpp"

namespace podium {

/// Where the cells of one indicator, of the indicators below a node, or of a unit come from. Units and indicators that
/// screening left out are not counted. cells = reported + carried + imputed + missing.
struct CellCounts {
  std::size_t cells = 0;
  std::size_t reported = 0;  ///< with a figure of the chosen edition
  std::size_t carried = 0;   ///< filled in by the index's author before any step (status I)
  std::size_t imputed = 0;   ///< filled in by a step of the recipe
  std::size_t missing = 0;   ///< still a gap when scores are combined
  std::size_t zeros = 0;     ///< among reported and carried, as selected

  /// Figures that were there before the recipe filled any, as a share of the cells; 0 without cells.
  double available_share() const { return share(reported + carried); }
  double imputed_share() const { return share(imputed); }
  double carried_share() const { return share(carried); }

 private:
  double share(std::size_t part) const {
    return cells == 0 ? 0 : static_cast<double>(part) / static_cast<double>(cells);
  }
};

/// Availability in one period.
struct Availability {
  std::vector<CellCounts> by_series;  ///< every node, by its position; nodes above count all indicators below them
  std::vector<CellCounts> by_unit;    ///< every unit over all indicators
  /// Share of a unit's weight in the index (effective, rescaled to what it has) that the recipe filled in, and that the
  /// author carried in. NaN for unranked units.
  std::vector<double> imputed_weight;
  std::vector<double> carried_weight;
  /// Share of the indicators below each node that a unit has before the recipe fills any: node x unit.
  Matrix share{0, 0};
};

Availability availability_of(const Index& index, const Computed& computed, Time time);

}  // namespace podium
