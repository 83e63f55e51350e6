#include "podium/store/measures/measure.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "podium/core/number_text.hpp"
#include "podium/files/definition.hpp"
#include "podium/files/identifier.hpp"
#include "podium/files/table_reader.hpp"
#include "podium/files/text_check.hpp"
#include "podium/store/file_hash.hpp"

namespace podium {
namespace {

constexpr std::string_view kOpen = "/*podium";
constexpr std::string_view kClose = "*/";
constexpr std::array<std::string_view, 5> kTypes{"text", "integer", "number", "date", "boolean"};
constexpr std::array<std::string_view, 9> kKeys{"id",     "title", "indicator", "unit_of_measure", "edition",
                                                "source", "rule",  "input",     "parameters"};
constexpr std::array<std::string_view, 2> kInputKeys{"name", "columns"};
constexpr std::array<std::string_view, 5> kColumnKeys{"type", "named", "required", "country", "separator"};
constexpr std::array<std::string_view, 3> kParameterKeys{"value", "one_of", "meaning"};
/// Tables that a query finds beside its inputs.
constexpr std::array<std::string_view, 2> kOwnTables{"country_name", "parameter"};

/// The text of a file in its two parts, each in the lines and columns where it stands in the file.
struct Parts {
  std::string header;
  std::string sql;
};

std::string blanked(std::string_view text) {
  std::string blank(text);
  for (char& byte : blank) {
    if (byte != '\n') byte = ' ';
  }
  return blank;
}

Result<Parts> parts_of(std::string_view text, const std::string& file) {
  const std::size_t end = text.find(kClose);
  if (!text.starts_with(kOpen) || end == std::string_view::npos) {
    return Diagnostic{.code = Code::Syntax,
                      .found = text.starts_with(kOpen) ? "a header without an end" : "no header",
                      .expected = "a comment at the top that begins with /*podium and ends with */",
                      .place = {file, 1, 1}};
  }
  std::string header(text.substr(0, end));
  header.replace(0, kOpen.size(), kOpen.size(), ' ');
  return Parts{std::move(header),
               blanked(text.substr(0, end + kClose.size())) + std::string(text.substr(end + kClose.size()))};
}

std::string in_lower_case(std::string text) {
  for (char& byte : text) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + ('a' - 'A'));
  }
  return text;
}

class HeaderReader {
 public:
  HeaderReader(const TomlTable& document, const std::string& file, Problems& problems)
      : top_(document, {file, 1, 1}, problems), problems_(problems) {}

  void read(Measure& measure) {
    top_.allow_only(kKeys);
    measure.id = identifier("id", "measure").value_or("");
    measure.title = top_.get_required_text("title");
    measure.indicator = top_.get<std::string>("indicator").value_or("");
    measure.unit_of_measure = top_.get_required<std::string>("unit_of_measure").value_or("");
    measure.edition = top_.get<TomlWord>("edition").value_or(TomlWord{}).text;
    measure.source = top_.get<std::string>("source").value_or("");
    measure.rule = top_.get_required_text("rule");
    read_inputs(measure);
    read_parameters(measure);
  }

 private:
  std::optional<std::string> identifier(std::string_view key, std::string_view what) {
    std::optional<std::string> id = top_.get_required<std::string>(key);
    if (id) check(*id, what, top_.find(key)->value.place);
    return id;
  }

  void check(const std::string& id, std::string_view what, const Place& place) {
    if (auto problem = check_identifier(what, id, place)) problems_.add(*std::move(problem));
  }

  void read_inputs(Measure& measure) {
    std::set<std::string> names(kOwnTables.begin(), kOwnTables.end());
    for (const TomlValue* value : tables_of(top_.table(), "input", problems_)) {
      const TableReader reader(std::get<TomlTable>(value->data), value->place, problems_);
      reader.allow_only(kInputKeys);
      InputTable input{reader.get_required<std::string>("name").value_or(""), {}};
      if (const TomlEntry* entry = reader.find("name"); entry != nullptr && !input.name.empty()) {
        check(input.name, "input", entry->value.place);
        if (!names.insert(in_lower_case(input.name)).second) report_duplicate("input", input.name, entry->value.place);
      }
      if (const TomlEntry* columns = reader.require("columns", "a table such as { name = \"text\" }")) {
        read_columns(input, *columns, reader);
      }
      measure.inputs.push_back(std::move(input));
    }
    if (measure.inputs.empty()) top_.require("input", "a section [[input]]");
  }

  void report_duplicate(std::string_view what, const std::string& name, const Place& place) {
    problems_.add(Diagnostic{.code = Code::DuplicateId,
                             .found = "a second " + std::string(what) + " " + podium::quoted(name),
                             .expected = "names that differ from each other, from country_name and from parameter",
                             .place = place});
  }

  void read_columns(InputTable& input, const TomlEntry& entry, const TableReader& reader) {
    const auto* columns = std::get_if<TomlTable>(&entry.value.data);
    if (columns == nullptr || columns->empty()) {
      reader.report_type(entry, "a table such as { name = \"text\" }");
      return;
    }
    std::set<std::string> names;
    for (const TomlEntry& column : *columns) {
      if (!names.insert(in_lower_case(column.key)).second) report_duplicate("column", column.key, column.place);
      input.columns.push_back(read_column(column, reader));
    }
  }

  InputColumn read_column(const TomlEntry& entry, const TableReader& reader) {
    InputColumn column{.name = entry.key, .named = {entry.key}, .separator = {}};
    if (const auto* type = std::get_if<std::string>(&entry.value.data)) {
      column.type = type_from(*type, entry.value.place);
      return column;
    }
    const auto* table = std::get_if<TomlTable>(&entry.value.data);
    if (table == nullptr) {
      reader.report_type(entry, "a type, or a table such as { type = \"text\", required = false }");
      return column;
    }
    const TableReader about(*table, entry.value.place, problems_);
    about.allow_only(kColumnKeys);
    if (const auto type = about.get_required<std::string>("type")) {
      column.type = type_from(*type, about.find("type")->value.place);
    }
    if (auto named = about.get<std::vector<std::string>>("named"); named && !named->empty()) column.named = *named;
    column.is_required = about.get<bool>("required").value_or(true);
    column.is_country = about.get<bool>("country").value_or(false);
    column.separator = about.get<std::string>("separator").value_or("");
    return column;
  }

  ColumnType type_from(const std::string& text, const Place& place) {
    const auto found = std::ranges::find(kTypes, text);
    if (found != kTypes.end()) return static_cast<ColumnType>(found - kTypes.begin());
    Diagnostic problem = not_among(Code::WrongType, "type", text, kTypes);
    problem.place = place;
    problems_.add(std::move(problem));
    return ColumnType::Text;
  }

  void read_parameters(Measure& measure) {
    const TomlEntry* entry = top_.find("parameters");
    if (entry == nullptr) return;
    const auto* parameters = std::get_if<TomlTable>(&entry->value.data);
    if (parameters == nullptr) {
      top_.report_type(*entry, "a section [parameters.NAME] for each");
      return;
    }
    for (const TomlEntry& parameter : *parameters) {
      const auto* table = std::get_if<TomlTable>(&parameter.value.data);
      if (table == nullptr) {
        top_.report_type(parameter, "a table with value and meaning");
      } else {
        read_parameter(measure, parameter, TableReader(*table, parameter.value.place, problems_));
      }
    }
  }

  void read_parameter(Measure& measure, const TomlEntry& entry, const TableReader& about) {
    about.allow_only(kParameterKeys);
    MeasureParameter parameter{
        .name = entry.key, .value = {}, .one_of = {}, .meaning = about.get_required_text("meaning")};
    if (auto words = about.get<std::vector<std::string>>("one_of")) parameter.one_of = *std::move(words);
    if (const TomlEntry* value = about.require("value", "a text, a number, a date, true or false")) {
      if (!read_value(value->value, parameter)) about.report_type(*value, "a text, a number, a date, true or false");
    }
    const auto* text = std::get_if<std::string>(&parameter.value);
    if (text != nullptr && !parameter.one_of.empty() &&
        std::ranges::find(parameter.one_of, *text) == parameter.one_of.end()) {
      Diagnostic problem = not_among(Code::InvalidValue, "value", *text, views(parameter.one_of));
      problem.place = entry.value.place;
      problems_.add(std::move(problem));
    }
    measure.parameters.push_back(std::move(parameter));
  }

  static bool read_value(const TomlValue& value, MeasureParameter& parameter) {
    if (const auto* text = std::get_if<std::string>(&value.data)) return parameter.value = *text, true;
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return parameter.value = *whole, true;
    if (const auto* flag = std::get_if<bool>(&value.data)) return parameter.value = *flag, true;
    if (const auto* day = std::get_if<Date>(&value.data)) return parameter.value = *day, true;
    const std::optional<double> number = TomlForm<double>::from(value);
    if (number) parameter.value = *number;
    return number.has_value();
  }

  TableReader top_;
  Problems& problems_;
};

std::string stem_of(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
  if (name.ends_with(".sql")) name.resize(name.size() - 4);
  return name;
}

void check_whole(const Measure& measure, Problems& problems) {
  if (measure.id != stem_of(measure.file)) {
    problems.add(Diagnostic{.code = Code::InvalidValue,
                            .found = "id " + podium::quoted(measure.id),
                            .expected = podium::quoted(stem_of(measure.file)) + ", the name of the file",
                            .place = {measure.file, 1, 1}});
  }
  if (measure.sql.find_first_not_of(" \r\n\t") == std::string::npos) {
    problems.add(Diagnostic{.code = Code::Syntax,
                            .found = "no query",
                            .expected = "one query behind the header",
                            .place = {measure.file, 0, 0}});
  }
}

/// The value of a text in the type that a parameter has now.
std::optional<ParameterValue> value_like(const ParameterValue& now, const std::string& text) {
  if (std::holds_alternative<std::string>(now)) return text;
  if (std::holds_alternative<bool>(now)) {
    return text == "true" || text == "false" ? std::optional<ParameterValue>(text == "true") : std::nullopt;
  }
  if (std::holds_alternative<Date>(now)) {
    const Result<Date> day = parse_date(text);
    return day ? std::optional<ParameterValue>(*day) : std::nullopt;
  }
  if (std::holds_alternative<double>(now)) {
    const auto number = parse_decimal(text);
    return number ? std::optional<ParameterValue>(number->value) : std::nullopt;
  }
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole ? std::optional<ParameterValue>(whole) : std::nullopt;
}

std::string_view kind_of(const ParameterValue& value) {
  constexpr std::array<std::string_view, 5> kKinds{"a text", "a whole number", "a number", "true or false",
                                                   "a date such as 2025-04-08"};
  static_assert(kKinds.size() == std::variant_size_v<ParameterValue>);
  return kKinds[value.index()];
}

}  // namespace

std::string_view name_of(ColumnType type) { return kTypes[static_cast<std::size_t>(type)]; }

Result<Measure> read_measure(std::string_view text, const std::string& file) {
  if (auto problem = check_text(text, file)) return *std::move(problem);
  TRY(Parts parts, parts_of(text, file));
  TRY(const TomlTable document, parse_toml(parts.header, file));
  Problems problems;
  Measure measure;
  measure.file = file;
  measure.sql = std::move(parts.sql);
  measure.hash = hash_of(text);
  HeaderReader(document, file, problems).read(measure);
  check_whole(measure, problems);
  if (!problems.empty()) return std::move(problems).sorted();
  return measure;
}

std::string text_of(const ParameterValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&value)) return shortest(*number);
  if (const auto* day = std::get_if<Date>(&value)) return to_text(*day);
  return std::get<bool>(value) ? "true" : "false";
}

std::string_view sql_type_of(const ParameterValue& value) {
  constexpr std::array<std::string_view, 5> kSqlTypes{"VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE"};
  static_assert(kSqlTypes.size() == std::variant_size_v<ParameterValue>);
  return kSqlTypes[value.index()];
}

Result<bool> set_parameter(Measure& measure, std::string_view name, const std::string& text) {
  const auto found = std::ranges::find(measure.parameters, name, &MeasureParameter::name);
  if (found == measure.parameters.end()) {
    std::vector<std::string_view> names;
    for (const MeasureParameter& parameter : measure.parameters) names.emplace_back(parameter.name);
    Diagnostic problem = not_among(Code::InvalidUsage, "parameter", name, names);
    if (names.empty()) problem.expected = "none: the measure has no parameters";
    return problem;
  }
  if (!found->one_of.empty() && std::ranges::find(found->one_of, text) == found->one_of.end()) {
    Diagnostic problem = not_among(Code::InvalidUsage, "value", text, views(found->one_of));
    problem.found += " for the parameter " + podium::quoted(name);
    return problem;
  }
  std::optional<ParameterValue> value = value_like(found->value, text);
  if (!value) {
    return Diagnostic{.code = Code::InvalidUsage,
                      .found = podium::quoted(text) + " for the parameter " + podium::quoted(name),
                      .expected = std::string(kind_of(found->value))};
  }
  found->is_set = *value != found->value;
  found->value = *std::move(value);
  return true;
}

}  // namespace podium
