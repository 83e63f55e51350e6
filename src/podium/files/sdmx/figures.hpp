#pragma once

#include "podium/core/result.hpp"
#include "podium/files/exchange/raw_table.hpp"

namespace podium {

/// A table whose columns are SDMX components by their ids, of podium's own files or of others', as a table of figures
/// with podium's columns:
/// - REF_AREA, INDICATOR, EDITION, TIME_PERIOD, OBS_VALUE, OBS_STATUS, STANDARD_ERROR, SOURCE, LOCATOR and NOTE become
///   unit, indicator, edition, period, value, status, standard_error, source, locator and note; ids are turned back;
/// - years and months in SDMX's reporting form become podium's: 2024-A1 is 2024, 2024-M09 is 2024-09;
/// - NaN, SDMX's sign for a figure that does not exist, becomes an empty value;
/// - UNIT_MEASURE and DECIMALS are left out, and so is every other component that says the same in all rows; those
///   that do not stay under their ids, so that nobody adds up what they tell apart.
/// Figures in multiples (a UNIT_MULT other than 0) are refused: no factor is ever applied unseen.
Result<RawTable> figures_from_sdmx(const RawTable& table);

}  // namespace podium
