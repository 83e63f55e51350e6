#pragma once

#include <optional>

#include "podium/audit/comparison.hpp"
#include "podium/model/edition_changes.hpp"

namespace podium {

/// What the restated figures of a new edition did to the ranking of one period; see rankings_of_both.
struct EditionEffect {
  Period period;
  EditionChoice others;  ///< of the figures that are the same in both rankings
  RankingComparison comparison;
};

/// On the whole index, in `asked` or, without it, in the newest ranked period that both editions print figures of.
/// Nothing if that is not ranked or there is none. `changes` is a comparison without filter.
Result<std::optional<EditionEffect>> effect_of_restatements(const Index& index, const EditionChanges& changes,
                                                            const std::optional<Period>& asked = {});

}  // namespace podium
