#pragma once

#include "podium/cli/diff_texts.hpp"
#include "podium/cli/text_table.hpp"
#include "podium/wire/edition_diff.hpp"

/// The tables of a comparison of editions, for people; none is cut short.
namespace podium {

struct DiffWords {
  const EditionDiff& diff;
  Language language;

  std::string say(const Phrase& phrase) const { return std::string(phrase.in(language)); }
  /// The title of an indicator or denominator, or its id where there is none, cut to `width` columns.
  std::string title(Series series, std::size_t width) const;
};

/// The indicators that both editions print.
TextTable changes_by_indicator(const DiffWords& words);
/// Units with restated figures, most of them first.
TextTable changes_by_unit(const DiffWords& words);
/// The largest relative change first, last those from zero.
TextTable restated_figures(const DiffWords& words);
/// Units whose rank changed, the largest change first.
TextTable moved_units(const DiffWords& words);

/// A table of cells that take several lines each.
struct GrowthTable {
  TextTable table;
  std::vector<std::size_t> ends;  ///< by cell: how many lines it and those above it take
};
/// The largest restatement first; last the cells for which no edition prints both years.
GrowthTable growth_table(const DiffWords& words);

}  // namespace podium
