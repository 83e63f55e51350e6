#include "podium/publish/pictures/influence_bar.hpp"

#include <cmath>
#include <string_view>

#include "podium/core/number_text.hpp"
#include "podium/publish/pictures/bar.hpp"

namespace podium {
namespace {

constexpr Domain kShares{0, 1};

std::string percent(double value) { return fixed(value, 2) + "%"; }

std::string drawn(std::string_view kind, const EstimatedShare& share, double top) {
  const std::string middle = fixed(top + 4, 0);
  return "<rect class=\"" + std::string(kind) + "\" x=\"0%\" width=\"" +
         percent(bar_stretch(kShares, share.value).width) + "\" y=\"" + fixed(top, 0) +
         "\" height=\"8\"/><line class=\"range\" x1=\"" + percent(bar_stretch(kShares, share.low).width) + "\" x2=\"" +
         percent(bar_stretch(kShares, share.high).width) + "\" y1=\"" + middle + "\" y2=\"" + middle + "\"/>";
}

}  // namespace

std::string influence_bar(const InfluenceBar& bar) {
  if (std::isnan(bar.alone.value) || std::isnan(bar.together.value)) return {};
  return "<svg class=\"influence\" aria-hidden=\"true\" focusable=\"false\" width=\"100%\" height=\"24\"><line "
         "class=\"grid\" x1=\"50%\" x2=\"50%\" y1=\"0\" y2=\"24\"/><line class=\"grid\" x1=\"100%\" x2=\"100%\" "
         "y1=\"0\" y2=\"24\"/>" +
         drawn("alone", bar.alone, 3) + drawn("together", bar.together, 13) + "</svg>";
}

}  // namespace podium
