#pragma once

#include "podium/core/run.hpp"
#include "podium/model/edition_changes.hpp"

/// What the restatements of a new edition did to scores and ranks.
namespace podium {

/// The index computed twice from figures that are the same but for the cells that both editions print: the first
/// edition's there, then the second's. All other figures are those of `choice`. So whatever differs between the two
/// rankings is the work of restated figures, not of another coverage, publisher or year. A column can hold figures of
/// several editions here, as a comparison and nowhere else. Series bound to an edition keep it.
struct RestatedRankings {
  Ranking first;
  Ranking second;
};
/// `changes` is a comparison without filter.
Result<RestatedRankings> rankings_of_both(const Index& index, const EditionChanges& changes,
                                          const EditionChoice& choice);

}  // namespace podium
