#include "podium/reason/filled_figures.hpp"

#include <algorithm>

#include "podium/reason/scored_panel.hpp"

namespace podium {
namespace {

enum class Whose : std::uint8_t { All, Own };
enum class Instead : std::uint8_t { Gap, Lowest };

class Filled {
 public:
  Filled(const ScoredPanel& scored, const IndexState& state, Unit unit, Series node)
      : scored_(scored), state_(state), unit_(unit), node_(node) {}

  std::size_t count(Series pillar, Whose whose) const {
    std::size_t count = 0;
    for_each(pillar, whose, [&](Series, Unit) { ++count; });
    return count;
  }

  Result<Rank> rank_without(Series pillar, Whose whose, Instead instead) const {
    Panel panel = scored_.panel();
    for_each(pillar, whose, [&](Series indicator, Unit unit) {
      panel.set(indicator, scored_.time(), unit, instead == Instead::Gap ? kMissing : lowest(indicator));
    });
    return rank_in(std::move(panel));
  }

  Result<Rank> rank() const { return rank_in(scored_.panel()); }

 private:
  Result<Rank> rank_in(Panel panel) const {
    TRY(const Panel aggregated, scored_.aggregated(std::move(panel)));
    return competition_ranks(aggregated.values(node_, scored_.time()), state_.recipe.ties())[at(unit_)];
  }

  double lowest(Series indicator) const {
    double lowest = kMissing;
    for (const double score : scored_.panel().values(indicator, scored_.time())) {
      if (is_missing(lowest) || score < lowest) lowest = score;
    }
    return lowest;
  }

  /// Calls visit(indicator, unit) for each filled figure that counts at or below the pillar.
  template <class Visit>
  void for_each(Series pillar, Whose whose, const Visit& visit) const {
    const Hierarchy& hierarchy = state_.recipe.hierarchy();
    for (const Series indicator : hierarchy.indicators()) {
      if (pillar_of(hierarchy, indicator, node_) != pillar) continue;
      for (const Unit unit : all_units(scored_.panel())) {
        if (whose == Whose::Own && unit != unit_) continue;
        if (is_missing(scored_.panel().value(indicator, scored_.time(), unit))) continue;
        if (scored_.panel().history(indicator, scored_.time())[at(unit)].is_imputed()) visit(indicator, unit);
      }
    }
  }

  const ScoredPanel& scored_;
  const IndexState& state_;
  Unit unit_;
  Series node_;
};

}  // namespace

Result<std::vector<FilledEffect>> effects_of_filled_figures(const IndexState& state, Unit unit, Series node) {
  TRY(const ScoredPanel scored, ScoredPanel::of(state));
  const Filled figures(scored, state, unit, node);
  TRY(const Rank rank, figures.rank());
  std::vector<FilledEffect> effects;
  for (const Series pillar : state.recipe.hierarchy().children(node)) {
    FilledEffect effect{.pillar = pillar, .filled = figures.count(pillar, Whose::Own), .rank = rank};
    if (effect.filled == 0) continue;
    effect.filled_of_all = figures.count(pillar, Whose::All);
    TRY(effect.rank_with_gaps, figures.rank_without(pillar, Whose::All, Instead::Gap));
    TRY(effect.rank_at_lowest, figures.rank_without(pillar, Whose::All, Instead::Lowest));
    TRY(effect.rank_at_lowest_alone, figures.rank_without(pillar, Whose::Own, Instead::Lowest));
    effects.push_back(effect);
  }
  return effects;
}

}  // namespace podium
