#include "podium/model/edition_growth.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace podium {
namespace {

/// Nothing for the year 1000.
std::optional<Period> year_before(Period period) {
  const Result<Period> before = parse_period(std::to_string(period.year() - 1) + to_text(period).substr(4));
  return before ? std::optional(*before) : std::nullopt;
}

bool has_negative_figure(const Index& index, Series series) {
  return std::ranges::any_of(index.observations_of(series), [](const Observation& observation) {
    return observation.value && observation.value->value < 0;
  });
}

bool is_positive(const Observation& observation) { return observation.value && observation.value->value > 0; }

/// The positive figure of an edition among those of one cell; null if there is none.
const Observation* figure_in(std::span<const Observation> cell, EditionAt edition) {
  for (const Observation& observation : cell) {
    if (observation.edition == edition && is_positive(observation)) return &observation;
  }
  return nullptr;
}

/// What a reader of the edition would have at hand of the year before, but for the edition itself.
const Observation* figure_before(const Index& index, std::span<const Observation> cell, EditionAt edition,
                                 EditionAt other) {
  const Edition& now = index.editions[at(edition)];
  const Observation* newest = nullptr;
  for (const Observation& observation : cell) {
    const Edition& earlier = index.edition_of(observation);
    if (!is_positive(observation) || earlier.publisher != now.publisher || earlier.released >= now.released) continue;
    if (observation.edition == other) return &observation;
    newest = &observation;
  }
  return newest;
}

/// The two editions, or the one that was asked for twice.
std::vector<EditionAt> distinct(EditionAt first, EditionAt second) {
  return first == second ? std::vector{first} : std::vector{first, second};
}

CellGrowth growth_of(const Index& index, EditionAt first, EditionAt second, Series series, Unit unit, Period period,
                     Period previous) {
  CellGrowth growth{series, unit, period, {}, {}};
  const std::span<const Observation> now = index.observations_of(series, unit, period);
  const std::span<const Observation> before = index.observations_of(series, unit, previous);
  for (const EditionAt edition : distinct(first, second)) {
    const Observation* const figure = figure_in(now, edition);
    if (figure == nullptr) continue;
    if (const Observation* const same = figure_in(before, edition)) growth.within.push_back({figure, same});
    const Observation* const older = figure_before(index, before, edition, edition == first ? second : first);
    if (older != nullptr) growth.across.push_back({figure, older});
  }
  return growth;
}

struct PrintedPeriods {
  std::set<Period> first;
  std::set<Period> second;
};

PrintedPeriods printed_periods(const Index& index, Series series, EditionAt first, EditionAt second) {
  PrintedPeriods periods;
  for (const Observation& observation : index.observations_of(series)) {
    if (!observation.value) continue;
    if (observation.edition == first) periods.first.insert(observation.period);
    if (observation.edition == second) periods.second.insert(observation.period);
  }
  return periods;
}

/// The newest period that both print, and the newest that either prints.
std::set<Period> newest_periods(const PrintedPeriods& printed) {
  std::set<Period> periods{std::max(*printed.first.rbegin(), *printed.second.rbegin())};
  std::vector<Period> common;
  std::ranges::set_intersection(printed.first, printed.second, std::back_inserter(common));
  if (!common.empty()) periods.insert(common.back());
  return periods;
}

}  // namespace

double CellGrowth::restatement(const GrowthRate& rate) const {
  if (within.empty() || !rate.is_across()) return kMissing;
  const auto own = std::ranges::find_if(within, [&](const GrowthRate& same) { return same.now == rate.now; });
  return rate.rate() - (own != within.end() ? *own : within.back()).rate();
}

double CellGrowth::largest_restatement() const {
  double largest = kMissing;
  for (const GrowthRate& rate : across) largest = std::fmax(largest, std::abs(restatement(rate)));
  return largest;
}

std::vector<GrowthRate> CellGrowth::rates() const {
  std::vector<GrowthRate> rates = within;
  rates.insert(rates.end(), across.begin(), across.end());
  return rates;
}

EditionGrowth growth_between(const Index& index, EditionAt first, EditionAt second, const CellFilter& filter) {
  EditionGrowth growth;
  for (const Series series : Positions<Series>(index.series.size())) {
    const PrintedPeriods printed = printed_periods(index, series, first, second);
    if (printed.first.empty() || printed.second.empty() || (filter.series && *filter.series != series)) continue;
    if (has_negative_figure(index, series)) {
      growth.left_out.push_back(series);
      continue;
    }
    const std::set<Period> periods = filter.period ? std::set{*filter.period} : newest_periods(printed);
    for (const Unit unit : Positions<Unit>(index.units.size())) {
      if (filter.unit && *filter.unit != unit) continue;
      for (const Period period : periods) {
        const std::optional<Period> previous = year_before(period);
        if (!previous) continue;
        CellGrowth cell = growth_of(index, first, second, series, unit, period, *previous);
        if (!cell.across.empty() || cell.within.size() > 1) growth.cells.push_back(std::move(cell));
      }
    }
  }
  return growth;
}

}  // namespace podium
