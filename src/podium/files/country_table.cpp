#include "podium/files/country_table.hpp"

#include <algorithm>
#include <cassert>

#include "podium/files/csv_reader.hpp"
#include "podium/files/embedded.hpp"
#include "podium/files/header.hpp"

namespace podium {
namespace {

/// "a|b" to its parts.
void add_parts(std::vector<std::string>& parts, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    if (end > 0) parts.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

/// Calls take(field) for each row of a table that the program carries; field(column) is its text there.
template <class Take>
void for_each_row(const char* file, const Take& take) {
  const std::string_view bytes = embedded::files::find(file).value_or("");
  CsvReader csv(file, bytes_of(bytes));
  Problems problems;
  const std::optional<Header> header = Header::read(csv, problems);
  assert(header);
  while (csv.next() && header->fits(csv, problems)) {
    take([&](std::string_view name) {
      return std::string_view(csv.fields()[header->require(name, problems).value_or(0)]);
    });
  }
  assert(problems.empty() && !csv.problem());
}

std::vector<Country> parse_countries() {
  std::vector<Country> countries;
  for_each_row("countries.csv", [&](const auto& field) {
    Country country{.code = std::string(field("code")),
                    .alpha2 = std::string(field("alpha2")),
                    .name = {std::string(field("name.en")), std::string(field("name.ko"))},
                    .other_names = {}};
    add_parts(country.other_names, field("other_names.en"));
    add_parts(country.other_names, field("other_names.ko"));
    countries.push_back(std::move(country));
  });
  std::ranges::sort(countries, {}, &Country::code);
  return countries;
}

std::vector<std::string> parse_groups() {
  std::vector<std::string> names;
  for_each_row("country_groups.csv", [&](const auto& field) {
    for (const char* column : {"name.en", "name.ko", "other_names.en", "other_names.ko"}) {
      add_parts(names, field(column));
    }
  });
  return names;
}

}  // namespace

const CountryNames& builtin_country_names() {
  static const CountryNames names(parse_countries());
  return names;
}

const std::vector<std::string>& builtin_country_groups() {
  static const std::vector<std::string> names = parse_groups();
  return names;
}

}  // namespace podium
