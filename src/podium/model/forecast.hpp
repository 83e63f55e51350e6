#pragma once

#include <string>
#include <vector>

#include "podium/model/index.hpp"

namespace podium {

/// What was said of a figure before it was known: an observation of status E (estimated) with the day on which it was
/// issued. Kept apart from the figures of an index, so that none is ever ranked.
struct Forecast {
  Unit unit{};
  Series series{};
  Period period = Period::year(0);  ///< that it is about
  Date issued{};
  double value = 0;         ///< the middle of what was thought possible
  double lower = kMissing;  ///< of its interval; NaN for none, as both bounds are
  double upper = kMissing;
  double interval = kMissing;  ///< the chance that the interval claims, such as 0.9; NaN for none
  std::string method{};        ///< how it was made, and of which editions' figures
  Place place{};               ///< where in the index's files
};

/// By series, unit, period and day of issue.
bool comes_before(const Forecast& one, const Forecast& other);
/// Of the same cell, issued on the same day.
bool is_same_forecast(const Forecast& one, const Forecast& other);

/// A day as a time in years: 2024.5 is in the middle of 2024.
double in_years(const Date& date);

}  // namespace podium
