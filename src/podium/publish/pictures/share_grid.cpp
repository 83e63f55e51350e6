#include "podium/publish/pictures/share_grid.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/number_text.hpp"
#include "podium/publish/html.hpp"

namespace podium {
namespace {

/// The faintest shade that is still seen.
constexpr double kFaintest = 0.06;
/// From here on a number stands out against the shade in the colour of the paper.
constexpr double kDark = 0.6;

std::string coordinate(double value) { return fixed(value, value == std::floor(value) ? 0 : 2); }

class GridDrawing {
 public:
  explicit GridDrawing(const ShareGrid& grid) : grid_(grid) {}

  std::string finish() {
    open();
    for (std::size_t i = 0; i < grid_.columns.size(); ++i) {
      text("head", middle(i), kGridRow - 6, grid_.columns[i]);
    }
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
      for (std::size_t i = 0; i < grid_.rows[row].size(); ++i) draw(grid_.rows[row][i], row, i);
    }
    return std::move(svg_) + "</svg>\n";
  }

 private:
  double middle(std::size_t column) const { return (static_cast<double>(column) + 0.5) * grid_.cell_width; }
  static double top(std::size_t row) { return static_cast<double>(row + 1) * kGridRow; }

  void open() {
    const std::string id = escaped(grid_.id);
    svg_ += "<svg class=\"shares\" role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-about\" width=\"" +
            coordinate(static_cast<double>(grid_.columns.size()) * grid_.cell_width) + "\" height=\"" +
            coordinate(top(grid_.rows.size())) + "\"><title id=\"" + id + "-title\">" + escaped(grid_.title) +
            "</title><desc id=\"" + id + "-about\">" + escaped(grid_.description) + "</desc>\n";
  }

  void text(std::string_view kind, double x, double y, const std::string& content) {
    svg_ += "<text class=\"" + std::string(kind) + "\" x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\">" +
            escaped(content) + "</text>\n";
  }

  void draw(const ShareCell& cell, std::size_t row, std::size_t column) {
    const bool seen = cell.share > 0;
    if (!seen && !cell.marked) return;
    svg_ += "<g><title>" + escaped(cell.title) + "</title><rect" + (cell.marked ? " class=\"marked\"" : "") + " x=\"" +
            coordinate(static_cast<double>(column) * grid_.cell_width + 0.5) + "\" y=\"" + coordinate(top(row) + 0.5) +
            "\" width=\"" + coordinate(grid_.cell_width - 1) + "\" height=\"" + coordinate(kGridRow - 1) +
            "\" fill-opacity=\"" + (seen ? fixed(std::clamp(cell.share, kFaintest, 1.0), 2) : std::string("0")) +
            "\"/>";
    if (const std::string number = fixed(100 * cell.share, 0); seen && number != "0") {
      text(cell.share >= kDark ? "on-dark" : "share", middle(column), top(row) + 14, number);
    }
    svg_ += "</g>\n";
  }

  const ShareGrid& grid_;
  std::string svg_;
};

}  // namespace

std::string share_grid(const ShareGrid& grid) { return GridDrawing(grid).finish(); }

}  // namespace podium
