#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/model/date.hpp"
#include "podium/model/language.hpp"

/// A measure: a figure computed from microdata by a stated rule. One SQL file: a block comment at its top, in TOML,
/// says what is measured and what is read; then stands one query. docs/measures/README.md describes the file.
namespace podium {

enum class ColumnType : std::uint8_t { Text, Integer, Number, Date, Boolean };

/// "text", "integer" ...: as the header says it.
std::string_view name_of(ColumnType type);

/// A column that the query uses.
struct InputColumn {
  std::string name;                ///< as the query calls it
  std::vector<std::string> named;  ///< as files call it, any of these; the name itself if the header says nothing
  ColumnType type = ColumnType::Text;
  bool is_required = true;  ///< a column that is not required and not there is null
  bool is_country = false;  ///< its texts are names or codes of countries: they go into the table country_name
  std::string separator;    ///< between several countries in one text; empty if there is always one
};

struct InputTable {
  std::string name;
  std::vector<InputColumn> columns;
};

using ParameterValue = std::variant<std::string, std::int64_t, double, bool, Date>;

/// A value that the query reads from the one-row table `parameter`.
struct MeasureParameter {
  std::string name;
  ParameterValue value;
  std::vector<std::string> one_of;  ///< a closed list of texts; empty: any
  Text meaning;
  bool is_set = false;  ///< to a value other than the header's
};

struct Measure {
  std::string id;
  Text title;
  std::string indicator;  ///< empty if the query returns it
  std::string unit_of_measure;
  std::string edition;  ///< empty if it must be said when measuring
  std::string source;   ///< likewise
  Text rule;
  std::vector<InputTable> inputs;
  std::vector<MeasureParameter> parameters;

  std::string file;  ///< for messages: "measures/notable_models.sql"
  std::string sql;   ///< the query, in the lines where it stands in the file
  std::string hash;  ///< of the whole file
};

/// Reads a measure; reports all problems of its header with their places. The id must be the file's name.
Result<Measure> read_measure(std::string_view text, const std::string& file);

/// The value as SQL casts it from a text, and the SQL type that it is cast to.
std::string text_of(const ParameterValue& value);
std::string_view sql_type_of(const ParameterValue& value);

/// Gives a parameter another value of the same type; a problem names what would do.
Result<bool> set_parameter(Measure& measure, std::string_view name, const std::string& text);

}  // namespace podium
