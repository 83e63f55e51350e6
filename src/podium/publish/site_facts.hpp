#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "podium/model/compute.hpp"
#include "podium/publish/pictures/scale.hpp"
#include "podium/publish/site_words.hpp"

namespace podium {

/// A figure that a treatment of outliers moved.
struct BroughtIn {
  Series indicator;
  Time time;
  Unit unit;
  double before;
  double after;

  auto key() const { return std::tuple(indicator, time, unit); }
};

/// What several pages need and one look at the whole index tells.
struct SiteFacts {
  Kinds kinds;
  Domain scores;     ///< the scale that scores live on: it holds zero, the recipe's ranges and every score
  int decimals = 1;  ///< of scores: two where the scale is short
  std::vector<BroughtIn> brought_in{};  ///< by indicator, period, unit
  std::optional<Panel> divided;         ///< figures after they are divided by their denominators; nothing where none is
};

SiteFacts site_facts(const Index& index, const Computed& computed);

/// The figures by which the units of an indicator compare: divided by its denominator if the recipe does so.
const Panel& compared_figures(const Computed& computed, const SiteFacts& facts);

/// What a treatment did to a figure; null if it was not moved.
const BroughtIn* brought_in(const SiteFacts& facts, Series indicator, Time time, Unit unit);

/// Whether the recipe divides this indicator.
bool is_divided(const Index& index, Series indicator);

}  // namespace podium
