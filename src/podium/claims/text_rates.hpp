#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "podium/claims/implied_rate.hpp"

namespace podium {

/// By which rate of exchange a text converted one currency into another.
struct TextRate {
  /// A rate of the fact book.
  struct KnownRate {
    std::string time{};  ///< "2025-04-08"; a month or year for its mean
    double value = kMissing;
    bool is_shared = false;  ///< the conversions can have it
  };

  std::string from{};  ///< ISO 4217
  std::string to{};
  std::vector<std::size_t> conversions{};  ///< claims of the text
  std::vector<std::size_t> sharing{};      ///< the most of them that can have one rate
  ValueInterval shared{};                  ///< the rates that those can have: units of `to` for one of `from`
  /// Of the rates known from the year before the text up to its day: the latest that they can have, or else the one
  /// that is nearest to those. Days come before means of months, those before means of years.
  std::optional<KnownRate> known{};
  Text text{};  ///< all of this in a sentence or two
};

/// One for each two currencies, in the order of the text.
std::vector<TextRate> text_rates(std::span<const Claim> claims, const OfficialFigures& figures,
                                 const std::optional<Date>& published);

}  // namespace podium
