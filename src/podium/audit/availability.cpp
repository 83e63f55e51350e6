#include "podium/audit/availability.hpp"

#include "podium/audit/stages.hpp"
#include "podium/core/weight/in_force.hpp"

namespace podium {
namespace {

/// Whether the author brought the figure over from elsewhere. The figure's own history counts: one that is divided by a
/// carried denominator is still news.
bool is_carried(const Panel& selected, Series indicator, Time time, Unit unit) {
  return selected.history(indicator, time)[at(unit)].is_imputed();
}

CellCounts counts_of_cell(const Panel& selected, const Panel& scores, Series indicator, Time time, Unit unit) {
  CellCounts counts{.cells = 1};
  if (is_missing(scores.value(indicator, time, unit))) {
    counts.missing = 1;
  } else if (is_filled_by_recipe(scores.history(indicator, time)[at(unit)])) {
    counts.imputed = 1;
  } else if (is_carried(selected, indicator, time, unit)) {
    counts.carried = 1;
  } else {
    counts.reported = 1;
  }
  counts.zeros = counts.reported + counts.carried > 0 && selected.value(indicator, time, unit) == 0 ? 1 : 0;
  return counts;
}

void add(CellCounts& sum, const CellCounts& more) {
  sum.cells += more.cells;
  sum.reported += more.reported;
  sum.carried += more.carried;
  sum.imputed += more.imputed;
  sum.missing += more.missing;
  sum.zeros += more.zeros;
}

/// Adds one indicator's cells to every count that they belong to.
void count_indicator(Availability& availability, const Index& index, const Computed& computed, Series indicator,
                     Time time, Matrix& available) {
  const Panel& selected = computed.selection.panel();
  const Panel& scores = computed.ranking.panel();
  for (const Unit unit : all_units(scores)) {
    if (scores.is_excluded(time, unit) || scores.is_dropped(indicator, time)) continue;
    const CellCounts cell = counts_of_cell(selected, scores, indicator, time, unit);
    add(availability.by_unit[at(unit)], cell);
    for (std::optional<Series> node = indicator; node; node = index.hierarchy.parent(*node)) {
      add(availability.by_series[at(*node)], cell);
      available(at(*node), at(unit)) += static_cast<double>(cell.reported + cell.carried);
      availability.share(at(*node), at(unit)) += 1;
    }
  }
}

/// How much of each unit's weight rests on cells that the recipe filled, and that the author carried in.
void weigh_filled_cells(Availability& availability, const Index& index, const Computed& computed, Time time) {
  const Panel& selected = computed.selection.panel();
  const Panel& scores = computed.ranking.panel();
  for (const Unit unit : all_units(scores)) {
    double all = 0;
    double imputed = 0;
    double carried = 0;
    for (const Series indicator : index.hierarchy.indicators()) {
      if (is_missing(scores.value(indicator, time, unit))) continue;
      const double weight = effective_weight_in_force(index.hierarchy, scores, indicator, time);
      all += weight;
      if (is_filled_by_recipe(scores.history(indicator, time)[at(unit)])) {
        imputed += weight;
      } else if (is_carried(selected, indicator, time, unit)) {
        carried += weight;
      }
    }
    const bool is_ranked = all > 0 && !is_missing(scores.value(index.hierarchy.root(), time, unit));
    availability.imputed_weight.push_back(is_ranked ? imputed / all : kMissing);
    availability.carried_weight.push_back(is_ranked ? carried / all : kMissing);
  }
}

}  // namespace

Availability availability_of(const Index& index, const Computed& computed, Time time) {
  const Panel& scores = computed.ranking.panel();
  const std::size_t nodes = index.hierarchy.size();
  const std::size_t units = scores.units().size();
  Availability availability{
      std::vector<CellCounts>(nodes), std::vector<CellCounts>(units), {}, {}, Matrix(nodes, units)};
  Matrix available(nodes, units);
  for (const Series indicator : index.hierarchy.indicators()) {
    count_indicator(availability, index, computed, indicator, time, available);
  }
  for (std::size_t node = 0; node < nodes; ++node) {
    for (std::size_t unit = 0; unit < units; ++unit) {
      double& share = availability.share(node, unit);
      share = share > 0 ? available(node, unit) / share : kMissing;
    }
  }
  weigh_filled_cells(availability, index, computed, time);
  return availability;
}

}  // namespace podium
