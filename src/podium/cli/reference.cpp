#include "podium/cli/reference.hpp"

#include <type_traits>

#include "podium/core/recipe.hpp"

namespace podium {
namespace {

std::string value_text(bool value) { return value ? "true" : "false"; }
std::string value_text(double value) { return shortest(value); }
std::string value_text(Bounds value) { return "[" + shortest(value.lower) + ", " + shortest(value.upper) + "]"; }
std::string value_text(const std::vector<std::string>&) { return "[]"; }
template <class Enum>
  requires std::is_enum_v<Enum>
std::string value_text(Enum value) {
  return "\"" + std::string(to_word(value)) + "\"";
}

std::string type_text(bool) { return "true or false"; }
std::string type_text(double) { return "number"; }
std::string type_text(Bounds) { return "[low, high]"; }
std::string type_text(const std::vector<std::string>&) { return "list of names"; }
template <class Enum>
  requires std::is_enum_v<Enum>
std::string type_text(Enum) {
  std::string text;
  for (const auto& [word, value] : Words<Enum>::list) text += (text.empty() ? "\"" : ", \"") + std::string(word) + "\"";
  return text;
}

template <class Described>
std::string parameter_table() {
  std::string rows;
  const Described defaults;
  for_each_parameter<Described>([&](const auto& parameter) {
    const auto& value = defaults.*parameter.member;
    rows += "| `" + std::string(parameter.name) + "` | " + type_text(value) + " | `" + value_text(value) + "` | " +
            std::string(parameter.meaning) + " |\n";
  });
  if (rows.empty()) return {};
  return "\n| parameter | value | default | meaning |\n| --- | --- | --- | --- |\n" + rows;
}

std::string text_of(const MethodDoc& doc) {
  return std::string(doc.summary) + "\n\n- Formula: " + std::string(doc.formula) +
         "\n- Edge cases: " + std::string(doc.edge_cases) + "\n- Source: " + std::string(doc.source) + "\n";
}

template <class Methods>
std::string method_sections(std::string_view step) {
  std::string text;
  Alternatives<Methods>::for_each([&]<class Method>() {
    text += "\n### " + std::string(step) + ": " + std::string(Method::doc.name) + "\n\n" + text_of(Method::doc) +
            parameter_table<Method>();
  });
  return text;
}

template <class Described>
std::string step_section() {
  std::string text =
      "\n## " + std::string(Described::doc.name) + "\n\n" + text_of(Described::doc) + parameter_table<Described>();
  if constexpr (std::is_same_v<Described, Impute>) text += method_sections<ImputeMethod>(Described::doc.name);
  if constexpr (std::is_same_v<Described, Normalise>) text += method_sections<NormaliseMethod>(Described::doc.name);
  if constexpr (std::is_same_v<Described, Aggregate>) text += method_sections<AggregateMethod>(Described::doc.name);
  return text;
}

}  // namespace

std::string methods_reference() {
  std::string text =
      "# Steps and methods\n\n"
      "A recipe is the list of `[[step]]` tables in podium.toml; `op` names the step, `method` its method, and the "
      "parameters stand\n"
      "beside them. This page is what `podium help methods` prints.\n";
  Alternatives<Step>::for_each([&]<class Described>() { text += step_section<Described>(); });
  return text;
}

std::string messages_reference() {
  std::string text =
      "# Messages\n\n"
      "A message names file, line and column, its code, what was found, what was expected, and the nearest right word. "
      "This page is\n"
      "what `podium help messages` prints.\n\n"
      "| code | cause | cure |\n| --- | --- | --- |\n";
  for (const CodeEntry& each : code_table()) {
    text += "| `" + std::string(each.text) + "` | " + std::string(each.cause) + " | " + std::string(each.cure) + " |\n";
  }
  return text;
}

}  // namespace podium
