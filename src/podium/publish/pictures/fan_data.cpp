#include "podium/publish/pictures/fan_data.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "podium/core/math.hpp"
#include "podium/core/number_text.hpp"
#include "podium/publish/pictures/value_axis.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostTicks = 8;
constexpr double kLogarithmOfTen = 2.302585092994046;
constexpr double kRoom = 1.4771212547196624;  // log10(30)
/// Stands for the logarithm of 0: below every double's.
constexpr double kBottom = -400;
/// Levels beyond are as good as these, and leave room to count.
constexpr double kFarthest = 1e300;

double decimal_logarithm(double value) { return natural_logarithm(value) / kLogarithmOfTen; }

double level_of(double value, bool is_logarithmic) {
  if (!is_logarithmic) return std::clamp(value, -kFarthest, kFarthest);
  return value > 0 ? decimal_logarithm(value) : kBottom;
}

bool is_drawn(double time, double value, bool is_logarithmic) {
  return std::isfinite(time) && std::isfinite(value) && (value > 0 || !is_logarithmic);
}

double value_at(double level, bool is_logarithmic) {
  return is_logarithmic ? exponential(level * kLogarithmOfTen) : level;
}

void add_range(Domain& range, const std::vector<FanPoint>& curve) {
  for (const FanPoint& point : curve) {
    if (point.level <= kBottom) continue;
    range.low = std::min(range.low, point.level);
    range.high = std::max(range.high, point.level);
  }
}

Domain empty_range() { return {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()}; }

std::vector<double> decimal_values(Domain domain, const std::vector<int>& factors, int stride) {
  std::vector<double> values;
  const int last = static_cast<int>(std::floor(domain.high));
  for (int power = static_cast<int>(std::floor(domain.low)); power <= last; ++power) {
    if (power % stride != 0) continue;
    for (const int factor : factors) {
      const auto value = parse_decimal(std::to_string(factor) + "e" + std::to_string(power));
      if (!value) continue;  // beyond the range of double
      const double level = decimal_logarithm(value->value);
      if (level >= domain.low - 1e-9 && level <= domain.high + 1e-9) values.push_back(value->value);
    }
  }
  return values;
}

std::vector<double> logarithmic_values(Domain domain) {
  std::vector<double> values = decimal_values(domain, {1, 2, 5}, 1);
  for (int stride = 1; values.size() > kMostTicks; ++stride) values = decimal_values(domain, {1}, stride);
  if (values.size() >= 2) return values;
  values = round_ticks({value_at(domain.low, true), value_at(domain.high, true)}, 4);
  std::erase_if(values, [](double value) { return value <= 0; });
  return values;
}

}  // namespace

FanCurves fan_curves(const FanSeries& series, bool is_logarithmic) {
  FanCurves curves;
  for (std::size_t i = 0; i < std::min(series.times.size(), series.values.size()); ++i) {
    if (!is_drawn(series.times[i], series.values[i], is_logarithmic)) continue;
    curves.past.push_back({series.times[i], level_of(series.values[i], is_logarithmic)});
  }
  if (series.bands.empty() || series.bands.front().empty()) return curves;
  const std::size_t count = series.bands.front().size();
  curves.quantiles.resize(count);
  if (!curves.past.empty()) {
    for (std::vector<FanPoint>& curve : curves.quantiles) curve.push_back(curves.past.back());
  }
  for (std::size_t t = 0; t < std::min(series.future_times.size(), series.bands.size()); ++t) {
    const std::vector<double>& band = series.bands[t];
    const bool is_known = std::ranges::all_of(band, [](double value) { return std::isfinite(value); });
    if (band.size() != count || !is_known || !std::isfinite(series.future_times[t])) continue;
    for (std::size_t q = 0; q < count; ++q) {
      curves.quantiles[q].push_back({series.future_times[t], level_of(band[q], is_logarithmic)});
    }
  }
  return curves;
}

Domain fan_domain(const std::vector<FanCurves>& curves, bool is_logarithmic) {
  Domain readable = empty_range();
  Domain all = empty_range();
  for (const FanCurves& series : curves) {
    add_range(readable, series.past);
    if (!series.quantiles.empty()) add_range(readable, series.quantiles[series.quantiles.size() / 2]);
    for (const std::vector<FanPoint>& curve : series.quantiles) add_range(all, curve);
  }
  if (readable.low > readable.high) return {0, 1};
  const double spread = readable.high / 2 - readable.low / 2;
  const double room = is_logarithmic ? kRoom : std::min(6 * spread, kFarthest);
  const Domain held{std::min(readable.low, std::max(all.low, readable.low - room)),
                    std::max(readable.high, std::min(all.high, readable.high + room))};
  if (!is_logarithmic) return round_domain({held.low, held.high}, 5);
  const double pad = std::max(0.04 * (held.high - held.low), 0.02);
  return {held.low - pad, held.high + pad};
}

std::vector<Tick> fan_ticks(Domain domain, bool is_logarithmic) {
  if (!is_logarithmic) return labelled(round_ticks(domain, 5));
  std::vector<Tick> ticks;
  for (const double value : logarithmic_values(domain)) {
    // Each with its own decimals: 0.1, 1, 10.
    ticks.push_back({decimal_logarithm(value), labelled({value}).front().label});
  }
  return ticks;
}

std::vector<FanPoint> held_within(const std::vector<FanPoint>& curve, Domain domain) {
  std::vector<FanPoint> held;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    if (i > 0) {
      const FanPoint a = curve[i - 1];
      const FanPoint b = curve[i];
      std::vector<double> bounds{domain.low, domain.high};
      if (a.level > b.level) std::ranges::reverse(bounds);
      for (const double bound : bounds) {
        if ((a.level < bound) == (b.level < bound) || a.level == bound || b.level == bound) continue;
        held.push_back({a.time + share_of({a.level, b.level}, bound) * (b.time - a.time), bound});
      }
    }
    held.push_back({curve[i].time, std::clamp(curve[i].level, domain.low, domain.high)});
  }
  return held;
}

}  // namespace podium
