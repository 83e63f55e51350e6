#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "podium/claims/claim.hpp"
#include "podium/claims/claim_words.hpp"
#include "podium/claims/name_finder.hpp"
#include "podium/claims/time_mention.hpp"

namespace podium {

/// A number of a sentence that may be a claim.
struct FigureMark {
  QuantityMention figure{};
  CounterMention counter{};
  std::optional<TextSpan> brackets{};  ///< around it, if it stands in some
};

struct TimeMark {
  enum class Role : std::uint8_t {
    Subject,  ///< what the sentence is about
    Base,     ///< what it is compared with: 전년 대비, from 2023
    Release   ///< when something came out
  };
  TimeMention time{};
  Role role = Role::Subject;
};

struct UnitMark {
  TextSpan span{};
  std::string_view code{};
  bool is_compared = false;  ///< 한국보다, than South Korea
};

struct SeriesMark {
  TextSpan span{};
  std::size_t series = 0;  ///< in the lexicon
};

struct EditionMark {
  TextSpan span{};  ///< of title and year
  EditionAt edition{};
};

/// What a sentence speaks of, each list in the order of the text, all spans those of the text. What a name, a time, an
/// edition or a base of counting is made of is in no other list.
struct SentenceMarks {
  TextSpan sentence{};
  bool is_korean = false;
  std::vector<UnitMark> units{};
  std::vector<SeriesMark> series{};
  std::vector<EditionMark> editions{};
  std::vector<TimeMark> times{};
  std::vector<FigureMark> figures{};
  std::vector<Claim::StatedPer> pers{};
};

/// `home` is the unit that 우리나라 means; empty: none.
struct MarkContext {
  const Index& index;
  const Lexicon& lexicon;
  const NameFinder& names;
  std::string_view home{};
};

/// Only the editions that a sentence names.
std::vector<EditionMark> editions_named(std::string_view text, TextSpan sentence, const MarkContext& context);

SentenceMarks marks_of(std::string_view text, TextSpan sentence, const MarkContext& context);

}  // namespace podium
