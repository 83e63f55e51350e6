#pragma once

#include <optional>
#include <vector>

#include "podium/audit/restatement_effect.hpp"
#include "podium/model/edition_changes.hpp"
#include "podium/model/edition_growth.hpp"

namespace podium {

/// What one edition made of the figures of the edition before it.
struct SiteRestatement {
  EditionChanges changes;
  EditionGrowth growth;
  std::optional<EditionEffect> effect;  ///< nothing where no ranked period has a cell that both print

  /// Restated cells, the largest relative change first, those from zero last.
  std::vector<const CellChange*> restated() const;
  /// Cells of whose growth across editions a part is restatement, the largest first.
  std::vector<const CellGrowth*> blurred() const;
};

inline constexpr std::size_t kMostEditionPairs = 24;

/// For every two successive editions (see successive_editions) that print a cell again, the newest first, at most
/// kMostEditionPairs of them.
std::vector<SiteRestatement> restatements_of_site(const Index& index, std::size_t threads);

}  // namespace podium
