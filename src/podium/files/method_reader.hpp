#pragma once

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <vector>

#include "podium/core/method.hpp"
#include "podium/files/parameter_values.hpp"

/// Reading methods and parameters by what they say of themselves (podium/core/method.hpp).
namespace podium {

using KeyList = std::vector<std::string_view>;

template <class Variant>
KeyList names_of_alternatives() {
  KeyList names;
  Alternatives<Variant>::for_each([&]<class Method>() { names.push_back(Method::doc.name); });
  return names;
}

/// The alternative of that name with its defaults.
template <class Variant>
std::optional<Variant> alternative_named(std::string_view name) {
  std::optional<Variant> found;
  Alternatives<Variant>::for_each([&]<class Method>() {
    if (Method::doc.name == name) found = Method{};
  });
  return found;
}

template <class Described>
void add_parameter_names(KeyList& names) {
  for_each_parameter<Described>([&](const auto& parameter) {
    if (std::ranges::find(names, parameter.name) == names.end()) names.push_back(parameter.name);
  });
}

template <class Enum>
  requires std::is_enum_v<Enum>
void read_value(Enum& value, const TomlEntry& entry, const TableReader& table) {
  const auto* word = std::get_if<std::string>(&entry.value.data);
  KeyList words;
  for (const auto& [text, candidate] : Words<Enum>::list) {
    if (word != nullptr && text == *word) {
      value = candidate;
      return;
    }
    words.push_back(text);
  }
  if (word == nullptr) return table.report_type(entry, one_of(words));
  Diagnostic problem = not_among(Code::InvalidValue, entry.key, *word, words);
  problem.place = entry.value.place;
  table.problems().add(std::move(problem));
}

/// Sets each parameter of a step or method that the table names.
template <class Described>
void read_parameters(Described& described, const TableReader& table) {
  for_each_parameter<Described>([&](const auto& parameter) {
    if (const TomlEntry* entry = table.find(parameter.name)) read_value(described.*parameter.member, *entry, table);
  });
}

/// Sets the parameters of a method that stand in `table`; adds their names to `allowed`.
template <class... Methods>
void change_parameters(std::variant<Methods...>& method, const TableReader& table, KeyList& allowed) {
  std::visit(
      [&]<class Method>(Method& chosen) {
        add_parameter_names<Method>(allowed);
        read_parameters(chosen, table);
      },
      method);
}

/// The method that a value names, with the parameters that stand in `table`; adds their names to `allowed`.
template <class Variant>
std::optional<Variant> read_method(const TomlEntry& entry, const TomlValue& value, const TableReader& table,
                                   KeyList& allowed) {
  const auto* name = std::get_if<std::string>(&value.data);
  const KeyList names = names_of_alternatives<Variant>();
  if (name == nullptr) {
    table.report_type({entry.key, entry.place, value}, one_of(names));
    return std::nullopt;
  }
  std::optional<Variant> method = alternative_named<Variant>(*name);
  if (!method) {
    Diagnostic problem = not_among(Code::UnknownMethod, "method", *name, names);
    problem.place = value.place;
    table.problems().add(std::move(problem));
    return std::nullopt;
  }
  change_parameters(*method, table, allowed);
  return method;
}

}  // namespace podium
