#pragma once

#include <string>
#include <vector>

namespace podium {

struct ShareCell {
  double share = 0;     ///< 0 to 1; NaN: no cell
  std::string title{};  ///< what it says in words
  bool marked = false;  ///< framed
};

/// Shares as shaded squares. Numbers stand in the cells, so that shades only lead the eye.
struct ShareGrid {
  std::string id;  ///< of the element; its title and description are id-title and id-about
  std::string title;
  std::string description;
  std::vector<std::string> columns;  ///< written above
  std::vector<std::vector<ShareCell>> rows;
  double cell_width = 18;  ///< pixels
};

/// The height of a row, and of the line above the first, in pixels: what stands beside the picture keeps to it.
inline constexpr double kGridRow = 20;

/// The grid as an SVG element of a fixed size. Cells of nothing are left out; a share below half a percent is shaded
/// without a number.
std::string share_grid(const ShareGrid& grid);

}  // namespace podium
