#pragma once

#include "podium/store/database.hpp"
#include "podium/store/measures/input_file.hpp"
#include "podium/store/measures/measure.hpp"

namespace podium {

/// Makes the input's columns of this file a table or a view of its name, with the types that the header says; other
/// columns of the file are left out. A file of another kind is refused, with the column and, as far as it can be known,
/// the line of the first text that does not fit. An empty text is null.
///
/// CSV (RFC 4180, UTF-8) and JSON (an array of objects, or one a line) are read into a table; Parquet becomes a view,
/// so that only the columns which the query uses are ever read. Its types are those of the file: a text for a text, any
/// whole number for an integer, any number for a number.
Result<bool> bind_input(const SqlConnection& connection, const InputTable& input, const InputFile& file);

}  // namespace podium
