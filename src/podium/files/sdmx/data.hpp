#pragma once

#include "podium/files/exchange/index_tables.hpp"
#include "podium/files/exchange/json_document.hpp"

namespace podium {

/// The observations of an index as an SDMX-JSON 2.0.0 data message in the flat layout: every dimension is at the
/// observation, in the order REF_AREA, INDICATOR, EDITION, TIME_PERIOD. A figure is a JSON number in its printed
/// digits, or a text where JSON does not allow these (+5, 007). Two observations of one key are a diagnostic.
Result<std::string> sdmx_data_of(const IndexTables& tables);

/// Whether a JSON text is an SDMX-JSON data message (1.0 or 2.0).
bool is_sdmx_data(const JsonValue& document);

/// The figures of a data message (see figures_from_sdmx), flat or in series, of podium or of anybody else. Attributes
/// of groups of observations are passed over, as UNIT_MEASURE is one. A text in several languages is taken in English.
Result<RawTable> read_sdmx_data(const JsonValue& document, const std::string& file, const std::string& name);

}  // namespace podium
