#pragma once

#include <optional>
#include <span>
#include <string_view>

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

/// What lies inside of all; nothing if nothing does, or if there are none.
std::optional<ValueInterval> common_part(std::span<const ValueInterval> intervals);

/// "1,470.2 KRW for one USD".
Text rate_text(double rate, std::string_view from, std::string_view to);

}  // namespace podium
