#pragma once

#include <string>

#include "podium/claims/lexicon.hpp"
#include "podium/files/problems.hpp"
#include "podium/files/toml_document.hpp"
#include "podium/model/index.hpp"

namespace podium {

/// How texts name what stands in an index, beside podium.toml.
inline constexpr const char* kAliasFile = "aliases.toml";

struct ReadLexicon {
  Lexicon lexicon{};
  /// No entry was dropped for its id, and none stands in a misspelt section, so that an id which is not there is
  /// unknown.
  bool ids_are_sound = true;
};

/// The units, indicators and denominators of the index by their titles alone.
Lexicon lexicon_of(const Index& index);

/// The same with what aliases.toml says: [home], [[unit]], [[indicator]], [[base]], [[publisher]]. An entry with
/// problems stays, so that its id is known elsewhere.
ReadLexicon read_aliases(const TomlTable& document, const Index& index, Problems& problems);

}  // namespace podium
