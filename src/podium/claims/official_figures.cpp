#include "podium/claims/official_figures.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace podium {
namespace {

using Measure = CitedFigure::Measure;

}  // namespace

bool ValueInterval::overlaps(const ValueInterval& other) const {
  const bool begins_here = lower > other.lower || (lower == other.lower && is_lower_open);
  const bool ends_here = upper < other.upper || (upper == other.upper && is_upper_open);
  const double from = begins_here ? lower : other.lower;
  const double to = ends_here ? upper : other.upper;
  constexpr double kError = 1e-12;
  const bool is_point = std::abs(to - from) <= kError * std::max(std::abs(from), std::abs(to));
  if (!is_point) return from < to;
  // Only an end of each is left, which both have to have.
  const auto has_end = [&](const ValueInterval& one) {
    const bool is_lower = std::abs(one.lower - from) <= kError * std::abs(from);
    const bool is_upper = std::abs(one.upper - from) <= kError * std::abs(from);
    return !(is_lower && one.is_lower_open) && !(is_upper && one.is_upper_open);
  };
  return has_end(*this) && has_end(other);
}

OfficialFigures::OfficialFigures(const Index& index, const FactBook& book) : index_(index), book_(book) {
  for (const Lexicon::NamedSeries& series : book.lexicon.series) {
    measures_.push_back(measure_of(series.unit_of_measure));
  }
  add_observations();
  add_cited();
  std::ranges::stable_sort(figures_, {}, [&](const OfficialFigure& figure) {
    return std::tuple(figure.series, figure.unit, figure.years.first, figure.years.last,
                      edition(figure.edition).released);
  });
  for (std::size_t begin = 0, end = 0; begin < figures_.size(); begin = end) {
    while (end < figures_.size() && figures_[end].series == figures_[begin].series) ++end;
    by_series_.emplace(figures_[begin].series, std::span(figures_).subspan(begin, end - begin));
  }
}

void OfficialFigures::add_observations() {
  for (const Lexicon::NamedSeries& named : book_.lexicon.series) {
    const auto series = index_.find_series(named.id);
    if (!series) continue;
    const double size = measure(named.id).size;
    for (const Observation& observation : index_.observations_of(*series)) {
      const bool is_printed =
          observation.value && observation.status != Status::Imputed && observation.period.kind() == Period::Kind::Year;
      if (!is_printed) continue;
      const int year = observation.period.year();
      figures_.push_back({.series = named.id,
                          .unit = index_.info(observation.unit).code,
                          .years = {year, year},
                          .value = observation.value->value * size,
                          .step = observation.value->step * size,
                          .printed = observation.value->text,
                          .edition = observation.edition,
                          .source = observation.source,
                          .locator = observation.locator.view()});
    }
  }
}

void OfficialFigures::add_cited() {
  for (const CitedFigure& cited : book_.figures) {
    const double size = cited.measure == Measure::Value ? measure(cited.series).size : 1;
    figures_.push_back({.series = cited.series,
                        .unit = cited.unit,
                        .years = {cited.first_year, cited.last_year},
                        .measure = cited.measure,
                        .relation = cited.relation,
                        .value = cited.value.value * size,
                        .step = cited.value.step * size,
                        .printed = cited.value.text,
                        .edition = cited.edition,
                        .source = cited.source,
                        .locator = cited.locator});
  }
}

const Lexicon::NamedSeries* OfficialFigures::series(std::string_view id) const {
  const auto& all = book_.lexicon.series;
  const auto found = std::ranges::lower_bound(all, id, {}, &Lexicon::NamedSeries::id);
  return found == all.end() || found->id != id ? nullptr : &*found;
}

const SeriesMeasure& OfficialFigures::measure(std::string_view id) const {
  const Lexicon::NamedSeries* found = series(id);
  return found == nullptr ? plain_ : measures_[static_cast<std::size_t>(found - book_.lexicon.series.data())];
}

std::span<const OfficialFigure> OfficialFigures::of(std::string_view series, std::string_view unit) const {
  const auto [first, last] = std::ranges::equal_range(of(series), unit, {}, &OfficialFigure::unit);
  return {first, last};
}

std::span<const OfficialFigure> OfficialFigures::of(std::string_view series) const {
  const auto found = by_series_.find(series);
  return found == by_series_.end() ? std::span<const OfficialFigure>() : found->second;
}

std::vector<OfficialFigure> OfficialFigures::measures(std::string_view series, std::string_view unit, YearSpan years,
                                                      Measure measure) const {
  std::vector<OfficialFigure> found;
  for (const OfficialFigure& figure : of(series, unit)) {
    if (figure.years == years && figure.measure == measure) found.push_back(figure);
  }
  return found;
}

std::vector<OfficialFigure> OfficialFigures::values(std::string_view series, std::string_view unit,
                                                    YearSpan years) const {
  return measures(series, unit, years, Measure::Value);
}

std::vector<OfficialRank> OfficialFigures::ranks(std::string_view series, std::string_view unit, int year) const {
  std::vector<OfficialRank> ranks;
  const auto position = index_.find_series(series);
  const auto ranked = index_.find_unit(unit);
  if (!position || !ranked) return ranks;
  const Period period = Period::year(year);
  for (const Observation& own : index_.observations_of(*position, *ranked, period)) {
    if (!own.value) continue;
    OfficialRank rank{.best = 1, .worst = 0, .edition = own.edition};
    for (const Observation& other : index_.observations_of(*position)) {
      if (other.period != period || other.edition != own.edition || !other.value) continue;
      ++rank.of;
      rank.best += other.value->value > own.value->value ? 1 : 0;
      rank.worst += other.value->value >= own.value->value ? 1 : 0;
    }
    const double share = static_cast<double>(rank.of) / static_cast<double>(index_.units.size());
    if (share >= index_.min_coverage) ranks.push_back(rank);
  }
  return ranks;
}

std::optional<double> OfficialFigures::per_dollar(std::string_view currency, const Date& day) const {
  if (currency == "USD") return 1;
  std::optional<double> of_month;
  std::optional<double> of_year;
  double sum = 0;
  int months = 0;
  for (const ExchangeRate& rate : book_.rates) {
    if (rate.currency != currency || rate.period.year() != day.year) continue;
    const bool is_its_month = rate.period.kind() == Period::Kind::Month && rate.period.part() == day.month;
    if (is_its_month && rate.day == day.day && day.day != 0) return rate.per_dollar.value;
    if (rate.day != 0) continue;
    if (is_its_month) of_month = rate.per_dollar.value;
    if (rate.period.kind() == Period::Kind::Year) of_year = rate.per_dollar.value;
    if (rate.period.kind() == Period::Kind::Month) {
      sum += rate.per_dollar.value;
      ++months;
    }
  }
  if (of_month) return of_month;
  if (of_year) return of_year;
  return months > 0 ? std::optional(sum / months) : std::nullopt;
}

std::optional<double> OfficialFigures::exchange_rate(std::string_view from, std::string_view to,
                                                     const Date& day) const {
  const auto of_from = per_dollar(from, day);
  const auto of_to = per_dollar(to, day);
  if (!of_from || !of_to) return std::nullopt;
  return *of_to / *of_from;
}

}  // namespace podium
