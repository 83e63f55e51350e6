#pragma once

#include <optional>
#include <span>
#include <vector>

#include "podium/claims/claim.hpp"
#include "podium/claims/official_figures.hpp"
#include "podium/claims/verdict.hpp"

namespace podium {

/// What the claims of one text are judged by. `published` is its day, if known: an edition that came out later is not
/// one that it could have used, though it is tried too.
struct JudgeContext {
  const OfficialFigures& figures;
  std::optional<Date> published{};
};

/// A verdict for each claim. A claim is wrong only if no figure of any edition lies inside of what its print stands
/// for; derived figures by interval arithmetic. For conversions of money a claim of the rate that they imply is added
/// behind the others, with its verdict.
std::vector<Verdict> judge(std::vector<Claim>& claims, const JudgeContext& context);

}  // namespace podium
