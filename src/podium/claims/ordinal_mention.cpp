#include "podium/claims/ordinal_mention.hpp"

#include <algorithm>

namespace podium {

std::vector<OrdinalMention> joined_ordinals(std::span<const OrdinalMention> relative,
                                            std::span<const OrdinalMention> counted) {
  std::vector<OrdinalMention> joined;
  auto next = relative.begin();
  for (const OrdinalMention& each : counted) {
    while (next != relative.end() && next->span.end <= each.span.begin) joined.push_back(*next++);
    const bool is_within = next != relative.end() && next->span.begin < each.span.end;
    if (!is_within) joined.push_back(each);
  }
  joined.insert(joined.end(), next, relative.end());
  return joined;
}

}  // namespace podium
