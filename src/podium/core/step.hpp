#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <vector>

#include "podium/core/hierarchy.hpp"
#include "podium/core/method.hpp"
#include "podium/core/panel.hpp"
#include "podium/core/solvers.hpp"
#include "podium/core/unit_groups.hpp"

namespace podium {

/// What a recipe is checked against beside the hierarchy, and run with.
struct RecipeSetting {
  std::span<const std::string> units{};  ///< codes that steps may name
  UnitGroups groups{};                   ///< of the panel's units, in the panel's order
  Solvers solvers{};
};

struct Aggregate;

/// What every step sees beside the panel.
struct StepContext {
  const Hierarchy& hierarchy;
  std::size_t number;                    ///< of the step in the recipe, from 1
  const UnitGroups* groups = nullptr;    ///< of the panel's units; null: there are none
  const Aggregate* aggregate = nullptr;  ///< how the recipe combines scores, for steps that look ahead; may be null
  Solvers solvers{};
};

/// A step that offers a choice of methods.
template <class Step>
concept HasMethods = requires(const Step& step) { step.method; };

/// A method or step that can judge its own parameters.
template <class Described>
concept Checkable = requires(const Described& described) {
  { described.check() } -> std::same_as<std::optional<Problem>>;
};

/// A method or step that can judge how it fits the index: names that it refers to, what it needs of the indicators, a
/// solver. `check_in` returns errors and warnings, located with `locate`.
template <class Described>
concept CheckableIn = requires(const Described& described, const StepContext& context, const RecipeSetting& setting) {
  { described.check_in(context, setting) } -> std::same_as<Diagnostics>;
};

template <class Described>
Diagnostics problems_in(const Described& described, const StepContext& context, const RecipeSetting& setting) {
  if constexpr (CheckableIn<Described>) return described.check_in(context, setting);
  return {};
}

template <class Described>
std::optional<Problem> problem_of(const Described& described) {
  if constexpr (Checkable<Described>) return described.check();
  return std::nullopt;
}

/// The indicators at or below the nodes of `only` (all indicators if it is empty) and not at or below those of
/// `except`, in the hierarchy's order.
std::vector<Series> select_indicators(const Hierarchy& hierarchy, const std::vector<std::string>& only,
                                      const std::vector<std::string>& except = {});

/// Calls visit(first, count, period) for each pool of a series: its periods one by one, or all cells at once.
/// `first` and `count` are a stretch of the series' block; `period` is the period's text, empty over the panel.
template <class Visit>
void for_each_pool(const Panel& panel, Over over, Visit&& visit) {
  const std::size_t units = panel.units().size();
  if (over == Over::Panel) return visit(std::size_t{0}, units * panel.periods().size(), std::string());
  for (const Time time : all_periods(panel)) visit(at(time) * units, units, to_text(panel.period(time)));
}

/// A problem with its place in the recipe and the index.
Diagnostic locate(Problem problem, const StepContext& context, std::string node, std::string period = {},
                  std::string unit = {});

}  // namespace podium
