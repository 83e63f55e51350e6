#pragma once

#include <string>
#include <vector>

#include "podium/core/method.hpp"

/// Weights by the judgement of people, as a recipe writes them down.
namespace podium {

/// `preferred` is `times` as important as `other`, its sibling; times is 1/9 to 9 on Saaty's scale.
struct Comparison {
  std::string preferred;
  std::string other;
  double times = 1;

  bool operator==(const Comparison&) const = default;
};

/// How one expert divides points among siblings.
struct ExpertBudget {
  std::string expert;
  NodeValues points;

  bool operator==(const ExpertBudget&) const = default;
};

}  // namespace podium
