#include "podium/files/table_reader.hpp"

#include <algorithm>
#include <cmath>

namespace podium {
namespace {

constexpr std::string_view kTextExpected = "a table such as { en = \"...\", ko = \"...\" }";

template <class Item>
std::optional<std::vector<Item>> list_of(const TomlValue& value) {
  const auto* values = std::get_if<TomlArray>(&value.data);
  if (values == nullptr) return std::nullopt;
  std::vector<Item> items;
  for (const TomlValue& one : *values) {
    std::optional<Item> item = TomlForm<Item>::from(one);
    if (!item) return std::nullopt;
    items.push_back(*std::move(item));
  }
  return items;
}

}  // namespace

std::string_view kind_of(const TomlValue& value) {
  if (const auto* number = std::get_if<double>(&value.data); number != nullptr && !std::isfinite(*number)) {
    return "nan or an infinite number";
  }
  constexpr std::array<std::string_view, 8> kKinds{"a text", "a whole number", "a number", "true or false",
                                                   "a date", "a time",         "a list",   "a table"};
  static_assert(kKinds.size() == std::variant_size_v<decltype(TomlValue::data)>);
  return kKinds[value.data.index()];
}

std::optional<std::string> TomlForm<std::string>::from(const TomlValue& value) {
  const auto* text = std::get_if<std::string>(&value.data);
  return text != nullptr ? std::optional(*text) : std::nullopt;
}

std::optional<double> TomlForm<double>::from(const TomlValue& value) {
  if (const auto* number = std::get_if<double>(&value.data)) {
    return std::isfinite(*number) ? std::optional(*number) : std::nullopt;
  }
  if (const auto* integer = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*integer);
  return std::nullopt;
}

std::optional<std::int64_t> TomlForm<std::int64_t>::from(const TomlValue& value) {
  const auto* integer = std::get_if<std::int64_t>(&value.data);
  return integer != nullptr ? std::optional(*integer) : std::nullopt;
}

std::optional<bool> TomlForm<bool>::from(const TomlValue& value) {
  const auto* flag = std::get_if<bool>(&value.data);
  return flag != nullptr ? std::optional(*flag) : std::nullopt;
}

std::optional<Date> TomlForm<Date>::from(const TomlValue& value) {
  const auto* date = std::get_if<Date>(&value.data);
  return date != nullptr ? std::optional(*date) : std::nullopt;
}

std::optional<Bounds> TomlForm<Bounds>::from(const TomlValue& value) {
  const auto* items = std::get_if<TomlArray>(&value.data);
  if (items == nullptr || items->size() != 2) return std::nullopt;
  const std::optional<double> lower = TomlForm<double>::from((*items)[0]);
  const std::optional<double> upper = TomlForm<double>::from((*items)[1]);
  if (!lower || !upper) return std::nullopt;
  return Bounds{*lower, *upper};
}

std::optional<std::vector<double>> TomlForm<std::vector<double>>::from(const TomlValue& value) {
  return list_of<double>(value);
}

std::optional<std::vector<std::string>> TomlForm<std::vector<std::string>>::from(const TomlValue& value) {
  return list_of<std::string>(value);
}

std::optional<TomlWord> TomlForm<TomlWord>::from(const TomlValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return TomlWord{*text};
  if (const auto* integer = std::get_if<std::int64_t>(&value.data)) return TomlWord{std::to_string(*integer)};
  return std::nullopt;
}

void TableReader::allow_only(std::span<const std::string_view> keys) const {
  for (const TomlEntry& entry : table_) {
    if (std::ranges::find(keys, entry.key) != keys.end()) continue;
    problems_.report([&] {
      Diagnostic problem = not_among(Code::UnknownKey, "key", entry.key, keys);
      problem.place = entry.place;
      return problem;
    });
  }
}

const TomlEntry* TableReader::find(std::string_view key) const {
  const auto found = std::ranges::find(table_, key, &TomlEntry::key);
  return found != table_.end() ? &*found : nullptr;
}

const TomlEntry* TableReader::require(std::string_view key, std::string_view expected) const {
  const TomlEntry* entry = find(key);
  if (entry == nullptr) {
    problems_.add(Diagnostic{.code = Code::MissingKey,
                             .found = "no key " + podium::quoted(key),
                             .expected = std::string(key) + " = " + std::string(expected),
                             .place = place_});
  }
  return entry;
}

Text TableReader::get_text(std::string_view key) const { return convert_text(find(key)); }
Text TableReader::get_required_text(std::string_view key) const { return convert_text(require(key, kTextExpected)); }

void TableReader::report_type(const TomlEntry& entry, std::string_view expected) const {
  problems_.add(Diagnostic{.code = Code::WrongType,
                           .found = std::string(kind_of(entry.value)) + " for " + podium::quoted(entry.key),
                           .expected = std::string(expected),
                           .place = entry.value.place});
}

Text TableReader::convert_text(const TomlEntry* entry) const {
  if (entry == nullptr) return {};
  const auto* table = std::get_if<TomlTable>(&entry->value.data);
  if (table == nullptr || table->empty()) {
    report_type(*entry, kTextExpected);
    return {};
  }
  constexpr std::array<std::string_view, 2> kLanguages{"en", "ko"};
  const TableReader languages(*table, entry->value.place, problems_);
  languages.allow_only(kLanguages);
  return {languages.get<std::string>("en").value_or(""), languages.get<std::string>("ko").value_or("")};
}

}  // namespace podium
