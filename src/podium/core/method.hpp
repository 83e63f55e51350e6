#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "podium/core/diagnostic.hpp"

/// How steps and methods describe themselves. A step or method is a plain struct of its parameters with
///   static constexpr MethodDoc doc;                 what it is, for help and documentation
///   static constexpr auto parameters();             a tuple of Parameter: name, member, meaning
///   std::optional<Problem> check() const;           optional: what is wrong with the parameters by themselves
/// From this description recipes are read, checked, written and documented; nothing else lists a method's keys.
/// To add a method: one file with its struct, its name in the family's std::variant, a test, and its `doc`.
namespace podium {

struct MethodDoc {
  std::string_view name;     ///< as written in a recipe
  std::string_view summary;  ///< one sentence: what it does and when to use it
  std::string_view formula;
  std::string_view edge_cases;  ///< gaps, ties, constants, zeros
  std::string_view source;      ///< author, year, place
};

template <class Owner, class Value>
struct Parameter {
  std::string_view name;
  Value Owner::* member;
  std::string_view meaning;
};

template <class Owner, class Value>
constexpr Parameter<Owner, Value> parameter(std::string_view name, Value Owner::* member, std::string_view meaning) {
  return {name, member, meaning};
}

/// The closed list of words for an enumeration that a recipe may name; specialised beside the enumeration.
template <class Enum>
struct Words;

template <class Enum>
std::string_view to_word(Enum value) {
  for (const auto& [word, candidate] : Words<Enum>::list) {
    if (candidate == value) return word;
  }
  return {};
}

/// The pool of figures that a statistic is taken from: each period by itself, or all periods together (years
/// comparable).
enum class Over : std::uint8_t { Period, Panel };
template <>
struct Words<Over> {
  static constexpr std::array<std::pair<std::string_view, Over>, 2> list{
      {{"period", Over::Period}, {"panel", Over::Panel}}};
};

/// Which rank equal figures share.
enum class Ties : std::uint8_t { Smallest, Largest, Average };
template <>
struct Words<Ties> {
  static constexpr std::array<std::pair<std::string_view, Ties>, 3> list{
      {{"smallest", Ties::Smallest}, {"largest", Ties::Largest}, {"average", Ties::Average}}};
};

/// Numbers for some nodes, in the order of the recipe.
using NodeValues = std::vector<std::pair<std::string, double>>;

/// What a method cannot do with its parameters or with the figures at hand; the step adds where it happened.
struct Problem {
  Code code;
  std::string found;
  std::string expected;
};

/// Calls visit(parameter) for each parameter of a step or method.
template <class Described, class Visit>
constexpr void for_each_parameter(Visit&& visit) {
  std::apply([&](const auto&... parameters) { (visit(parameters), ...); }, Described::parameters());
}

/// Calls visit.template operator()<Method>() for each alternative of a family's variant, in order.
template <class Variant>
struct Alternatives;
template <class... Methods>
struct Alternatives<std::variant<Methods...>> {
  template <class Visit>
  static constexpr void for_each(Visit&& visit) {
    (visit.template operator()<Methods>(), ...);
  }
};

}  // namespace podium
