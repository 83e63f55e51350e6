#pragma once

#include <optional>

#include "podium/claims/claim.hpp"
#include "podium/claims/official_figures.hpp"
#include "podium/claims/verdict.hpp"

namespace podium {

/// How a wrong level most likely came about.
struct SlipFound {
  Slip slip = Slip::None;
  Text text{};                             ///< one sentence
  std::optional<OfficialFigure> figure{};  ///< that explains it
};

/// Tries, in this order: the other sign, a power of ten, the figure of another year, that of another unit, two digits
/// that changed places, one digit, another currency, another indicator. `official` are the figures that would be right,
/// the nearest first. What needs digits to be telling is tried from three digits on.
SlipFound find_slip(const Claim& claim, const ValueInterval& printed, std::span<const OfficialFigure> official,
                    const OfficialFigures& figures, const std::optional<Date>& published);

/// Whether two numbers of as many digits differ in one, or in two neighbours that changed places.
bool is_digit_slip(std::string_view one, std::string_view other);
bool is_digit_swap(std::string_view one, std::string_view other);

}  // namespace podium
