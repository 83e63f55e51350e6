#include "podium/files/recipe_file.hpp"

#include <array>

#include "podium/files/definition.hpp"
#include "podium/files/index_directory.hpp"
#include "podium/files/read_recipe.hpp"
#include "podium/files/table_reader.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 1> kSections{"step"};

Result<RecipeFile> recipe_of(const TomlTable& document, const std::string& file) {
  Problems problems;
  TableReader(document, {file, 1, 1}, problems).allow_only(kSections);
  Places places{.file = file, .nodes = {}, .steps = {}, .weight_sets = {}};
  TomlArray steps;
  for (const TomlValue* value : tables_of(document, "step", problems)) {
    places.steps.push_back(places_of(std::get<TomlTable>(value->data), value->place));
    steps.push_back(*value);
  }
  std::optional<Recipe> recipe = read_recipe(steps, problems);
  if (!recipe || !problems.empty()) return std::move(problems).sorted();
  return RecipeFile{*std::move(recipe), std::move(places)};
}

Result<std::string> text_of(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  TRY(const IndexDirectory directory, IndexDirectory::open(folder));
  return directory.read_text(path.filename().generic_string());
}

}  // namespace

Result<RecipeFile> read_recipe_file(const std::filesystem::path& path) {
  const std::string file = path.generic_string();
  Result<std::string> text = text_of(path);
  if (!text) {
    Diagnostics problems = std::move(text).diagnostics();
    for (Diagnostic& problem : problems) problem.place = {file, 0, 0};
    return problems;
  }
  TRY(const TomlTable document, parse_toml(*text, file));
  return recipe_of(document, file);
}

}  // namespace podium
