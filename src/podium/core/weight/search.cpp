#include "podium/core/weight/search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "podium/core/rank.hpp"
#include "podium/core/weight/in_force.hpp"

namespace podium {
namespace {

constexpr double kHopeless = 1e9;
constexpr std::size_t kLeastUnits = 3;

struct Observation {
  Time time;
  Unit unit;
};

/// Less its mean, length 1; nothing if it is constant or not finite.
std::optional<std::vector<double>> standardised(std::vector<double> values) {
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  double squares = 0;
  for (double& value : values) {
    value -= mean;
    squares += value * value;
  }
  const double length = std::sqrt(squares);
  if (!std::isnormal(length)) return std::nullopt;
  for (double& value : values) value /= length;
  return values;
}

/// The problem as a function of the groups' shares, one after the other.
class Trial {
 public:
  Trial(const WeightSearch& search, const Aggregate& aggregate, Panel& panel, const StepContext& context)
      : search_(search), aggregate_(aggregate), panel_(panel), context_(context) {
    for (const std::vector<Series>& group : search.groups) {
      components_.insert(components_.end(), group.begin(), group.end());
    }
    if (search.period) {
      times_ = {*search.period};
    } else {
      for (const Time time : all_periods(panel)) times_.push_back(time);
    }
    for (const std::vector<Series>& group : search.groups) scales_.push_back(scale_of(group));
  }

  /// Combines the index once and takes down which units can be compared.
  Diagnostics prepare(std::span<const double> start) {
    Diagnostics problems = combine(start);
    if (!problems.empty()) return problems;
    for (const Time time : times_) {
      for (const Unit unit : all_units(panel_)) {
        const auto has_score = [&](Series series) { return !is_missing(panel_.value(series, time, unit)); };
        if (has_score(search_.index) && std::ranges::all_of(components_, has_score)) seen_.push_back({time, unit});
      }
    }
    if (seen_.size() < kLeastUnits) {
      return {locate({Code::TooFewFigures, std::to_string(seen_.size()) + " units with scores of all components",
                      std::to_string(kLeastUnits) + " or more"},
                     context_, panel_.id(search_.index), period_text())};
    }
    for (const Series component : components_) {
      std::optional<std::vector<double>> scores = standardised(comparable(component));
      if (scores) {
        standardised_.push_back(*std::move(scores));
      } else {
        problems.push_back(locate({Code::ConstantIndicator, "the same score for all units", "scores that differ"},
                                  context_, panel_.id(component), period_text()));
      }
    }
    return problems;
  }

  /// Nothing where the index is constant or cannot be combined.
  std::optional<std::vector<double>> relations(std::span<const double> point) {
    if (!combine(point).empty()) return std::nullopt;
    const std::optional<std::vector<double>> index = standardised(comparable(search_.index));
    if (!index) return std::nullopt;
    std::vector<double> relations;
    for (const std::vector<double>& component : standardised_) {
      const double r = std::inner_product(component.begin(), component.end(), index->begin(), 0.0);
      relations.push_back(search_.relation == ScoreRelation::Squared ? r * r : r);
    }
    return relations;
  }

  double loss(std::span<const double> point) {
    const std::optional<std::vector<double>> found = relations(point);
    if (!found) return kHopeless;
    const double loss = search_.loss(*found);
    return std::isfinite(loss) ? std::min(loss, kHopeless) : kHopeless;
  }

  std::vector<std::vector<double>> shares(std::span<const double> point) const {
    std::vector<std::vector<double>> shares;
    for (const std::vector<Series>& group : search_.groups) {
      shares.push_back(nearest_shares(point.first(group.size()), search_.share));
      point = point.subspan(group.size());
    }
    return shares;
  }

  /// The weights in force, as shares, where the search starts.
  std::vector<double> start() const {
    std::vector<double> start;
    for (const std::vector<Series>& group : search_.groups) {
      std::vector<double> weights;
      for (const Series series : group) {
        weights.push_back(weight_in_force(context_.hierarchy, panel_, series, times_.back()));
      }
      const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
      for (const double weight : weights) {
        start.push_back(total > 0 ? weight / total : 1 / static_cast<double>(group.size()));
      }
    }
    return start;
  }

  std::string period_text() const { return search_.period ? to_text(panel_.period(*search_.period)) : std::string(); }

 private:
  /// What a group weighs beside siblings that are not searched.
  std::vector<double> scale_of(const std::vector<Series>& group) const {
    std::vector<double> scales;
    for (const Time time : times_) {
      double weight = 0;
      for (const Series series : group) weight += weight_in_force(context_.hierarchy, panel_, series, time);
      scales.push_back(weight > 0 ? weight : 1);
    }
    return scales;
  }

  Diagnostics combine(std::span<const double> point) {
    const std::vector<std::vector<double>> all = shares(point);
    for (std::size_t group = 0; group < all.size(); ++group) {
      for (std::size_t i = 0; i < all[group].size(); ++i) {
        for (std::size_t t = 0; t < times_.size(); ++t) {
          panel_.give_weight(search_.groups[group][i], times_[t], all[group][i] * scales_[group][t]);
        }
      }
    }
    return aggregate_nodes(aggregate_, panel_, context_, search_.path, search_.period);
  }

  std::vector<double> comparable(Series series) const {
    std::vector<double> scores;
    scores.reserve(seen_.size());
    for (const Observation& one : seen_) scores.push_back(panel_.value(series, one.time, one.unit));
    return search_.relation == ScoreRelation::Spearman ? ascending_ranks(scores, Ties::Average) : scores;
  }

  const WeightSearch& search_;
  const Aggregate& aggregate_;
  Panel& panel_;
  const StepContext& context_;
  std::vector<Series> components_;
  std::vector<Time> times_;
  std::vector<std::vector<double>> scales_;
  std::vector<Observation> seen_;
  std::vector<std::vector<double>> standardised_;
};

Diagnostics check_shares(const WeightSearch& search, const Panel& panel, const StepContext& context,
                         const std::string& period) {
  constexpr double kRounding = 1e-12;
  Diagnostics problems;
  for (const std::vector<Series>& group : search.groups) {
    const auto count = static_cast<double>(group.size());
    if (search.share.lower * count <= 1 + kRounding && search.share.upper * count >= 1 - kRounding) continue;
    const std::optional<Series> parent = context.hierarchy.parent(group.front());
    problems.push_back(
        locate({Code::InvalidValue,
                "shares from " + quoted_number(search.share.lower) + " to " + quoted_number(search.share.upper) +
                    " for " + std::to_string(group.size()) + " components",
                "bounds within which their shares can add up to 1"},
               context, parent ? panel.id(*parent) : std::string(), period));
  }
  return problems;
}

}  // namespace

std::vector<double> nearest_shares(std::span<const double> point, Bounds bounds) {
  const auto moved = [&](double by) {
    double sum = 0;
    for (const double entry : point) sum += std::clamp(entry + by, bounds.lower, bounds.upper);
    return sum;
  };
  // The nearest point is the given one moved along the diagonal and cut off at the bounds; the sum grows with the move.
  const auto [least, most] = std::ranges::minmax(point);
  double low = bounds.lower - most;
  double high = bounds.upper - least;
  constexpr int kHalvings = 100;
  for (int i = 0; i < kHalvings && low < high; ++i) {
    const double middle = std::midpoint(low, high);
    if (middle == low || middle == high) break;
    (moved(middle) < 1 ? low : high) = middle;
  }
  std::vector<double> shares;
  for (const double entry : point) shares.push_back(std::clamp(entry + high, bounds.lower, bounds.upper));
  return shares;
}

FoundWeights search_weights(const WeightSearch& search, const Aggregate& aggregate, Panel& panel,
                            const StepContext& context) {
  Trial trial(search, aggregate, panel, context);
  FoundWeights found{.problems = check_shares(search, panel, context, trial.period_text())};
  if (!found.problems.empty()) return found;
  Minimisation problem;
  problem.start = trial.start();
  found.problems = trial.prepare(problem.start);
  if (!found.problems.empty()) return found;
  problem.objective = [&trial](std::span<const double> point) { return trial.loss(point); };
  problem.lower.assign(problem.start.size(), search.share.lower);
  problem.upper.assign(problem.start.size(), search.share.upper);
  constexpr double kPrecision = 1e-9;
  problem.tolerance = kPrecision;
  const Optimum best = context.solvers.minimise(problem);
  const bool is_found = best.state == Optimum::State::Found && best.value < kHopeless;
  const std::optional<std::vector<double>> relations =
      is_found ? trial.relations(best.point) : std::optional<std::vector<double>>();
  if (!relations) {
    found.problems.push_back(locate({Code::NotConverged, "a search for weights that did not end",
                                     "components that correlate with the index, and wider bounds"},
                                    context, panel.id(search.index), trial.period_text()));
    return found;
  }
  found.shares = trial.shares(best.point);
  found.relations = *relations;
  found.loss = best.value;
  return found;
}

}  // namespace podium
