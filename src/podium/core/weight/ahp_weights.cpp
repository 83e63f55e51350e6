#include "podium/core/weight/ahp_weights.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace podium {
namespace {

/// Mean consistency index of random comparisons of 1 to 15 components (Saaty 1980, page 21).
constexpr std::array kRandomIndex = {0.0,  0.0,  0.58, 0.90, 1.12, 1.24, 1.32, 1.41,
                                     1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};

/// "0.111" is meant as 1/9.
constexpr double kLeastTimes = 0.11;
constexpr double kMostTimes = 9.1;

std::optional<std::size_t> position_of(std::span<const std::string> ids, const std::string& id) {
  const auto found = std::ranges::find(ids, id);
  if (found == ids.end()) return std::nullopt;
  return static_cast<std::size_t>(found - ids.begin());
}

bool compares(const Comparison& comparison, const std::string& a, const std::string& b) {
  return (comparison.preferred == a && comparison.other == b) || (comparison.preferred == b && comparison.other == a);
}

std::vector<std::string> ids_of_components(const Hierarchy& hierarchy, Series node) {
  std::vector<std::string> ids;
  for (const Series child : hierarchy.children(node)) ids.push_back(hierarchy.node(child).id);
  return ids;
}

/// Matrix times vector, and the sum of its entries.
double multiply(const Matrix& matrix, const std::vector<double>& vector, std::vector<double>& product) {
  double sum = 0;
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    product[i] = std::inner_product(vector.begin(), vector.end(), matrix.row(i).begin(), 0.0);
    sum += product[i];
  }
  return sum;
}

}  // namespace

Priorities priorities_of(std::span<const std::string> siblings, std::span<const Comparison> comparisons) {
  const std::size_t count = siblings.size();
  Matrix matrix(count, count);
  for (std::size_t i = 0; i < count; ++i) matrix(i, i) = 1;
  for (const Comparison& comparison : comparisons) {
    const std::optional<std::size_t> preferred = position_of(siblings, comparison.preferred);
    const std::optional<std::size_t> other = position_of(siblings, comparison.other);
    if (!preferred || !other) continue;
    matrix(*preferred, *other) = comparison.times;
    matrix(*other, *preferred) = 1 / comparison.times;
  }
  // All entries are positive, so repeated multiplication leads to the principal eigenvector (Perron).
  constexpr int kRounds = 10'000;
  constexpr double kPrecision = 1e-15;
  std::vector<double> weights(count, 1 / static_cast<double>(count));
  std::vector<double> product(count, 0);
  double eigenvalue = 0;
  for (int round = 0; round < kRounds; ++round) {
    eigenvalue = multiply(matrix, weights, product);
    double change = 0;
    for (std::size_t i = 0; i < count; ++i) {
      change = std::max(change, std::abs(product[i] / eigenvalue - weights[i]));
      weights[i] = product[i] / eigenvalue;
    }
    if (change < kPrecision) break;
  }
  Priorities priorities{.weights = std::move(weights), .eigenvalue = eigenvalue};
  if (count >= 3 && count <= kRandomIndex.size()) {
    const auto n = static_cast<double>(count);
    priorities.consistency_ratio = std::max(0.0, (eigenvalue - n) / (n - 1) / kRandomIndex[count - 1]);
  }
  return priorities;
}

std::optional<Problem> AhpWeights::check() const {
  if (comparisons.empty())
    return Problem{Code::MissingKey, "no comparisons", "a comparison for each pair of components"};
  for (const Comparison& comparison : comparisons) {
    const std::string pair = quoted(comparison.preferred) + " with " + quoted(comparison.other);
    if (comparison.preferred == comparison.other) {
      return Problem{Code::InvalidValue, "a comparison of " + pair, "two different components"};
    }
    if (!(comparison.times >= kLeastTimes && comparison.times <= kMostTimes)) {
      return Problem{Code::InvalidValue, "times " + quoted_number(comparison.times) + " in the comparison of " + pair,
                     "a number from 1/9 to 9"};
    }
  }
  return std::nullopt;
}

std::vector<std::string> AhpWeights::named() const {
  std::vector<std::string> ids;
  for (const Comparison& comparison : comparisons) {
    for (const std::string& id : {comparison.preferred, comparison.other}) {
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
  }
  return ids;
}

Diagnostics AhpWeights::check_in(const StepContext& context, const RecipeSetting&) const {
  Diagnostics problems;
  std::size_t placed = 0;
  const Hierarchy& hierarchy = context.hierarchy;
  for (const Series node : hierarchy.aggregates()) {
    const std::vector<std::string> ids = ids_of_components(hierarchy, node);
    std::vector<std::string> pairs;
    std::size_t found = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      for (std::size_t k = i + 1; k < ids.size(); ++k) {
        const auto times = static_cast<std::size_t>(std::ranges::count_if(
            comparisons, [&](const Comparison& comparison) { return compares(comparison, ids[i], ids[k]); }));
        found += times;
        if (times == 1) continue;
        pairs.push_back(quoted(ids[i]) + " with " + quoted(ids[k]) + (times == 0 ? " never" : " more than once"));
      }
    }
    placed += found;
    if (found == 0) continue;
    const std::string& id = hierarchy.node(node).id;
    if (ids.size() > kRandomIndex.size()) {
      problems.push_back(locate({Code::TooLarge, std::to_string(ids.size()) + " components to compare",
                                 "at most " + std::to_string(kRandomIndex.size())},
                                context, id));
      continue;
    }
    for (const std::string& pair : pairs) {
      problems.push_back(locate({Code::IncompleteComparisons, pair, "one comparison of each pair"}, context, id));
    }
    if (!pairs.empty()) continue;
    const double ratio = priorities_of(ids, comparisons).consistency_ratio;
    if (ratio <= kTolerableRatio) continue;
    problems.push_back(locate(
        {Code::InconsistentComparisons, "a consistency ratio of " + fixed(ratio, 3), "0.1 or less"}, context, id));
    problems.back().severity = Severity::Warning;
  }
  if (placed < comparisons.size()) {
    for (const Comparison& comparison : comparisons) {
      const std::optional<Series> a = hierarchy.find(comparison.preferred);
      const std::optional<Series> b = hierarchy.find(comparison.other);
      if (!a || !b || hierarchy.parent(*a) == hierarchy.parent(*b)) continue;
      problems.push_back(
          locate({Code::InvalidValue, "a comparison with " + quoted(comparison.other), "a component of the same node"},
                 context, comparison.preferred));
    }
  }
  return problems;
}

Weighed AhpWeights::judge(const Siblings& siblings) const {
  const auto is_sibling = [&](const std::string& id) { return position_of(siblings.ids, id).has_value(); };
  if (std::ranges::none_of(comparisons, [&](const Comparison& c) { return is_sibling(c.preferred); })) return {};
  return {.weights = priorities_of(siblings.ids, comparisons).weights};
}

}  // namespace podium
