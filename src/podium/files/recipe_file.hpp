#pragma once

#include <filesystem>

#include "podium/core/recipe.hpp"
#include "podium/files/places.hpp"

namespace podium {

/// A recipe outside an index, to compare with the index's own.
struct RecipeFile {
  Recipe recipe;
  Places places;  ///< for attach_places, on what checking or running the recipe finds
};

/// Reads a TOML file that holds [[step]] tables, as podium.toml has them, and nothing else. Reports all problems with
/// their places.
Result<RecipeFile> read_recipe_file(const std::filesystem::path& path);

}  // namespace podium
