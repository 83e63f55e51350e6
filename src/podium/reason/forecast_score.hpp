#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "podium/core/panel.hpp"
#include "podium/core/result.hpp"

namespace podium {

/// What was said of a period before it was known. Times are in years; a year is named by its number.
struct EarlierForecast {
  double issued = 0;  ///< 2024.5: in the middle of 2024
  double period = 0;  ///< that it is about
  double value = 0;
  double lower = kMissing;  ///< of its interval; NaN for none
  double upper = kMissing;
};

/// What came, in the words of today's edition.
struct Outcome {
  double period = 0;
  double value = 0;              ///< NaN for a gap
  double known_from = kMissing;  ///< when it was published; NaN: at the end of its year, period + 1
};

/// One forecast beside its outcome.
struct ScoredForecast {
  std::size_t forecast = 0;  ///< position among the forecasts
  double outcome = 0;
  double error = 0;                   ///< value - outcome, in the unit of the series: above 0 for too high
  std::optional<bool> is_inside{};    ///< whether the outcome is in the interval, its ends included; none without one
  std::optional<double> no_change{};  ///< the last outcome known when the forecast was issued; none if there was none
};

/// Shares and means are none where there is nothing to take them of.
struct ForecastScore {
  std::vector<ScoredForecast> scored{};  ///< in the order of the forecasts
  std::size_t waiting = 0;               ///< forecasts of which the outcome is not known
  std::size_t too_late = 0;              ///< issued when the outcome was known: no forecasts, not scored
  double bias = 0;                       ///< mean error, in the unit of the series; NaN where nothing is scored
  double mean_absolute_error = 0;
  /// 100 * mean of |error| / |outcome|, over the outcomes other than 0.
  std::optional<double> mean_absolute_percentage_error{};
  std::optional<double> share_inside{};  ///< of the forecasts with an interval
  std::size_t intervals = 0;             ///< how many these are
  /// Sum of |error| over the sum of |no change - outcome|, over the forecasts with a last known outcome: below 1 where
  /// the forecasts were better than saying that nothing will change. None where nothing changed. This is the cumulative
  /// relative absolute error of Armstrong and Collopy, Error measures for generalizing about forecasting methods, 1992.
  std::optional<double> relative_absolute_error{};
  std::size_t compared = 0;  ///< forecasts with a last known outcome
};

/// Compares the earlier forecasts of one series with what came. InvalidValue for a time, value or bound that is not
/// finite (a bound may be missing, if both are), bounds that do not go up, and two outcomes of one period.
Result<ForecastScore> score_forecasts(std::span<const EarlierForecast> forecasts, std::span<const Outcome> outcomes);

}  // namespace podium
