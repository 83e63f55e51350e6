#include "podium/claims/verdict.hpp"

#include <array>

namespace podium {

std::string_view to_word(Slip slip) {
  constexpr std::array<std::string_view, 14> kWords{
      "none",       "denominator",    "direction",     "edition-mix",    "conversion-after-rounding",
      "arithmetic", "power-of-ten",   "other-period",  "other-unit",     "digit-swap",
      "digit-slip", "other-currency", "other-measure", "other-indicator"};
  return kWords[static_cast<std::size_t>(slip)];
}

std::string_view to_word(Verdict::Kind kind) {
  constexpr std::array<std::string_view, 6> kWords{"match",    "rounded",      "other-edition",
                                                   "mismatch", "unverifiable", "opinion"};
  return kWords[static_cast<std::size_t>(kind)];
}

}  // namespace podium
