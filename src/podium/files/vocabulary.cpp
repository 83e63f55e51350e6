#include "podium/files/vocabulary.hpp"

namespace podium {

void WordList::add(std::string_view word, std::size_t position) {
  if (positions_.emplace(word, position).second) words_.push_back(word);
}

std::optional<std::size_t> WordList::find(std::string_view word) const {
  const auto found = positions_.find(word);
  if (found != positions_.end()) return found->second;
  return is_open_ ? std::optional<std::size_t>(0) : std::nullopt;
}

WordList edition_words(std::span<const Edition> editions, bool is_open) {
  WordList words(Code::UnknownEdition, "edition", is_open);
  for (std::size_t i = 0; i < editions.size(); ++i) words.add(editions[i].id, i);
  for (const Edition& edition : editions) {
    const std::string_view ending =
        std::string_view(edition.id).substr(edition.id.size() < 4 ? 0 : edition.id.size() - 4);
    if (const Result<EditionAt> named = resolve_edition(editions, ending)) words.add_alias(ending, at(*named));
  }
  return words;
}

}  // namespace podium
