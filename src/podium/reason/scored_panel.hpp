#pragma once

#include "podium/reason/explain.hpp"

namespace podium {

/// The indicators' scores of one period, from which the last steps make the scores of nodes.
class ScoredPanel {
 public:
  static Result<ScoredPanel> of(const IndexState& state);

  const Panel& panel() const { return panel_; }
  Time time() const { return time_; }
  /// The panel with the nodes' scores made anew from other scores of indicators.
  Result<Panel> aggregated(Panel panel) const;

 private:
  ScoredPanel(const CheckedRecipe& recipe, Panel panel, Time time, std::size_t done)
      : recipe_(&recipe), panel_(std::move(panel)), time_(time), done_(done) {}

  const CheckedRecipe* recipe_;
  Panel panel_;
  Time time_;
  std::size_t done_;  ///< steps before aggregation
};

/// The child of a node that an indicator stands at or below; the node itself where it is that indicator; nothing for
/// other series, and for indicators that do not count there (a weight of 0 on the way).
std::optional<Series> pillar_of(const Hierarchy& hierarchy, Series series, Series node);

}  // namespace podium
