#include "podium/publish/pictures/value_axis.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

constexpr int kMostDecimals = 9;

double read(std::string_view text) {
  const auto number = parse_decimal(text);
  return number ? number->value : 0;
}

/// Decimals that show the value; ticks are computed, so a last digit may be off.
int decimals_of(double value) {
  int decimals = 0;
  while (decimals < kMostDecimals && std::abs(read(fixed(value, decimals)) - value) > 1e-9 * std::abs(value)) {
    ++decimals;
  }
  return decimals;
}

bool is_plain(double value) {
  const double size = std::abs(value);
  return size == 0 || (size >= 1e-6 && size < 1e15);
}

/// "3e-300", where the double is 3.0000000000000004e-300.
std::string with_exponent(double value) {
  const std::string text = shortest(value);
  const std::size_t mark = text.find('e');
  if (mark == std::string::npos) return text;
  return shortest(read(fixed(read(text.substr(0, mark)), 2))) + text.substr(mark);
}

}  // namespace

double PixelAxis::at(double value) const {
  const double share = share_of(domain, value);
  return std::isnan(share) ? share : from + std::clamp(share, 0.0, 1.0) * (to - from);
}

std::vector<Tick> labelled(const std::vector<double>& values) {
  const bool plain = std::ranges::all_of(values, is_plain);
  int decimals = 0;
  if (plain) {
    for (const double value : values) decimals = std::max(decimals, decimals_of(value));
  }
  std::vector<Tick> ticks;
  for (const double value : values) ticks.push_back({value, plain ? grouped(value, decimals) : with_exponent(value)});
  return ticks;
}

double draw_value_axis(SvgDocument& document, const PixelAxis& axis, double top, double bottom, std::size_t count) {
  const double base = bottom + line_height(kSmallText);
  double free = 0;
  for (const Tick& tick : labelled(round_ticks(axis.domain, count))) {
    const double x = axis.at(tick.value);
    document.line({x, top}, {x, bottom}, tick.value == 0 ? "edge" : "grid");
    const double half = text_width(tick.label, kSmallText) / 2;
    if (x - half < free || x + half > kSvgWidth) continue;
    document.text({x, base}, tick.label, kSmallText, SvgAnchor::Middle, "soft");
    free = x + half + 6;
  }
  return base + 6;
}

}  // namespace podium
