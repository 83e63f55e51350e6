#pragma once

#include "podium/files/exchange/raw_table.hpp"
#include "podium/model/index.hpp"
#include "podium/model/language.hpp"

namespace podium {

/// What editors use in spreadsheets: a row for each unit (`unit`, `name`), a column for each indicator and denominator
/// by its id, and in it the printed figures of one period, of the edition that the index chooses for each of them.
RawTable wide_table(const Index& index, Time period, Language language);

}  // namespace podium
