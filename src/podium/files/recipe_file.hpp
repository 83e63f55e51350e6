#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "podium/core/recipe.hpp"
#include "podium/files/places.hpp"
#include "podium/files/problems.hpp"
#include "podium/model/index.hpp"

namespace podium {

/// A recipe outside an index, to compare with the index's own.
struct RecipeFile {
  Recipe recipe;
  Places places;  ///< for attach_places, on what checking or running the recipe finds
};

/// The [[step]] tables of a document; nothing after reporting what is wrong with them.
std::optional<RecipeFile> read_recipe_tables(const TomlTable& document, const std::string& file, Problems& problems);

/// The index with that recipe; problems have their places in the file.
Result<Index> with_recipe_of(Index index, RecipeFile file);

/// Reads a TOML file that holds [[step]] tables, as podium.toml has them, and nothing else. Reports all problems with
/// their places.
Result<RecipeFile> read_recipe_file(const std::filesystem::path& path);

}  // namespace podium
