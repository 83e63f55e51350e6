#pragma once

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "podium/claims/claim.hpp"
#include "podium/claims/official_figures.hpp"

namespace podium {

/// What a conversion implies: units of the second currency for one of the first.
struct ImpliedRate {
  std::string_view from{};  ///< ISO 4217
  std::string_view to{};
  double value = kMissing;
  ValueInterval interval{};  ///< what the two printed amounts allow
};

/// Nothing for a claim that is no conversion between two known currencies; `claims` are all of its text.
std::optional<ImpliedRate> implied_rate(const Claim& claim, std::span<const Claim> claims);

/// The rates that all conversions of a text imply.
class ImpliedRates {
 public:
  explicit ImpliedRates(std::span<const Claim> claims);

  /// Nothing for a claim that implies none.
  const std::optional<ImpliedRate>& of(std::size_t claim) const { return rates_[claim]; }
  /// The rates that all other conversions of the same two currencies can have; nothing if there are none, or no others.
  std::optional<ValueInterval> common_with_others(std::size_t claim) const;

 private:
  /// Of the conversions of two currencies the two that allow least, on each side.
  struct Bounds {
    std::size_t count = 0;
    std::size_t highest_lower = 0;  ///< claims
    std::size_t next_lower = 0;
    std::size_t lowest_upper = 0;
    std::size_t next_upper = 0;
  };

  void bound(std::size_t claim);

  std::vector<std::optional<ImpliedRate>> rates_;
  std::map<std::pair<std::string_view, std::string_view>, Bounds> bounds_;
};

/// "1,470.2 KRW for one USD".
Text rate_text(double rate, std::string_view from, std::string_view to);

}  // namespace podium
