#include "podium/publish/pictures/line_chart.hpp"

#include <cmath>

#include "podium/core/number_text.hpp"
#include "podium/publish/html.hpp"

namespace podium {
namespace {

constexpr double kLineHeight = 19;  ///< between names at the lines' ends
constexpr std::size_t kMostPlaceLabels = 6;

std::string coordinate(double value) { return fixed(value, 2); }

class Drawing {
 public:
  explicit Drawing(const LineChart& chart) : chart_(chart) {}

  std::string finish() {
    open();
    for (const Tick& tick : chart_.ticks) draw_tick(tick);
    draw_places();
    for (std::size_t i = 0; i < chart_.lines.size(); ++i) draw_line(chart_.lines[i], i + 1);
    draw_names();
    return std::move(svg_) + "</svg></div>\n";
  }

 private:
  std::string x(std::size_t place) const { return coordinate(place_percent(place, chart_.places.size())) + "%"; }
  double y_of(double value) const { return (1 - share_of(chart_.domain, value)) * chart_.height; }
  std::string y(double value) const { return coordinate(y_of(value)); }

  void open() {
    const std::string id = escaped(chart_.id);
    svg_ += "<div class=\"chart\"><svg role=\"img\" aria-labelledby=\"" + id + "-title " + id +
            "-about\" width=\"100%\" height=\"" + coordinate(chart_.height) + "\"><title id=\"" + id + "-title\">" +
            escaped(chart_.title) + "</title><desc id=\"" + id + "-about\">" + escaped(chart_.description) +
            "</desc>\n";
  }

  void text(const std::string& kind, const std::string& x, const std::string& y, const std::string& content) {
    svg_ += "<text class=\"" + kind + "\" x=\"" + x + "\" y=\"" + y + "\">" + escaped(content) + "</text>\n";
  }

  void draw_tick(const Tick& tick) {
    svg_ += "<line class=\"grid\" x1=\"0%\" x2=\"100%\" y1=\"" + y(tick.value) + "\" y2=\"" + y(tick.value) + "\"/>";
    text("tick", "0%", y(tick.value), tick.label);
  }

  /// Counted from the last place, which is the one that readers look for.
  void draw_places() {
    const std::size_t stride = label_stride(chart_.places.size(), kMostPlaceLabels);
    for (std::size_t i = 0; i < chart_.places.size(); ++i) {
      if ((chart_.places.size() - 1 - i) % stride == 0)
        text("place", x(i), coordinate(chart_.height), chart_.places[i]);
    }
  }

  void draw_line(const Line& line, std::size_t number) {
    svg_ += "<g class=\"line line-" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i + 1 < line.values.size(); ++i) {
      if (std::isnan(line.values[i]) || std::isnan(line.values[i + 1])) continue;
      svg_ += "<line x1=\"" + x(i) + "\" y1=\"" + y(line.values[i]) + "\" x2=\"" + x(i + 1) + "\" y2=\"" +
              y(line.values[i + 1]) + "\"/>";
    }
    for (std::size_t i = 0; i < line.values.size(); ++i) {
      if (std::isnan(line.values[i])) continue;
      svg_ += "<circle cx=\"" + x(i) + "\" cy=\"" + y(line.values[i]) + "\" r=\"3.5\"/>";
      if (i < line.labels.size()) text("point", x(i), y(line.values[i]), line.labels[i]);
    }
    svg_ += "</g>\n";
  }

  void draw_names() {
    std::vector<double> wanted;
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < chart_.lines.size(); ++i) {
      const Line& line = chart_.lines[i];
      if (line.name.empty() || line.values.empty() || std::isnan(line.values.back())) continue;
      wanted.push_back(y_of(line.values.back()));
      named.push_back(i);
    }
    const std::vector<double> placed = spread(wanted, kLineHeight, 0, chart_.height);
    for (std::size_t i = 0; i < named.size(); ++i) {
      text("name name-" + std::to_string(named[i] + 1), "100%", coordinate(placed[i]), chart_.lines[named[i]].name);
    }
  }

  const LineChart& chart_;
  std::string svg_;
};

}  // namespace

double place_percent(std::size_t i, std::size_t n) {
  return n < 2 ? 50 : 100 * static_cast<double>(i) / static_cast<double>(n - 1);
}

std::string line_chart(const LineChart& chart) { return Drawing(chart).finish(); }

}  // namespace podium
