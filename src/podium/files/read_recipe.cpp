#include "podium/files/read_recipe.hpp"

#include <algorithm>

#include "podium/files/method_reader.hpp"

namespace podium {
namespace {

/// The variant of methods behind a step's member `method`.
template <class Plan>
struct FamilyOf {
  using Methods = Plan;
};
template <class Method>
struct FamilyOf<MethodPlan<Method>> {
  using Methods = Method;
};
template <>
struct FamilyOf<AggregatePlan> {
  using Methods = AggregateMethod;
};
template <class Plan>
using MethodsOf = typename FamilyOf<Plan>::Methods;

/// A plan that may have exceptions for nodes.
template <class Plan>
concept HasExceptions = requires(Plan plan) { plan.by_node; };

/// One method for all.
template <class... Methods>
bool read_plan(std::variant<Methods...>& method, const TomlEntry& entry, const TableReader& table, KeyList& allowed) {
  auto read = read_method<std::variant<Methods...>>(entry, entry.value, table, allowed);
  if (!read) return false;
  method = *std::move(read);
  return true;
}

template <class Method>
bool read_plan(MethodPlan<Method>& plan, const TomlEntry& entry, const TableReader& table, KeyList& allowed) {
  return read_plan(plan.otherwise, entry, table, allowed);
}

/// "a", ["a", "b"] by level from the indicators' parents up, or { default = "a", node = "b" }.
bool read_plan(AggregatePlan& plan, const TomlEntry& entry, const TableReader& table, KeyList& allowed) {
  bool is_complete = true;
  const auto read = [&](const TomlValue& value, const auto& use) {
    if (const auto method = read_method<AggregateMethod>(entry, value, table, allowed)) {
      use(*method);
    } else {
      is_complete = false;
    }
  };
  if (const auto* levels = std::get_if<TomlArray>(&entry.value.data); levels != nullptr && !levels->empty()) {
    for (const TomlValue& level : *levels) {
      read(level, [&](const AggregateMethod& method) { plan.by_level.push_back(method); });
    }
  } else if (const auto* nodes = std::get_if<TomlTable>(&entry.value.data); nodes != nullptr && !nodes->empty()) {
    for (const TomlEntry& node : *nodes) {
      read(node.value, [&](const AggregateMethod& method) {
        if (node.key == "default") {
          plan.otherwise = method;
        } else {
          plan.by_node.emplace_back(node.key, method);
        }
      });
    }
  } else {
    read(entry.value, [&](const AggregateMethod& method) { plan.otherwise = method; });
  }
  return is_complete;
}

/// The method that an exception changes when it names none; null where the step has no single one.
template <class Plan>
const MethodsOf<Plan>* method_to_change(const Plan& plan) {
  if constexpr (requires { plan.by_level; }) {
    if (!plan.by_level.empty()) return nullptr;
  }
  return &plan.otherwise;
}

/// [step.for.NODE]: its own method, or the step's with other parameters.
template <class Plan>
void read_exception(Plan& plan, const std::string& node, const TableReader& table, bool method_is_known) {
  using Methods = MethodsOf<Plan>;
  const Methods* own = method_to_change(plan);
  const TomlEntry* entry =
      own != nullptr ? table.find("method") : table.require("method", one_of(names_of_alternatives<Methods>()));
  KeyList allowed{"method"};
  std::optional<Methods> method;
  if (entry != nullptr) {
    method = read_method<Methods>(*entry, entry->value, table, allowed);
  } else if (own != nullptr && method_is_known) {
    method = *own;
    change_parameters(*method, table, allowed);
  }
  if (!method) return;
  table.allow_only(allowed);
  plan.by_node.emplace_back(node, *std::move(method));
}

template <class Plan>
void read_exceptions(Plan& plan, const TableReader& table, bool method_is_known) {
  const TomlEntry* entry = table.find("for");
  if (entry == nullptr) return;
  const auto* nodes = std::get_if<TomlTable>(&entry->value.data);
  if (nodes == nullptr) return table.report_type(*entry, "sections [step.for.NODE]");
  for (const TomlEntry& node : *nodes) {
    const auto* parameters = std::get_if<TomlTable>(&node.value.data);
    if (parameters == nullptr) {
      table.report_type(node, "a section [step.for." + node.key + "]");
    } else if (std::ranges::find(plan.by_node, node.key, [](const auto& one) { return one.first; }) !=
               plan.by_node.end()) {
      table.problems().add(Diagnostic{.code = Code::DuplicateKey,
                                      .found = "a second method for " + podium::quoted(node.key),
                                      .expected = "one, in 'method' or in a section [step.for." + node.key + "]",
                                      .place = node.place});
    } else {
      read_exception(plan, node.key, TableReader(*parameters, node.value.place, table.problems()), method_is_known);
    }
  }
}

/// The step's methods; whether all of them are known.
template <class Described>
bool read_methods(Described& step, const TableReader& table, KeyList& allowed) {
  using Plan = decltype(step.method);
  allowed.emplace_back("method");
  const TomlEntry* entry = table.require("method", one_of(names_of_alternatives<MethodsOf<Plan>>()));
  bool are_known = entry != nullptr && read_plan(step.method, *entry, table, allowed);
  if constexpr (HasExceptions<Plan>) {
    allowed.emplace_back("for");
    read_exceptions(step.method, table, are_known);
  }
  if constexpr (requires { step.then; }) {
    allowed.emplace_back("then");
    if (const TomlEntry* second = table.find("then")) {
      step.then = read_method<MethodsOf<Plan>>(*second, second->value, table, allowed);
      are_known = are_known && step.then;
    }
  }
  return are_known;
}

template <class Described>
void read_step(Described& step, const TableReader& table) {
  KeyList allowed{"op"};
  bool method_is_known = true;
  if constexpr (HasMethods<Described>) method_is_known = read_methods(step, table, allowed);
  add_parameter_names<Described>(allowed);
  read_parameters(step, table);
  // Which other keys there are depends on the method.
  if (method_is_known) table.allow_only(allowed);
}

std::optional<Step> read_any_step(const TableReader& table) {
  const KeyList names = names_of_alternatives<Step>();
  const TomlEntry* op = table.require("op", one_of(names));
  if (op == nullptr) return std::nullopt;
  const auto* name = std::get_if<std::string>(&op->value.data);
  if (name == nullptr) {
    table.report_type(*op, one_of(names));
    return std::nullopt;
  }
  std::optional<Step> step = alternative_named<Step>(*name);
  if (!step) {
    Diagnostic problem = not_among(Code::UnknownOperation, "op", *name, names);
    problem.place = op->value.place;
    table.problems().add(std::move(problem));
    return std::nullopt;
  }
  std::visit([&](auto& described) { read_step(described, table); }, *step);
  return step;
}

}  // namespace

std::optional<Step> read_step(const TomlTable& step, const Place& place, Problems& problems) {
  const std::size_t before = problems.count();
  std::optional<Step> read = read_any_step(TableReader(step, place, problems));
  return problems.count() > before ? std::nullopt : std::move(read);
}

std::vector<std::string_view> parameters_of_step(const Step& step) {
  KeyList names;
  std::visit([&]<class Described>(const Described&) { add_parameter_names<Described>(names); }, step);
  return names;
}

std::optional<Recipe> read_recipe(const TomlArray& steps, Problems& problems) {
  const std::size_t before = problems.count();
  Recipe recipe;
  for (const TomlValue& value : steps) {
    const auto* table = std::get_if<TomlTable>(&value.data);
    if (table == nullptr) continue;
    if (std::optional<Step> step = read_any_step(TableReader(*table, value.place, problems))) {
      recipe.steps.push_back(*std::move(step));
    }
  }
  if (problems.count() > before) return std::nullopt;
  return recipe;
}

}  // namespace podium
