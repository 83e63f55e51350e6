#include "podium/files/catalogue.hpp"

#include <algorithm>
#include <array>

#include "podium/files/identifier.hpp"
#include "podium/files/table_reader.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 6> kSourceKeys{"title", "publisher", "published", "url", "licence", "note"};
constexpr std::array<std::string_view, 4> kEditionKeys{"publisher", "released", "title", "note"};

std::string optional_text(const TableReader& table, std::string_view key) {
  return table.get<std::string>(key).value_or("");
}

std::string required_text(const TableReader& table, std::string_view key) {
  return table.get_required<std::string>(key).value_or("");
}

Source read_source(const std::string& id, const TableReader& table) {
  table.allow_only(kSourceKeys);
  return {.id = id,
          .title = required_text(table, "title"),
          .publisher = required_text(table, "publisher"),
          .published = table.get<Date>("published"),
          .url = optional_text(table, "url"),
          .licence = optional_text(table, "licence"),
          .note = optional_text(table, "note")};
}

Edition read_edition(const std::string& id, const TableReader& table) {
  table.allow_only(kEditionKeys);
  return {.id = id,
          .publisher = required_text(table, "publisher"),
          .released = table.get_required<Date>("released").value_or(Date{}),
          .title = required_text(table, "title"),
          .note = optional_text(table, "note")};
}

/// Each table of the text as an entry, sorted by id. An entry with problems stays, so that its id is known elsewhere.
template <class Entry, class ReadEntry>
std::optional<std::vector<Entry>> read_entries(std::string_view text, const std::string& file, std::string_view what,
                                               Problems& problems, ReadEntry read_entry) {
  const Result<TomlTable> document = parse_toml(text, file);
  if (!document) {
    problems.add(document.diagnostics());
    return std::nullopt;
  }
  std::vector<Entry> entries;
  for (const TomlEntry& entry : *document) {
    const auto* table = std::get_if<TomlTable>(&entry.value.data);
    if (table == nullptr) {
      TableReader(*document, {file, 1, 1}, problems).report_type(entry, "a section [" + std::string(what) + "_id]");
      continue;
    }
    if (auto problem = check_identifier(what, entry.key, entry.place)) problems.add(*std::move(problem));
    entries.push_back(read_entry(entry.key, TableReader(*table, entry.value.place, problems)));
  }
  std::ranges::sort(entries, {}, &Entry::id);
  return entries;
}

}  // namespace

std::optional<std::vector<Source>> read_sources(std::string_view text, const std::string& file, Problems& problems) {
  return read_entries<Source>(text, file, "source", problems, read_source);
}

std::optional<std::vector<Edition>> read_editions(std::string_view text, const std::string& file, Problems& problems) {
  return read_entries<Edition>(text, file, "edition", problems, read_edition);
}

}  // namespace podium
