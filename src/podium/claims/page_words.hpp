#pragma once

#include <string_view>

#include "podium/claims/clean_text.hpp"

/// The words by which parts of a news page are known.
namespace podium {

/// What a line is by its own words; Other for one that says nothing of itself.
PagePart part_of_words(std::string_view line);

/// A credit (Caption) or a byline in brackets, with the brackets; Other for any other.
PagePart part_of_bracket(std::string_view bracket);

/// A sentence that says itself that it is a caption; otherwise Other.
PagePart part_of_sentence(std::string_view sentence);

/// Whether a sentence before a credit belongs to its picture.
bool tells_of_picture(std::string_view sentence);

}  // namespace podium
