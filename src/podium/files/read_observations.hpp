#pragma once

#include <functional>
#include <vector>

#include "podium/files/csv_reader.hpp"
#include "podium/files/definition.hpp"
#include "podium/files/vocabulary.hpp"

namespace podium {

/// Reads a table of observations, tidy or wide, behind those already read. `entry` is its [[table]] section, if it has
/// one. A row with a problem is left out; every problem of the table is reported, up to the first fault of syntax.
void read_observations(CsvReader& csv, const TableEntry* entry, const Vocabulary& vocabulary,
                       std::vector<Observation>& observations, Problems& problems);

/// The same, handing over one observation after the other instead of keeping them.
void read_observations(CsvReader& csv, const TableEntry* entry, const Vocabulary& vocabulary,
                       const std::function<void(Observation&&)>& take, Problems& problems);

/// The ids that messages name.
struct ObservationNames {
  std::span<const std::string> series;
  std::span<const UnitInfo> units;
  std::span<const Edition> editions;
};

/// A figure whose unit, series, period and edition another one has, which stands at `first`.
Diagnostic second_figure(const Observation& again, const Place& first, const ObservationNames& names);

/// Reports each figure whose unit, series, period and edition another one has, at the later place. The observations are
/// sorted.
void report_duplicates(std::span<const Observation> sorted, const ObservationNames& names, Problems& problems);

}  // namespace podium
