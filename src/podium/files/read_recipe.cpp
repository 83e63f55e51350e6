#include "podium/files/read_recipe.hpp"

#include <algorithm>
#include <type_traits>

#include "podium/files/table_reader.hpp"

namespace podium {
namespace {

using WordList = std::vector<std::string_view>;

template <class Variant>
WordList names_of_alternatives() {
  WordList names;
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
void add_parameter_names(WordList& names) {
  for_each_parameter<Described>([&](const auto& parameter) {
    if (std::ranges::find(names, parameter.name) == names.end()) names.push_back(parameter.name);
  });
}

template <class Enum>
void set_member(Enum& member, const TomlEntry& entry, const TableReader& table) {
  const auto* word = std::get_if<std::string>(&entry.value.data);
  WordList words;
  for (const auto& [text, value] : Words<Enum>::list) {
    if (word != nullptr && text == *word) {
      member = value;
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
    auto& member = described.*parameter.member;
    using Type = std::remove_reference_t<decltype(member)>;
    const TomlEntry* entry = table.find(parameter.name);
    if (entry == nullptr) return;
    if constexpr (std::is_enum_v<Type>) {
      set_member(member, *entry, table);
    } else {
      if (std::optional<Type> value = table.get<Type>(parameter.name)) member = *std::move(value);
    }
  });
}

/// Reads the names of methods and their parameters, which stand in the step's own table.
template <class Variant>
class MethodReader {
 public:
  MethodReader(const TableReader& table, WordList& allowed) : table_(table), allowed_(allowed) {}

  std::optional<Variant> read(const TomlEntry& entry, const TomlValue& value) {
    const auto* name = std::get_if<std::string>(&value.data);
    const WordList names = names_of_alternatives<Variant>();
    if (name == nullptr) {
      table_.report_type({entry.key, entry.place, value}, one_of(names));
      return std::nullopt;
    }
    std::optional<Variant> method = alternative_named<Variant>(*name);
    if (!method) {
      Diagnostic problem = not_among(Code::UnknownMethod, "method", *name, names);
      problem.place = value.place;
      table_.problems().add(std::move(problem));
      return std::nullopt;
    }
    std::visit(
        [&]<class Method>(Method& chosen) {
          add_parameter_names<Method>(allowed_);
          read_parameters(chosen, table_);
        },
        *method);
    return method;
  }

 private:
  const TableReader& table_;
  WordList& allowed_;
};

/// One method for all.
template <class... Methods>
bool read_method(std::variant<Methods...>& method, const TomlEntry& entry, const TableReader& table,
                 WordList& allowed) {
  auto read = MethodReader<std::variant<Methods...>>(table, allowed).read(entry, entry.value);
  if (read) method = *std::move(read);
  return read.has_value();
}

/// "a", ["a", "b"] by level from the indicators' parents up, or { default = "a", node = "b" }.
bool read_method(AggregatePlan& plan, const TomlEntry& entry, const TableReader& table, WordList& allowed) {
  MethodReader<AggregateMethod> reader(table, allowed);
  bool is_complete = true;
  const auto read = [&](const TomlValue& value, const auto& use) {
    if (const std::optional<AggregateMethod> method = reader.read(entry, value)) {
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

std::string expected_methods(const AggregatePlan&) { return one_of(names_of_alternatives<AggregateMethod>()); }
template <class... Methods>
std::string expected_methods(const std::variant<Methods...>&) {
  return one_of(names_of_alternatives<std::variant<Methods...>>());
}

template <class Described>
void read_step(Described& step, const TableReader& table) {
  WordList allowed{"op"};
  bool method_is_known = true;
  if constexpr (HasMethods<Described>) {
    allowed.emplace_back("method");
    const TomlEntry* entry = table.require("method", expected_methods(step.method));
    method_is_known = entry != nullptr && read_method(step.method, *entry, table, allowed);
  }
  add_parameter_names<Described>(allowed);
  read_parameters(step, table);
  // Which other keys there are depends on the method.
  if (method_is_known) table.allow_only(allowed);
}

std::optional<Step> read_any_step(const TableReader& table) {
  const WordList names = names_of_alternatives<Step>();
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
