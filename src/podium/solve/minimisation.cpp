#include <algorithm>
#include <cassert>
#include <cmath>
#include <memory>

#include <nlopt.h>

#include "podium/solve/solvers.hpp"

namespace podium {
namespace {

constexpr std::size_t kStarts = 8;

/// Digit-reversed fraction of `index` in a prime base: the coordinates of a Halton point.
double radical_inverse(std::size_t index, std::size_t base) {
  double fraction = 0;
  double scale = 1;
  for (; index > 0; index /= base) {
    scale /= static_cast<double>(base);
    fraction += scale * static_cast<double>(index % base);
  }
  return fraction;
}

std::size_t prime(std::size_t number) {
  std::size_t candidate = 2;
  for (std::size_t found = 0;; ++candidate) {
    bool is_prime = true;
    for (std::size_t divisor = 2; divisor * divisor <= candidate; ++divisor) is_prime &= candidate % divisor != 0;
    if (is_prime && found++ == number) return candidate;
  }
}

/// The given start, then points that fill the box evenly.
std::vector<double> start_of(const Minimisation& problem, std::size_t number) {
  std::vector<double> point = problem.start;
  for (std::size_t i = 0; i < point.size(); ++i) {
    if (number > 0) {
      const double share = radical_inverse(number, prime(i));
      point[i] = problem.lower[i] + share * (problem.upper[i] - problem.lower[i]);
    }
    point[i] = std::clamp(point[i], problem.lower[i], problem.upper[i]);
  }
  return point;
}

double evaluate(unsigned count, const double* point, double*, void* data) {
  const auto& problem = *static_cast<const Minimisation*>(data);
  return problem.objective(std::span(point, count));
}

struct Freed {
  void operator()(nlopt_opt optimiser) const { nlopt_destroy(optimiser); }
};

/// One local search; moves `from` to where it ends.
Optimum search(const Minimisation& problem, nlopt_algorithm algorithm, Optimum from, std::size_t evaluations) {
  const auto count = static_cast<unsigned>(problem.start.size());
  const std::unique_ptr<nlopt_opt_s, Freed> optimiser(nlopt_create(algorithm, count));
  if (optimiser == nullptr) return from;
  // The library takes the data as a plain pointer; `evaluate` only reads it.
  auto* data = const_cast<Minimisation*>(&problem);
  nlopt_set_min_objective(optimiser.get(), evaluate, data);
  nlopt_set_lower_bounds(optimiser.get(), problem.lower.data());
  nlopt_set_upper_bounds(optimiser.get(), problem.upper.data());
  nlopt_set_xtol_rel(optimiser.get(), problem.tolerance);
  nlopt_set_xtol_abs1(optimiser.get(), problem.tolerance);
  nlopt_set_maxeval(optimiser.get(), static_cast<int>(std::min<std::size_t>(evaluations, 1'000'000'000)));
  std::vector<double> point = from.point;
  double value = 0;
  const nlopt_result outcome = nlopt_optimize(optimiser.get(), point.data(), &value);
  // Once rounding is all that is left to gain, the point stands.
  const bool has_ended = outcome > 0 || outcome == NLOPT_ROUNDOFF_LIMITED;
  if (!has_ended) return from;
  const auto state = outcome == NLOPT_MAXEVAL_REACHED ? Optimum::State::NotConverged : Optimum::State::Found;
  const double reached = problem.objective(point);
  if (reached > from.value) return {state, std::move(from.point), from.value};
  return {state, std::move(point), reached};
}

bool is_better(const Optimum& candidate, const Optimum& best) {
  const auto rank = [](const Optimum& optimum) { return optimum.state == Optimum::State::Found ? 0 : 1; };
  if (best.point.empty()) return true;
  if (rank(candidate) != rank(best)) return rank(candidate) < rank(best);
  return candidate.value < best.value;
}

}  // namespace

Optimum minimise_in_box(const Minimisation& problem) {
  assert(problem.lower.size() == problem.start.size() && problem.upper.size() == problem.start.size());
  Optimum best;
  for (std::size_t i = 0; i < problem.start.size(); ++i) {
    if (problem.lower[i] > problem.upper[i]) return {.state = Optimum::State::Infeasible};
  }
  if (problem.start.empty()) return {Optimum::State::Found, {}, problem.objective({})};
  const std::size_t share = std::max<std::size_t>(problem.evaluations / kStarts / 3, 1);
  for (std::size_t number = 0; number < kStarts; ++number) {
    Optimum found{.point = start_of(problem, number)};
    found.value = problem.objective(found.point);
    // Subspace searches find the valley, a simplex from there its floor.
    found = search(problem, NLOPT_LN_SBPLX, std::move(found), share);
    found = search(problem, NLOPT_LN_NELDERMEAD, std::move(found), share);
    found = search(problem, NLOPT_LN_SBPLX, std::move(found), share);
    if (is_better(found, best)) best = std::move(found);
  }
  return best;
}

}  // namespace podium
