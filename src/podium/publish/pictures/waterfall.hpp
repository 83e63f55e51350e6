#pragma once

#include <string>
#include <vector>

namespace podium {

/// One cause of a change; texts are ready for print.
struct WaterfallStep {
  std::string label{};
  double change = 0;
  std::string value{};   ///< "+3.34"
  bool is_part = false;  ///< a part of the last step that is none: it does not advance the total
};

/// How a number came from its start to its end. The changes of the steps that are no parts should add up to end -
/// start, and those of parts to their step; the picture draws what is given.
struct Waterfall {
  std::string id{};
  std::string title{};
  std::string subtitle{};
  std::string source{};
  std::string start_label{};
  double start = 0;
  std::string start_value{};
  std::string end_label{};
  double end = 0;
  std::string end_value{};
  std::vector<WaterfallStep> steps{};
};

/// An SVG document with a row for the start, each step and the end. A step's bar reaches from the total before it to
/// the total after it; a part begins where the part before it ended, the first one where its step begins. Start and end
/// are bars from zero, or from the axis' edge with a white cut where the axis does not hold zero: it does unless the
/// changes would then take less than 40% of it. No change is a thin mark. What is not finite has no bar.
std::string waterfall(const Waterfall& picture);

}  // namespace podium
