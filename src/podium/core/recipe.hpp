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

namespace podium {

using Step = std::variant<Screen, Denominate, Impute, Normalise, Aggregate, RankStep>;

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

 private:
  friend Result<CheckedRecipe> check(const Recipe&, const Hierarchy&, std::span<const std::string>);
  CheckedRecipe(Recipe recipe, Hierarchy hierarchy, Ties ties)
      : steps_(std::move(recipe.steps)), hierarchy_(std::move(hierarchy)), ties_(ties) {}

  std::vector<Step> steps_;
  Hierarchy hierarchy_;
  Ties ties_;
};

/// Checks parameters, names and order: denominate, normalise, aggregate, rank stand in this order, screen and impute
/// anywhere before aggregate; there is exactly one aggregate and at most one rank step; no indicator is divided or
/// normalised twice; direction -1 and goalposts have what they need. Reports all problems at once.
Result<CheckedRecipe> check(const Recipe& recipe, const Hierarchy& hierarchy, std::span<const std::string> units);

}  // namespace podium
