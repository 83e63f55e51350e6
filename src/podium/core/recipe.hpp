#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "podium/core/aggregate/aggregate.hpp"
#include "podium/core/denominate.hpp"
#include "podium/core/impute/impute.hpp"
#include "podium/core/normalise/normalise.hpp"
#include "podium/core/rank.hpp"
#include "podium/core/screen.hpp"
#include "podium/core/treat/treat.hpp"
#include "podium/core/weight/weight.hpp"

namespace podium {

using Step = std::variant<Screen, Denominate, Impute, Treat, Normalise, WeightStep, Aggregate, RankStep>;

std::string_view name_of(const Step& step);

/// "impute median", "screen": the step's name and its method's, for people.
std::string title_of(const Step& step);

/// The ordered steps with all their parameters: together with the figures they determine the result.
struct Recipe {
  std::vector<Step> steps;
};

/// A recipe that fits its hierarchy; only this can be run.
class CheckedRecipe {
 public:
  const std::vector<Step>& steps() const { return steps_; }
  const Hierarchy& hierarchy() const { return hierarchy_; }
  Ties ties() const { return ties_; }
  /// What the author should know although the recipe can be run.
  const Diagnostics& warnings() const { return warnings_; }

  /// What the step of that number (from 1) sees. The recipe must outlive it.
  StepContext context(std::size_t number) const;

 private:
  friend Result<CheckedRecipe> check(const Recipe&, const Hierarchy&, const RecipeSetting&);
  CheckedRecipe(Recipe recipe, Hierarchy hierarchy, const RecipeSetting& setting, Diagnostics warnings);

  std::vector<Step> steps_;
  Hierarchy hierarchy_;
  UnitGroups groups_;
  Solvers solvers_;
  Ties ties_;
  Diagnostics warnings_;
};

/// Checks parameters, names and order: denominate, treat, normalise, weight, aggregate, rank stand in this order,
/// screen and impute anywhere before aggregate; there is exactly one aggregate and at most one rank step; no indicator
/// is divided or normalised twice; direction -1, goalposts, targets, groups, frozen frames and solvers are there where
/// a method needs them. Reports all problems at once.
Result<CheckedRecipe> check(const Recipe& recipe, const Hierarchy& hierarchy, const RecipeSetting& setting);

}  // namespace podium
