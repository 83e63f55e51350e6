#pragma once

#include <map>
#include <string>
#include <vector>

#include "podium/files/toml_document.hpp"

namespace podium {

/// Where the parts of an index stand in podium.toml, so that problems found later, in the hierarchy, the recipe or the
/// computation, can name their place.
struct Places {
  struct Table {
    Place whole;
    std::map<std::string, Place, std::less<>> keys;  ///< of the keys' values
  };

  std::string file;
  std::map<std::string, Table, std::less<>> nodes;  ///< nodes, indicators and denominators by id; the root is [index]
  std::vector<Table> steps;
  std::map<std::string, Table, std::less<>> weight_sets;
};

Places::Table places_of(const TomlTable& table, const Place& place);

/// Gives a place to each diagnostic that has none: that of its step (or the step's key), else that of its node (or the
/// node's key); the file where it is about the index as a whole.
void attach_places(Diagnostics& diagnostics, const Places& places);

}  // namespace podium
