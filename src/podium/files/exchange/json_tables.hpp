#pragma once

#include "podium/files/exchange/index_tables.hpp"
#include "podium/files/exchange/json_document.hpp"

namespace podium {

/// The tables as one JSON text:
///
///   {"form":"podium","version":1,"tables":[{"name":"unit","columns":["code", ...],"rows":[["KOR", ...], ...]}, ...]}
///
/// Every cell is a text, so that figures keep their printed digits; an empty one is null. More than kMostJsonBytes are
/// refused, since they could not be read again.
Result<std::string> json_text(const IndexTables& tables);

/// Reads what json_text wrote; also a list of flat objects, [{"unit":"KOR","period":2024, ...}, ...], as one table of
/// figures whose columns are the keys in the order of their first use. Numbers keep their digits.
Result<ReadTables> read_json_tables(const JsonValue& document, const std::string& file, const std::string& name);

}  // namespace podium
