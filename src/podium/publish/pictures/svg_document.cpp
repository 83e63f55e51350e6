#include "podium/publish/pictures/svg_document.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "podium/core/number_text.hpp"
#include "podium/publish/html.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostHeadingLines = 4;
constexpr std::size_t kMostSubtitleLines = 6;
constexpr std::size_t kMostSourceLines = 6;
constexpr double kContentWidth = kSvgWidth - 2 * kSvgMargin;

// Blue and orange are told apart by colour-blind readers and, being of unequal lightness, in grey print. Every colour
// of text has a contrast of at least 4.5 to the white ground.
constexpr std::string_view kStyleSheet = R"css(
.podium-picture{max-width:100%;height:auto;font-family:"Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic",NanumGothic,"Noto Sans","Segoe UI","Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
.podium-picture text{fill:#17212b;stroke:#fff;stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
.podium-picture text.subtitle{fill:#46525e}
.podium-picture text.soft{fill:#5b6671}
.podium-picture text.up,.podium-picture text.series-1{fill:#24618f}
.podium-picture text.down,.podium-picture text.series-2{fill:#ad4e06}
.podium-picture text.series-3{fill:#0a6b52}
.podium-picture text.series-4{fill:#8a3a7a}
.podium-picture .paper{fill:#fff}
.podium-picture .accent{fill:#17212b}
.podium-picture line,.podium-picture polyline{fill:none;stroke-width:1}
.podium-picture .grid{stroke:#e3e7eb}
.podium-picture .edge{stroke:#8a949e}
.podium-picture .link{stroke:#8a949e}
.podium-picture .dashed{stroke:#8a949e;stroke-dasharray:4 4}
.podium-picture .axis{stroke:#c3cad1}
.podium-picture .skipped{stroke:#c3cad1;stroke-dasharray:1.5 3}
.podium-picture rect.up{fill:#2f6f9f}
.podium-picture rect.down{fill:#d9782d}
.podium-picture rect.up.part{fill:#8fb6d3}
.podium-picture rect.down.part{fill:#edb98c}
.podium-picture rect.total{fill:#5b6671}
.podium-picture .none{stroke:#5b6671;stroke-width:2}
.podium-picture .cut{stroke:#fff;stroke-width:3}
.podium-picture rect.alone{fill:#a6c6dd}
.podium-picture rect.mix{fill:#24618f}
.podium-picture line.bound{stroke:#ad4e06;stroke-width:3}
.podium-picture polyline.change{stroke-width:2}
.podium-picture polyline.up{stroke:#2f6f9f}
.podium-picture polyline.down{stroke:#d9782d}
.podium-picture polyline.same{stroke:#a3acb5}
.podium-picture polyline.subject{stroke:#17212b;stroke-width:4.5}
.podium-picture circle.up{fill:#2f6f9f}
.podium-picture circle.down{fill:#d9782d}
.podium-picture circle.same{fill:#a3acb5}
.podium-picture circle.subject{fill:#17212b}
.podium-picture polyline.past{stroke-width:2.5;stroke-linejoin:round}
.podium-picture polyline.median{stroke-width:2.5;stroke-dasharray:7 5}
.podium-picture polygon{stroke:none;fill-opacity:.16}
.podium-picture polyline.series-1{stroke:#2f6f9f}
.podium-picture circle.series-1,.podium-picture polygon.series-1{fill:#2f6f9f}
.podium-picture polyline.series-2{stroke:#d9782d}
.podium-picture circle.series-2,.podium-picture polygon.series-2{fill:#d9782d}
.podium-picture polyline.series-3{stroke:#0a7a5c}
.podium-picture circle.series-3,.podium-picture polygon.series-3{fill:#0a7a5c}
.podium-picture polyline.series-4{stroke:#a0408a}
.podium-picture circle.series-4,.podium-picture polygon.series-4{fill:#a0408a}
)css";

std::string coordinate(double value) { return fixed(value, 2); }

std::string attribute(std::string_view name, double value) {
  return " " + std::string(name) + "=\"" + coordinate(value) + "\"";
}

std::string class_of(std::string_view kind) { return " class=\"" + escaped(kind) + "\""; }

bool is_finite(SvgPoint point) { return std::isfinite(point.x) && std::isfinite(point.y); }

std::string rule_of(const TextStyle& style) {
  return ".podium-picture ." + std::string(style.name) + "{font-size:" + shortest(style.size) +
         "px;font-weight:" + (style.is_bold ? "700" : "400") + "}\n";
}

std::string style_element() {
  std::string element = "<style>" + std::string(kStyleSheet);
  for (const TextStyle& style : {kHeadingText, kSubtitleText, kLabelText, kStrongText, kSmallText}) {
    element += rule_of(style);
  }
  return element + "</style>\n";
}

}  // namespace

SvgDocument::SvgDocument(SvgCaption caption) : caption_(std::move(caption)) {
  rectangle({kSvgMargin, 0}, 48, 6, "accent");
  double y = 16;
  const auto write = [&](std::string_view words, const TextStyle& style, std::size_t most_lines) {
    for (const std::string& line : wrapped_text(words, style, kContentWidth, most_lines)) {
      y += line_height(style);
      text({kSvgMargin, y - 0.3 * style.size}, line, style);
    }
  };
  write(caption_.title, kHeadingText, kMostHeadingLines);
  y += 4;
  write(caption_.subtitle, kSubtitleText, kMostSubtitleLines);
  top_ = y + 16;
}

void SvgDocument::text(SvgPoint at, std::string_view words, const TextStyle& style, SvgAnchor anchor,
                       std::string_view tone) {
  if (words.empty() || !is_finite(at)) return;
  body_ += "<text" + class_of(std::string(style.name) + (tone.empty() ? "" : " ") + std::string(tone)) +
           attribute("x", at.x) + attribute("y", at.y);
  if (anchor == SvgAnchor::Middle) body_ += " text-anchor=\"middle\"";
  if (anchor == SvgAnchor::End) body_ += " text-anchor=\"end\"";
  body_ += ">" + escaped(one_line(words)) + "</text>\n";
}

void SvgDocument::line(SvgPoint from, SvgPoint to, std::string_view kind) {
  if (!is_finite(from) || !is_finite(to)) return;
  body_ += "<line" + class_of(kind) + attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) +
           attribute("y2", to.y) + "/>\n";
}

void SvgDocument::rectangle(SvgPoint corner, double width, double height, std::string_view kind) {
  if (!is_finite(corner) || !std::isfinite(width) || !std::isfinite(height)) return;
  body_ += "<rect" + class_of(kind) + attribute("x", corner.x) + attribute("y", corner.y) +
           attribute("width", std::max(width, 0.0)) + attribute("height", std::max(height, 0.0)) + "/>\n";
}

void SvgDocument::shape(std::string_view element, std::span<const SvgPoint> points, std::string_view kind) {
  if (points.empty() || !std::ranges::all_of(points, is_finite)) return;
  body_ += "<" + std::string(element) + class_of(kind) + " points=\"";
  for (std::size_t i = 0; i < points.size(); ++i) {
    body_ += (i == 0 ? "" : " ") + coordinate(points[i].x) + "," + coordinate(points[i].y);
  }
  body_ += "\"/>\n";
}

void SvgDocument::polyline(std::span<const SvgPoint> points, std::string_view kind) { shape("polyline", points, kind); }

void SvgDocument::polygon(std::span<const SvgPoint> points, std::string_view kind) { shape("polygon", points, kind); }

void SvgDocument::circle(SvgPoint centre, double radius, std::string_view kind) {
  if (!is_finite(centre) || !std::isfinite(radius)) return;
  body_ += "<circle" + class_of(kind) + attribute("cx", centre.x) + attribute("cy", centre.y) + attribute("r", radius) +
           "/>\n";
}

std::string SvgDocument::finish(double bottom) const {
  SvgDocument whole = *this;
  double y = bottom + 12;
  for (const std::string& line : wrapped_text(caption_.source, kSmallText, kContentWidth, kMostSourceLines)) {
    y += line_height(kSmallText);
    whole.text({kSvgMargin, y - 4}, line, kSmallText, SvgAnchor::Start, "soft");
  }
  const std::string width = coordinate(kSvgWidth);
  const std::string height = coordinate(std::ceil(y + 14));
  const std::string id = safe_name(caption_.id);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"podium-picture\" viewBox=\"0 0 " + width + " " + height +
         "\" width=\"" + width + "\" height=\"" + height + "\" role=\"img\" aria-labelledby=\"" + id + "-title " + id +
         "-about\">\n<title id=\"" + id + "-title\">" + escaped(one_line(caption_.title)) + "</title>\n<desc id=\"" +
         id + "-about\">" + escaped(one_line(caption_.description)) + "</desc>\n" + style_element() +
         "<rect class=\"paper\" x=\"0\" y=\"0\" width=\"" + width + "\" height=\"" + height + "\"/>\n" + whole.body_ +
         "</svg>\n";
}

}  // namespace podium
