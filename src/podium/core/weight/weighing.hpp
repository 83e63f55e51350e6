#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "podium/core/linear_algebra.hpp"
#include "podium/core/method.hpp"
#include "podium/core/number_text.hpp"

/// What a method of weighting is asked. A method of judgement answers from its parameters:
///   Weighed judge(const Siblings&) const;
///   std::vector<std::string> named() const;     optional: the components that its parameters name
/// A method that reads the figures answers from the scores of one node's components:
///   Weighed weigh(const ScoreTable&) const;
///   std::size_t least_observations(std::size_t components) const;
/// A method that searches for weights tries them out on the index itself:
///   SearchGoal goal(...), see search.hpp
namespace podium {

/// The components of one node with the weights in force in one period; those of weight 0 do not count.
struct Siblings {
  std::span<const std::string> ids;
  std::span<const double> weights;
};

/// Scores of the components of one node that count: a row for each component, a column for each unit (of one period,
/// or of all) that has them all. At least two rows, none of them constant.
struct ScoreTable {
  std::span<const std::string> ids;
  Matrix scores;
};

/// What is wrong with the weighing of a node, with one of its components, or with one unit's score of that component.
struct WeightProblem {
  Problem problem;
  std::optional<std::size_t> component{};
  std::optional<std::size_t> observation{};
};

/// Weights of the components in their order; empty: they stay as they are.
struct Weighed {
  std::vector<double> weights{};
  std::vector<WeightProblem> problems{};
};

/// The number of a node in a list of nodes and numbers; nothing if it is not there.
const double* find_number(const NodeValues& values, const std::string& id);

/// The nodes of the list.
std::vector<std::string> ids_of(const NodeValues& values);

/// Nothing, or the first number that is no weight: negative or not finite.
std::optional<Problem> check_weights(const NodeValues& weights, std::string_view what);

/// Pearson's, of every row with every other; ones on the diagonal. No row is constant.
Matrix score_correlations(const Matrix& scores);

}  // namespace podium
