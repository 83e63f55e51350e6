#pragma once

#include <optional>
#include <string>
#include <vector>

namespace podium {

/// What one indicator would have to change; texts are ready for print.
struct EffortBar {
  std::string label{};
  std::optional<double> alone{};  ///< effort if only this indicator changes; none: that is not possible
  std::string alone_text{};       ///< where that is not possible, what would be: "rank 4 at best"
  double mix = 0;                 ///< its effort within the cheapest mix
  std::string mix_text{};
  bool is_at_bound = false;  ///< the mix uses all that is possible here
};

/// What a better rank would take; texts are ready for print.
struct EffortBars {
  std::string id{};
  std::string title{};
  std::string subtitle{};
  std::string source{};
  std::string alone_title{};
  std::string mix_title{};
  std::string impossible{};  ///< "not possible alone"
  std::string at_bound{};    ///< "at its bound"
  std::string axis_title{};
  std::vector<EffortBar> bars{};
};

/// An SVG document with two bars for each indicator: alone (light) and in the mix (strong), each as long as its
/// effort's size, whatever its sign. A bar more than 20 times the median of those that are not 0 is cut at the axis'
/// end, with a mark; its text says the value. No effort is a thin mark; what is not finite has its text only.
std::string effort_bars(const EffortBars& picture);

}  // namespace podium
