#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "podium/model/index.hpp"
#include "podium/publish/texts.hpp"

namespace podium {

/// What the units and periods of an index are, so that a page says "country" and "year" where that is what they are.
struct Kinds {
  bool countries = true;  ///< every unit is in the table of countries
  bool years = true;      ///< every period is a year
};

Kinds kinds_of(const Index& index);

/// The texts of one language for one index. The texts must outlive it.
class SiteWords {
 public:
  SiteWords(const Texts& texts, Language language, Kinds kinds);

  Language language() const { return language_; }
  /// A text of the site that must exist.
  const std::string& operator[](std::string_view key) const;
  /// A text of the site, or null.
  const std::string* find(std::string_view key) const;
  /// A text of the named table in this language; empty if there is none.
  std::string_view find_in(std::string_view table, std::string_view key) const;

 private:
  const Texts& texts_;
  Language language_;
  std::map<std::string_view, const Text*, std::less<>> of_site_;
};

/// The text with each {{name}} replaced by its value, for texts that do not pass through a template. Nothing is
/// escaped.
std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

}  // namespace podium
