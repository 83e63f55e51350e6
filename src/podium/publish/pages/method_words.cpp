#include "podium/publish/pages/method_words.hpp"

#include <algorithm>
#include <type_traits>

namespace podium {
namespace {

std::string summary_of(const PageContext& context, std::string_view key, const MethodDoc& doc) {
  if (context.language() == Language::English) return std::string(doc.summary);
  return std::string(context.words.find_in("summary", key));
}

MethodWords method_words(const PageContext& context, std::string key, const MethodDoc& doc) {
  std::string summary = summary_of(context, key, doc);
  return {std::move(key), std::move(summary), std::string(doc.formula), std::string(doc.source)};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

/// A node's title or a unit's name, whichever the id names.
std::string known_name(const PageContext& context, const std::string& id) {
  if (const auto node = context.index.hierarchy.find(id)) return title_of(context, *node);
  if (const auto unit = context.index.find_unit(id)) return name_of(context, *unit);
  return id;
}

std::string value_text(const PageContext&, std::string_view name, double value) {
  // A threshold of zero asks for nothing.
  if (name.starts_with("min_")) return value == 0 ? std::string() : percent_text(value);
  return shortest(value);
}
std::string value_text(const PageContext& context, std::string_view, bool value) {
  return context.words[value ? "yes" : "no"];
}
std::string value_text(const PageContext& context, std::string_view, Bounds value) {
  const std::string low = shortest(value.lower);
  const std::string high = shortest(value.upper);
  return fill(context.words["from_to"], {{"from", low}, {"to", high}});
}
std::string value_text(const PageContext& context, std::string_view, Over value) {
  return context.words["over_" + std::string(to_word(value))];
}
std::string value_text(const PageContext& context, std::string_view, Ties value) {
  return std::string(context.words.find_in("choice", to_word(value)));
}
std::string value_text(const PageContext& context, std::string_view, MissingRule value) {
  return context.words["missing_" + std::string(to_word(value))];
}
std::string value_text(const PageContext& context, std::string_view, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(known_name(context, id));
  return joined(names);
}

template <class Described>
void add_parameters(std::vector<ParameterWords>& parameters, const PageContext& context, const Described& described) {
  for_each_parameter<Described>([&](const auto& parameter) {
    std::string value = value_text(context, parameter.name, described.*parameter.member);
    if (value.empty()) return;
    const std::string key = std::string(Described::doc.name) + "." + std::string(parameter.name);
    parameters.push_back({std::string(context.words.find_in("parameter", key)), std::move(value)});
  });
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

std::string key_of(std::string_view step, std::string_view method) {
  return std::string(step) + "." + std::string(method);
}

/// Every way of combining that some node uses, once.
std::vector<MethodWords> combinations(const PageContext& context, const Aggregate& step) {
  const Hierarchy& hierarchy = context.index.hierarchy;
  std::vector<MethodWords> methods;
  for (const Series node : hierarchy.aggregates()) {
    std::visit(
        [&](const auto& method) {
          const std::string key = key_of(Aggregate::doc.name, method.doc.name);
          if (std::ranges::find(methods, key, &MethodWords::key) == methods.end()) {
            methods.push_back(method_words(context, key, method.doc));
          }
        },
        method_of(step, hierarchy, node));
  }
  return methods;
}

StepWords words_of(const PageContext& context, const Aggregate& step) {
  StepWords words{.name = std::string(context.words.find_in("step", step.doc.name)),
                  .summary = summary_of(context, step.doc.name, step.doc),
                  .methods = combinations(context, step),
                  .parameters = {}};
  add_parameters(words.parameters, context, step);
  return words;
}

template <class Plain>
StepWords words_of(const PageContext& context, const Plain& step) {
  StepWords words;
  if constexpr (HasMethods<Plain>) {
    std::visit(
        [&](const auto& method) {
          const std::string key = key_of(step.doc.name, method.doc.name);
          words.name = context.words.find_in("step", key);
          words.methods.push_back(method_words(context, key, method.doc));
          add_parameters(words.parameters, context, method);
        },
        step.method);
    // The direction is the step's business, not the method's.
    if constexpr (std::is_same_v<Plain, Normalise>) {
      words.methods.front().formula = "z = direction * x; " + words.methods.front().formula;
    }
  } else {
    words.name = context.words.find_in("step", step.doc.name);
    words.methods.push_back(method_words(context, std::string(step.doc.name), step.doc));
  }
  add_parameters(words.parameters, context, step);
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
