#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "podium/model/index.hpp"

namespace podium {

/// A closed list of words, each standing for a position. An open one stands in for a list that could not be read: it
/// knows every word, so that the tables are still checked for all else.
class WordList {
 public:
  WordList(Code code, std::string what, bool is_open) : code_(code), what_(std::move(what)), is_open_(is_open) {}

  /// Earlier words win.
  void add(std::string_view word, std::size_t position);
  /// Another word for a position, not named in messages.
  void add_alias(std::string_view word, std::size_t position) { positions_.emplace(word, position); }
  std::optional<std::size_t> find(std::string_view word) const;
  /// Whether the word is in the list itself, open or not.
  bool lists(std::string_view word) const { return positions_.contains(word); }
  bool is_open() const { return is_open_; }
  std::span<const std::string_view> words() const { return words_; }
  Diagnostic unknown(std::string_view word) const { return not_among(code_, what_, word, words_); }

 private:
  Code code_;
  std::string what_;
  bool is_open_;
  std::vector<std::string_view> words_;
  std::unordered_map<std::string_view, std::size_t> positions_;
};

/// The words that observations may use. Views into lists that must outlive it.
struct Vocabulary {
  WordList units{Code::UnknownUnit, "unit", false};
  WordList series{Code::UnknownIndicator, "indicator", false};  ///< indicators and denominators
  WordList sources{Code::UnknownSource, "source", false};
  WordList editions{Code::UnknownEdition, "edition", false};  ///< and the years that stand for one of them
  std::span<const Edition> edition_list;

  bool is_open() const { return units.is_open() || series.is_open() || sources.is_open() || editions.is_open(); }
};

/// Words for the editions and for each year that names exactly one of them (resolve_edition).
WordList edition_words(std::span<const Edition> editions, bool is_open);

}  // namespace podium
