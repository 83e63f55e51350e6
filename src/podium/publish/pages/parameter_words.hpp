#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "podium/core/normalise/frame.hpp"
#include "podium/core/weight/judgement.hpp"
#include "podium/publish/pages/wording.hpp"

/// Values of a recipe's parameters in words. An empty text stands for a parameter that asks for nothing.
namespace podium {

std::string value_text(const PageContext& context, std::string_view name, double value);
std::string value_text(const PageContext& context, std::string_view name, std::size_t value);
std::string value_text(const PageContext& context, std::string_view name, bool value);
std::string value_text(const PageContext& context, std::string_view name, const std::string& value);
std::string value_text(const PageContext& context, std::string_view name, Bounds value);
std::string value_text(const PageContext& context, std::string_view name, const std::vector<double>& values);
std::string value_text(const PageContext& context, std::string_view name, const std::vector<std::string>& ids);
std::string value_text(const PageContext& context, std::string_view name, const NodeValues& values);
std::string value_text(const PageContext& context, std::string_view name, const NodeFrames& frames);
std::string value_text(const PageContext& context, std::string_view name, const std::vector<Comparison>& comparisons);
std::string value_text(const PageContext& context, std::string_view name, const std::vector<ExpertBudget>& budgets);

std::string value_text(const PageContext& context, std::string_view name, Over value);
std::string value_text(const PageContext& context, std::string_view name, MissingRule value);

/// The words of a closed list: by parameter and word, else by the word alone.
std::string choice_text(const PageContext& context, std::string_view name, std::string_view word);

template <class Enum>
  requires std::is_enum_v<Enum>
std::string value_text(const PageContext& context, std::string_view name, Enum value) {
  return choice_text(context, name, to_word(value));
}

template <class Type>
std::string value_text(const PageContext& context, std::string_view name, const std::optional<Type>& value) {
  return value ? value_text(context, name, *value) : std::string();
}

/// A node's title or a unit's name, whichever the id names.
std::string known_name(const PageContext& context, const std::string& id);

/// "a, b, c"
std::string joined(const std::vector<std::string>& parts);

}  // namespace podium
