#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/model/language.hpp"

namespace podium {

/// A country or territory with its preferred names and the other spellings that texts use.
struct Country {
  std::string code;  ///< ISO 3166-1 alpha-3
  std::string alpha2;
  Text name;
  std::vector<std::string> other_names;  ///< both languages
};

/// Names to codes and back.
class CountryNames {
 public:
  /// `countries` by code.
  explicit CountryNames(std::vector<Country> countries) : countries_(std::move(countries)) {}

  std::span<const Country> all() const { return countries_; }
  /// By alpha-3 code; null if there is none.
  const Country* find(std::string_view code) const;

 private:
  std::vector<Country> countries_;
};

}  // namespace podium
