#include "podium/claims/parted_names.hpp"

#include <algorithm>

#include "podium/claims/characters.hpp"

namespace podium {
namespace {

/// "AI" alone stands in many names.
constexpr std::size_t kShortestBeginning = 9;  // three syllables

std::string_view first_syllable(std::string_view text) { return text.substr(0, character_at(text, 0).size); }

}  // namespace

PartedNames::PartedNames(const Lexicon& lexicon) {
  for (std::size_t i = 0; i < lexicon.series.size(); ++i) {
    add(i, lexicon.series[i].title.ko);
    for (const std::string& name : lexicon.series[i].names.ko) add(i, name);
  }
}

void PartedNames::add(std::size_t series, std::string_view name) {
  const std::size_t space = name.rfind(' ');
  if (space == std::string_view::npos || space < kShortestBeginning) return;
  const std::string_view last_word = name.substr(space + 1);
  by_first_syllable_[first_syllable(last_word)].push_back({series, name.substr(0, space), last_word});
}

std::vector<PartedNames::Name> PartedNames::ending_in(std::string_view text) const {
  std::vector<Name> found;
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at).size) {
    const auto names = by_first_syllable_.find(first_syllable(text.substr(at)));
    if (names == by_first_syllable_.end()) continue;
    for (const Name& name : names->second) {
      if (text.substr(at).starts_with(name.last_word)) found.push_back(name);
    }
  }
  std::ranges::stable_sort(found, {}, &Name::series);
  return found;
}

}  // namespace podium
