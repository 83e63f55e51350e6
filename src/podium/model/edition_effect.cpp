#include "podium/model/edition_effect.hpp"

#include "podium/model/selection.hpp"

namespace podium {
namespace {

void put(Panel& panel, Time time, const Observation& figure) {
  panel.set(figure.series, time, figure.unit, figure.value->value);
  CellHistory history{};
  if (figure.status == Status::Imputed) history.mark_imputed(0);
  panel.history(figure.series, time)[at(figure.unit)] = history;
}

}  // namespace

Result<RestatedRankings> rankings_of_both(const Index& index, const EditionChanges& changes,
                                          const EditionChoice& choice) {
  Panel first = select(index, choice).panel();
  Panel second = first;
  for (const CellChange& cell : changes.cells) {
    const std::optional<Time> time = first.find_period(cell.period);
    if (!time || cell.first == nullptr || cell.second == nullptr || index.info(cell.series).edition) continue;
    put(first, *time, *cell.first);
    put(second, *time, *cell.second);
  }
  TRY(Ranking before, run(index.recipe, std::move(first)));
  TRY(Ranking after, run(index.recipe, std::move(second)));
  return RestatedRankings{std::move(before), std::move(after)};
}

}  // namespace podium
