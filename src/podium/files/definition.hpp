#pragma once

#include <optional>
#include <string>
#include <vector>

#include "podium/core/recipe.hpp"
#include "podium/files/places.hpp"
#include "podium/files/problems.hpp"
#include "podium/model/index.hpp"

namespace podium {

class TableReader;

/// A word of podium.toml that another file has to explain, such as an edition's id.
struct PlacedWord {
  std::string text;
  Place place;
};

/// [[table]]: a table outside observations/, or what a table has no column for.
struct TableEntry {
  PlacedWord file;
  std::optional<PlacedWord> period, edition, source, status, locator;
};

/// [[goal]], its unit not yet known.
struct GoalEntry {
  std::string id{};
  Place place{};
  Text title{};
  std::optional<PlacedWord> unit{};
  std::int64_t rank = 1;
  Place rank_place{};
  std::optional<Period> by{};
};

/// What podium.toml says, before the other files are known.
struct Definition {
  std::string id;
  Text title;
  Text description;
  std::vector<Period> periods;
  std::optional<PlacedWord> edition;  ///< nothing for "latest"
  std::optional<Date> as_of;
  double min_coverage = 0.5;
  bool allow_mixed_editions = false;

  std::vector<NodeSpec> nodes;  ///< the root first
  std::vector<std::string> denominators;
  std::vector<SeriesInfo> series;                   ///< nodes, then denominators; editions unresolved
  std::vector<std::optional<PlacedWord>> editions;  ///< of `series`
  bool ids_are_sound = true;                        ///< no entry was dropped for its id

  std::vector<NamedWeights> weight_sets;  ///< by name
  std::vector<TableEntry> tables;
  std::optional<Recipe> recipe;  ///< nothing if it has problems
  StressPlan stress;
  std::vector<GoalEntry> goals;
  Places places;
};

/// Nothing if the text is not TOML. Everything else that is wrong is reported and replaced by a default.
std::optional<Definition> read_definition(std::string_view text, const std::string& file, Problems& problems);

/// A word with its place; nothing if the key is absent, or reported if it is no word.
std::optional<PlacedWord> placed_word(const TableReader& table, std::string_view key);

/// The tables of an array such as [[node]]; reports anything else under that key.
std::vector<const TomlValue*> tables_of(const TomlTable& document, std::string_view key, Problems& problems);

}  // namespace podium
