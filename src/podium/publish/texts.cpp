#include "podium/publish/texts.hpp"

#include "podium/files/toml_document.hpp"
#include "podium/publish/embedded.hpp"

namespace podium {
namespace {

constexpr std::string_view kFile = "texts.toml";

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
  const Result<TomlTable> file = parse_toml(embedded::publish::find(kFile).value_or(""), std::string(kFile));
  if (!file) return texts;
  for (const TomlEntry& entry : *file) texts.emplace(entry.key, table_of(entry.value));
  return texts;
}

}  // namespace podium
