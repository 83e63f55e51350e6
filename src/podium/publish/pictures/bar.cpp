#include "podium/publish/pictures/bar.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

std::string percent(double value) { return fixed(value, 2) + "%"; }

double percent_of(Domain domain, double value) { return 100 * std::clamp(share_of(domain, value), 0.0, 1.0); }

std::string mark(std::string_view kind, Domain domain, std::optional<double> value) {
  if (!value || std::isnan(*value)) return {};
  const std::string x = percent(percent_of(domain, *value));
  return "<line class=\"" + std::string(kind) + "\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"0\" y2=\"14\"/>";
}

}  // namespace

Stretch bar_stretch(Domain domain, double value) {
  const double from = percent_of(domain, 0);
  const double to = percent_of(domain, value);
  return {std::min(from, to), std::abs(to - from)};
}

std::string bar(const Bar& bar) {
  if (std::isnan(bar.value)) return {};
  const Stretch stretch = bar_stretch(bar.domain, bar.value);
  return "<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\" width=\"100%\" height=\"14\"><rect "
         "class=\"track\" y=\"3\" width=\"100%\" height=\"8\"/>"
         "<rect class=\"value\" y=\"3\" x=\"" +
         percent(stretch.start) + "\" width=\"" + percent(stretch.width) + "\" height=\"8\"/>" +
         mark("median", bar.domain, bar.median) + mark("leader", bar.domain, bar.leader) + "</svg>";
}

}  // namespace podium
