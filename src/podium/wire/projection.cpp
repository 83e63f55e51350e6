#include "podium/wire/projection.hpp"

#include <algorithm>

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

void write_points(JsonWriter& json, std::string_view key, std::span<const SeriesPoint> points) {
  json.array(key, [&] {
    for (const SeriesPoint& point : points) {
      json.array([&] {
        json.value(point.time);
        json.value(point.value);
      });
    }
  });
}

void write_share(JsonWriter& json, std::string_view key, const DrawnShare& share) {
  json.object(key, [&] {
    json.field("value", share.probability.value);
    json.field("lower", share.probability.lower);
    json.field("upper", share.probability.upper);
    json.field("error", share.standard_error);
  });
}

void write_distance(JsonWriter& json, const TimeDistance& distance) {
  json.object("time_distance", [&] {
    json.field("state", to_word(distance.state));
    json.field("passed_at", distance.passed_at.value_or(kMissing));
    json.field("years_behind", distance.years_behind.value_or(kMissing));
    json.field("years_behind_at_least", distance.years_behind_at_least.value_or(kMissing));
  });
}

void write_values(JsonWriter& json, std::string_view key, std::span<const double> values) {
  json.array(key, [&] {
    for (const double value : values) json.value(value);
  });
}

void write_years(JsonWriter& json, const CatchUp& found) {
  json.array("years", [&] {
    for (const CatchUpYear& year : found.years) {
      json.object([&] {
        json.field("year", year.year);
        json.field("caught_up", year.caught_up.probability.value);
        write_values(json, "unit", year.follower);
        write_values(json, "leader", year.leader);
      });
    }
  });
}

}  // namespace

double start_in_years(Period period) {
  switch (period.kind()) {
    case Period::Kind::Year:
      return period.year();
    case Period::Kind::Quarter:
      return period.year() + (period.part() - 1) / 4.0;
    case Period::Kind::Month:
      return period.year() + (period.part() - 1) / 12.0;
  }
  return period.year();
}

std::vector<SeriesPoint> series_points(const Selection& selection, Series series, Unit unit) {
  std::vector<SeriesPoint> points;
  for (const Time time : all_periods(selection.panel())) {
    const double value = selection.panel().value(series, time, unit);
    if (!is_missing(value)) points.push_back({.time = start_in_years(selection.panel().period(time)), .value = value});
  }
  return points;
}

std::vector<EditionAt> editions_of_series(const Index& index, const Selection& selection, Series series,
                                          std::span<const Unit> units) {
  std::vector<EditionAt> editions;
  for (const Time time : all_periods(selection.panel())) {
    for (const Unit unit : units) {
      const auto origin = selection.origin(series, time, unit);
      if (origin) editions.push_back(index.observation(*origin).edition);
    }
  }
  std::ranges::sort(editions);
  editions.erase(std::ranges::unique(editions).begin(), editions.end());
  return editions;
}

std::string_view to_word(TimeDistance::State state) {
  switch (state) {
    case TimeDistance::State::Passed:
      return "passed";
    case TimeDistance::State::AlwaysAbove:
      return "always-above";
    case TimeDistance::State::NeverAbove:
      return "never-above";
    case TimeDistance::State::BelowAgain:
      return "below-again";
  }
  return {};
}

std::string projection_json(const Projection& projection) {
  const Index& index = projection.index;
  const CatchUp& found = projection.catch_up;
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    json.field("indicator", index.hierarchy.node(projection.indicator).id);
    write_choice(json, "edition_choice", index, projection.choice);
    json.field("unit", index.info(projection.unit).code);
    json.field("leader", index.info(projection.leader).code);
    json.object("figures", [&] {
      write_points(json, "unit", projection.of_unit);
      write_points(json, "leader", projection.of_leader);
    });
    json.array("editions", [&] {
      for (const EditionAt edition : projection.editions) json.value(std::string_view(index.editions[at(edition)].id));
    });
    json.field("horizon", projection.setting.horizon);
    json.field("last_year", projection.setting.last_year);
    json.field("draws", found.draws);
    json.field("seed", projection.setting.seed);
    json.object("growth", [&] {
      json.field("unit", found.follower_trend.growth(found.start));
      json.field("leader", found.leader_trend.growth(found.start));
    });
    write_share(json, "by_horizon", found.by_horizon);
    write_share(json, "already", found.already);
    write_share(json, "never", found.never);
    json.field("median_year", found.median_year.value_or(kMissing));
    json.field("needed_growth", projection.needed_growth);
    json.field("needed_growth_to_trend", projection.needed_growth_to_trend);
    write_distance(json, projection.distance);
    write_values(json, "quantiles", projection.setting.quantiles);
    write_years(json, found);
  });
  return std::move(json).finish();
}

std::string projection_csv(const Projection& projection) {
  std::vector<std::string> columns{"year", "caught_up", "error"};
  for (const char* const who : {"unit", "leader"}) {
    for (const double share : projection.setting.quantiles)
      columns.push_back(std::string(who) + "_q" + shortest(100 * share));
  }
  std::string text = csv_line(columns);
  for (const CatchUpYear& year : projection.catch_up.years) {
    std::vector<std::string> fields{shortest(year.year), shortest(year.caught_up.probability.value),
                                    shortest(year.caught_up.standard_error)};
    for (const std::vector<double>& values : {year.follower, year.leader}) {
      for (const double value : values) fields.push_back(shortest(value));
    }
    text += csv_line(fields);
  }
  return text;
}

}  // namespace podium
