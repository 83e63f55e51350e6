#include "podium/core/aggregate/benefit_of_the_doubt.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace podium {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kResolution = 1e10;

/// The components that a unit has, each divided by its highest score, so that the program is well scaled.
std::vector<std::size_t> components_of(const AggregateTable& table, std::size_t unit) {
  std::vector<std::size_t> components;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!std::isnan(table.columns[i][unit])) components.push_back(i);
  }
  return components;
}

std::vector<double> highest_scores(const AggregateTable& table, std::span<const char> takes_part) {
  std::vector<double> highest;
  for (const std::span<const double> column : table.columns) {
    double most = 0;
    for (std::size_t unit = 0; unit < column.size(); ++unit) {
      if (takes_part[unit] != 0 && column[unit] > most) most = column[unit];
    }
    highest.push_back(most > 0 ? most : 1);
  }
  return highest;
}

/// One unit's program; variable i is the weight of its i-th component times that component's highest score.
class Program {
 public:
  Program(const AggregateTable& table, std::vector<std::size_t> components, std::span<const double> highest,
          std::size_t unit)
      : components_(std::move(components)) {
    for (const std::size_t i : components_) {
      const double score = table.columns[i][unit] / highest[i];
      program_.objective.push_back(score);
      program_.lower.push_back(0);
      // A component with score 0 cannot help; its weight would be free.
      program_.upper.push_back(score > 0 ? kInfinity : 0);
    }
  }

  /// No unit is better than 1 under the weights; only the components that it shares are known.
  void add_peer(const AggregateTable& table, std::span<const double> highest, std::size_t peer) {
    for (const std::size_t i : components_) {
      const double score = table.columns[i][peer] / highest[i];
      program_.rows.push_back(std::isnan(score) ? 0 : score);
    }
    program_.limits.push_back(1);
  }

  /// sign * (w_i y_i - share * sum w_k y_k) <= 0 for every component.
  void limit_shares(double sign, double share) {
    for (std::size_t i = 0; i < components_.size(); ++i) {
      for (std::size_t k = 0; k < components_.size(); ++k) {
        program_.rows.push_back(sign * program_.objective[k] * ((i == k ? 1 : 0) - share));
      }
      program_.limits.push_back(0);
    }
  }

  const LinearProgram& program() const { return program_; }

 private:
  std::vector<std::size_t> components_;
  LinearProgram program_;
};

Problem no_such_shares(std::size_t components, double lowest, double highest) {
  return {Code::InvalidValue,
          "shares from " + shortest(lowest) + " to " + shortest(highest) + " for " + std::to_string(components) +
              " available components",
          "limits within which their shares can add up to 1"};
}

}  // namespace

std::optional<Problem> BenefitOfTheDoubt::check() const {
  if (!(lowest_share >= 0 && lowest_share <= highest_share && highest_share <= 1 && highest_share > 0)) {
    return Problem{Code::InvalidValue,
                   "shares from " + quoted_number(lowest_share) + " to " + quoted_number(highest_share),
                   "0 <= lowest_share <= highest_share <= 1"};
  }
  if (!(std::isfinite(scale) && scale > 0)) {
    return Problem{Code::InvalidValue, "scale " + quoted_number(scale), "a finite number above 0"};
  }
  return std::nullopt;
}

Diagnostics BenefitOfTheDoubt::check_in(const StepContext& context, const RecipeSetting& setting) const {
  if (setting.solvers.maximise != nullptr) return {};
  return {
      locate({Code::MissingSolver, "benefit of the doubt without a linear optimiser", "a build of podium that has one"},
             context, {})};
}

std::vector<UnitProblem> BenefitOfTheDoubt::combine_table(const AggregateTable& table, std::span<const char> takes_part,
                                                          const Solvers& solvers, std::span<double> combined) const {
  std::vector<UnitProblem> problems;
  const std::vector<double> highest = highest_scores(table, takes_part);
  for (std::size_t unit = 0; unit < combined.size(); ++unit) {
    if (takes_part[unit] == 0) continue;
    const std::vector<std::size_t> components = components_of(table, unit);
    const auto count = static_cast<double>(components.size());
    constexpr double kRounding = 1e-12;
    if (lowest_share * count > 1 + kRounding || highest_share * count < 1 - kRounding) {
      problems.push_back({unit, no_such_shares(components.size(), lowest_share, highest_share)});
      continue;
    }
    Program program(table, components, highest, unit);
    for (std::size_t peer = 0; peer < combined.size(); ++peer) {
      if (takes_part[peer] != 0) program.add_peer(table, highest, peer);
    }
    if (lowest_share > 0) program.limit_shares(-1, lowest_share);
    if (highest_share < 1) program.limit_shares(1, highest_share);
    const Optimum best = solvers.maximise(program.program());
    if (best.state != Optimum::State::Found) {
      problems.push_back({unit, {Code::NotConverged, "no best weights", "scores of about the same size"}});
      continue;
    }
    combined[unit] = scale * (std::round(best.value * kResolution) / kResolution);
  }
  return problems;
}

}  // namespace podium
