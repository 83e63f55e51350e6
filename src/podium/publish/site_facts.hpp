#pragma once

#include <optional>

#include "podium/model/compute.hpp"
#include "podium/publish/pictures/scale.hpp"
#include "podium/publish/site_words.hpp"

namespace podium {

/// What several pages need and one look at the whole index tells.
struct SiteFacts {
  Kinds kinds;
  Domain scores;                 ///< the scale that scores live on: it holds zero, the recipe's ranges and every score
  int decimals = 1;              ///< of scores: two where the scale is short
  std::optional<Panel> divided;  ///< figures after they are divided by their denominators; nothing where none is
};

SiteFacts site_facts(const Index& index, const Computed& computed);

/// The figures by which the units of an indicator compare: divided by its denominator if the recipe does so.
const Panel& compared_figures(const Computed& computed, const SiteFacts& facts);

/// Whether the recipe divides this indicator.
bool is_divided(const Index& index, Series indicator);

}  // namespace podium
