#include "podium/publish/pictures/slope_chart.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "podium/publish/pictures/svg_document.hpp"

namespace podium {
namespace {

constexpr double kRow = 25;
constexpr double kSkip = 18;  ///< for ranks that nobody has
constexpr double kWidestSide = 250;
constexpr double kGap = 12;  ///< between a point and its label
constexpr std::size_t kUnranked = std::numeric_limits<std::size_t>::max();

/// A rank as a place on the scale: unranked below all.
std::size_t place_of(std::size_t rank) { return rank == 0 ? kUnranked : rank; }

enum class SlopeSide { Before, After };

std::size_t place_on(const SlopeLine& line, SlopeSide side) {
  return place_of(side == SlopeSide::Before ? line.before : line.after);
}

/// The places that occur, each with the rows that its fuller side needs.
std::map<std::size_t, std::size_t> rows_by_place(const std::vector<SlopeLine>& lines) {
  std::map<std::size_t, std::size_t> rows;
  for (const SlopeSide side : {SlopeSide::Before, SlopeSide::After}) {
    std::map<std::size_t, std::size_t> count;
    for (const SlopeLine& line : lines) ++count[place_on(line, side)];
    for (const auto& [place, number] : count) rows[place] = std::max(rows[place], number);
  }
  return rows;
}

std::string text_of(const SlopeLine& line, SlopeSide side) {
  const std::size_t rank = side == SlopeSide::Before ? line.before : line.after;
  return rank == 0 ? line.label : std::to_string(rank) + " " + line.label;
}

const TextStyle& style_of(const SlopeLine& line) { return line.is_subject ? kStrongText : kLabelText; }

std::string_view movement_of(const SlopeLine& line) {
  const std::size_t before = place_of(line.before);
  const std::size_t after = place_of(line.after);
  return after < before ? "up" : after > before ? "down" : "same";
}

class SlopeDrawing {
 public:
  explicit SlopeDrawing(const SlopeChart& picture) : picture_(picture), document_(caption_of(picture)) {
    left_ = kSvgMargin + width_of(SlopeSide::Before) + kGap;
    right_ = kSvgWidth - kSvgMargin - width_of(SlopeSide::After) - kGap;
  }

  std::string finish() {
    draw_titles();
    const double bottom = draw_scale();
    const std::vector<double> before = heights_on(SlopeSide::Before);
    const std::vector<double> after = heights_on(SlopeSide::After);
    for (const bool is_subject : {false, true}) {
      for (std::size_t i = 0; i < picture_.lines.size(); ++i) {
        if (picture_.lines[i].is_subject == is_subject) draw_line(picture_.lines[i], before[i], after[i]);
      }
    }
    return document_.finish(bottom);
  }

 private:
  static SvgCaption caption_of(const SlopeChart& picture) {
    std::string about = picture.subtitle + " " + picture.before_title + " → " + picture.after_title + ": ";
    const auto text = [&](std::size_t rank) { return rank == 0 ? picture.unranked : std::to_string(rank); };
    for (const SlopeLine& line : picture.lines) {
      about += line.label + " " + text(line.before) + " → " + text(line.after) + "; ";
    }
    return {picture.id, picture.title, picture.subtitle, picture.source, std::move(about)};
  }

  double width_of(SlopeSide side) const {
    double width = 80;
    for (const SlopeLine& line : picture_.lines) {
      width = std::max(width, text_width(one_line(text_of(line, side)), style_of(line)));
    }
    return std::min(width, kWidestSide);
  }

  void draw_titles() {
    const double y = document_.top() + kLabelText.size;
    document_.text({left_, y}, fitted_text(picture_.before_title, kStrongText, left_ - kSvgMargin), kStrongText,
                   SvgAnchor::End);
    document_.text({right_, y}, fitted_text(picture_.after_title, kStrongText, kSvgWidth - kSvgMargin - right_),
                   kStrongText);
  }

  double draw_scale() {
    double y = document_.top() + kLabelText.size + 14;
    double from = y;
    std::size_t last = 0;
    for (const auto& [place, rows] : rows_by_place(picture_.lines)) {
      if (place == kUnranked) {
        draw_axes(from, y, "axis");
        y = from = draw_unranked_rule(y);
      } else if (last != 0 && place > last + 1) {
        draw_axes(from, y, "axis");
        draw_axes(y, y + kSkip, "skipped");
        y = from = y + kSkip;
      }
      tops_[place] = y;
      y += kRow * static_cast<double>(rows);
      last = place;
    }
    draw_axes(from, y, "axis");
    return y;
  }

  void draw_axes(double from, double to, std::string_view kind) {
    if (from == to) return;
    for (const double x : {left_, right_}) document_.line({x, from}, {x, to}, kind);
  }

  /// Returns where the unranked ones begin.
  double draw_unranked_rule(double y) {
    document_.line({kSvgMargin, y + 8}, {kSvgWidth - kSvgMargin, y + 8}, "dashed");
    const double base = y + 8 + line_height(kSmallText);
    const auto has = [&](SlopeSide side) {
      return std::ranges::any_of(picture_.lines, [&](const SlopeLine& l) { return place_on(l, side) == kUnranked; });
    };
    if (has(SlopeSide::Before)) {
      document_.text({left_ - kGap, base}, fitted_text(picture_.unranked, kSmallText, left_ - kGap - kSvgMargin),
                     kSmallText, SvgAnchor::End, "soft");
    }
    if (has(SlopeSide::After)) {
      const double width = kSvgWidth - kSvgMargin - right_ - kGap;
      document_.text({right_ + kGap, base}, fitted_text(picture_.unranked, kSmallText, width), kSmallText,
                     SvgAnchor::Start, "soft");
    }
    return base + 6;
  }

  /// Where each line's point stands. Units of one rank are ordered by their rank on the other side, so that their lines
  /// do not cross near the labels.
  std::vector<double> heights_on(SlopeSide side) const {
    const SlopeSide other = side == SlopeSide::Before ? SlopeSide::After : SlopeSide::Before;
    std::vector<std::size_t> order(picture_.lines.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
      return std::pair(place_on(picture_.lines[i], side), place_on(picture_.lines[i], other));
    });
    std::vector<double> heights(order.size());
    std::map<std::size_t, double> next = tops_;
    for (const std::size_t i : order) {
      double& free = next.at(place_on(picture_.lines[i], side));
      heights[i] = free + kRow / 2;
      free += kRow;
    }
    return heights;
  }

  void draw_line(const SlopeLine& line, double before, double after) {
    const std::string_view movement = movement_of(line);
    const std::string kind(line.is_subject ? "subject" : movement);
    const SvgPoint ends[] = {{left_, before}, {right_, after}};
    document_.polyline(ends, "change " + kind);
    const double radius = line.is_subject ? 6 : 4;
    for (const SvgPoint& end : ends) document_.circle(end, radius, kind);
    draw_label(line, SlopeSide::Before, {left_ - kGap, before}, SvgAnchor::End);
    draw_label(line, SlopeSide::After, {right_ + kGap, after}, SvgAnchor::Start);
  }

  void draw_label(const SlopeLine& line, SlopeSide side, SvgPoint at, SvgAnchor anchor) {
    const TextStyle& style = style_of(line);
    const double width = side == SlopeSide::Before ? at.x - kSvgMargin : kSvgWidth - kSvgMargin - at.x;
    const std::string_view movement = movement_of(line);
    document_.text({at.x, at.y + 0.36 * style.size}, fitted_text(text_of(line, side), style, width), style, anchor,
                   line.is_subject      ? ""
                   : movement == "same" ? "soft"
                                        : movement);
  }

  const SlopeChart& picture_;
  SvgDocument document_;
  double left_ = 0;
  double right_ = 0;
  std::map<std::size_t, double> tops_;  ///< of each place's rows
};

}  // namespace

std::string slope_chart(const SlopeChart& picture) { return SlopeDrawing(picture).finish(); }

}  // namespace podium
