#include "podium/claims/claim.hpp"

#include <algorithm>
#include <array>

namespace podium {

std::string_view to_word(Claim::Kind kind) {
  constexpr std::array<std::string_view, 16> kWords{
      "level",    "change", "trend",      "rank",       "rank-change", "extremum", "member",  "beyond",
      "compared", "ratio",  "difference", "conversion", "rate",        "product",  "release", "aim"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::span<const Claim> claims_of_sentence(std::span<const Claim> claims, std::size_t sentence) {
  return std::ranges::equal_range(claims, sentence, {}, &Claim::sentence);
}

}  // namespace podium
