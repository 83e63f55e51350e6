#pragma once

#include <optional>
#include <vector>

#include "podium/model/index.hpp"

/// What a new edition changed, cell by cell.
namespace podium {

/// From one printed figure to another of the same cell.
struct Restatement {
  double absolute;  ///< new minus old, in the unit of the figures
  double relative;  ///< the same divided by the old figure's size; NaN where that is 0
  double steps;     ///< the same in units of the last printed digit, of the coarser of the two prints
  /// The intervals that the two prints stand for overlap: "1.33" and "1.327" may be one and the same figure.
  bool is_within_rounding;
};
Restatement restatement_of(const PrintedNumber& before, const PrintedNumber& after);

/// A cell that at least one of two editions prints, in a series that both print. A figure of status M is not printed.
struct CellChange {
  enum class Kind : std::uint8_t { Added, Dropped, Restated, Kept };

  Series series;
  Unit unit;
  Period period;
  const Observation* first;   ///< null if added
  const Observation* second;  ///< null if dropped

  Kind kind() const;
  /// Of a cell that both print.
  Restatement restatement() const { return restatement_of(*first->value, *second->value); }
};

/// How the cells of a series or of a unit fared. The first edition prints dropped + restated + kept of them, the second
/// added + restated + kept.
struct ChangeCounts {
  std::size_t added = 0;
  std::size_t dropped = 0;
  std::size_t restated = 0;
  std::size_t within_rounding = 0;  ///< of the restated
  std::size_t kept = 0;
  double median_relative = kMissing;     ///< median of the restated cells' |relative|; NaN if none has one
  std::optional<std::size_t> largest{};  ///< position in EditionChanges::cells of the largest |relative|, first of ties
};

struct SeriesChanges {
  enum class PrintedBy : std::uint8_t { Both, First, Second };

  Series series;
  PrintedBy printed_by;
  std::size_t first_figures = 0;
  std::size_t second_figures = 0;
  ChangeCounts counts{};  ///< all 0 where one edition alone prints the series
};

struct UnitChanges {
  Unit unit;
  ChangeCounts counts;
};

/// Two editions compared. Only what both print can be restated: a series that one of them alone prints is one entry of
/// `series`, and its figures are no cells here.
struct EditionChanges {
  EditionAt first;
  EditionAt second;
  std::vector<SeriesChanges> series;  ///< those that at least one of the two prints, in the index's order
  std::vector<UnitChanges> units;     ///< those with cells, by code
  std::vector<CellChange> cells;      ///< by series, unit, period

  std::size_t count(SeriesChanges::PrintedBy printed_by) const;
  ChangeCounts total() const;
  /// Of the cell at counts.largest; NaN if there is none.
  double largest_relative(const ChangeCounts& counts) const;
};

/// The part of a comparison that is asked for.
struct CellFilter {
  std::optional<Unit> unit{};
  std::optional<Series> series{};
  std::optional<Period> period{};

  bool admits(const Observation& observation) const;
};

/// The index must outlive the result. Whether an edition prints a series is asked of all its cells, whatever the
/// filter.
EditionChanges compare_editions(const Index& index, EditionAt first, EditionAt second, const CellFilter& filter = {});

/// The newest ranked period of which both editions print a figure of the same cell.
std::optional<Time> newest_common_period(const Index& index, const EditionChanges& changes);

}  // namespace podium
