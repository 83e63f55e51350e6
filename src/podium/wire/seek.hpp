#pragma once

#include "podium/model/compute.hpp"
#include "podium/reason/seek_mix.hpp"
#include "podium/reason/seek_setting.hpp"

namespace podium {

/// What a rank would take a unit in one period of an index.
struct SeekAnswer {
  const Index& index;
  EditionChoice choice;
  Period period;
  Unit unit;
  Rank present = 0;
  SeekSetting setting;
  std::vector<double> figures;      ///< of the unit, one for each indicator, as normalisation receives them
  std::vector<SeekMargin> margins;  ///< all other units, by rank
  std::vector<SeekAlone> alone;     ///< one for each indicator
  SeekMix mix;

  Series indicator(std::size_t position) const { return index.hierarchy.indicators()[position]; }
};

/// Whether an indicator of the cheapest mix, or of the best that the bounds allow, stands at its bound.
bool is_binding(const SeekAnswer& answer, std::size_t indicator);

/// {"index":{..},"period","edition_choice":{..},"unit","rank","wanted","possible","best_rank","proven","effort",
///  "margins":[{"unit","rank","gap"}],
///  "indicators":[{"id","figure","alone":{"possible","value","best_rank"},"mix","change","binding"}]}
std::string seek_json(const SeekAnswer& answer);
/// indicator,figure,alone_possible,alone_value,alone_best_rank,mix,change,binding; a line for each indicator.
std::string seek_csv(const SeekAnswer& answer);

}  // namespace podium
