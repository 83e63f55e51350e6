#include "podium/wire/forecasts.hpp"

#include <algorithm>

#include "podium/core/number_text.hpp"
#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

std::string method_of(const Projection& projection) {
  const CatchUpSetting& setting = projection.setting;
  std::string text = setting.method == TrendMethod::TheilSenLog ? "Theil-Sen trend" : "log-linear trend";
  text +=
      " with moving blocks, " + std::to_string(setting.draws) + " draws, seed " + std::to_string(setting.seed) + ", of";
  for (const EditionAt edition : projection.editions) text += " " + projection.index.editions[at(edition)].id;
  return text;
}

/// What is known by now of a series and unit: the selection's figure of each year, and since when there is any.
std::vector<Outcome> outcomes_of(const Index& index, const Selection& selection, Series series, Unit unit) {
  std::vector<Outcome> outcomes;
  const Panel& panel = selection.panel();
  for (const Time time : all_periods(panel)) {
    const double value = panel.value(series, time, unit);
    if (is_missing(value)) continue;
    double known_from = kMissing;
    for (const Observation& observation : index.observations_of(series, unit, panel.period(time))) {
      if (!observation.value) continue;
      const double released = in_years(index.edition_of(observation).released);
      if (is_missing(known_from) || released < known_from) known_from = released;
    }
    outcomes.push_back({.period = start_in_years(panel.period(time)), .value = value, .known_from = known_from});
  }
  return outcomes;
}

Result<ScoredSeries> scored_series(const Index& index, const Selection& selection, std::vector<Forecast> forecasts) {
  ScoredSeries result{.series = forecasts.front().series, .unit = forecasts.front().unit};
  result.forecasts = std::move(forecasts);
  const std::vector<Outcome> outcomes = outcomes_of(index, selection, result.series, result.unit);
  std::vector<EarlierForecast> earlier;
  for (const Forecast& forecast : result.forecasts) {
    earlier.push_back({.issued = in_years(forecast.issued),
                       .period = start_in_years(forecast.period),
                       .value = forecast.value,
                       .lower = forecast.lower,
                       .upper = forecast.upper});
  }
  TRY(result.score, score_forecasts(earlier, outcomes));
  return result;
}

void write_score(JsonWriter& json, const ForecastScore& score) {
  const auto optional = [&](std::string_view key, const std::optional<double>& value) {
    value ? json.field(key, *value) : json.field(key, nullptr);
  };
  json.field("waiting", score.waiting);
  json.field("too_late", score.too_late);
  json.field("bias", score.bias);
  json.field("mean_absolute_error", score.mean_absolute_error);
  optional("mean_absolute_percentage_error", score.mean_absolute_percentage_error);
  optional("share_inside", score.share_inside);
  json.field("intervals", score.intervals);
  optional("relative_absolute_error", score.relative_absolute_error);
  json.field("compared", score.compared);
}

void write_scored(JsonWriter& json, const Forecast& forecast, const ScoredForecast& scored) {
  json.object([&] {
    json.field("period", to_text(forecast.period));
    json.field("issued", to_text(forecast.issued));
    json.field("forecast", forecast.value);
    json.field("lower", forecast.lower);
    json.field("upper", forecast.upper);
    json.field("interval", forecast.interval);
    json.field("outcome", scored.outcome);
    json.field("error", scored.error);
    scored.is_inside ? json.field("inside", *scored.is_inside) : json.field("inside", nullptr);
    scored.no_change ? json.field("no_change", *scored.no_change) : json.field("no_change", nullptr);
    json.field("method", forecast.method);
  });
}

}  // namespace

std::vector<Forecast> forecasts_of(const Projection& projection, const Date& issued) {
  const std::vector<double>& quantiles = projection.setting.quantiles;
  const auto middle = static_cast<std::size_t>(std::ranges::find(quantiles, 0.5) - quantiles.begin());
  std::vector<Forecast> forecasts;
  for (const CatchUpYear& year : projection.catch_up.years) {
    if (year.year > projection.setting.horizon) break;
    for (const auto& [unit, values] :
         {std::pair(projection.unit, &year.follower), std::pair(projection.leader, &year.leader)}) {
      forecasts.push_back({.unit = unit,
                           .series = projection.indicator,
                           .period = Period::year(static_cast<int>(year.year)),
                           .issued = issued,
                           .value = (*values)[middle],
                           .lower = values->front(),
                           .upper = values->back(),
                           .interval = quantiles.back() - quantiles.front(),
                           .method = method_of(projection)});
    }
  }
  std::ranges::sort(forecasts, comes_before);
  return forecasts;
}

Result<ForecastReport> forecast_report(const Index& index, const EditionChoice& choice, const Selection& selection,
                                       std::vector<Forecast> forecasts) {
  ForecastReport report{.index = index, .choice = choice, .series = {}};
  for (auto begin = forecasts.begin(); begin != forecasts.end();) {
    const auto end = std::find_if(begin, forecasts.end(), [&](const Forecast& each) {
      return each.series != begin->series || each.unit != begin->unit;
    });
    TRY(ScoredSeries scored, scored_series(index, selection, {begin, end}));
    report.series.push_back(std::move(scored));
    begin = end;
  }
  return report;
}

std::size_t ForecastReport::scored() const {
  std::size_t count = 0;
  for (const ScoredSeries& each : series) count += each.score.scored.size();
  return count;
}

std::size_t ForecastReport::inside() const {
  std::size_t count = 0;
  for (const ScoredSeries& each : series) {
    count += static_cast<std::size_t>(std::ranges::count(each.score.scored, true, &ScoredForecast::is_inside));
  }
  return count;
}

std::size_t ForecastReport::intervals() const {
  std::size_t count = 0;
  for (const ScoredSeries& each : series) count += each.score.intervals;
  return count;
}

std::string forecast_report_json(const ForecastReport& report) {
  const std::vector<std::string> ids = report.index.hierarchy.series_ids();
  JsonWriter json;
  json.object([&] {
    write_index(json, report.index);
    write_choice(json, "edition_choice", report.index, report.choice);
    json.array("series", [&] {
      for (const ScoredSeries& series : report.series) {
        json.object([&] {
          json.field("indicator", ids[at(series.series)]);
          json.field("unit", report.index.info(series.unit).code);
          write_score(json, series.score);
          json.array("scored", [&] {
            for (const ScoredForecast& each : series.score.scored) {
              write_scored(json, series.forecasts[each.forecast], each);
            }
          });
        });
      }
    });
  });
  return std::move(json).finish();
}

std::string forecast_report_csv(const ForecastReport& report) {
  const std::vector<std::string> ids = report.index.hierarchy.series_ids();
  std::string text = "indicator,unit,period,issued,forecast,lower,upper,interval,outcome,error,inside,no_change\n";
  for (const ScoredSeries& series : report.series) {
    for (const ScoredForecast& each : series.score.scored) {
      const Forecast& forecast = series.forecasts[each.forecast];
      text += csv_line({ids[at(series.series)], report.index.info(series.unit).code, to_text(forecast.period),
                        to_text(forecast.issued), shortest(forecast.value), shortest(forecast.lower),
                        shortest(forecast.upper), shortest(forecast.interval), shortest(each.outcome),
                        shortest(each.error), each.is_inside ? (*each.is_inside ? "true" : "false") : "",
                        each.no_change ? shortest(*each.no_change) : std::string()});
    }
  }
  return text;
}

}  // namespace podium
