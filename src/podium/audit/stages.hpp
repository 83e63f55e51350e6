#pragma once

#include <vector>

#include "podium/model/compute.hpp"

/// What the audit's subjects have in common: the panel on its way, and which figures and components take part.
namespace podium {

/// The panel before the first treatment; before the first normalise step where nothing is treated.
Panel before_treatment(const Index& index, const Computed& computed);
/// The panel before the first normalise step.
Panel before_normalising(const Index& index, const Computed& computed);
/// One period of a panel as a panel of its own.
Panel only_period(const Panel& panel, Time time);

/// Whether a step of the recipe filled a cell; the author's own figures (status I) are not meant.
bool is_filled_by_recipe(const CellHistory& history);

/// The figures of a series in a period, with gaps where a step of the recipe filled them.
std::vector<double> known_figures(const Panel& panel, Series series, Time time);
/// The same times the direction of the indicator: more is better.
std::vector<double> directed_figures(const Panel& panel, const Hierarchy& hierarchy, Series indicator, Time time);

/// Components of a node that count in a period.
std::vector<Series> counting_children(const Hierarchy& hierarchy, const Panel& panel, Series node, Time time);
/// Indicators below the index that count in a period, in the hierarchy's order.
std::vector<Series> counting_indicators(const Hierarchy& hierarchy, const Panel& panel, Time time);

/// The scores of several series in a period.
std::vector<std::span<const double>> score_columns(const Panel& scores, std::span<const Series> series, Time time);

}  // namespace podium
