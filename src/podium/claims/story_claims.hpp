#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "podium/claims/claim.hpp"
#include "podium/claims/figure_subject.hpp"

namespace podium {

/// Of one story: a text with more is something else.
inline constexpr std::size_t kMostClaims = 50'000;

/// The checkable statements of a story, in the order of its sentences, with whom, what and when each is about. What a
/// sentence leaves out comes from those before it; where nobody was named, the home unit is meant. Ends with the
/// sentence in which there are more than kMostClaims. Time is linear in the text for sentences of bounded length.
std::vector<Claim> claims_of(std::string_view text, std::span<const TextSpan> sentences, const StoryContext& context);

}  // namespace podium
