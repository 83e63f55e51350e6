#include "podium/store/measures/country_table.hpp"

#include <algorithm>

#include "podium/files/country_matcher.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostNames = 20'000;

/// "SELECT ..." of all texts in the columns that hold countries; empty if there is none.
std::string texts_of_countries(const Measure& measure) {
  std::string all;
  for (const InputTable& input : measure.inputs) {
    for (const InputColumn& column : input.columns) {
      if (!column.is_country) continue;
      std::string text = sql_quoted(column.name, '"');
      if (!column.separator.empty())
        text.insert(0, "unnest(string_split(").append(", ").append(sql_quoted(column.separator, '\'')).append("))");
      all += (all.empty() ? "" : " UNION ALL ") + ("SELECT DISTINCT " + text + " AS name FROM ") +
             sql_quoted(input.name, '"');
    }
  }
  return all;
}

/// Files of data write codes in small letters too: "kr". In running text these are words; in a column of countries they
/// are not.
MatchedCountry country_of(const std::string& text) {
  MatchedCountry match = builtin_country_matcher().match(text);
  const auto is_small = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  if (match.kind != MatchedCountry::Kind::Unknown || text.size() > 3 || !std::ranges::all_of(text, is_small))
    return match;
  std::string code = text;
  for (char& byte : code) byte = static_cast<char>(byte - ('a' - 'A'));
  const MatchedCountry in_capitals = builtin_country_matcher().match(code);
  return in_capitals.kind == MatchedCountry::Kind::Country ? in_capitals : match;
}

std::string list_of(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 12;
  std::string words;
  for (std::size_t i = 0; i < names.size() && i < kShown; ++i) words += (i == 0 ? "" : ", ") + podium::quoted(names[i]);
  if (names.size() > kShown) words += " and " + std::to_string(names.size() - kShown) + " more";
  return words;
}

}  // namespace

Diagnostics remarks_on_names(const std::vector<std::string>& groups, const std::vector<std::string>& unknown,
                             const std::string& file) {
  Diagnostics remarks;
  if (!unknown.empty()) {
    remarks.push_back({.code = Code::UnknownUnit,
                       .found = "names of no known country: " + list_of(unknown),
                       .expected = "names in a common spelling, or codes; they have no code in country_name",
                       .place = {file, 0, 0},
                       .severity = Severity::Warning});
    if (unknown.size() == 1) remarks.back().nearest = builtin_country_matcher().match(unknown.front()).nearest;
  }
  if (!groups.empty()) {
    remarks.push_back({.code = Code::UnknownUnit,
                       .found = "groups of countries: " + list_of(groups),
                       .expected = "countries; groups have no code in country_name",
                       .place = {file, 0, 0},
                       .severity = Severity::Warning});
  }
  return remarks;
}

Result<CountryTable> make_country_table(const SqlConnection& connection, const Measure& measure) {
  TRY([[maybe_unused]] const bool is_made,
      connection.execute("CREATE TABLE country_name(name VARCHAR, code VARCHAR, kind VARCHAR)"));
  const std::string texts = texts_of_countries(measure);
  if (texts.empty()) return CountryTable{};
  TRY(SqlRows rows, connection.query("SELECT DISTINCT name FROM (" + texts + ") WHERE name <> '' ORDER BY name LIMIT " +
                                     std::to_string(kMostNames + 1)));
  TRY(SqlAppender table, SqlAppender::open(connection, "country_name"));
  std::vector<std::string> groups;
  std::vector<std::string> unknown;
  std::size_t count = 0;
  TRY([[maybe_unused]] const bool is_read, rows.for_each([&](std::span<const SqlValue> row) {
    const MatchedCountry match = country_of(row[0].text);
    table.add(row[0].text);
    if (match.kind == MatchedCountry::Kind::Country) {
      table.add(match.code).add("country");
    } else {
      const bool is_group = match.kind == MatchedCountry::Kind::Group;
      (is_group ? groups : unknown).push_back(row[0].text);
      table.add_null().add(is_group ? "group" : "unknown");
    }
    table.end_row();
    return ++count <= kMostNames;
  }));
  if (count > kMostNames) {
    return Diagnostic{.code = Code::TooLarge,
                      .found = "more than " + std::to_string(kMostNames) + " different texts in columns of countries",
                      .expected = "names of countries",
                      .place = {measure.file, 0, 0}};
  }
  TRY([[maybe_unused]] const bool is_filled, table.close());
  return CountryTable{remarks_on_names(groups, unknown, measure.file)};
}

}  // namespace podium
