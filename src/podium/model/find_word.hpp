#pragma once

#include <string_view>

#include "podium/model/index.hpp"

/// What a word names in an index; an unknown one is answered with the nearest right one.
namespace podium {

Result<Unit> unit_of_word(const Index& index, std::string_view word);

/// An indicator or a denominator.
Result<Series> figures_of_word(const Index& index, std::string_view word);

}  // namespace podium
