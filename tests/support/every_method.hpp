#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "podium/core/run.hpp"

#include "support/world.hpp"

/// Every method there is, and every one that joins a family, in a recipe that can be run on a random index: the
/// alternatives of the families' variants are gone through one by one. Methods that need an optimiser are passed over.
namespace podium::testing {

// Parameters where the method alone makes none.

template <class Method>
void prepare(Method&) {}
inline void prepare(DistanceToReference& method) { method.reference = "B"; }
inline void prepare(FractionOfMax& method) { method.reversed = true; }
inline void prepare(Bands& method) { method.cuts = {100, 900, 2000}; }
inline void prepare(ImputeGroupMean& method) { method.group = "region"; }
inline void prepare(ImputeGroupMedian& method) { method.group = "region"; }
inline void prepare(ImputeConstant& method) { method.value = 7; }
inline void prepare(ImputeRegression& method) { method.unpredicted = Unpredicted::Gap; }
/// Blocks with fewer indicators than units, and rounds until nothing moves that a comparison could see.
inline void prepare(ImputeExpectation& method) {
  method.level = 2;
  method.tolerance = 1e-13;
}
inline void prepare(GivenWeights& method) { method.weights = {{"p", 3}, {"e", 2}, {"g", 0}}; }
inline void prepare(WeightSet& method) {
  method.set = "other";
  method.weights = {{"q", 0.5}, {"f", 7}};
}
inline void prepare(AhpWeights& method) {
  method.comparisons = {{"e", "f", 3}, {"f", "g", 2}, {"e", "g", 5}, {"p", "q", 4}};
}
inline void prepare(BudgetWeights& method) {
  method.experts = {{"one", {{"e", 50}, {"f", 30}, {"g", 20}}}, {"two", {{"e", 10}, {"g", 61}, {"r", 2}, {"s", 1}}}};
}
inline void prepare(OrderedAverage& method) { method.order_weights = {3, 2, 1}; }

/// By how much results may differ, as a share of the largest figure beside them, when what a method adds up comes in
/// another order; 0: not by a bit. A sum of n figures is off by n 2^-53 of their sizes at most, here n is below 50, and
/// a method takes few sums one after the other: 1e-12 is a hundred times what that makes. The figures themselves are
/// whole numbers, whose sums are exact. A method without an entry is held to the last bit.
struct Rounding {
  double units = 0;
  double nodes = 0;
};
inline constexpr double kSums = 1e-12;
/// Principal components, least squares and rounds of expectation and maximisation raise the rounding of the sums by the
/// condition of their equations, up to a hundred for these figures.
inline constexpr double kEquations = 1e-10;
/// The likelihood is flat at its top: half of the digits of the power are lost.
inline constexpr double kFlatTop = 1e-6;

template <class Method>
inline constexpr Rounding kRounding{};
template <>
inline constexpr Rounding kRounding<ZScore>{.units = kSums};
template <>
inline constexpr Rounding kRounding<ImputeRow>{.nodes = kSums};
template <>
inline constexpr Rounding kRounding<ImputeRegression>{.units = kEquations};
template <>
inline constexpr Rounding kRounding<ImputeExpectation>{.units = kEquations, .nodes = kEquations};
template <>
inline constexpr Rounding kRounding<BoxCox>{.units = kFlatTop};
template <>
inline constexpr Rounding kRounding<PcaWeights>{.units = kEquations, .nodes = kEquations};
template <>
inline constexpr Rounding kRounding<EntropyWeights>{.units = kSums, .nodes = kSums};
template <>
inline constexpr Rounding kRounding<CriticWeights>{.units = kSums, .nodes = kSums};
template <>
inline constexpr Rounding kRounding<AhpWeights>{.nodes = kSums};
template <>
inline constexpr Rounding kRounding<Arithmetic>{.nodes = kSums};
template <>
inline constexpr Rounding kRounding<Geometric>{.nodes = kSums};
template <>
inline constexpr Rounding kRounding<Harmonic>{.nodes = kSums};
template <>
inline constexpr Rounding kRounding<PowerMean>{.nodes = kSums};
template <>
inline constexpr Rounding kRounding<MazziottaPareto>{.nodes = kSums};

/// A recipe with the method, and after how many of its steps one looks.
struct Trial {
  std::vector<Step> steps;
  std::size_t count;
};

inline Trial trial_of(const ImputeMethod& method) { return {{Impute{.method = method}, Normalise{}, Aggregate{}}, 1}; }
/// On every indicator, and not content before the distribution is almost even: no shape lies at these limits.
inline Trial trial_of(const TreatMethod& method) {
  const Treat step{.method = method, .skewness = 0.1234567, .kurtosis = -0.7654321, .when = TreatWhen::Always};
  return {{step, Normalise{}, Aggregate{}}, 1};
}
inline Trial trial_of(const NormaliseMethod& method) { return {{Normalise{.method = method}, Aggregate{}}, 1}; }
inline Trial trial_of(const WeightMethod& method) {
  return {{Normalise{.method = MinMax{{1, 100}}}, WeightStep{.method = method}, Aggregate{}}, 2};
}
/// Scores of which the best is half as much again as the worst: no method refuses them, whatever stands below a node.
inline constexpr Bounds kBalanced{80, 120};
inline Trial trial_of(const AggregateMethod& method, MissingRule missing = MissingRule::Reweight) {
  const Aggregate last{.method = {.otherwise = method}, .missing = missing};
  return {{Normalise{.method = MinMax{kBalanced}}, last}, 2};
}

/// Whether a method can do nothing without an optimiser.
template <class Family, class Method>
bool needs_solver(const Method& method) {
  const World world = {.nodes = {root(), indicator("x")}, .units = {"A"}, .regions = {""}, .figures = {}};
  const Result<CheckedRecipe> recipe = recipe_in(world, trial_of(Family(method)).steps);
  return !recipe && std::ranges::any_of(recipe.diagnostics(),
                                        [](const Diagnostic& problem) { return problem.code == Code::MissingSolver; });
}

/// A property of all methods of a family, for random indices: property(method) says whether the method took the
/// figures, as it nearly always should.
template <class Family, class Property>
void check_every(const std::string& name, const Property& property) {
  Alternatives<Family>::for_each([&]<class Method>() {
    Method method;
    prepare(method);
    if (needs_solver<Family>(method)) return;
    const std::string title = std::string(Method::doc.name) + ": " + name;
    CAPTURE(title);
    int taken = 0;
    CHECK(rc::check(title, [&] { taken += property(method) ? 1 : 0; }));
    CHECK(taken >= 90);
  });
}

}  // namespace podium::testing
