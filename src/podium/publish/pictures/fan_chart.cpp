#include "podium/publish/pictures/fan_chart.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "podium/core/number_text.hpp"
#include "podium/publish/pictures/fan_data.hpp"
#include "podium/publish/pictures/value_axis.hpp"

namespace podium {
namespace {

constexpr double kPlotHeight = 400;
constexpr double kWidestName = 170;
constexpr double kWidestTick = 110;
constexpr double kGap = 8;
constexpr std::size_t kColours = 4;
constexpr std::size_t kYearTicks = 8;

std::string colour_of(std::size_t series) { return "series-" + std::to_string(series % kColours + 1); }

/// Whole years around all points.
Domain times_of(const std::vector<FanCurves>& curves) {
  std::vector<double> times;
  for (const FanCurves& series : curves) {
    for (const FanPoint& point : series.past) times.push_back(point.time);
    if (series.quantiles.empty()) continue;
    for (const FanPoint& point : series.quantiles.front()) times.push_back(point.time);
  }
  if (times.empty()) return {0, 1};
  const auto [first, last] = std::ranges::minmax(times);
  const Domain years{std::floor(first), std::ceil(last)};
  return years.low < years.high ? years : Domain{years.low - 1, years.high + 1};
}

class FanDrawing {
 public:
  explicit FanDrawing(const FanChart& picture) : picture_(picture), document_(caption_of(picture)) {
    for (const FanSeries& series : picture.series) curves_.push_back(fan_curves(series, picture.is_logarithmic));
    const double top = document_.top() + 2 * line_height(kSmallText) + 8;
    levels_ = {fan_domain(curves_, picture.is_logarithmic), top + kPlotHeight, top};
    ticks_ = fan_ticks(levels_.domain, picture.is_logarithmic);
    double label = 0;
    for (const Tick& tick : ticks_) label = std::max(label, text_width(tick.label, kSmallText));
    double name = 0;
    for (const FanSeries& series : picture.series) {
      name = std::max(name, text_width(one_line(series.name), kStrongText));
    }
    times_ = {times_of(curves_), kSvgMargin + std::min(label, kWidestTick) + kGap + 6,
              kSvgWidth - kSvgMargin - std::min(name, kWidestName) - 2 * kGap};
  }

  std::string finish() {
    for (const std::string& line : wrapped_text(picture_.axis_title, kSmallText, kSvgWidth - 2 * kSvgMargin, 1)) {
      document_.text({kSvgMargin, document_.top() + kSmallText.size}, line, kSmallText, SvgAnchor::Start, "soft");
    }
    draw_ticks();
    for (std::size_t i = 0; i < curves_.size(); ++i) draw_bands(curves_[i], colour_of(i));
    draw_mark();
    for (std::size_t i = 0; i < curves_.size(); ++i) draw_lines(curves_[i], colour_of(i));
    draw_names();
    return document_.finish(levels_.from + line_height(kSmallText) + 10);
  }

 private:
  static SvgCaption caption_of(const FanChart& picture) {
    std::string about = picture.subtitle + " " + picture.axis_title + ".";
    for (const FanSeries& series : picture.series) about += " " + series.name + ";";
    about += " " + picture.mark_text;
    return {picture.id, picture.title, picture.subtitle, picture.source, std::move(about)};
  }

  SvgPoint at(FanPoint point) const { return {times_.at(point.time), levels_.at(point.level)}; }

  std::vector<SvgPoint> placed(const std::vector<FanPoint>& curve) const {
    std::vector<SvgPoint> points;
    for (const FanPoint& point : held_within(curve, levels_.domain)) points.push_back(at(point));
    return points;
  }

  void draw_ticks() {
    for (const Tick& tick : ticks_) {
      const double y = levels_.at(tick.value);
      document_.line({times_.from, y}, {times_.to, y}, "grid");
      document_.text({times_.from - kGap, y + 0.36 * kSmallText.size}, tick.label, kSmallText, SvgAnchor::End, "soft");
    }
    document_.line({times_.from, levels_.from}, {times_.to, levels_.from}, "edge");
    for (const double year : round_ticks(times_.domain, kYearTicks)) {
      if (year != std::floor(year)) continue;
      const double x = times_.at(year);
      document_.line({x, levels_.from}, {x, levels_.from + 5}, "edge");
      document_.text({x, levels_.from + line_height(kSmallText) + 4}, shortest(year), kSmallText, SvgAnchor::Middle,
                     "soft");
    }
  }

  void draw_bands(const FanCurves& curves, const std::string& colour) {
    const std::size_t count = curves.quantiles.size();
    for (std::size_t q = 0; q < count / 2; ++q) {
      std::vector<SvgPoint> outline = placed(curves.quantiles[q]);
      const std::vector<SvgPoint> upper = placed(curves.quantiles[count - 1 - q]);
      outline.insert(outline.end(), upper.rbegin(), upper.rend());
      document_.polygon(outline, colour);
    }
  }

  void draw_lines(const FanCurves& curves, const std::string& colour) {
    if (!curves.quantiles.empty()) {
      document_.polyline(placed(curves.quantiles[curves.quantiles.size() / 2]), "median " + colour);
    }
    document_.polyline(placed(curves.past), "past " + colour);
    for (const SvgPoint& point : placed(curves.past)) document_.circle(point, 3.2, colour);
  }

  /// Its text stands above the plot, on the side that has more room.
  void draw_mark() {
    if (!picture_.mark_time || !std::isfinite(*picture_.mark_time)) return;
    const double time = *picture_.mark_time;
    if (time < times_.domain.low || time > times_.domain.high) return;
    const double x = times_.at(time);
    const double base = levels_.to - 8;
    document_.line({x, levels_.to - 4}, {x, levels_.from}, "dashed");
    const bool is_left = x - kSvgMargin > kSvgWidth - kSvgMargin - x;
    const double room = is_left ? x - kSvgMargin : kSvgWidth - kSvgMargin - x;
    const std::string words = fitted_text(picture_.mark_text, kSmallText, room);
    document_.text({x, base}, words, kSmallText, is_left ? SvgAnchor::End : SvgAnchor::Start);
  }

  /// Beside the median's end, or the past's.
  void draw_names() {
    std::vector<double> wanted;
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < curves_.size(); ++i) {
      const FanCurves& curves = curves_[i];
      const std::vector<FanPoint>& last =
          curves.quantiles.empty() ? curves.past : curves.quantiles[curves.quantiles.size() / 2];
      if (last.empty()) continue;
      wanted.push_back(levels_.at(last.back().level));
      named.push_back(i);
    }
    const std::vector<double> rows = spread(wanted, line_height(kStrongText), levels_.to + 8, levels_.from - 4);
    for (std::size_t i = 0; i < named.size(); ++i) {
      const double x = times_.to + kGap;
      document_.text({x, rows[i] + 0.36 * kStrongText.size},
                     fitted_text(picture_.series[named[i]].name, kStrongText, kSvgWidth - kSvgMargin - x), kStrongText,
                     SvgAnchor::Start, colour_of(named[i]));
    }
  }

  const FanChart& picture_;
  SvgDocument document_;
  std::vector<FanCurves> curves_;
  std::vector<Tick> ticks_;
  PixelAxis levels_;  ///< from the plot's bottom to its top
  PixelAxis times_;
};

}  // namespace

std::string fan_chart(const FanChart& picture) { return FanDrawing(picture).finish(); }

}  // namespace podium
