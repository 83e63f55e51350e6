#pragma once

#include "podium/model/compute.hpp"
#include "podium/reason/seek_mix.hpp"
#include "podium/reason/seek_setting.hpp"
#include "podium/reason/seek_stress.hpp"

namespace podium {

/// What effort counts.
struct SeekEffort {
  enum class Measure : std::uint8_t {
    Spread,  ///< of each indicator: highest less lowest figure
    Money,   ///< in `currency`
    Cost     ///< as somebody states it
  };

  Measure measure = Measure::Spread;
  std::string currency{};
};

/// "spread", "money" or "cost".
std::string_view to_word(SeekEffort::Measure measure);

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
  SeekEffort effort{};
  std::vector<double> prices{};  ///< effort per unit of each of `figures`

  /// What having the rank in a share of a stress test's draws takes.
  struct Robust {
    double wanted = 0;  ///< the share
    std::uint64_t draws = 0;
    SeekUnderStress answer{};
  };
  std::optional<Robust> robust{};

  Series indicator(std::size_t position) const { return index.hierarchy.indicators()[position]; }
};

/// Whether an indicator of the cheapest mix, or of the best that the bounds allow, stands at its bound.
bool is_binding(const SeekAnswer& answer, std::size_t indicator);

/// {"index":{..},"period","edition_choice":{..},"unit","rank","wanted","possible","best_rank","proven","effort",
///  "effort_measure","currency","robust":{"wanted","draws","share_now","share_of_mix","reached","share","multiple",
///  "of_rest"},
///  "margins":[{"unit","rank","gap"}],
///  "indicators":[{"id","figure","alone":{"possible","value","best_rank"},"mix","change","price","binding",
///  "robust"}]}
std::string seek_json(const SeekAnswer& answer);
/// indicator,figure,alone_possible,alone_value,alone_best_rank,mix,change,price,binding,robust; a line for each
/// indicator.
std::string seek_csv(const SeekAnswer& answer);

}  // namespace podium
