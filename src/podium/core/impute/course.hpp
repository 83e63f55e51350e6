#pragma once

#include <optional>
#include <span>

#include "podium/core/impute/pool.hpp"

namespace podium {

/// One unit's figures of one indicator in the course of time, for the methods that look along a unit's own years.
/// Places count the panel's periods from 0. `over` says nothing to them: they always see all periods.
struct UnitCourse {
  ImputePool pool;                ///< the indicator over the panel: period-major, units within a period
  std::span<const double> times;  ///< of the periods, in one measure of time; ascending
  std::size_t unit;
  std::size_t units;

  std::size_t periods() const { return times.size(); }
  std::size_t cell(std::size_t place) const { return place * units + unit; }
  double value(std::size_t place) const { return pool.values[cell(place)]; }
  bool is_known(std::size_t place) const { return !is_missing(value(place)); }
  bool is_gap(std::size_t place) const { return pool.is_gap(cell(place)); }
  void fill(std::size_t place, double value) const { pool.fill(cell(place), value); }

  bool has_gap() const {
    for (std::size_t place = 0; place < periods(); ++place) {
      if (is_gap(place)) return true;
    }
    return false;
  }

  /// The nearest period with a figure before a place, and after it.
  std::optional<std::size_t> known_before(std::size_t place) const {
    while (place > 0) {
      if (is_known(--place)) return place;
    }
    return std::nullopt;
  }
  std::optional<std::size_t> known_after(std::size_t place) const {
    while (++place < periods()) {
      if (is_known(place)) return place;
    }
    return std::nullopt;
  }
};

}  // namespace podium
