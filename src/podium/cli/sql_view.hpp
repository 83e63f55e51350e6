#pragma once

#include "podium/cli/text_table.hpp"
#include "podium/store/database.hpp"

/// What a query found, as text. Null is an empty cell or field, and null in JSON; lists and structs are written as
/// JSON.
namespace podium {

Result<std::string> rows_as_table(SqlRows& rows, Colour colour);

/// A line of the columns' names, then the rows.
Result<std::string> rows_as_csv(SqlRows& rows);

/// [{"unit":"KOR","score":45.5}, ...] Columns need names that differ. A number that a double does not hold is a text.
Result<std::string> rows_as_json(SqlRows& rows);

/// A diagnostic if two columns have one name, ignoring case.
Result<bool> check_names(const SqlRows& rows);

}  // namespace podium
