#pragma once

#include <optional>
#include <string>
#include <vector>

#include "podium/model/compute.hpp"

namespace podium {

/// What to tell of a panel after some steps of a recipe.
struct PanelView {
  const Panel& panel;
  std::size_t steps;           ///< how many steps the panel has behind it
  std::optional<Time> only{};  ///< one period instead of all
};

/// The series that mean something after so many steps: indicators and denominators before scores are aggregated,
/// afterwards indicators and the nodes above them.
std::vector<Series> series_after(const Index& index, std::size_t steps);

/// Calls visit(time, unit) for each period and unit of the view, by period and unit code.
template <class Visit>
void for_each_line(const PanelView& view, Visit&& visit) {
  for (const Time time : all_periods(view.panel)) {
    if (view.only && *view.only != time) continue;
    for (const Unit unit : all_units(view.panel)) visit(time, unit);
  }
}

/// Calls visit(time, unit, series) for each cell of the view, by period, unit code and the index's order of series.
template <class Visit>
void for_each_cell(const Index& index, const PanelView& view, Visit&& visit) {
  const std::vector<Series> series = series_after(index, view.steps);
  for_each_line(view, [&](Time time, Unit unit) {
    for (const Series one : series) visit(time, unit, one);
  });
}

/// {"index":{..},"step":3,"title":"impute median","series":[ids],
///  "cells":[{"period","unit","indicator","value","history"}]}
std::string panel_json(const Index& index, const PanelView& view);

/// period,unit,indicator,value,history: one line per cell.
std::string panel_csv(const Index& index, const PanelView& view);

/// period,unit and one column per series.
std::string wide_panel_csv(const Index& index, const PanelView& view);

}  // namespace podium
