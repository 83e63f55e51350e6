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

/// How rates between two currencies are told: as so many of the lesser one for one of the greater, "1,470.2 KRW for one
/// USD", whichever of them is converted into the other.
class RateWords {
 public:
  /// `value` is some rate of the two: units of `to` for one of `from`.
  RateWords(double value, std::string_view from, std::string_view to) : is_inverse_(value < 1), from_(from), to_(to) {}

  Text number(double rate) const;                   ///< "1,470.2"
  Text rate(double rate) const;                     ///< "1,470.2 KRW for one USD"
  Text range(const ValueInterval& interval) const;  ///< "1,469.5 to 1,470.5"
  Text rates(const ValueInterval& interval) const;  ///< "1,469.5 to 1,470.5 KRW for one USD"

 private:
  Text for_one(const Text& number) const;

  bool is_inverse_;
  std::string_view from_;
  std::string_view to_;
};

}  // namespace podium
