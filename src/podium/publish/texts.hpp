#pragma once

#include <map>
#include <string>
#include <string_view>

#include "podium/model/language.hpp"

namespace podium {

/// The words that the site's readers see, from texts.toml and recipe_texts.toml. One table per kind of text:
///   site                      always
///   country | item            what is ranked: countries, or anything else
///   year | period             when: years, or quarters and months
///   step, summary, parameter, choice   what a recipe is made of (recipe_texts.toml; see pages/method_words.hpp)
///   measure, group            words that indices use for units of measure and groups
using TextTable = std::map<std::string, Text, std::less<>>;
using Texts = std::map<std::string, TextTable, std::less<>>;

/// The embedded texts. Empty where a table or a language is not in the file; the tests see to it that this does not
/// happen.
Texts read_texts();

}  // namespace podium
