#include "podium/publish/pages/method_words.hpp"

#include <algorithm>
#include <type_traits>

#include "podium/publish/pages/parameter_words.hpp"

namespace podium {
namespace {

std::string summary_of(const PageContext& context, std::string_view key, const MethodDoc& doc) {
  if (context.language() == Language::English) return std::string(doc.summary);
  return std::string(context.words.find_in("summary", key));
}

/// The label of a parameter: its owner's own, else the one that all owners share.
std::string label_of(const PageContext& context, std::string_view owner, std::string_view name) {
  const std::string_view own = context.words.find_in("parameter", std::string(owner) + "." + std::string(name));
  return std::string(own.empty() ? context.words.find_in("parameter", name) : own);
}

template <class Described>
std::vector<ParameterWords> parameter_words(const PageContext& context, const Described& described) {
  std::vector<ParameterWords> parameters;
  for_each_parameter<Described>([&](const auto& parameter) {
    const auto& member = described.*parameter.member;
    // What could be switched on and is not is not done.
    if constexpr (std::is_same_v<decltype(member), const bool&>) {
      if (!member && !(Described{}.*parameter.member)) return;
    }
    std::string value = value_text(context, parameter.name, member);
    if (value.empty()) return;
    parameters.push_back({label_of(context, Described::doc.name, parameter.name), std::move(value)});
  });
  return parameters;
}

std::string key_of(std::string_view step, std::string_view method) {
  return std::string(step) + "." + std::string(method);
}

template <class Described>
MethodWords words_of_method(const PageContext& context, std::string key, const Described& described) {
  std::string name(context.words.find_in("step", key));
  std::string summary = summary_of(context, key, described.doc);
  return {.key = std::move(key),
          .name = std::move(name),
          .scope = {},
          .summary = std::move(summary),
          .formula = std::string(described.doc.formula),
          .source = std::string(described.doc.source),
          .parameters = parameter_words(context, described)};
}

template <class... Methods>
MethodWords method_words(const PageContext& context, std::string_view step, const std::variant<Methods...>& method) {
  return std::visit([&](const auto& chosen) { return words_of_method(context, key_of(step, chosen.doc.name), chosen); },
                    method);
}

/// The methods of a step, the exceptions with the names of their nodes.
template <class... Methods>
std::vector<MethodWords> words_of_plan(const PageContext& context, std::string_view step,
                                       const std::variant<Methods...>& method) {
  return {method_words(context, step, method)};
}
template <class Method>
std::vector<MethodWords> words_of_plan(const PageContext& context, std::string_view step,
                                       const MethodPlan<Method>& plan) {
  std::vector<MethodWords> methods{method_words(context, step, plan.otherwise)};
  for (const auto& [node, method] : plan.by_node) {
    methods.push_back(method_words(context, step, method));
    methods.back().scope = known_name(context, node);
  }
  return methods;
}

bool are_same(const MethodWords& one, const MethodWords& other) {
  const auto same = [](const ParameterWords& a, const ParameterWords& b) { return a.value == b.value; };
  return one.key == other.key && std::ranges::equal(one.parameters, other.parameters, same);
}

const Aggregate* aggregation(const CheckedRecipe& recipe) {
  for (const Step& step : recipe.steps()) {
    if (const auto* const aggregate = std::get_if<Aggregate>(&step)) return aggregate;
  }
  return nullptr;
}

const AggregateMethod& method_of(const Aggregate& step, const Hierarchy& hierarchy, Series node) {
  return step.method.method_of(hierarchy.node(node).id, hierarchy.level(node));
}

/// Every way of combining that some node uses, once, with the nodes that use it.
std::vector<MethodWords> combinations(const PageContext& context, const Aggregate& step) {
  std::vector<MethodWords> methods;
  for (const Series node : context.index.hierarchy.aggregates()) {
    MethodWords words = method_words(context, step.doc.name, method_of(step, context.index.hierarchy, node));
    const auto known = std::ranges::find_if(methods, [&](const MethodWords& one) { return are_same(one, words); });
    MethodWords& method = known != methods.end() ? *known : methods.emplace_back(std::move(words));
    method.scope += (method.scope.empty() ? "" : ", ") + title_of(context, node);
  }
  return methods;
}

/// Where there is one method only, the step's name holds the method's, and there is nothing to tell apart.
StepWords simplified(StepWords words) {
  if (words.methods.size() > 1) return words;
  MethodWords& method = words.methods.front();
  words.name += ": " + method.name;
  method.name.clear();
  method.scope.clear();
  return words;
}

StepWords words_of(const PageContext& context, const Aggregate& step) {
  StepWords words{.name = std::string(context.words.find_in("step", step.doc.name)),
                  .summary = summary_of(context, step.doc.name, step.doc),
                  .methods = combinations(context, step),
                  .parameters = parameter_words(context, step)};
  return simplified(std::move(words));
}

template <class WithMethods>
  requires HasMethods<WithMethods>
StepWords words_of(const PageContext& context, const WithMethods& step) {
  StepWords words;
  words.methods = words_of_plan(context, step.doc.name, step.method);
  if constexpr (requires { step.then; }) {
    if (step.then) words.methods.push_back(method_words(context, step.doc.name, *step.then));
    if (step.then) words.methods.back().scope = context.words["second_method"];
  }
  words.name = context.words.find_in("step", step.doc.name);
  words.parameters = parameter_words(context, step);
  if constexpr (!std::is_same_v<WithMethods, Impute>) words.summary = summary_of(context, step.doc.name, step.doc);
  // The direction is the step's business, not the method's.
  if constexpr (std::is_same_v<WithMethods, Normalise>) {
    for (MethodWords& method : words.methods) method.formula = "z = direction * x; " + method.formula;
  }
  return simplified(std::move(words));
}

template <class Plain>
StepWords words_of(const PageContext& context, const Plain& step) {
  MethodWords method = words_of_method(context, std::string(step.doc.name), step);
  StepWords words{.name = std::move(method.name), .summary = {}, .methods = {}, .parameters = {}};
  method.name.clear();
  words.parameters = std::move(method.parameters);
  method.parameters.clear();
  words.methods.push_back(std::move(method));
  return words;
}

}  // namespace

StepWords step_words(const PageContext& context, const Step& step) {
  return std::visit([&](const auto& chosen) { return words_of(context, chosen); }, step);
}

std::string combination_of(const PageContext& context, Series node) {
  const Aggregate* const step = aggregation(context.index.recipe);
  if (step == nullptr || context.index.hierarchy.is_indicator(node)) return {};
  return std::visit(
      [&](const auto& method) {
        return std::string(context.words.find_in("step", key_of(Aggregate::doc.name, method.doc.name)));
      },
      method_of(*step, context.index.hierarchy, node));
}

}  // namespace podium
