#include "podium/publish/pictures/rank_strip.hpp"

#include "podium/core/number_text.hpp"
#include "podium/publish/html.hpp"

namespace podium {
namespace {

std::string percent(double value) { return fixed(value, 2) + "%"; }

std::string across(std::string_view kind, const std::string& x, std::string_view from, std::string_view to) {
  return "<line class=\"" + std::string(kind) + "\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"" + std::string(from) +
         "\" y2=\"" + std::string(to) + "\"/>";
}

/// From the middle of the first rank to the middle of the last.
std::string along(std::string_view kind, RankSpan span, std::size_t ranks) {
  if (span.first == 0) return {};
  return "<line class=\"" + std::string(kind) + "\" x1=\"" + percent(rank_middle(span.first, ranks)) + "\" x2=\"" +
         percent(rank_middle(span.last, ranks)) + "\" y1=\"12\" y2=\"12\"/>";
}

std::string whiskers(RankSpan span, std::size_t ranks) {
  if (span.first == 0) return {};
  return across("possible", percent(rank_middle(span.first, ranks)), "7", "17") +
         across("possible", percent(rank_middle(span.last, ranks)), "7", "17");
}

}  // namespace

double rank_middle(Rank rank, std::size_t ranks) {
  return 100 * (static_cast<double>(rank) - 0.5) / static_cast<double>(ranks);
}

Stretch rank_stretch(RankSpan span, std::size_t ranks) {
  const double width = 100 / static_cast<double>(ranks);
  return {(static_cast<double>(span.first) - 1) * width, static_cast<double>(span.last - span.first + 1) * width};
}

std::string rank_strip(const RankStrip& strip) {
  std::string svg =
      "<svg class=\"strip\" role=\"img\" width=\"100%\" height=\"24\"><title>" + escaped(strip.title) + "</title>";
  for (const double rank : rank_ticks(strip.ranks)) {
    svg += across("grid", percent(rank_middle(static_cast<Rank>(rank), strip.ranks)), "0", "24");
  }
  if (strip.interval.first > 0) {
    const Stretch stretch = rank_stretch(strip.interval, strip.ranks);
    svg += "<rect class=\"interval\" x=\"" + percent(stretch.start) + "\" width=\"" + percent(stretch.width) +
           "\" y=\"7\" height=\"10\"/>";
  }
  svg += along("reach", strip.possible, strip.ranks) + along("met", strip.met, strip.ranks) +
         whiskers(strip.possible, strip.ranks);
  if (strip.median > 0) svg += across("median", percent(rank_middle(strip.median, strip.ranks)), "4", "20");
  if (strip.published > 0) {
    svg += "<circle class=\"published\" cx=\"" + percent(rank_middle(strip.published, strip.ranks)) +
           "\" cy=\"12\" r=\"4\"/>";
  }
  return svg + "</svg>";
}

std::string rank_axis(std::size_t ranks) {
  std::string svg = "<svg class=\"axis\" aria-hidden=\"true\" focusable=\"false\" width=\"100%\" height=\"16\">";
  for (const double rank : rank_ticks(ranks)) {
    svg += "<text x=\"" + percent(rank_middle(static_cast<Rank>(rank), ranks)) + "\" y=\"12\">" + fixed(rank, 0) +
           "</text>";
  }
  return svg + "</svg>";
}

}  // namespace podium
