#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/publish/pictures/svg_text.hpp"

namespace podium {

/// What stands around every picture that is a document of its own; localised by the caller.
struct SvgCaption {
  std::string id{};  ///< the title's and the description's ids are id-title and id-about
  std::string title{};
  std::string subtitle{};
  std::string source{};       ///< at the foot
  std::string description{};  ///< what the picture shows, for those who do not see it
};

/// Pixels from the page's upper left corner.
struct SvgPoint {
  double x = 0;
  double y = 0;

  bool operator==(const SvgPoint&) const = default;
};

enum class SvgAnchor { Start, Middle, End };

inline constexpr double kSvgWidth = 760;
inline constexpr double kSvgMargin = 24;

/// A picture as a whole SVG document: light background, heading, subtitle and source set and wrapped, its own style
/// sheet (limited to class podium-picture, so that two pictures may stand in one page), no script and no address
/// outside. Coordinates have two decimals. A shape with a coordinate that is not finite is left out.
class SvgDocument {
 public:
  explicit SvgDocument(SvgCaption caption);

  /// Where the drawing may begin, below the subtitle.
  double top() const { return top_; }

  /// `at` is on the text's base line. A tone is a class that the style sheet gives a colour to text: soft, up, down,
  /// total, series-1 to series-4. An empty text is left out.
  void text(SvgPoint at, std::string_view words, const TextStyle& style, SvgAnchor anchor = SvgAnchor::Start,
            std::string_view tone = {});
  void line(SvgPoint from, SvgPoint to, std::string_view kind);
  void rectangle(SvgPoint corner, double width, double height, std::string_view kind);
  void polyline(std::span<const SvgPoint> points, std::string_view kind);
  void polygon(std::span<const SvgPoint> points, std::string_view kind);
  void circle(SvgPoint centre, double radius, std::string_view kind);

  /// The document; `bottom` is where the drawing ends and the source may follow.
  std::string finish(double bottom) const;

 private:
  void shape(std::string_view element, std::span<const SvgPoint> points, std::string_view kind);

  SvgCaption caption_;
  std::string body_;
  double top_ = 0;
};

}  // namespace podium
