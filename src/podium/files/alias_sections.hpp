#pragma once

#include <array>
#include <string>
#include <vector>

#include "podium/files/table_reader.hpp"

namespace podium {

inline constexpr std::array<std::string_view, 2> kLanguageKeys{"en", "ko"};

/// One section such as [[unit]], with its id.
struct AliasEntry {
  TableReader table;
  std::string id;

  const Place& place_of(std::string_view key) const { return table.find(key)->value.place; }
};

/// The sections of aliases.toml, and how its readers report what is wrong with them.
class AliasSections {
 public:
  AliasSections(const TomlTable& document, std::span<const std::string_view> sections, Problems& problems);

  /// The sections [[name]], those with an id of their own.
  std::vector<AliasEntry> entries(std::string_view name, std::string_view id_key,
                                  std::span<const std::string_view> keys);
  /// No entry was dropped for its id, and none stands in a misspelt section.
  bool ids_are_sound() const { return ids_are_sound_; }

  const TableReader& top() const { return top_; }
  /// A table within another; nothing if it is absent or (reported) no table.
  std::optional<TableReader> inner(const TableReader& table, std::string_view key,
                                   std::span<const std::string_view> keys, std::string_view example) const;

  void refuse(Code code, std::string found, std::string expected, const Place& place) const;
  /// `words_of` gives the words that are known; it is not called when nothing more is kept.
  template <class WordsOf>
  void refuse_unknown(Code code, std::string_view what, std::string_view word, const WordsOf& words_of,
                      const Place& place, std::string_view otherwise = {}) const {
    problems_.report([&] {
      Diagnostic problem = not_among(code, what, word, words_of());
      problem.expected += otherwise;
      problem.place = place;
      return problem;
    });
  }
  /// A key that says what another file of the index says.
  void refuse_key(const AliasEntry& entry, std::string_view key, std::string_view file) const;

 private:
  const TomlTable& document_;
  Problems& problems_;
  TableReader top_;
  bool ids_are_sound_;
};

}  // namespace podium
