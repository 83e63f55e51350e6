#include "podium/publish/texts.hpp"

#include <array>

#include "podium/files/toml_document.hpp"
#include "podium/publish/embedded.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 2> kFiles{"texts.toml", "recipe_texts.toml"};

Text text_of(const TomlValue& value) {
  Text text;
  const auto* const languages = std::get_if<TomlTable>(&value.data);
  if (languages == nullptr) return text;
  for (const TomlEntry& entry : *languages) {
    const auto* const words = std::get_if<std::string>(&entry.value.data);
    if (words != nullptr && entry.key == "en") text.en = *words;
    if (words != nullptr && entry.key == "ko") text.ko = *words;
  }
  return text;
}

TextTable table_of(const TomlValue& value) {
  TextTable texts;
  if (const auto* const entries = std::get_if<TomlTable>(&value.data)) {
    for (const TomlEntry& entry : *entries) texts.emplace(entry.key, text_of(entry.value));
  }
  return texts;
}

}  // namespace

Texts read_texts() {
  Texts texts;
  for (const std::string_view name : kFiles) {
    const Result<TomlTable> file = parse_toml(embedded::publish::find(name).value_or(""), std::string(name));
    if (!file) continue;
    for (const TomlEntry& entry : *file) texts.emplace(entry.key, table_of(entry.value));
  }
  return texts;
}

}  // namespace podium
