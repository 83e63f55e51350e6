// podium.toml, sources.toml and editions.toml from any bytes; what reads without problems must go through the checks of
// the hierarchy and the recipe.
#include <cstddef>
#include <cstdint>

#include "podium/files/catalogue.hpp"
#include "podium/files/definition.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace podium;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Problems problems;
  read_sources(text, "sources.toml", problems);
  read_editions(text, "editions.toml", problems);
  const std::optional<Definition> definition = read_definition(text, "podium.toml", problems);
  if (definition) {
    const std::size_t series = definition->nodes.size() + definition->denominators.size();
    if (definition->series.size() != series || definition->editions.size() != series) __builtin_trap();
    const Result<Hierarchy> hierarchy = Hierarchy::build(definition->nodes, definition->denominators);
    Diagnostics found = hierarchy ? Diagnostics{} : hierarchy.diagnostics();
    if (hierarchy && definition->recipe) {
      const std::vector<std::string> units{"KOR", "USA"};
      const Result<CheckedRecipe> recipe = check(*definition->recipe, *hierarchy, {.units = units});
      if (!recipe) found = recipe.diagnostics();
    }
    attach_places(found, definition->places);
    problems.add(std::move(found));
  }
  for (const Diagnostic& problem : std::move(problems).sorted()) {
    if (to_text(problem).empty()) __builtin_trap();
  }
  return 0;
}
