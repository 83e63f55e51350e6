#pragma once

#include <array>
#include <span>

#include "podium/core/hierarchy.hpp"
#include "podium/files/problems.hpp"
#include "podium/files/toml_document.hpp"
#include "podium/model/language.hpp"

namespace podium {

/// "a text", "a whole number", "a table" ...: what a value is, for messages.
std::string_view kind_of(const TomlValue& value);

/// How a type is written in TOML: what the reader is told to write, and the value if it is of that type.
template <class Type>
struct TomlForm;
template <>
struct TomlForm<std::string> {
  static constexpr std::string_view expected = "a text in quotes";
  static std::optional<std::string> from(const TomlValue& value);
};
template <>
struct TomlForm<double> {
  static constexpr std::string_view expected = "a number";
  static std::optional<double> from(const TomlValue& value);
};
template <>
struct TomlForm<std::int64_t> {
  static constexpr std::string_view expected = "a whole number";
  static std::optional<std::int64_t> from(const TomlValue& value);
};
template <>
struct TomlForm<bool> {
  static constexpr std::string_view expected = "true or false";
  static std::optional<bool> from(const TomlValue& value);
};
template <>
struct TomlForm<Date> {
  static constexpr std::string_view expected = "a date such as 2025-04-08, without quotes";
  static std::optional<Date> from(const TomlValue& value);
};
template <>
struct TomlForm<Bounds> {
  static constexpr std::string_view expected = "two numbers such as [0, 100]";
  static std::optional<Bounds> from(const TomlValue& value);
};
template <>
struct TomlForm<std::vector<double>> {
  static constexpr std::string_view expected = "a list of numbers such as [1, 2.5]";
  static std::optional<std::vector<double>> from(const TomlValue& value);
};
template <>
struct TomlForm<std::vector<std::string>> {
  static constexpr std::string_view expected = "a list of texts such as [\"a\", \"b\"]";
  static std::optional<std::vector<std::string>> from(const TomlValue& value);
};

/// An id or a period: a text, or a whole number such as a year.
struct TomlWord {
  std::string text;
};
template <>
struct TomlForm<TomlWord> {
  static constexpr std::string_view expected = "a text in quotes";
  static std::optional<TomlWord> from(const TomlValue& value);
};

/// Typed access to one table that records every problem: keys of another type, keys that are missing, keys that nobody
/// asked for.
class TableReader {
 public:
  TableReader(const TomlTable& table, Place place, Problems& problems)
      : table_(table), place_(std::move(place)), problems_(problems) {}

  const TomlTable& table() const { return table_; }
  const Place& place() const { return place_; }
  Problems& problems() const { return problems_; }

  /// Reports each key that is not among these.
  void allow_only(std::span<const std::string_view> keys) const;

  const TomlEntry* find(std::string_view key) const;
  /// Reports a missing key.
  const TomlEntry* require(std::string_view key, std::string_view expected) const;

  /// Nothing if the key is absent or (reported) of another type.
  template <class Type>
  std::optional<Type> get(std::string_view key) const {
    return convert<Type>(find(key));
  }
  template <class Type>
  std::optional<Type> get_required(std::string_view key) const {
    return convert<Type>(require(key, TomlForm<Type>::expected));
  }
  /// { en = "...", ko = "..." }, at least one of them.
  Text get_text(std::string_view key) const;
  Text get_required_text(std::string_view key) const;

  void report_type(const TomlEntry& entry, std::string_view expected) const;

 private:
  template <class Type>
  std::optional<Type> convert(const TomlEntry* entry) const {
    if (entry == nullptr) return std::nullopt;
    std::optional<Type> value = TomlForm<Type>::from(entry->value);
    if (!value) report_type(*entry, TomlForm<Type>::expected);
    return value;
  }
  Text convert_text(const TomlEntry* entry) const;

  const TomlTable& table_;
  Place place_;
  Problems& problems_;
};

}  // namespace podium
