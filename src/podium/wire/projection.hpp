#pragma once

#include <optional>

#include "podium/model/compute.hpp"
#include "podium/reason/catch_up.hpp"
#include "podium/reason/time_distance.hpp"

namespace podium {

/// One indicator of a unit and of the one it is measured against, as an edition choice has them, and what follows from
/// their course.
struct Projection {
  const Index& index;
  EditionChoice choice;
  Series indicator;
  Unit unit;
  Unit leader;
  std::vector<SeriesPoint> of_unit;  ///< without gaps
  std::vector<SeriesPoint> of_leader;
  std::vector<EditionAt> editions;  ///< that the figures stand in, by id
  CatchUpSetting setting;
  CatchUp catch_up;
  TimeDistance distance;              ///< of the unit's last figure, in the leader's series
  double needed_growth = 0;           ///< a year, to reach by the horizon the level that the leader has now
  double needed_growth_to_trend = 0;  ///< the same for the level that the leader's trend has then
};

/// When a period begins; a year at its number.
double start_in_years(Period period);

/// The figures of a unit in a selection; a quarter or a month stands where it begins in its year.
std::vector<SeriesPoint> series_points(const Selection& selection, Series series, Unit unit);

/// The editions that the figures of some units stand in, by id.
std::vector<EditionAt> editions_of_series(const Index& index, const Selection& selection, Series series,
                                          std::span<const Unit> units);

std::string_view to_word(TimeDistance::State state);

/// {"index":{..},"indicator","edition_choice":{..},"unit","leader","figures":{"unit":[[t,v]],"leader":[..]},"editions":[..],
///  "horizon","last_year","draws","seed","growth":{"unit","leader"},"by_horizon":{"value","lower","upper","error"},
///  "never":{..},"already":{..},"median_year","needed_growth","needed_growth_to_trend",
///  "time_distance":{"state","passed_at","years_behind"},
///  "years":[{"year","caught_up","unit":[..],"leader":[..]}],"quantiles":[..]}
std::string projection_json(const Projection& projection);
/// year,caught_up,error, then unit_qNN and leader_qNN for each quantile; a line for each year to come.
std::string projection_csv(const Projection& projection);

}  // namespace podium
