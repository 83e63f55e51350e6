#pragma once

#include "podium/core/run.hpp"
#include "podium/model/selection.hpp"

namespace podium {

/// An index computed for one choice of edition.
struct Computed {
  EditionChoice choice;
  Selection selection;
  Ranking ranking;
};

Result<Computed> compute(const Index& index, const EditionChoice& choice);

/// The panel after the first `count` steps of the recipe.
Result<Panel> compute_until(const Index& index, const EditionChoice& choice, std::size_t count);

/// "reported", "imputed:2", "reported+capped:3", "imputed:2+capped" for an indicator's cell, "computed" for a node
/// above, "excluded" for a unit that screening left out, "missing" for a gap. Numbers are steps, from 1: the one that
/// filled the cell, or the first that changed a reported figure; "imputed:0" is a figure of status I, which the index's
/// author filled in.
std::string history_text(const Panel& panel, const Hierarchy& hierarchy, Series series, Time time, Unit unit);

}  // namespace podium
