#pragma once

#include <vector>

#include "podium/model/edition_changes.hpp"

/// Growth within one edition, and growth as a newspaper computes it on the day of a report: this year's figure in the
/// new report over last year's figure in an older one. What the second has beyond the first is restatement.
namespace podium {

/// Growth from one printed figure to another; both are above 0.
struct GrowthRate {
  const Observation* now;
  const Observation* before;  ///< of the year before

  /// now / before - 1
  double rate() const { return now->value->value / before->value->value - 1; }
  bool is_across() const { return now->edition != before->edition; }
};

/// One cell's growth over the year before, in all the ways that two editions allow.
struct CellGrowth {
  Series series;
  Unit unit;
  Period period;
  std::vector<GrowthRate> within;  ///< both figures of one edition: the first's, then the second's
  std::vector<GrowthRate> across;  ///< the later figure of the first edition, then of the second

  /// The part of a growth across editions that is restatement: the growth minus that within the edition of its later
  /// figure or, where this one does not print both years, within the other one. NaN where neither does, and for a
  /// growth within an edition.
  double restatement(const GrowthRate& rate) const;
  /// The largest size of these; NaN if none is known.
  double largest_restatement() const;
  /// Those within one edition, then those across.
  std::vector<GrowthRate> rates() const;
};

struct EditionGrowth {
  std::vector<CellGrowth> cells;  ///< by series, unit, period
  std::vector<Series> left_out;   ///< with a figure below zero in some edition: growth rates would mean nothing
};

/// The growth in those series that both editions print, of each cell with a growth across editions or with two within.
/// Without a period in the filter: of the newest period that both print of the series, and of the newest that either
/// prints. The year before a quarter or month is the same one of the year before.
///
/// The earlier figure of a growth across editions is from the other edition if that one was released earlier and prints
/// it, otherwise from the newest edition of the same publisher that was released before and prints it. The index must
/// outlive the result.
EditionGrowth growth_between(const Index& index, EditionAt first, EditionAt second, const CellFilter& filter = {});

}  // namespace podium
