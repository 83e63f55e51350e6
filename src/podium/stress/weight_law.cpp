#include "podium/stress/weight_law.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "podium/core/math.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/statistics/distributions.hpp"
#include "podium/stress/random.hpp"

namespace podium {
namespace {

/// Exchanges of shares between two components before a point is taken, for each component: enough for the chain to
/// forget its start (see tests/stress/weight_law_test.cpp, which compares with known distributions).
constexpr std::size_t kExchanges = 40;

bool is_pillar(const Hierarchy& hierarchy, Series node) {
  return !hierarchy.is_indicator(node) && hierarchy.parent(node).has_value();
}

bool is_named(const VaryWeights& factor, const Hierarchy& hierarchy, Series node) {
  return std::ranges::any_of(factor.at, [&](const std::string& word) {
    if (word == "indicator") return hierarchy.is_indicator(node);
    if (word == "pillar") return is_pillar(hierarchy, node);
    return word == hierarchy.node(node).id;
  });
}

Diagnostics unknown_words(const VaryWeights& factor, const Hierarchy& hierarchy) {
  std::vector<std::string_view> known{"indicator", "pillar"};
  for (const Series node : Positions<Series>(hierarchy.size())) {
    if (hierarchy.parent(node)) known.emplace_back(hierarchy.node(node).id);
  }
  Diagnostics problems;
  for (const std::string& word : factor.at) {
    if (std::ranges::find(known, word) == known.end()) {
      problems.push_back(not_among(Code::UnknownNode, "node", word, known));
    }
  }
  return problems;
}

std::optional<Problem> problem_of_parameters(const VaryWeights& factor) {
  if (!(factor.spread >= 0 && factor.spread <= 1)) {
    return Problem{Code::InvalidValue, "spread " + quoted_number(factor.spread), "a share between 0 and 1"};
  }
  if (!(factor.concentration > 0) || !std::isfinite(factor.concentration)) {
    return Problem{Code::InvalidValue, "concentration " + quoted_number(factor.concentration),
                   "a finite number above 0"};
  }
  if (factor.law != WeightLaw::Simplex && !(factor.order.empty() && factor.limits.empty())) {
    return Problem{Code::InvalidValue, "order or limits", "the law 'simplex', which obeys them"};
  }
  return std::nullopt;
}

Diagnostic as_diagnostic(Problem problem) {
  return {.code = problem.code, .found = std::move(problem.found), .expected = std::move(problem.expected)};
}

/// rows . shares <= limits for the components `names` of one parent; says which words of the factor it used.
struct Constraints {
  std::vector<double> rows;
  std::vector<double> limits;

  void add(std::vector<double> row, double limit) {
    rows.insert(rows.end(), row.begin(), row.end());
    limits.push_back(limit);
  }
};

Constraints constraints_of(const VaryWeights& factor, const std::vector<std::string_view>& names) {
  Constraints constraints;
  const std::size_t count = names.size();
  const auto position = [&](const std::string& id) {
    return static_cast<std::size_t>(std::ranges::find(names, id) - names.begin());
  };
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<double> row(count, 0);
    row[i] = -1;
    constraints.add(row, 0);
  }
  for (const auto& [id, limits] : factor.limits) {
    const std::size_t i = position(id);
    if (i == count) continue;
    std::vector<double> row(count, 0);
    row[i] = 1;
    constraints.add(row, limits.second);
    row[i] = -1;
    constraints.add(row, -limits.first);
  }
  for (std::size_t k = 0; k + 1 < factor.order.size(); ++k) {
    const std::size_t heavier = position(factor.order[k]);
    const std::size_t lighter = position(factor.order[k + 1]);
    if (heavier == count || lighter == count) continue;
    std::vector<double> row(count, 0);
    row[heavier] = -1;
    row[lighter] = 1;
    constraints.add(row, 0);
  }
  return constraints;
}

/// The centre of the largest ball within the shares that obey the constraints and sum to one; empty if there is none
/// with a radius (Chebyshev centre, in the plane of that sum).
std::vector<double> centre_of(const Constraints& constraints, std::size_t count, const Solvers& solvers) {
  constexpr double kSmallestRadius = 1e-9;
  LinearProgram program;
  program.objective.assign(count + 1, 0);
  program.objective.back() = 1;
  for (std::size_t r = 0; r < constraints.limits.size(); ++r) {
    const std::span<const double> row = std::span(constraints.rows).subspan(r * count, count);
    const double mean = std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(count);
    double squares = 0;
    for (const double each : row) squares += (each - mean) * (each - mean);
    program.rows.insert(program.rows.end(), row.begin(), row.end());
    program.rows.push_back(std::sqrt(squares));
    program.limits.push_back(constraints.limits[r]);
  }
  for (const double sign : {1.0, -1.0}) {
    program.rows.insert(program.rows.end(), count, sign);
    program.rows.push_back(0);
    program.limits.push_back(sign);
  }
  program.lower.assign(count + 1, 0);
  program.upper.assign(count + 1, 1);
  Optimum found = solvers.maximise(program);
  if (found.state != Optimum::State::Found || found.point.back() < kSmallestRadius) return {};
  found.point.pop_back();
  return std::move(found.point);
}

}  // namespace

Result<WeightSampler> WeightSampler::make(const VaryWeights& factor, const Hierarchy& hierarchy,
                                          std::span<const double> published, const Solvers& solvers) {
  Diagnostics problems = unknown_words(factor, hierarchy);
  if (auto problem = problem_of_parameters(factor)) problems.push_back(as_diagnostic(*std::move(problem)));
  if (!problems.empty()) return problems;
  WeightSampler sampler;
  sampler.law_ = factor.law;
  sampler.spread_ = factor.spread;
  sampler.concentration_ = factor.concentration;
  const bool is_constrained = !factor.order.empty() || !factor.limits.empty();
  for (const Series parent : hierarchy.aggregates()) {
    Siblings siblings{.first = sampler.nodes_.size(), .count = 0};
    std::vector<std::string_view> names;
    for (const Series child : hierarchy.children(parent)) {
      if (!(published[at(child)] > 0) || !is_named(factor, hierarchy, child)) continue;
      sampler.nodes_.push_back(child);
      sampler.published_.push_back(published[at(child)]);
      siblings.total += published[at(child)];
      names.emplace_back(hierarchy.node(child).id);
      ++siblings.count;
    }
    if (siblings.count == 0) continue;
    if (is_constrained && siblings.count > 1) {
      if (solvers.maximise == nullptr) {
        return as_diagnostic({Code::MissingSolver, "no solver for linear programs", "one, to keep limits and orders"});
      }
      Constraints constraints = constraints_of(factor, names);
      siblings.centre = centre_of(constraints, siblings.count, solvers);
      if (siblings.centre.empty()) {
        Diagnostic problem =
            as_diagnostic({Code::InvalidValue, "limits and orders that leave no room", "some that weights can obey"});
        problem.subject.node = hierarchy.node(parent).id;
        return problem;
      }
      siblings.rows = std::move(constraints.rows);
      siblings.row_limits = std::move(constraints.limits);
    }
    sampler.coordinates_ += siblings.centre.empty() ? siblings.count : 1;
    sampler.siblings_.push_back(std::move(siblings));
  }
  return sampler;
}

void WeightSampler::draw(const Coordinates& coordinates, std::span<double> weights) const {
  std::size_t first = 0;
  const Coordinates rest = [&](std::size_t i) { return coordinates(first + i); };
  for (const Siblings& siblings : siblings_) {
    const std::span<double> own = weights.subspan(siblings.first, siblings.count);
    if (law_ == WeightLaw::Spread) {
      for (std::size_t i = 0; i < own.size(); ++i) {
        own[i] = spread_weight(published_[siblings.first + i], rest(i));
      }
    } else if (siblings.centre.empty()) {
      draw_gamma(siblings, rest, own);
    } else {
      draw_within(siblings, rest(0), own);
    }
    first += siblings.centre.empty() ? siblings.count : 1;
  }
}

/// Gamma variables over their sum are Dirichlet distributed; of shape 1 they are the negative logarithms of uniform
/// ones, and all shares are equally likely.
void WeightSampler::draw_gamma(const Siblings& siblings, const Coordinates& coordinates,
                               std::span<double> weights) const {
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double share = published_[siblings.first + i] / siblings.total;
    weights[i] = law_ == WeightLaw::Simplex ? -natural_logarithm(coordinates(i))
                                            : gamma_quantile(concentration_ * share, coordinates(i));
    sum += weights[i];
  }
  for (double& weight : weights) weight *= siblings.total / sum;
}

/// From the centre, again and again: two components exchange a share, as much as the constraints allow, all amounts
/// equally likely (hit-and-run along edges of the simplex: Smith, 1984, Operations Research 32(6)).
void WeightSampler::draw_within(const Siblings& siblings, double key, std::span<double> weights) const {
  const auto seed = static_cast<std::uint64_t>(key * 0x1p32);
  const std::size_t count = siblings.count;
  const auto pick = [count](double u, std::size_t of) {
    return std::min(static_cast<std::size_t>(u * static_cast<double>(of)), of - 1) % count;
  };
  std::vector<double> shares = siblings.centre;
  for (std::uint64_t step = 0; step < kExchanges * count; ++step) {
    const std::size_t to = pick(uniform(seed, step, 0), count);
    const std::size_t from = (to + 1 + pick(uniform(seed, step, 1), count - 1)) % count;
    double least = -1;
    double most = 1;
    for (std::size_t r = 0; r < siblings.row_limits.size(); ++r) {
      const std::span<const double> row = std::span(siblings.rows).subspan(r * count, count);
      const double slope = row[to] - row[from];
      if (slope == 0) continue;
      const double room = siblings.row_limits[r] - std::inner_product(row.begin(), row.end(), shares.begin(), 0.0);
      if (slope > 0) most = std::min(most, room / slope);
      if (slope < 0) least = std::max(least, room / slope);
    }
    if (!(least < most)) continue;
    const double amount = least + (most - least) * uniform(seed, step, 2);
    shares[to] += amount;
    shares[from] -= amount;
  }
  for (std::size_t i = 0; i < count; ++i) weights[i] = std::max(shares[i], 0.0) * siblings.total;
}

}  // namespace podium
