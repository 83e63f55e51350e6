#pragma once

#include <span>
#include <string>
#include <vector>

#include "podium/claims/fact_book.hpp"
#include "podium/files/csv_reader.hpp"
#include "podium/files/problems.hpp"
#include "podium/files/vocabulary.hpp"

namespace podium {

/// The table of an index's cited figures, beside podium.toml:
///
///   unit,series,period,edition,measure,relation,value,source,locator,note
///
/// period is a year or a span of years, measure one of value, rank, rank-from-last and units, relation empty, below or
/// above. A row of measure units has no unit, every other has one. Ranks and counts of units are whole, from 1.
inline constexpr const char* kFactTable = "facts.csv";

/// In the order of FactBook::figures. Reports all problems with their places: unknown words, years, numbers, and a
/// second figure of one unit, series, period, edition, measure and source.
std::vector<CitedFigure> read_cited_figures(CsvReader& csv, const Vocabulary& words, Problems& problems);

}  // namespace podium
