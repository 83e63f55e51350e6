#include "podium/publish/pictures/waterfall.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "podium/publish/pictures/value_axis.hpp"

namespace podium {
namespace {

constexpr double kWidestLabel = 0.45 * kSvgWidth;
constexpr double kWidestValue = 130;
constexpr double kPartIndent = 16;
constexpr double kGap = 7;  ///< between a bar and its text
constexpr double kLeastShare = 0.4;
constexpr std::size_t kTicks = 5;

enum class RowKind { Total, Step, Part };

struct WaterfallRow {
  RowKind kind;
  std::string_view label;
  std::string_view value;
  double from;  ///< for totals, the axis' base is used instead
  double to;
};

std::vector<WaterfallRow> rows_of(const Waterfall& picture) {
  std::vector<WaterfallRow> rows{
      {RowKind::Total, picture.start_label, picture.start_value, picture.start, picture.start}};
  double total = picture.start;
  double part = picture.start;
  for (const WaterfallStep& step : picture.steps) {
    double& from = step.is_part ? part : total;
    if (!step.is_part) part = total;
    rows.push_back({step.is_part ? RowKind::Part : RowKind::Step, step.label, step.value, from, from + step.change});
    if (std::isfinite(step.change)) from += step.change;
  }
  rows.push_back({RowKind::Total, picture.end_label, picture.end_value, picture.end, picture.end});
  return rows;
}

/// The share of a domain that lies between two values.
double share_between(Domain domain, double low, double high) { return share_of(domain, high) - share_of(domain, low); }

Domain domain_of(const std::vector<WaterfallRow>& rows) {
  std::vector<double> values;
  for (const WaterfallRow& row : rows) {
    for (const double value : {row.from, row.to}) {
      if (std::isfinite(value)) values.push_back(value);
    }
  }
  if (values.empty()) return {0, 1};
  const auto [least, most] = std::ranges::minmax(values);
  std::vector<double> with_zero = values;
  with_zero.push_back(0);
  const Domain whole = round_domain(with_zero, kTicks);
  if (least == most || share_between(whole, least, most) >= kLeastShare) return whole;
  // Room for a stump of the bars of start and end, which stand on the edge towards zero.
  const double room = (most - least) / 5;
  if (least > 0) values.push_back(std::max(least - room, 0.0));
  if (most < 0) values.push_back(std::min(most + room, 0.0));
  return round_domain(values, kTicks);
}

const TextStyle& style_of(RowKind kind) {
  return kind == RowKind::Total ? kStrongText : kind == RowKind::Step ? kLabelText : kSmallText;
}

double indent_of(RowKind kind) { return kind == RowKind::Part ? kPartIndent : 0; }
double thickness_of(RowKind kind) { return kind == RowKind::Part ? 11 : 20; }

class WaterfallDrawing {
 public:
  explicit WaterfallDrawing(const Waterfall& picture)
      : rows_(rows_of(picture)), document_(caption_of(picture)), axis_{.domain = domain_of(rows_)} {
    double label = 60;
    double value = 0;
    for (const WaterfallRow& row : rows_) {
      label = std::max(label, indent_of(row.kind) + text_width(row.label, style_of(row.kind)));
      value = std::max(value, text_width(row.value, style_of(row.kind)));
    }
    label_width_ = std::min(label, kWidestLabel);
    axis_.from = kSvgMargin + label_width_ + 16;
    axis_.to = kSvgWidth - kSvgMargin - std::min(value, kWidestValue) - kGap;
  }

  std::string finish() {
    const std::vector<std::vector<std::string>> labels = wrapped_labels();
    std::vector<double> middles;
    double y = document_.top();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const double height = height_of(rows_[i].kind, labels[i].size());
      middles.push_back(y + height / 2);
      y += height;
    }
    const double bottom = draw_value_axis(document_, axis_, document_.top(), y, kTicks);
    draw_links(middles);
    for (std::size_t i = 0; i < rows_.size(); ++i) draw_row(rows_[i], labels[i], middles[i]);
    return document_.finish(bottom);
  }

 private:
  static SvgCaption caption_of(const Waterfall& picture) {
    std::string about = picture.subtitle + " " + picture.start_label + " " + picture.start_value;
    for (const WaterfallStep& step : picture.steps) about += "; " + step.label + " " + step.value;
    about += "; " + picture.end_label + " " + picture.end_value;
    return {picture.id, picture.title, picture.subtitle, picture.source, std::move(about)};
  }

  static double height_of(RowKind kind, std::size_t lines) {
    const double text = static_cast<double>(lines) * line_height(style_of(kind));
    return std::max(text + 4, kind == RowKind::Part ? 24.0 : 34.0);
  }

  std::vector<std::vector<std::string>> wrapped_labels() const {
    std::vector<std::vector<std::string>> labels;
    for (const WaterfallRow& row : rows_) {
      labels.push_back(wrapped_text(row.label, style_of(row.kind), label_width_ - indent_of(row.kind), 2));
    }
    return labels;
  }

  double base() const { return std::clamp(0.0, axis_.domain.low, axis_.domain.high); }

  /// A thin line from where a total stands to the next row that starts there.
  void draw_links(const std::vector<double>& middles) {
    std::size_t last = 0;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (rows_[i].kind == RowKind::Part) continue;
      const double x = axis_.at(rows_[last].to);
      document_.line({x, middles[last]}, {x, middles[i]}, "link");
      last = i;
    }
  }

  void draw_row(const WaterfallRow& row, const std::vector<std::string>& label, double middle) {
    const TextStyle& style = style_of(row.kind);
    double y = middle - static_cast<double>(label.size()) * line_height(style) / 2;
    for (const std::string& line : label) {
      y += line_height(style);
      document_.text({kSvgMargin + indent_of(row.kind), y - 0.3 * style.size}, line, style, SvgAnchor::Start,
                     row.kind == RowKind::Part ? "soft" : "");
    }
    draw_bar(row, middle);
  }

  void draw_bar(const WaterfallRow& row, double middle) {
    const bool is_total = row.kind == RowKind::Total;
    const double from = axis_.at(is_total ? base() : row.from);
    const double to = axis_.at(row.to);
    if (!std::isfinite(row.from) || !std::isfinite(row.to)) {
      draw_value(row, {axis_.from + kGap, middle}, SvgAnchor::Start, "soft");
      return;
    }
    const double half = thickness_of(row.kind) / 2;
    const bool is_rise = row.to >= row.from;
    const std::string kind = is_total ? "total" : std::string(is_rise ? "up" : "down");
    if (from == to) {
      document_.line({to, middle - half}, {to, middle + half}, "none");
    } else {
      document_.rectangle({std::min(from, to), middle - half}, std::abs(to - from), 2 * half,
                          kind + (row.kind == RowKind::Part ? " part" : ""));
    }
    if (is_total && base() != 0) draw_cut(from, middle, half);
    const double width = text_width(row.value, style_of(row.kind));
    const bool goes_left = is_total ? to < from : !is_rise;
    if (goes_left && to - kGap - width > axis_.from) {
      draw_value(row, {to - kGap, middle}, SvgAnchor::End, is_total ? "" : "down");
    } else {
      draw_value(row, {std::max(from, to) + kGap, middle}, SvgAnchor::Start,
                 is_total || row.to == row.from ? "" : kind);
    }
  }

  /// The bar begins somewhere beyond the axis' edge.
  void draw_cut(double edge, double middle, double half) {
    const double x = edge + (edge == axis_.from ? 6 : -6);
    for (const double shift : {-2.5, 3.5}) {
      document_.line({x + shift - 3, middle + half}, {x + shift + 3, middle - half}, "cut");
    }
  }

  void draw_value(const WaterfallRow& row, SvgPoint at, SvgAnchor anchor, std::string_view tone) {
    const TextStyle& style = style_of(row.kind);
    document_.text({at.x, at.y + 0.36 * style.size}, fitted_text(row.value, style, kWidestValue), style, anchor, tone);
  }

  std::vector<WaterfallRow> rows_;
  SvgDocument document_;
  PixelAxis axis_;
  double label_width_ = 0;
};

}  // namespace

std::string waterfall(const Waterfall& picture) { return WaterfallDrawing(picture).finish(); }

}  // namespace podium
