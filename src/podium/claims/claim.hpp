#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "podium/claims/quantity_mention.hpp"
#include "podium/claims/text_span.hpp"
#include "podium/model/index.hpp"
#include "podium/model/year_span.hpp"

namespace podium {

/// One checkable statement found in a text.
struct Claim {
  enum class Kind : std::uint8_t {
    Level,       ///< a figure of a unit
    Change,      ///< by how much it went up or down, in percent
    Trend,       ///< only that it went up or down
    Ranked,      ///< the rank of the unit
    RankChange,  ///< by how many places
    Extremum,    ///< highest or lowest of all
    Member,      ///< the unit lies above or below another one, or one of those that do
    Beyond,      ///< how many units lie above or below another one
    Compared,    ///< how many units are compared
    Ratio,       ///< how many times another unit's, or which share of it
    Difference,  ///< how far two units are apart
    Conversion,  ///< of a figure before it into another currency
    Rate,        ///< of exchange, that the conversions of the text imply
    Product,     ///< a share of a number, both of which the sentence states
    Release,     ///< the day on which an edition came out
    Aim          ///< a year or rank that somebody is after
  };
  /// What the figure is counted by, as the text says.
  struct StatedPer {
    TextSpan span{};
    double count = kMissing;  ///< NaN: not said
    std::string base{};       ///< id of the lexicon's base; empty: not said
  };

  Kind kind = Kind::Level;
  TextSpan span{};  ///< the figure, or the words that state it
  std::size_t sentence = 0;
  std::string unit{};             ///< code; empty: not known
  bool has_assumed_unit = false;  ///< no unit has been named: the home unit is taken
  std::string against{};          ///< the other unit's code
  std::string series{};           ///< id; empty: not known
  std::optional<YearSpan> years{};
  bool has_stated_years = false;           ///< in its sentence, or carried over from one before
  std::optional<YearSpan> base_years{};    ///< from which a change is counted
  bool is_part_of_year = false;            ///< a month, quarter or half of `years`
  bool has_open_year = false;              ///< "last year" in a text whose day is not known
  bool is_yearly = false;                  ///< a mean for each of several years: 연평균
  std::optional<Date> day{};               ///< of a release; month and year are 0 where they are not known
  QuantityMention figure{};                ///< its span is empty where the claim has none
  int direction = 0;                       ///< +1 up or highest, -1 down or lowest
  std::optional<double> out_of{};          ///< rank "n of m"
  std::optional<QuantityMention> whole{};  ///< of a product: of what the share is
  std::optional<StatedPer> per{};
  std::optional<EditionAt> edition{};  ///< that the text names
  std::optional<std::size_t> of{};     ///< of a conversion or product: the claim that it is made of, in the same list
  bool is_quoted = false;              ///< stands within quotation marks
  TextSpan speaker{};                  ///< who is quoted with it; empty: not said
  bool is_forecast = false;
  bool is_opinion = false;
  bool is_ought = false;    ///< what should be, not what is
  bool is_carried = false;  ///< its clause names no series, or no unit: that of a sentence before or a clause behind
  bool is_sum = false;      ///< of several figures
  bool is_deficit = false;  ///< "a deficit of 1.8", "net outflow of 0.36": the figure's sign is the other one
  bool is_within_group = false;  ///< a rank among the members of a group: "first in Asia"
  bool is_open_list = false;     ///< the text says that there are others: 등

  bool has_figure() const { return !figure.span.empty(); }
};
std::string_view to_word(Claim::Kind kind);

/// Of claims in the order of their sentences those of one sentence.
std::span<const Claim> claims_of_sentence(std::span<const Claim> claims, std::size_t sentence);

}  // namespace podium
