#pragma once

#include <cmath>
#include <numbers>
#include <span>
#include <string>
#include <vector>

#include "podium/stress/sobol/estimators.hpp"
#include "podium/stress/sobol/sensitivity.hpp"

/// Functions of the unit cube whose Sobol' indices are known in closed form.
namespace podium::testing {

template <class Function>
SobolProblem problem_of(std::size_t coordinates, const Function& function) {
  SobolProblem problem{.coordinates = coordinates};
  for (std::uint32_t k = 0; k < coordinates; ++k) problem.factors.push_back({"x" + std::to_string(k + 1), {k}});
  problem.evaluate = [function](const PointBlock& block, std::span<double> values) {
    for (std::size_t i = 0; i < block.points; ++i) values[i] = function(block.point(i));
  };
  return problem;
}

struct KnownIndices {
  double mean = 0;
  double variance = 0;
  std::vector<FirstAndTotal> factors;
};

/// sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 on [-pi, pi]^3 (Ishigami and Homma, 1990).
inline double ishigami(std::span<const double> u) {
  const auto x = [&](std::size_t k) { return std::numbers::pi * (2 * u[k] - 1); };
  return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

inline KnownIndices ishigami_indices() {
  const double a = 7;
  const double b = 0.1;
  const double pi = std::numbers::pi;
  const double one = std::pow(1 + b * std::pow(pi, 4) / 5, 2) / 2;
  const double two = a * a / 8;
  const double one_and_three = b * b * std::pow(pi, 8) * 8 / 225;
  const double all = one + two + one_and_three;
  return {a / 2, all, {{one / all, (one + one_and_three) / all}, {two / all, two / all}, {0, one_and_three / all}}};
}

/// Product of (|4 u_k - 2| + a_k) / (1 + a_k) (Sobol', as in Saltelli and Sobol', 1995).
inline const std::vector<double>& g_parameters() {
  static const std::vector<double> a = {0, 1, 4.5, 9, 99, 99, 99, 99};
  return a;
}

inline double g_function(std::span<const double> u) {
  double product = 1;
  for (std::size_t k = 0; k < u.size(); ++k) {
    product *= (std::abs(4 * u[k] - 2) + g_parameters()[k]) / (1 + g_parameters()[k]);
  }
  return product;
}

/// The variance of the k-th of the function's terms.
inline double g_part(std::size_t k) { return 1 / (3 * std::pow(1 + g_parameters()[k], 2)); }

inline KnownIndices g_indices() {
  double product = 1;
  for (std::size_t k = 0; k < g_parameters().size(); ++k) product *= 1 + g_part(k);
  KnownIndices known{1, product - 1, {}};
  for (std::size_t k = 0; k < g_parameters().size(); ++k) {
    const double others = product / (1 + g_part(k));
    known.factors.push_back({g_part(k) / known.variance, g_part(k) * others / known.variance});
  }
  return known;
}

inline bool covers(const SobolIndex& index, double value) { return index.low <= value && value <= index.high; }

}  // namespace podium::testing
