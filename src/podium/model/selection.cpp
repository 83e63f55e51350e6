#include "podium/model/selection.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "podium/model/mixed_editions.hpp"

namespace podium {
namespace {

/// How many units each edition has a figure for, in one series and period.
using Coverage = std::map<EditionAt, std::size_t>;

Coverage coverage_of(const Index& index, Series series, Period period) {
  Coverage coverage;
  for (const Observation& observation : index.observations_of(series)) {
    if (observation.period == period && observation.value) ++coverage[observation.edition];
  }
  return coverage;
}

std::optional<EditionAt> newest(const Index& index, const Coverage& coverage) {
  std::optional<EditionAt> best;
  const auto key = [&index](EditionAt position) {
    const Edition& edition = index.editions[at(position)];
    return std::tuple(edition.released, std::string_view(edition.id));
  };
  for (const auto& [edition, count] : coverage) {
    if (!best || key(*best) < key(edition)) best = edition;
  }
  return best;
}

/// Only editions that cover enough of what the best-covered one covers.
Coverage well_covered(Coverage coverage, double min_coverage) {
  std::size_t most = 0;
  for (const auto& [edition, count] : coverage) most = std::max(most, count);
  // The share is divided out: 7 of 25 is 0.28 as an author writes it, while 0.28 * 25 rounds to more than 7.
  std::erase_if(coverage, [&](const auto& entry) {
    return static_cast<double>(entry.second) / static_cast<double>(most) < min_coverage;
  });
  return coverage;
}

struct Column {
  std::optional<EditionAt> edition;
  std::optional<Diagnostic> note;
};

Diagnostic fallback_note(const Index& index, Series series, Period period, EditionAt asked, std::size_t asked_count,
                         EditionAt used, std::size_t used_count) {
  return {.code = Code::EditionFallback,
          .found = "edition " + quoted(index.editions[at(asked)].id) + " with " + std::to_string(asked_count) + " of " +
                   std::to_string(used_count) + " figures; edition " + quoted(index.editions[at(used)].id) +
                   " is used instead",
          .subject = {.node = index.hierarchy.series_ids()[at(series)], .period = to_text(period)},
          .severity = Severity::Warning};
}

Column choose(const Index& index, const EditionChoice& choice, Series series, Period period) {
  Coverage coverage = coverage_of(index, series, period);
  if (const auto* as_of = std::get_if<AsOf>(&choice)) {
    std::erase_if(coverage, [&](const auto& entry) { return index.editions[at(entry.first)].released > as_of->date; });
  }
  if (const std::optional<EditionAt> bound = index.info(series).edition) {
    return {coverage.contains(*bound) ? bound : std::nullopt, std::nullopt};
  }
  const Coverage eligible = well_covered(coverage, index.min_coverage);
  const std::optional<EditionAt> latest = newest(index, eligible);
  const auto* named = std::get_if<NamedEdition>(&choice);
  if (named == nullptr || !coverage.contains(named->edition)) return {latest, std::nullopt};
  if (eligible.contains(named->edition)) return {named->edition, std::nullopt};
  return {latest, fallback_note(index, series, period, named->edition, coverage.at(named->edition), *latest,
                                coverage.at(*latest))};
}

std::vector<std::string> unit_codes(const Index& index) {
  std::vector<std::string> codes;
  for (const UnitInfo& unit : index.units) codes.push_back(unit.code);
  return codes;
}

}  // namespace

std::optional<ObservationAt> Selection::origin(Series series, Time time, Unit unit) const {
  const std::size_t cell = (at(series) * panel_.periods().size() + at(time)) * panel_.units().size() + at(unit);
  if (origins_[cell] == 0) return std::nullopt;
  return static_cast<ObservationAt>(origins_[cell] - 1);
}

Selection select(const Index& index, const EditionChoice& choice) {
  Selection selection(Panel(unit_codes(index), index.periods, index.hierarchy.series_ids()));
  Panel& panel = selection.panel_;
  const std::size_t units = panel.units().size();
  selection.origins_.resize(panel.series().size() * panel.periods().size() * units, 0);
  for (const Series series : all_series(panel)) {
    for (const Time time : all_periods(panel)) {
      Column column = choose(index, choice, series, panel.period(time));
      selection.editions_.push_back(column.edition);
      if (column.note) selection.notes_.push_back(*std::move(column.note));
    }
    for (const Observation& observation : index.observations_of(series)) {
      const std::optional<Time> time = panel.find_period(observation.period);
      if (!time || !observation.value || selection.edition(series, *time) != observation.edition) continue;
      panel.set(series, *time, observation.unit, observation.value->value);
      if (observation.status == Status::Imputed) panel.history(series, *time)[at(observation.unit)].mark_imputed(0);
      const std::size_t cell = (at(series) * panel.periods().size() + at(*time)) * units + at(observation.unit);
      selection.origins_[cell] = static_cast<std::uint32_t>(&observation - index.observations.data()) + 1;
    }
  }
  append(selection.notes_, mixed_editions(index, selection));
  return selection;
}

}  // namespace podium
