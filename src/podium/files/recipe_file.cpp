#include "podium/files/recipe_file.hpp"

#include <array>

#include "podium/files/definition.hpp"
#include "podium/files/loose_file.hpp"
#include "podium/files/read_recipe.hpp"
#include "podium/files/table_reader.hpp"
#include "podium/model/other_recipe.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 1> kSections{"step"};

}  // namespace

std::optional<RecipeFile> read_recipe_tables(const TomlTable& document, const std::string& file, Problems& problems) {
  const std::size_t problems_before = problems.count();
  Places places{.file = file, .nodes = {}, .steps = {}, .weight_sets = {}};
  TomlArray steps;
  for (const TomlValue* value : tables_of(document, "step", problems)) {
    places.steps.push_back(places_of(std::get<TomlTable>(value->data), value->place));
    steps.push_back(*value);
  }
  std::optional<Recipe> recipe = read_recipe(steps, problems);
  if (!recipe || problems.count() > problems_before) return std::nullopt;
  return RecipeFile{*std::move(recipe), std::move(places)};
}

Result<Index> with_recipe_of(Index index, RecipeFile file) {
  Result<Index> with = with_recipe(std::move(index), std::move(file.recipe));
  if (with) return with;
  Diagnostics problems = std::move(with).diagnostics();
  attach_places(problems, file.places);
  return problems;
}

Result<RecipeFile> read_recipe_file(const std::filesystem::path& path) {
  const std::string file = path.generic_string();
  TRY(const TomlTable document, read_loose_toml(path));
  Problems problems;
  TableReader(document, {file, 1, 1}, problems).allow_only(kSections);
  std::optional<RecipeFile> recipe = read_recipe_tables(document, file, problems);
  if (!recipe || !problems.empty()) return std::move(problems).sorted();
  return *std::move(recipe);
}

}  // namespace podium
