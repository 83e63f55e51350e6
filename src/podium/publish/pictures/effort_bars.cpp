#include "podium/publish/pictures/effort_bars.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "podium/publish/pictures/value_axis.hpp"

namespace podium {
namespace {

constexpr double kWidestLabel = 0.4 * kSvgWidth;
constexpr double kWidestText = 210;
constexpr double kBarHeight = 13;
constexpr double kPitch = 20;  ///< from a row's upper bar to its lower one
constexpr double kBetweenRows = 14;
constexpr double kGap = 7;
constexpr double kCutAbove = 20;  ///< times the median
constexpr std::size_t kTicks = 5;

std::vector<double> sizes_of(const std::vector<EffortBar>& bars) {
  std::vector<double> sizes;
  for (const EffortBar& bar : bars) {
    for (const double effort : {bar.alone.value_or(0), bar.mix}) {
      if (std::isfinite(effort) && effort != 0) sizes.push_back(std::abs(effort));
    }
  }
  return sizes;
}

/// The size above which a bar is cut. The lower one of two middle sizes, so that one of two bars may be cut.
double limit_of(std::vector<double> sizes) {
  if (sizes.empty()) return std::numeric_limits<double>::infinity();
  std::ranges::sort(sizes);
  return kCutAbove * sizes[(sizes.size() - 1) / 2];
}

Domain domain_of(std::vector<double> sizes, double limit) {
  std::erase_if(sizes, [&](double size) { return size > limit; });
  sizes.push_back(0);
  return round_domain(sizes, kTicks);
}

std::string impossible_text(const EffortBars& picture, const EffortBar& bar) {
  return bar.alone_text.empty() ? picture.impossible : picture.impossible + ": " + bar.alone_text;
}

class EffortDrawing {
 public:
  explicit EffortDrawing(const EffortBars& picture)
      : picture_(picture),
        document_(caption_of(picture)),
        limit_(limit_of(sizes_of(picture.bars))),
        axis_{.domain = domain_of(sizes_of(picture.bars), limit_)} {
    double label = 60;
    double text = 0;
    for (const EffortBar& bar : picture.bars) {
      label = std::max(label, text_width(one_line(bar.label), kLabelText));
      text = std::max(text, bar.alone ? text_width(one_line(bar.alone_text), kSmallText) : 0);
      text = std::max(text, text_width(one_line(mix_text(bar)), kSmallText));
    }
    label_width_ = std::min(label, kWidestLabel);
    axis_.from = kSvgMargin + label_width_ + 16;
    text_width_ = std::min(text, kWidestText);
    axis_.to = kSvgWidth - kSvgMargin - text_width_ - kGap;
  }

  std::string finish() {
    const double top = draw_legend();
    std::vector<std::vector<std::string>> labels;
    std::vector<double> tops;
    double y = top + 6;
    for (const EffortBar& bar : picture_.bars) {
      labels.push_back(wrapped_text(bar.label, kLabelText, label_width_, 2));
      tops.push_back(y);
      y += 2 * kPitch + kBetweenRows;
    }
    double bottom = draw_value_axis(document_, axis_, top, y - kBetweenRows / 2, kTicks);
    for (std::size_t i = 0; i < tops.size(); ++i) draw_row(picture_.bars[i], labels[i], tops[i]);
    const double right = kSvgWidth - kSvgMargin;
    for (const std::string& line : wrapped_text(picture_.axis_title, kSmallText, right - axis_.from, 2)) {
      bottom += line_height(kSmallText);
      document_.text({axis_.from, bottom}, line, kSmallText, SvgAnchor::Start, "soft");
    }
    return document_.finish(bottom);
  }

 private:
  static SvgCaption caption_of(const EffortBars& picture) {
    std::string about = picture.subtitle;
    for (const EffortBar& bar : picture.bars) {
      about += " " + bar.label + ": " + picture.alone_title + " " +
               (bar.alone ? bar.alone_text : impossible_text(picture, bar)) + ", " + picture.mix_title + " " +
               bar.mix_text + (bar.is_at_bound ? " (" + picture.at_bound + ")" : "") + ";";
    }
    return {picture.id, picture.title, picture.subtitle, picture.source, std::move(about)};
  }

  std::string mix_text(const EffortBar& bar) const {
    return bar.is_at_bound && !picture_.at_bound.empty() ? bar.mix_text + " · " + picture_.at_bound : bar.mix_text;
  }

  /// Side by side where there is room, otherwise below each other. Returns where the rows may begin.
  double draw_legend() {
    constexpr double kSwatch = 28;
    double x = kSvgMargin;
    double y = document_.top();
    for (const auto& [words, kind] :
         {std::pair(&picture_.alone_title, "alone"), std::pair(&picture_.mix_title, "mix")}) {
      const double room = kSvgWidth - 2 * kSvgMargin - kSwatch;
      const std::string title = fitted_text(*words, kSmallText, room);
      const double width = kSwatch + text_width(title, kSmallText);
      if (x > kSvgMargin && x + width > kSvgWidth - kSvgMargin) {
        x = kSvgMargin;
        y += line_height(kSmallText) + 2;
      }
      document_.rectangle({x, y}, 20, kBarHeight, kind);
      document_.text({x + kSwatch, y + kBarHeight - 1}, title, kSmallText);
      x += width + 24;
    }
    return y + line_height(kSmallText) + 6;
  }

  void draw_row(const EffortBar& bar, const std::vector<std::string>& label, double top) {
    const double middle = top + kPitch;
    double y = middle - static_cast<double>(label.size()) * line_height(kLabelText) / 2;
    for (const std::string& line : label) {
      y += line_height(kLabelText);
      document_.text({kSvgMargin, y - 0.3 * kLabelText.size}, line, kLabelText);
    }
    if (bar.alone) {
      draw_bar(*bar.alone, bar.alone_text, top, "alone");
    } else {
      write({axis_.from + kGap, top}, impossible_text(picture_, bar), kSvgWidth - kSvgMargin - axis_.from - kGap,
            "soft");
    }
    const double end = draw_bar(bar.mix, mix_text(bar), top + kPitch, "mix");
    if (bar.is_at_bound) document_.line({end, top + kPitch}, {end, top + kPitch + kPitch - 3}, "bound");
  }

  /// Returns where the bar ends.
  double draw_bar(double effort, std::string_view words, double top, std::string_view kind) {
    const double y = top + (kPitch - kBarHeight) / 2;
    const double end = std::isfinite(effort) ? axis_.at(std::abs(effort)) : axis_.from;
    if (end > axis_.from) {
      document_.rectangle({axis_.from, y}, end - axis_.from, kBarHeight, kind);
    } else if (effort == 0) {
      document_.line({end, y}, {end, y + kBarHeight}, "none");
    }
    if (std::isfinite(effort) && std::abs(effort) > limit_) {
      for (const double shift : {-18.0, -11.0}) {
        document_.line({end + shift - 3, y + kBarHeight}, {end + shift + 3, y}, "cut");
      }
    }
    write({end + kGap, top}, words, text_width_, kind == "mix" ? "" : "soft");
    return end;
  }

  void write(SvgPoint at, std::string_view words, double width, std::string_view tone) {
    document_.text({at.x, at.y + kPitch / 2 + 0.36 * kSmallText.size}, fitted_text(words, kSmallText, width),
                   kSmallText, SvgAnchor::Start, tone);
  }

  const EffortBars& picture_;
  SvgDocument document_;
  double limit_;
  PixelAxis axis_;
  double label_width_ = 0;
  double text_width_ = 0;
};

}  // namespace

std::string effort_bars(const EffortBars& picture) { return EffortDrawing(picture).finish(); }

}  // namespace podium
