#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "podium/core/number_text.hpp"
#include "podium/core/recipe.hpp"
#include "podium/model/date.hpp"
#include "podium/model/language.hpp"
#include "podium/stress/plan.hpp"

namespace podium {

/// Positions in the lists of an index.
enum class SourceAt : std::uint32_t {};
enum class EditionAt : std::uint32_t {};
enum class ObservationAt : std::uint32_t {};

/// A citable origin of figures.
struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::optional<Date> published;
  std::string url;
  std::string licence;
  std::string note;
};

/// A release in which figures were printed. The same cell in another edition is another figure.
struct Edition {
  std::string id;
  std::string publisher;
  Date released;
  std::string title;
  std::string note;
};

/// SDMX OBS_STATUS.
enum class Status : char {
  Normal = 'A',
  Break = 'B',
  Estimated = 'E',
  Imputed = 'I',
  Missing = 'M',
  Provisional = 'P',
};

/// One figure as one edition printed it.
struct Observation {
  Unit unit;
  Series series;
  Period period;
  EditionAt edition;
  SourceAt source;
  Status status = Status::Normal;
  std::optional<PrintedNumber> value;  ///< nothing for status M
  double standard_error = kMissing;    ///< as the publisher states it, in the unit of the figure; NaN: not known
  SharedText locator;                  ///< where in the source
  SharedText note;
  Place place;  ///< where in the index's files
};

/// What is ranked: a country, a region, a firm.
struct UnitInfo {
  std::string code;
  Text name;
  std::vector<std::string> groups;  ///< one value for each of Index::group_names; may be empty
};

/// How readers are told about a node or a denominator.
struct SeriesInfo {
  Text title;
  Text description;
  std::string unit_of_measure;       ///< empty for nodes above indicators
  std::optional<EditionAt> edition;  ///< if the index always uses one edition for it
};

/// Which edition's figures to use.
struct LatestEdition {
  bool operator==(const LatestEdition&) const = default;
};
struct NamedEdition {
  EditionAt edition;
  bool operator==(const NamedEdition&) const = default;
};
struct AsOf {
  Date date;
  bool operator==(const AsOf&) const = default;
};
using EditionChoice = std::variant<LatestEdition, NamedEdition, AsOf>;

/// What nodes weigh within their parents, by a name that a weight step or a reader chooses. Nodes that it does not name
/// keep their own weight.
struct NamedWeights {
  std::string name;
  NodeValues weights;
};

/// A rank that somebody is after, for `podium seek`.
struct Goal {
  std::string id;
  Text title;  ///< may be empty
  Unit unit;
  Rank rank = 1;
  std::optional<Period> by{};  ///< otherwise within a year of the newest ranked period
};

/// An index as values: everything in its directory, read and checked.
struct Index {
  std::string id;
  Text title;
  Text description;
  std::vector<Period> periods;  ///< the ranked ones, ascending
  EditionChoice edition = LatestEdition{};
  double min_coverage = 0.5;  ///< see choose_editions
  /// Derived figures may be made of two editions of one publisher; see mixed_editions.
  bool allow_mixed_editions = false;

  Hierarchy hierarchy;
  CheckedRecipe recipe;
  std::vector<NamedWeights> weight_sets{};  ///< by name
  StressPlan stress{};
  std::vector<Goal> goals{};  ///< by id
  std::vector<SeriesInfo> series;  ///< in the hierarchy's order of series_ids()
  std::vector<std::string> group_names;
  std::vector<UnitInfo> units;            ///< by code
  std::vector<Source> sources;            ///< by id
  std::vector<Edition> editions;          ///< by id
  std::vector<Observation> observations;  ///< by series, unit, period, release date and id of the edition

  const Edition& edition_of(const Observation& observation) const { return editions[at(observation.edition)]; }
  const Source& source_of(const Observation& observation) const { return sources[at(observation.source)]; }
  const SeriesInfo& info(Series position) const { return series[at(position)]; }
  const UnitInfo& info(Unit position) const { return units[at(position)]; }
  const Observation& observation(ObservationAt position) const { return observations[at(position)]; }

  std::optional<Unit> find_unit(std::string_view code) const;
  std::optional<EditionAt> find_edition(std::string_view id) const;
  /// Indicators, nodes and denominators.
  std::optional<Series> find_series(std::string_view id) const;

  /// All editions' observations of a series, or of one cell, in the order of `observations`.
  std::span<const Observation> observations_of(Series series) const;
  std::span<const Observation> observations_of(Series series, Unit unit) const;
  std::span<const Observation> observations_of(Series series, Unit unit, Period period) const;
};

/// The groups of the units, as steps see them. `names` are those of Index::group_names.
UnitGroups groups_of(const std::vector<std::string>& names, std::span<const UnitInfo> units);

/// Puts observations into the order that Index promises. Figures of one cell and edition, which no index may have, keep
/// the order in which they came.
void sort_observations(std::vector<Observation>& observations, std::span<const Edition> editions);

/// All of several lists that are in that order, in the same; of equal ones those of earlier lists first.
std::vector<Observation> merge_observations(std::vector<std::vector<Observation>> sorted,
                                            std::span<const Edition> editions);

/// The edition that an id or a bare year names. A year stands for the one edition whose id ends in "-" and the year.
Result<EditionAt> resolve_edition(const Index& index, std::string_view text);
/// The same over a list sorted by id, for readers that have no index yet.
Result<EditionAt> resolve_edition(std::span<const Edition> editions, std::string_view text);

}  // namespace podium
