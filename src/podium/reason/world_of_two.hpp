#pragma once

#include <array>
#include <vector>

#include "podium/reason/explain.hpp"

namespace podium {

/// What of the newer state holds in a world between two.
struct WorldChanges {
  bool is_revised = false;
  bool has_new_recipe = false;
  bool has_new_frame = false;
  bool have_others_changed = false;
  bool have_some_joined_or_left = false;
  std::vector<char> own;             ///< by series: not 0 where the unit's own figure is the newer one
  std::vector<char> joined_or_left;  ///< by unit: not 0 for those that are ranked in one of the two only
};

struct Standing {
  double score = 0;
  Rank rank = 1;
};

/// Runs a recipe on figures of two states of an index. A figure that is the same in both periods, as the newer edition
/// has them, changes by the revision alone. With all changes it gives what the newer one gives, with none
/// what the older one does, to the last bit.
class WorldOfTwo {
 public:
  /// Nothing if after.panel lacks the period of `before`, or the recipes cannot be run. The question must outlive it.
  static Result<WorldOfTwo> between(const ChangeQuestion& question);

  /// Where after.panel has the period of `before`.
  Time revised_time() const { return revised_; }
  /// Whether the two states differ in what steps see beside the figures of the period.
  bool has_other_frame() const;
  Result<Standing> standing(const WorldChanges& changes) const;

 private:
  /// Where the figures come from that nothing else says.
  enum Origin : std::uint8_t { Older, Revised, Newer };
  struct Backdrop {
    Panel panel;
    Time time;
    /// By recipe (older, newer) and step: what normalisation takes from this panel; empty: it is fitted anew.
    std::array<std::vector<NodeFrames>, 2> frames{};
  };

  explicit WorldOfTwo(const ChangeQuestion& question) : question_(&question) {}
  Result<Backdrop> backdrop(const Panel& panel, Time time) const;
  bool has_changed_since(Series series, Unit unit) const;
  Panel mixture(const WorldChanges& changes, Origin backdrop) const;
  const CheckedRecipe& recipe(std::size_t number) const {
    return number == 0 ? question_->before.recipe : question_->after.recipe;
  }

  const ChangeQuestion* question_;
  Time revised_{};
  std::vector<Backdrop> backdrops_{};  ///< one for each origin
};

}  // namespace podium
