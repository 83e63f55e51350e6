#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "podium/model/language.hpp"

namespace podium {

/// A text of the program itself, in both languages.
struct Phrase {
  std::string_view en;
  std::string_view ko;

  constexpr std::string_view in(Language language) const { return language == Language::English ? en : ko; }
};

/// Puts the values in the places {0}, {1} ... of a pattern.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

}  // namespace podium
