#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "podium/claims/lexicon.hpp"
#include "podium/claims/text_span.hpp"

namespace podium {

/// A name in a text and what it stands for: a place in the list of the lexicon that its kind says.
struct NameMention {
  enum class Kind : std::uint8_t {
    Unit,
    Series,
    Base,
    Publisher,
    Report,   ///< of a publisher: "AI Index"
    HomeUnit  ///< 우리나라, 국내, "our country"; `at` is 0
  };

  TextSpan span{};
  Kind kind = Kind::Unit;
  std::uint32_t at = 0;
  std::optional<std::uint32_t> series{};  ///< that has a base's name too: population

  bool operator==(const NameMention&) const = default;
};

/// Finds the names of a lexicon in texts. The longest name counts. Spaces within Korean names may be missing or more;
/// particles may stand behind them (한국은), other syllables may not (한국은행), nor before them. A Korean name of one
/// syllable (미, 중) counts only beside another (미·중, 한미일). English names are whole words; those of units and
/// publishers are matched in the case in which the lexicon has them, others in any. Time is linear in the text for a
/// given lexicon.
class NameFinder {
 public:
  explicit NameFinder(const Lexicon& lexicon);

  /// In their order, none within another.
  std::vector<NameMention> names_in(std::string_view text) const;

 private:
  struct Node {
    std::vector<std::pair<char, std::uint32_t>> children{};
    std::vector<std::uint32_t> names{};  ///< that end here, in `names_`
  };
  struct Name {
    std::string text{};
    NameMention::Kind kind = NameMention::Kind::Unit;
    std::uint32_t at = 0;
    bool is_exact = false;  ///< in this case alone
  };
  struct Syllable {
    std::string text{};
    std::uint32_t unit = 0;
  };

  void add(std::string_view name, NameMention::Kind kind, std::size_t at);
  void add_all(const Text& title, const Aliases& names, NameMention::Kind kind, std::size_t at);
  std::uint32_t child(std::uint32_t node, char letter) const;
  const Name* name_between(const Node& node, std::string_view text, TextSpan span) const;
  /// The longest name that begins at a byte; of no length where none does.
  NameMention longest_at(std::string_view text, std::size_t at) const;
  void walk(std::string_view text, std::size_t at, std::size_t end, std::uint32_t node, NameMention& found) const;
  const Syllable* syllable_at(std::string_view text, std::size_t at) const;
  /// 미·중: nothing, or as many as stand beside each other.
  std::vector<NameMention> syllables_at(std::string_view text, std::size_t at) const;

  std::vector<Node> nodes_;
  std::array<std::uint32_t, 256> first_{};  ///< node by first byte; 0: no name begins so
  std::vector<Name> names_;
  std::vector<Syllable> syllables_;
};

}  // namespace podium
