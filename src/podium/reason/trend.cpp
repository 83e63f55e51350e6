#include "podium/reason/trend.hpp"

#include <cassert>
#include <cmath>
#include <vector>

#include "podium/core/math.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/panel.hpp"
#include "podium/core/statistics.hpp"

namespace podium {
namespace {

bool is_level(double value) { return std::isfinite(value) && value > 0; }

}  // namespace

StraightLine least_squares_line(std::span<const double> times, std::span<const double> values) {
  assert(times.size() == values.size() && times.size() >= 2);
  const double mean_time = mean_of(times);
  const double mean_value = mean_of(values);
  double products = 0;
  double squares = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double distance = times[i] - mean_time;
    products += distance * (values[i] - mean_value);
    squares += distance * distance;
  }
  return {.origin = mean_time, .at_origin = mean_value, .slope = products / squares};
}

StraightLine theil_sen_line(std::span<const double> times, std::span<const double> values) {
  assert(times.size() == values.size() && times.size() >= 2);
  std::vector<double> slopes;
  slopes.reserve(times.size() * (times.size() - 1) / 2);
  for (std::size_t j = 1; j < times.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) slopes.push_back((values[j] - values[i]) / (times[j] - times[i]));
  }
  StraightLine line{.origin = times.front(), .slope = median_of(slopes)};
  std::vector<double> at_origin(times.size());
  for (std::size_t i = 0; i < times.size(); ++i) at_origin[i] = values[i] - line.slope * (times[i] - line.origin);
  line.at_origin = median_of(at_origin);
  return line;
}

double Trend::level(double time) const {
  return method == TrendMethod::TheilSen ? line.at(time) : exponential(line.at(time));
}

double Trend::growth(double time) const {
  if (method != TrendMethod::TheilSen) return exponential(line.slope) - 1;
  return line.at(time) > 0 ? line.slope / line.at(time) : kMissing;
}

Result<Trend> fit_trend(std::span<const SeriesPoint> points, TrendMethod method) {
  TRY(const std::vector<SeriesPoint> available, available_points(points, 2));
  const std::vector<double> times = times_of(available);
  if (method == TrendMethod::TheilSen) {
    return Trend{.method = method, .line = theil_sen_line(times, values_of(available))};
  }
  if (Diagnostics refused = refuse_without_logarithm(available); !refused.empty()) return refused;
  const std::vector<double> logarithms = logarithms_of(available);
  return Trend{.method = method,
               .line = method == TrendMethod::LogLinear ? least_squares_line(times, logarithms)
                                                        : theil_sen_line(times, logarithms)};
}

Result<double> needed_growth(const SeriesPoint& from, const SeriesPoint& to) {
  if (!is_level(from.value) || !is_level(to.value)) {
    return Diagnostic{Code::InvalidValue, "growth from " + quoted_number(from.value) + " to " + quoted_number(to.value),
                      "two finite levels above 0"};
  }
  if (!(to.time > from.time) || !std::isfinite(to.time - from.time)) {
    return Diagnostic{Code::InvalidValue, "growth from " + quoted_number(from.time) + " to " + quoted_number(to.time),
                      "an end after the start"};
  }
  const double logarithm = natural_logarithm(to.value) - natural_logarithm(from.value);
  return exponential(logarithm / (to.time - from.time)) - 1;
}

}  // namespace podium
