#pragma once

#include <string>
#include <vector>

#include "podium/publish/pictures/line_chart.hpp"

namespace podium {

struct ChartColumn {
  double value = 0;
  std::string title{};  ///< what it says in words
  std::string label{};  ///< under the column; may be empty
  bool inside = true;   ///< drawn in full colour
  bool marked = false;  ///< framed
};

/// Values as columns that stand on zero.
struct ColumnChart {
  std::string id;  ///< of the element; its title and description are id-title and id-about
  std::string title;
  std::string description;
  Domain domain;
  std::vector<Tick> ticks;
  std::vector<ChartColumn> columns;
  double height = 200;  ///< of the plot in pixels
};

/// The chart as an SVG element without a view box, as line_chart.
std::string column_chart(const ColumnChart& chart);

}  // namespace podium
