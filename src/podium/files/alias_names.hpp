#pragma once

#include <map>
#include <string>
#include <vector>

#include "podium/claims/lexicon.hpp"
#include "podium/files/definition.hpp"
#include "podium/files/table_reader.hpp"

namespace podium {

inline constexpr std::size_t kMostNameBytes = 200;

/// The words under `en` and `ko`. A word that is none is reported and left out: an empty one, one of more than
/// kMostNameBytes, one with control characters or with spaces around it.
Aliases read_words(const TableReader& table);

/// Whose each name is, in each language: one name for two things is reported.
class NameOwners {
 public:
  /// `what` the things are, in messages: "unit".
  explicit NameOwners(std::string what) : what_(std::move(what)) {}

  /// A title is a name too. Those of the index itself may be alike and have no place.
  void add_title(const std::string& owner, const Text& title);
  void claim_title(const std::string& owner, const Text& title, const TableReader& table);
  /// As read_words, as names of `owner`.
  Aliases read(const std::string& owner, const TableReader& table);

 private:
  using Owners = std::map<std::string, std::string, std::less<>>;  ///< by name

  void claim(Owners& owners, const std::string& owner, const PlacedWord& name, Problems& problems) const;

  std::string what_;
  Owners english_;
  Owners korean_;
};

}  // namespace podium
