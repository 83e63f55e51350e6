#include "podium/files/read_units.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "podium/files/header.hpp"
#include "podium/files/identifier.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 3> kColumns{"code", "name.en", "name.ko"};

void fill_names(UnitInfo& unit, const CountryNames& countries) {
  if (const Country* country = countries.find(unit.code)) {
    if (unit.name.en.empty()) unit.name.en = country->name.en;
    if (unit.name.ko.empty()) unit.name.ko = country->name.ko;
  }
  if (unit.name.en.empty() && unit.name.ko.empty()) unit.name = {unit.code, unit.code};
}

/// Columns that are neither known nor groups: those that look like a name in a language podium does not have.
void check_columns(const Header& header, Problems& problems) {
  for (std::size_t i = 0; i < header.columns().size(); ++i) {
    const std::string& column = header.columns()[i];
    const bool is_known = std::ranges::find(kColumns, column) != kColumns.end();
    if (is_known || !(column.starts_with("name") || column.empty())) continue;
    Diagnostic problem = not_among(Code::UnknownKey, "column", column, kColumns);
    problem.place = header.place(i);
    problems.add(std::move(problem));
  }
}

}  // namespace

UnitTable read_units(CsvReader& csv, const CountryNames& countries, Problems& problems) {
  UnitTable table;
  const std::optional<Header> header = Header::read(csv, problems);
  const std::optional<std::size_t> code = header ? header->require("code", problems) : std::nullopt;
  if (!code) {
    table.is_whole = false;
    return table;
  }
  check_columns(*header, problems);
  const std::optional<std::size_t> english = header->find("name.en");
  const std::optional<std::size_t> korean = header->find("name.ko");
  std::vector<std::size_t> groups;
  for (std::size_t i = 0; i < header->columns().size(); ++i) {
    if (std::ranges::find(kColumns, header->columns()[i]) != kColumns.end()) continue;
    groups.push_back(i);
    table.group_names.push_back(header->columns()[i]);
  }
  std::map<std::string, std::uint32_t, std::less<>> lines;
  while (csv.next()) {
    // A row with problems still makes its unit known, so that its figures are not reported too.
    header->fits(csv, problems);
    const auto field = [&](std::size_t column) {
      return std::string(column < csv.fields().size() ? csv.fields()[column] : "");
    };
    UnitInfo unit{
        .code = field(*code), .name = {english ? field(*english) : "", korean ? field(*korean) : ""}, .groups = {}};
    if (auto problem = check_identifier("code", unit.code, csv.place(*code))) {
      problems.add(*std::move(problem));
      if (unit.code.empty()) continue;
    }
    const auto [first, is_new] = lines.emplace(unit.code, csv.place().line);
    if (!is_new) {
      problems.add(Diagnostic{
          .code = Code::DuplicateId,
          .found = "a second unit " + podium::quoted(unit.code) + ", first at line " + std::to_string(first->second),
          .expected = "a code of its own for every unit",
          .place = csv.place(*code)});
      continue;
    }
    fill_names(unit, countries);
    for (const std::size_t group : groups) unit.groups.push_back(field(group));
    table.units.push_back(std::move(unit));
  }
  if (csv.problem()) {
    problems.add(*csv.problem());
    table.is_whole = false;
  } else if (table.units.empty()) {
    problems.add(Diagnostic{
        .code = Code::EmptyFile, .found = "no unit", .expected = "one row for each unit", .place = {csv.file(), 0, 0}});
    table.is_whole = false;
  }
  std::ranges::sort(table.units, {}, &UnitInfo::code);
  return table;
}

}  // namespace podium
