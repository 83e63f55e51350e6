#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "podium/claims/lexicon.hpp"

namespace podium {

/// Korean names of series that a figure may part: "농업 인력은 1만2800명이 부족하다" names "농업 인력 부족". The
/// lexicon has to outlive it.
class PartedNames {
 public:
  struct Name {
    std::size_t series = 0;  ///< in the lexicon
    std::string_view beginning{};
    std::string_view last_word{};
  };

  explicit PartedNames(const Lexicon& lexicon);

  /// Those whose last word stands in the text, by series. One short text is looked through in a time that does not
  /// depend on the number of names.
  std::vector<Name> ending_in(std::string_view text) const;

 private:
  void add(std::size_t series, std::string_view name);

  std::unordered_map<std::string_view, std::vector<Name>> by_first_syllable_;  ///< of the last word
};

}  // namespace podium
