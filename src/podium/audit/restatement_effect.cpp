#include "podium/audit/restatement_effect.hpp"

#include <algorithm>

#include "podium/model/edition_effect.hpp"

namespace podium {

Result<std::optional<EditionEffect>> effect_of_restatements(const Index& index, const EditionChanges& changes,
                                                            const std::optional<Period>& asked) {
  std::optional<Time> time = newest_common_period(index, changes);
  if (time && asked) {
    const auto found = std::ranges::find(index.periods, *asked);
    time = found == index.periods.end() ? std::optional<Time>() : static_cast<Time>(found - index.periods.begin());
  }
  if (!time) return std::optional<EditionEffect>();
  TRY(const RestatedRankings rankings, rankings_of_both(index, changes, index.edition));
  return std::optional(EditionEffect{index.periods[at(*time)], index.edition,
                                     compare_rankings(rankings.first, rankings.second, index.hierarchy.root(), *time)});
}

}  // namespace podium
