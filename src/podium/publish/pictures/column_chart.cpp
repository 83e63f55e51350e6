#include "podium/publish/pictures/column_chart.hpp"

#include "podium/core/number_text.hpp"
#include "podium/publish/html.hpp"

namespace podium {
namespace {

/// Of the part of the axis that a column owns.
constexpr double kColumnWidth = 0.84;

std::string coordinate(double value) { return fixed(value, 2); }

std::string head_of(const ColumnChart& chart) {
  const std::string id = escaped(chart.id);
  return "<div class=\"chart columns\"><svg role=\"img\" aria-labelledby=\"" + id + "-title " + id +
         "-about\" width=\"100%\" height=\"" + coordinate(chart.height) + "\"><title id=\"" + id + "-title\">" +
         escaped(chart.title) + "</title><desc id=\"" + id + "-about\">" + escaped(chart.description) + "</desc>\n";
}

std::string tick_of(const ColumnChart& chart, const Tick& tick) {
  const std::string y = coordinate((1 - share_of(chart.domain, tick.value)) * chart.height);
  return "<line class=\"grid\" x1=\"0%\" x2=\"100%\" y1=\"" + y + "\" y2=\"" + y +
         "\"/><text class=\"tick\" x=\"0%\" y=\"" + y + "\">" + escaped(tick.label) + "</text>\n";
}

std::string column_of(const ColumnChart& chart, const ChartColumn& column, std::size_t place) {
  const double part = 100 / static_cast<double>(chart.columns.size());
  const double left = static_cast<double>(place) * part;
  const double height = share_of(chart.domain, column.value) * chart.height;
  std::string svg = "<g><title>" + escaped(column.title) + "</title><rect class=\"column" +
                    (column.inside ? "" : " outside") + (column.marked ? " marked" : "") + "\" x=\"" +
                    coordinate(left + part * (1 - kColumnWidth) / 2) + "%\" width=\"" +
                    coordinate(part * kColumnWidth) + "%\" y=\"" + coordinate(chart.height - height) + "\" height=\"" +
                    coordinate(height) + "\"/></g>";
  if (!column.label.empty()) {
    svg += "<text class=\"place\" x=\"" + coordinate(left + part / 2) + "%\" y=\"" + coordinate(chart.height) + "\">" +
           escaped(column.label) + "</text>";
  }
  return svg + "\n";
}

}  // namespace

std::string column_chart(const ColumnChart& chart) {
  std::string svg = head_of(chart);
  for (const Tick& tick : chart.ticks) svg += tick_of(chart, tick);
  for (std::size_t i = 0; i < chart.columns.size(); ++i) svg += column_of(chart, chart.columns[i], i);
  return svg + "</svg></div>\n";
}

}  // namespace podium
