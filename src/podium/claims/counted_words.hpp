#pragma once

#include <string_view>

#include "podium/claims/quantity_mention.hpp"

namespace podium {

/// A quantity of a Korean text with what it counts: "100여명", "3 개", "20km"; without the particles behind
/// it. The quantity's own span where nothing is counted, or a unit is part of it already (13억 달러, 63%).
TextSpan counted_words(std::string_view text, const QuantityMention& quantity);

}  // namespace podium
