#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "podium/model/index.hpp"

namespace podium {

/// What a text in a column of units means to an index.
struct FoundUnit {
  enum class Kind : std::uint8_t {
    Unit,
    Group,    ///< a group of countries
    Country,  ///< one that is no unit of the index
    Unknown,
  };

  Kind kind = Kind::Unknown;
  Unit unit{};            ///< if it is one
  std::string nearest{};  ///< for an unknown text: the name that it resembles most, if any
};

/// Units by their code, else by a name that only one of them has, else as countries (CountryMatcher). Remembers what it
/// has found, since tables repeat their names.
class UnitFinder {
 public:
  /// The index must outlive it.
  explicit UnitFinder(const Index& index);

  const FoundUnit& find(std::string_view text);

 private:
  FoundUnit look_up(std::string_view text) const;

  const Index& index_;
  std::map<std::string_view, std::optional<Unit>> names_;  ///< nothing where two units share the name
  std::map<std::string, FoundUnit, std::less<>> found_;
};

}  // namespace podium
