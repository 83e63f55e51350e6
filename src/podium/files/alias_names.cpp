#include "podium/files/alias_names.hpp"

#include <algorithm>

namespace podium {
namespace {

/// Also those of U+0080 to U+009F, which in UTF-8 begin with C2.
bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7f) return true;
    if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) return true;
  }
  return false;
}

/// What a name must be; empty where it is.
std::string_view name_missed(std::string_view name) {
  if (name.empty()) return "a name of at least one character";
  if (name.size() > kMostNameBytes) return "a name of at most 200 bytes";
  if (has_control(name)) return "a name in one line, without control characters";
  if (name.front() == ' ' || name.back() == ' ') return "a name without spaces around it";
  return "";
}

std::vector<PlacedWord> read_names(const TableReader& table, std::string_view key) {
  std::vector<PlacedWord> names;
  const auto texts = table.get<std::vector<std::string>>(key);
  if (!texts) return names;
  const auto& items = std::get<TomlArray>(table.find(key)->value.data);
  for (std::size_t i = 0; i < texts->size(); ++i) {
    const std::string& name = (*texts)[i];
    const std::string_view expected = name_missed(name);
    if (expected.empty()) {
      names.push_back({name, items[i].place});
      continue;
    }
    table.problems().report([&] {
      return Diagnostic{.code = Code::InvalidValue,
                        .found = name.empty() ? "an empty name" : "the name " + podium::quoted(name),
                        .expected = std::string(expected),
                        .place = items[i].place};
    });
  }
  return names;
}

std::vector<std::string> texts_of(const std::vector<PlacedWord>& words) {
  std::vector<std::string> texts;
  for (const PlacedWord& word : words) texts.push_back(word.text);
  return texts;
}

}  // namespace

Aliases read_words(const TableReader& table) {
  return {.en = texts_of(read_names(table, "en")), .ko = texts_of(read_names(table, "ko"))};
}

void NameOwners::add_title(const std::string& owner, const Text& title) {
  if (!title.en.empty()) english_.emplace(title.en, owner);
  if (!title.ko.empty()) korean_.emplace(title.ko, owner);
}

void NameOwners::claim_title(const std::string& owner, const Text& title, const TableReader& table) {
  const TomlEntry* entry = table.find("title");
  if (entry == nullptr) return;
  if (!title.en.empty()) claim(english_, owner, {title.en, entry->value.place}, table.problems());
  if (!title.ko.empty()) claim(korean_, owner, {title.ko, entry->value.place}, table.problems());
}

Aliases NameOwners::read(const std::string& owner, const TableReader& table) {
  const std::vector<PlacedWord> english = read_names(table, "en");
  const std::vector<PlacedWord> korean = read_names(table, "ko");
  for (const PlacedWord& name : english) claim(english_, owner, name, table.problems());
  for (const PlacedWord& name : korean) claim(korean_, owner, name, table.problems());
  return {.en = texts_of(english), .ko = texts_of(korean)};
}

void NameOwners::claim(Owners& owners, const std::string& owner, const PlacedWord& name, Problems& problems) const {
  const auto [first, is_new] = owners.emplace(name.text, owner);
  if (is_new || first->second == owner) return;
  problems.report([&] {
    return Diagnostic{.code = Code::DuplicateKey,
                      .found = "the name " + podium::quoted(name.text) + " for the " + what_ + "s " +
                               podium::quoted(first->second) + " and " + podium::quoted(owner),
                      .expected = "one " + what_ + " for each name in a language",
                      .place = name.place};
  });
}

}  // namespace podium
