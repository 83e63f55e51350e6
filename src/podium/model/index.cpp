#include "podium/model/index.hpp"

#include <algorithm>
#include <tuple>

namespace podium {
namespace {

template <class Position, class Entry, class Id>
std::optional<Position> find_sorted(const std::vector<Entry>& entries, std::string_view id, Id Entry::* member) {
  const auto found = std::ranges::lower_bound(entries, id, {}, member);
  if (found == entries.end() || (*found).*member != id) return std::nullopt;
  return static_cast<Position>(found - entries.begin());
}

bool is_year(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string_view> ids_of(std::span<const Edition> editions) {
  std::vector<std::string_view> ids;
  for (const Edition& edition : editions) ids.push_back(edition.id);
  return ids;
}

/// The stretch of sorted observations whose key equals `key`.
template <class Key, class KeyOf>
std::span<const Observation> stretch(std::span<const Observation> sorted, const Key& key, KeyOf key_of) {
  const auto range = std::ranges::equal_range(sorted, key, {}, key_of);
  return {range.begin(), range.end()};
}

}  // namespace

std::optional<Unit> Index::find_unit(std::string_view code) const {
  return find_sorted<Unit>(units, code, &UnitInfo::code);
}

std::optional<EditionAt> Index::find_edition(std::string_view edition_id) const {
  return find_sorted<EditionAt>(editions, edition_id, &Edition::id);
}

std::optional<Series> Index::find_series(std::string_view series_id) const {
  const std::vector<std::string> ids = hierarchy.series_ids();
  const auto found = std::ranges::find(ids, series_id);
  if (found == ids.end()) return std::nullopt;
  return static_cast<Series>(found - ids.begin());
}

std::span<const Observation> Index::observations_of(Series wanted) const {
  return stretch(std::span(observations), wanted, &Observation::series);
}

std::span<const Observation> Index::observations_of(Series wanted, Unit unit) const {
  return stretch(observations_of(wanted), unit, &Observation::unit);
}

std::span<const Observation> Index::observations_of(Series wanted, Unit unit, Period period) const {
  return stretch(observations_of(wanted, unit), period, &Observation::period);
}

UnitGroups groups_of(const std::vector<std::string>& names, std::span<const UnitInfo> units) {
  UnitGroups groups{.names = names, .values = {}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::vector<std::string> of_units;
    for (const UnitInfo& unit : units) of_units.push_back(unit.groups[i]);
    groups.values.emplace_back(std::move(of_units));
  }
  return groups;
}

Result<EditionAt> resolve_edition(const Index& index, std::string_view text) {
  return resolve_edition(std::span(index.editions), text);
}

Result<EditionAt> resolve_edition(std::span<const Edition> editions, std::string_view text) {
  std::vector<std::size_t> matches;
  const std::string ending = "-" + std::string(text);
  for (std::size_t i = 0; i < editions.size(); ++i) {
    if (editions[i].id == text) return static_cast<EditionAt>(i);
    if (is_year(text) && editions[i].id.ends_with(ending)) matches.push_back(i);
  }
  if (matches.size() == 1) return static_cast<EditionAt>(matches.front());
  if (matches.empty()) return not_among(Code::UnknownEdition, "edition", text, ids_of(editions));
  std::vector<std::string_view> ids;
  for (const std::size_t match : matches) ids.push_back(editions[match].id);
  return Diagnostic{.code = Code::UnknownEdition,
                    .found = "edition " + quoted(text) + ", which could be any of " + std::to_string(ids.size()),
                    .expected = one_of(ids)};
}

}  // namespace podium
