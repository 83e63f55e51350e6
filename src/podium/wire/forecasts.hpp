#pragma once

#include "podium/model/forecast.hpp"
#include "podium/reason/forecast_score.hpp"
#include "podium/wire/projection.hpp"

namespace podium {

/// The median of each year up to the horizon, of the unit and of the leader, with the interval between the first and
/// the last quantile of the fan.
std::vector<Forecast> forecasts_of(const Projection& projection, const Date& issued);

/// Earlier forecasts of one indicator and unit beside what came.
struct ScoredSeries {
  Series series{};
  Unit unit{};
  std::vector<Forecast> forecasts{};
  ForecastScore score{};
};

struct ForecastReport {
  const Index& index;
  EditionChoice choice;
  std::vector<ScoredSeries> series;  ///< by series and unit

  std::size_t scored() const;
  std::size_t inside() const;     ///< of the scored with an interval
  std::size_t intervals() const;  ///< how many these are
};

/// `forecasts` are sorted (comes_before). What came is the figure that the selection has; it is known from the first
/// day on which any edition had printed a figure of its cell.
Result<ForecastReport> forecast_report(const Index& index, const EditionChoice& choice, const Selection& selection,
                                       std::vector<Forecast> forecasts);

/// {"index":{..},"edition_choice":{..},"series":[{"indicator","unit","waiting","too_late","bias","mean_absolute_error",
///  "mean_absolute_percentage_error","share_inside","intervals","relative_absolute_error","compared",
///  "scored":[{"period","issued","forecast","lower","upper","interval","outcome","error","inside","no_change","method"}]}]}
/// Means are null where there is nothing to take them of.
std::string forecast_report_json(const ForecastReport& report);
/// indicator,unit,period,issued,forecast,lower,upper,interval,outcome,error,inside,no_change; a line for each forecast
/// that is compared.
std::string forecast_report_csv(const ForecastReport& report);

}  // namespace podium
