#pragma once

#include <optional>
#include <vector>

#include "podium/model/index.hpp"

namespace podium {

/// The figures that a choice of edition picks, as a panel, with the origin of every cell.
class Selection {
 public:
  const Panel& panel() const { return panel_; }
  /// The edition of a series in a period; figures of two editions never stand in one column.
  std::optional<EditionAt> edition(Series series, Time time) const {
    return editions_[at(series) * panel_.periods().size() + at(time)];
  }
  /// The observation behind a cell; nothing for a gap.
  std::optional<ObservationAt> origin(Series series, Time time, Unit unit) const;
  /// Warnings: an edition asked for by name that does not cover a column; derived figures of mixed editions.
  const Diagnostics& notes() const { return notes_; }

 private:
  friend Selection select(const Index& index, const EditionChoice& choice);
  explicit Selection(Panel panel) : panel_(std::move(panel)) {}

  Panel panel_;
  std::vector<std::optional<EditionAt>> editions_;
  std::vector<std::uint32_t> origins_;  ///< observation's position + 1; 0 for a gap
  Diagnostics notes_;
};

/// Chooses one edition for each indicator and period, then takes its figures. Those of status I, filled in by the
/// index's author, are marked as imputed by step 0.
///
/// Latest: the newest edition that covers at least `min_coverage` times as many units as the best-covered edition of
/// that column. As of a day: the same among editions released on or before it. A named edition: that one where it
/// covers the column so, elsewhere the newest (with a note where it has some figures). A series bound to an edition
/// (SeriesInfo::edition) uses that one only, as of a day once it is released. Newest: by release date, equals by id.
Selection select(const Index& index, const EditionChoice& choice);

}  // namespace podium
