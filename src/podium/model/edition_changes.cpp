#include "podium/model/edition_changes.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/statistics.hpp"

namespace podium {
namespace {

using PrintedBy = SeriesChanges::PrintedBy;

/// The figures of one edition in a series.
std::vector<const Observation*> figures_of(const Index& index, Series series, EditionAt edition) {
  std::vector<const Observation*> figures;
  for (const Observation& observation : index.observations_of(series)) {
    if (observation.edition == edition && observation.value) figures.push_back(&observation);
  }
  return figures;
}

auto cell_of(const Observation* figure) { return std::pair(figure->unit, figure->period); }

/// Both lists are in the order of cells.
std::vector<CellChange> paired(const std::vector<const Observation*>& first,
                               const std::vector<const Observation*>& second) {
  std::vector<CellChange> cells;
  const auto add = [&](const Observation* before, const Observation* after) {
    const Observation& either = before != nullptr ? *before : *after;
    cells.push_back({either.series, either.unit, either.period, before, after});
  };
  auto a = first.begin();
  auto b = second.begin();
  while (a != first.end() || b != second.end()) {
    const bool takes_first = b == second.end() || (a != first.end() && cell_of(*a) <= cell_of(*b));
    const bool takes_second = a == first.end() || (b != second.end() && cell_of(*b) <= cell_of(*a));
    add(takes_first ? *a : nullptr, takes_second ? *b : nullptr);
    if (takes_first) ++a;
    if (takes_second) ++b;
  }
  return cells;
}

/// Counts the cells at some positions of a list.
ChangeCounts counted(const std::vector<CellChange>& cells, const std::vector<std::size_t>& positions) {
  ChangeCounts counts;
  std::vector<double> relative;
  double largest = 0;
  for (const std::size_t position : positions) {
    const CellChange& cell = cells[position];
    const CellChange::Kind kind = cell.kind();
    counts.added += kind == CellChange::Kind::Added;
    counts.dropped += kind == CellChange::Kind::Dropped;
    counts.kept += kind == CellChange::Kind::Kept;
    if (kind != CellChange::Kind::Restated) continue;
    const Restatement restatement = cell.restatement();
    ++counts.restated;
    counts.within_rounding += restatement.is_within_rounding;
    if (is_missing(restatement.relative)) continue;
    relative.push_back(std::abs(restatement.relative));
    if (relative.back() > largest) {
      largest = relative.back();
      counts.largest = position;
    }
  }
  counts.median_relative = median_of(relative);
  return counts;
}

std::vector<std::size_t> positions_from(std::size_t begin, std::size_t end) {
  std::vector<std::size_t> positions;
  for (std::size_t position = begin; position < end; ++position) positions.push_back(position);
  return positions;
}

std::vector<UnitChanges> counted_by_unit(const Index& index, const std::vector<CellChange>& cells) {
  std::vector<std::vector<std::size_t>> positions(index.units.size());
  for (std::size_t position = 0; position < cells.size(); ++position) {
    positions[at(cells[position].unit)].push_back(position);
  }
  std::vector<UnitChanges> units;
  for (const Unit unit : Positions<Unit>(index.units.size())) {
    if (!positions[at(unit)].empty()) units.push_back({unit, counted(cells, positions[at(unit)])});
  }
  return units;
}

void add_series(const Index& index, Series series, const CellFilter& filter, EditionChanges& changes) {
  std::vector<const Observation*> first = figures_of(index, series, changes.first);
  std::vector<const Observation*> second = figures_of(index, series, changes.second);
  if (first.empty() && second.empty()) return;
  SeriesChanges entry{series, first.empty() ? PrintedBy::Second : second.empty() ? PrintedBy::First : PrintedBy::Both};
  const auto is_left_out = [&](const Observation* figure) { return !filter.admits(*figure); };
  std::erase_if(first, is_left_out);
  std::erase_if(second, is_left_out);
  entry.first_figures = first.size();
  entry.second_figures = second.size();
  if (entry.printed_by == PrintedBy::Both) {
    const std::size_t begin = changes.cells.size();
    const std::vector<CellChange> cells = paired(first, second);
    changes.cells.insert(changes.cells.end(), cells.begin(), cells.end());
    entry.counts = counted(changes.cells, positions_from(begin, changes.cells.size()));
  }
  if (entry.first_figures + entry.second_figures > 0) changes.series.push_back(entry);
}

}  // namespace

Restatement restatement_of(const PrintedNumber& before, const PrintedNumber& after) {
  const double change = after.value - before.value;
  const double half_steps = (before.step + after.step) / 2;
  // The part in a thousand million keeps 0.2 and 0.3 apart: their intervals touch, and their difference is not quite
  // 0.1 in binary.
  const bool overlap = std::abs(change) < half_steps * (1 - 1e-9);
  return {change, before.value == 0 ? kMissing : change / std::abs(before.value),
          change / std::max(before.step, after.step), overlap};
}

CellChange::Kind CellChange::kind() const {
  if (first == nullptr) return Kind::Added;
  if (second == nullptr) return Kind::Dropped;
  return first->value->value == second->value->value ? Kind::Kept : Kind::Restated;
}

std::size_t EditionChanges::count(SeriesChanges::PrintedBy printed_by) const {
  return static_cast<std::size_t>(std::ranges::count(series, printed_by, &SeriesChanges::printed_by));
}

ChangeCounts EditionChanges::total() const { return counted(cells, positions_from(0, cells.size())); }

double EditionChanges::largest_relative(const ChangeCounts& counts) const {
  return counts.largest ? cells[*counts.largest].restatement().relative : kMissing;
}

bool CellFilter::admits(const Observation& observation) const {
  return (!unit || *unit == observation.unit) && (!series || *series == observation.series) &&
         (!period || *period == observation.period);
}

EditionChanges compare_editions(const Index& index, EditionAt first, EditionAt second, const CellFilter& filter) {
  EditionChanges changes{first, second, {}, {}, {}};
  for (const Series series : Positions<Series>(index.series.size())) add_series(index, series, filter, changes);
  changes.units = counted_by_unit(index, changes.cells);
  return changes;
}

std::optional<Time> newest_common_period(const Index& index, const EditionChanges& changes) {
  std::optional<Time> newest;
  for (const CellChange& cell : changes.cells) {
    if (cell.first == nullptr || cell.second == nullptr) continue;
    const auto found = std::ranges::find(index.periods, cell.period);
    if (found == index.periods.end()) continue;
    const auto time = static_cast<Time>(found - index.periods.begin());
    if (!newest || *newest < time) newest = time;
  }
  return newest;
}

}  // namespace podium
