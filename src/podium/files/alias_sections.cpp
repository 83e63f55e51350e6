#include "podium/files/alias_sections.hpp"

#include <set>

#include "podium/files/definition.hpp"
#include "podium/files/read_aliases.hpp"

namespace podium {

AliasSections::AliasSections(const TomlTable& document, std::span<const std::string_view> sections, Problems& problems)
    : document_(document), problems_(problems), top_(document, {kAliasFile, 1, 1}, problems) {
  const std::size_t before = problems_.count();
  top_.allow_only(sections);
  ids_are_sound_ = problems_.count() == before;
}

std::vector<AliasEntry> AliasSections::entries(std::string_view name, std::string_view id_key,
                                               std::span<const std::string_view> keys) {
  const std::size_t before = problems_.count();
  const std::vector<const TomlValue*> tables = tables_of(document_, name, problems_);
  if (problems_.count() != before) ids_are_sound_ = false;
  std::vector<AliasEntry> entries;
  std::set<std::string, std::less<>> seen;
  for (const TomlValue* value : tables) {
    const TableReader table(std::get<TomlTable>(value->data), value->place, problems_);
    table.allow_only(keys);
    const auto id = table.get_required<std::string>(id_key);
    if (!id) {
      ids_are_sound_ = false;
    } else if (seen.insert(*id).second) {
      entries.push_back({table, *id});
    } else {
      refuse(Code::DuplicateId, "a second " + std::string(name) + " " + podium::quoted(*id),
             "one section for each " + std::string(name), table.find(id_key)->value.place);
    }
  }
  return entries;
}

std::optional<TableReader> AliasSections::inner(const TableReader& table, std::string_view key,
                                                std::span<const std::string_view> keys,
                                                std::string_view example) const {
  const TomlEntry* entry = table.find(key);
  if (entry == nullptr) return std::nullopt;
  const auto* inner = std::get_if<TomlTable>(&entry->value.data);
  if (inner == nullptr) {
    table.report_type(*entry, example);
    return std::nullopt;
  }
  TableReader reader(*inner, entry->value.place, problems_);
  reader.allow_only(keys);
  return reader;
}

void AliasSections::refuse(Code code, std::string found, std::string expected, const Place& place) const {
  problems_.report([&] {
    return Diagnostic{.code = code, .found = std::move(found), .expected = std::move(expected), .place = place};
  });
}

void AliasSections::refuse_key(const AliasEntry& entry, std::string_view key, std::string_view file) const {
  const TomlEntry* found = entry.table.find(key);
  if (found == nullptr) return;
  refuse(Code::InvalidValue, "a key " + podium::quoted(key) + " for " + podium::quoted(entry.id),
         "none: " + std::string(file) + " says it", found->place);
}

}  // namespace podium
