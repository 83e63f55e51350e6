#pragma once

#include <optional>
#include <string>
#include <vector>

#include "podium/model/language.hpp"

namespace podium {

/// The names that texts of each language have for one thing, beside its title.
struct Aliases {
  std::vector<std::string> en{};
  std::vector<std::string> ko{};

  bool operator==(const Aliases&) const = default;
};

/// How texts name what an index holds and what stands around it; the index's aliases.toml.
struct Lexicon {
  /// A unit of the index, or another that texts speak of (the world).
  struct NamedUnit {
    std::string code{};
    Text title{};
    Aliases names{};
  };
  /// "per 10,000 LinkedIn members": how many of which base a figure is counted by.
  struct Per {
    double count = 1;
    std::string base{};  ///< id of a NamedBase
  };
  /// An indicator or denominator of the index, or another series that texts cite.
  struct NamedSeries {
    std::string id{};
    Text title{};
    std::string unit_of_measure{};
    Aliases names{};
    Aliases counters{};  ///< words behind its numbers: 개, 명, models; none: numbers stand alone
    std::optional<Per> per{};
    std::string share_of{};  ///< id of the series of which this one is the share in a total; may be empty
  };
  /// What figures are divided by: people, LinkedIn members.
  struct NamedBase {
    std::string id{};
    Aliases names{};
  };
  /// Whose editions a text names by a title and a year: "AI Index 2025". As Edition::publisher says it.
  struct NamedPublisher {
    std::string publisher{};
    Aliases names{};         ///< of the publisher itself: what a unit's name within them means is no unit
    Aliases report_names{};  ///< of its editions; a year beside one makes it an edition
  };

  std::string home_en{};  ///< the unit that "our country" and "at home" mean in texts of the language; may be empty
  std::string home_ko{};
  std::string whole{};                ///< the unit of all together, which a figure without one may mean; may be empty
  std::vector<NamedUnit> units{};     ///< by code; all units of the index are there
  std::vector<NamedSeries> series{};  ///< by id; all indicators and denominators of the index are there
  std::vector<NamedBase> bases{};     ///< by id
  std::vector<NamedPublisher> publishers{};  ///< by publisher
};

}  // namespace podium
