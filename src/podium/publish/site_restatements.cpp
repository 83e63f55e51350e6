#include "podium/publish/site_restatements.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/parallel.hpp"
#include "podium/model/edition_pairs.hpp"

namespace podium {
namespace {

/// Where the ranking cannot be computed from such figures there is nothing to say of ranks.
std::optional<EditionEffect> effect_if_any(const Index& index, const EditionChanges& changes) {
  Result<std::optional<EditionEffect>> effect = effect_of_restatements(index, changes);
  return effect ? *std::move(effect) : std::nullopt;
}

SiteRestatement restatement_of_pair(const Index& index, const EditionPair& pair) {
  EditionChanges changes = compare_editions(index, pair.first, pair.second);
  std::optional<EditionEffect> effect = effect_if_any(index, changes);
  return {std::move(changes), growth_between(index, pair.first, pair.second), std::move(effect)};
}

}  // namespace

std::vector<const CellChange*> SiteRestatement::restated() const {
  std::vector<const CellChange*> cells;
  for (const CellChange& cell : changes.cells) {
    if (cell.kind() == CellChange::Kind::Restated) cells.push_back(&cell);
  }
  std::ranges::stable_sort(cells, std::greater{}, [](const CellChange* cell) {
    const double relative = cell->restatement().relative;
    return is_missing(relative) ? -1 : std::abs(relative);
  });
  return cells;
}

std::vector<const CellGrowth*> SiteRestatement::blurred() const {
  std::vector<const CellGrowth*> cells;
  for (const CellGrowth& cell : growth.cells) {
    if (cell.largest_restatement() > 0) cells.push_back(&cell);
  }
  std::ranges::stable_sort(cells, std::greater{}, [](const CellGrowth* cell) { return cell->largest_restatement(); });
  return cells;
}

std::vector<SiteRestatement> restatements_of_site(const Index& index, std::size_t threads) {
  std::vector<EditionPair> pairs = successive_editions(index);
  if (pairs.size() > kMostEditionPairs) pairs.resize(kMostEditionPairs);
  std::vector<std::optional<SiteRestatement>> found(pairs.size());
  for_each_index(found.size(), threads, [&](std::size_t i) { found[i] = restatement_of_pair(index, pairs[i]); });
  std::vector<SiteRestatement> restatements;
  for (std::optional<SiteRestatement>& one : found) restatements.push_back(*std::move(one));
  return restatements;
}

}  // namespace podium
