#include "podium/cli/method_catalogue.hpp"

#include "podium/core/number_text.hpp"
#include "podium/core/recipe.hpp"

namespace podium {
namespace {

/// How the type of a parameter is called, how a value is written, and what shows the form where the default is empty.
struct Form {
  std::string type;
  std::string value;
  std::string shown;
  bool may_be_absent = false;
};

std::string quoted_word(std::string_view word) { return "\"" + std::string(word) + "\""; }

Form form_of(bool value) { return {"true or false", value ? "true" : "false", {}}; }
Form form_of(double value) { return {"number", shortest(value), "1"}; }
Form form_of(std::size_t value) { return {"whole number", std::to_string(value), "1"}; }
Form form_of(const std::string& value) {
  return {"text", value.empty() ? std::string() : quoted_word(value), quoted_word("name")};
}
Form form_of(Bounds value) {
  return {"[low, high]", "[" + shortest(value.lower) + ", " + shortest(value.upper) + "]", "[0, 100]"};
}
Form form_of(const std::vector<std::string>& value) {
  std::string text;
  for (const std::string& word : value) text += (text.empty() ? "" : ", ") + quoted_word(word);
  return {"list of names", value.empty() ? std::string() : "[" + text + "]", "[\"name\", \"other\"]"};
}
Form form_of(const std::vector<double>& value) {
  std::string text;
  for (const double number : value) text += (text.empty() ? "" : ", ") + shortest(number);
  return {"list of numbers", value.empty() ? std::string() : "[" + text + "]", "[3, 2, 1]"};
}
Form form_of(const NodeValues&) { return {"{ node = number, ... }", {}, "{ node = 2, other = 1 }"}; }
Form form_of(const NodeFrames&) { return {"{ node = [a, b], ... }", {}, "{ node = [0, 100] }"}; }
Form form_of(const std::vector<Comparison>&) {
  return {"list of [\"preferred\", \"other\", times]", {}, "[[\"node\", \"other\", 3]]"};
}
Form form_of(const std::vector<ExpertBudget>&) {
  return {"{ expert = { node = points, ... }, ... }", {}, "{ expert = { node = 60, other = 40 } }"};
}
template <class Enum>
  requires std::is_enum_v<Enum>
Form form_of(Enum value) {
  std::string words;
  for (const auto& [word, one] : Words<Enum>::list) words += (words.empty() ? "" : ", ") + quoted_word(word);
  return {words, quoted_word(to_word(value)), {}};
}
template <class Type>
Form form_of(const std::optional<Type>& value) {
  Form form = form_of(value.value_or(Type{}));
  form.may_be_absent = true;
  if (!value) form.value.clear();
  return form;
}

/// Whether a method cannot be used without a parameter that has no default; its example then shows one.
template <class Described>
bool needs_a_parameter(const Described& defaults) {
  if constexpr (requires { defaults.check(); }) {
    const std::optional<Problem> problem = defaults.check();
    return problem && problem->code == Code::MissingKey;
  }
  return false;
}

template <class Described>
std::vector<ParameterEntry> parameters_of() {
  std::vector<ParameterEntry> entries;
  const Described defaults{};
  const bool shows_all = needs_a_parameter(defaults);
  for_each_parameter<Described>([&](const auto& parameter) {
    Form form = form_of(defaults.*parameter.member);
    const bool is_left_out = form.may_be_absent && !shows_all;
    std::string example = !form.value.empty() ? form.value : is_left_out ? std::string() : form.shown;
    entries.push_back(
        {parameter.name, std::move(form.type), std::move(form.value), std::move(example), parameter.meaning});
  });
  return entries;
}

template <class... Methods>
std::vector<MethodEntry> methods_of(const std::variant<Methods...>&) {
  return {MethodEntry{Methods::doc, parameters_of<Methods>()}...};
}
template <class Plan>
  requires requires(const Plan& plan) { plan.otherwise; }
std::vector<MethodEntry> methods_of(const Plan& plan) {
  return methods_of(plan.otherwise);
}

template <class Described>
StepEntry entry_of() {
  StepEntry entry{.doc = Described::doc, .parameters = parameters_of<Described>(), .methods = {}};
  if constexpr (HasMethods<Described>) {
    const Described step{};
    entry.methods = methods_of(step.method);
    entry.has_second = requires { step.then; };
    entry.has_exceptions = requires { step.method.by_node; };
  }
  return entry;
}

}  // namespace

std::vector<StepEntry> method_catalogue() {
  std::vector<StepEntry> entries;
  Alternatives<Step>::for_each([&]<class Described>() { entries.push_back(entry_of<Described>()); });
  return entries;
}

}  // namespace podium
