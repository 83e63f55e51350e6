#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "podium/files/recipe_file.hpp"
#include "podium/model/index.hpp"
#include "podium/reason/scenario.hpp"

namespace podium {

/// A what-if in a file of its own: what changes, what is assumed to follow, and why.
struct ScenarioFile {
  struct Change {
    FigureChange::Kind kind = FigureChange::Kind::Set;
    Series series{};
    Unit unit{};
    std::optional<Period> period{};  ///< otherwise the scenario's
    double amount = 0;
    std::string why{};
    Place place{};
  };
  struct Assumption {
    Elasticity elasticity{};
    std::string why{};
  };

  Text title{};
  std::optional<Period> period{};
  std::vector<Change> changes{};
  std::vector<Assumption> assumptions{};
  NodeValues weights{};
  std::optional<std::string> weight_set{};
  std::optional<RecipeFile> recipe{};
};

/// Reads a TOML file:
///
///   title = { en = "...", ko = "..." }
///   period = 2025
///   weight_set = "..."
///   [[change]]      unit, indicator, set / add / scale; period, why
///   [[elasticity]]  cause, effect, exponent; why
///   [weights]       a number for each node
///   [[step]]        another recipe
///
/// all of it optional, but not all of it absent. Words are those of the index. Reports all problems with their places.
Result<ScenarioFile> read_scenario_file(const std::filesystem::path& path, const Index& index);

}  // namespace podium
