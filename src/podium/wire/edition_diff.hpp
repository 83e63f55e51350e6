#pragma once

#include <string>

#include "podium/audit/restatement_effect.hpp"
#include "podium/model/edition_growth.hpp"

/// What a new edition changed, as messages.
namespace podium {

/// Two editions of one index compared.
struct EditionDiff {
  const Index& index;
  const EditionChanges& changes;
  const EditionGrowth& growth;
  const EditionEffect* effect;  ///< null where no ranked period has a cell that both print

  const Edition& first() const { return index.editions[at(changes.first)]; }
  const Edition& second() const { return index.editions[at(changes.second)]; }
  const std::string& code(Unit unit) const { return index.info(unit).code; }
};

/// The tables that can be asked for by name.
enum class DiffSection : std::uint8_t { Cells, Indicators, Units, Ranks, Growth };
template <>
struct Words<DiffSection> {
  static constexpr std::array<std::pair<std::string_view, DiffSection>, 5> list{{
      {"cells", DiffSection::Cells},
      {"indicators", DiffSection::Indicators},
      {"units", DiffSection::Units},
      {"ranks", DiffSection::Ranks},
      {"growth", DiffSection::Growth},
  }};
};

/// "added", "dropped", "restated" or "kept".
std::string_view to_word(CellChange::Kind kind);

/// {"index":{..},"first":{edition},"second":{edition},
///  "indicators":[{"id","printed_by":"both","first_figures","second_figures",COUNTS}],
///  "units":[{"code","name",COUNTS}],
///  "cells":[{"indicator","unit","period","change":"restated","first":{"value","printed"},"second":{..},
///    "absolute","relative","steps","within_rounding"}],
///  "ranks":{"period","rule":"cells-of-both","other_figures":{choice},"common","mean_absolute_change","largest_change",
///    "kendall","spearman","units":[..]} or null,
///  "growth":{"left_out":[ids],"cells":[{"indicator","unit","period",
///    "rates":[{"kind":"same-edition","edition","period","value","previous_edition","previous_period",
///      "previous_value","growth","restatement"}]}]}}
/// where COUNTS are "added","dropped","restated","within_rounding","kept","median_relative","largest_relative". Cells
/// that were kept are counted, not listed. `restatement` is null but across editions where one edition prints both
/// years.
std::string edition_diff_json(const EditionDiff& diff);

/// cells:      indicator,unit,period,change,first,second,absolute,relative,steps,within_rounding
/// indicators: indicator,printed_by,first_figures,second_figures,COUNTS
/// units:      unit,COUNTS
/// ranks:      period,unit,first_score,first_rank,second_score,second_rank,gain
/// growth:     indicator,unit,period,kind,edition,value,previous_edition,previous_value,growth,restatement
std::string edition_diff_csv(const EditionDiff& diff, DiffSection section);

}  // namespace podium
