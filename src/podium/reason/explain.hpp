#pragma once

#include <optional>
#include <vector>

#include "podium/core/run.hpp"
#include "podium/reason/shapley.hpp"

namespace podium {

/// The figures that an edition has, a period of theirs, and the recipe.
struct IndexState {
  const CheckedRecipe& recipe;
  const Panel& panel;  ///< before the first step
  Time time;
};

/// Why the score and the rank of a unit at a node are others in `after` than in `before`. Both panels have the same
/// units and series, both recipes the same nodes, and after.panel has the period of `before` too.
struct ChangeQuestion {
  IndexState before;
  IndexState after;
  Unit unit;
  Series node;
};

/// Something that changed, and its part in the change.
struct ChangeFactor {
  enum class Kind : std::uint8_t {
    Revision,   ///< the older period's figures, as the newer edition has them
    Recipe,     ///< steps, methods and weights
    Frame,      ///< what normalisation took from all figures of its period, and other periods where steps look there
    Own,        ///< the unit's own figure of a series
    Others,     ///< the figures of the others that are ranked in both
    JoinedLeft  ///< the figures of those that are ranked in one of the two only
  };

  Kind kind;
  std::optional<Series> series{};  ///< of an own figure: an indicator or a denominator
  std::optional<Series> pillar{};  ///< the child of the node that the indicator stands at or below; none: a denominator
  ShapleyShare score{};
  ShapleyShare places{};  ///< upwards: +1 is from 12th to 11th
};

/// Who stands before the unit in one of the two and not in the other. Rank 0: unranked there.
struct Overtaking {
  Unit unit;
  Rank before = 0;
  Rank after = 0;

  bool operator==(const Overtaking&) const = default;
};
struct OvertakeLedger {
  std::vector<Overtaking> passed_us{};  ///< by rank after
  std::vector<Overtaking> we_passed{};  ///< by rank before
};

struct ExplainedChange {
  double score_before = 0;
  double score_after = 0;
  Rank rank_before = 0;
  Rank rank_after = 0;
  std::vector<ChangeFactor> factors{};  ///< without those that did not change at all
  OvertakeLedger ledger{};
  bool is_exact = true;    ///< otherwise drawn, with errors
  std::size_t worlds = 0;  ///< how often the recipe was run
};

/// Shares the change of score and of rank among all that changed, by Owen values (see shapley.hpp): the indicators of a
/// pillar are a group, and so are all figures of others. The shares sum to the change of score and of rank.
///
/// A world in which some factors have changed and others have not is the index run on figures of both states. As long
/// as the frame has not changed, normalisation uses the numbers that it took in `before`; methods without such numbers
/// (ranks, percentiles) and stretched scores are fitted to the mixture, so that their frame moves with the figures.
///
/// A unit that is unranked in one of the two, or without a score in a world between them, is a problem
/// (TooFewFigures), as is a recipe that cannot be run on such a world.
Result<ExplainedChange> explain_change(const ChangeQuestion& question, const ShapleySetting& setting = {});

/// The overtakes between two rankings of the same units, in both of which `unit` has a rank: the difference of its
/// ranks is the difference of the two lists' lengths.
OvertakeLedger overtake_ledger(std::span<const Rank> before, std::span<const Rank> after, Unit unit, Ties ties);

}  // namespace podium
