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

std::vector<Country> parse_countries(std::string_view bytes) {
  CsvReader csv("countries.csv", bytes_of(bytes));
  Problems problems;
  const std::optional<Header> header = Header::read(csv, problems);
  assert(header);
  const auto column = [&](std::string_view name) { return header->require(name, problems).value_or(0); };
  const std::size_t code = column("code");
  const std::size_t alpha2 = column("alpha2");
  const std::size_t english = column("name.en");
  const std::size_t korean = column("name.ko");
  const std::size_t other_english = column("other_names.en");
  const std::size_t other_korean = column("other_names.ko");
  std::vector<Country> countries;
  while (csv.next() && header->fits(csv, problems)) {
    const auto field = [&](std::size_t at) { return std::string(csv.fields()[at]); };
    Country country{
        .code = field(code), .alpha2 = field(alpha2), .name = {field(english), field(korean)}, .other_names = {}};
    add_parts(country.other_names, csv.fields()[other_english]);
    add_parts(country.other_names, csv.fields()[other_korean]);
    countries.push_back(std::move(country));
  }
  assert(problems.empty() && !csv.problem());
  std::ranges::sort(countries, {}, &Country::code);
  return countries;
}

}  // namespace

const CountryNames& builtin_country_names() {
  static const CountryNames names(parse_countries(embedded::files::find("countries.csv").value_or("")));
  return names;
}

}  // namespace podium
