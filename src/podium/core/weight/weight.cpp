#include "podium/core/weight/weight.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace podium {
namespace {

template <class Method>
concept Judges = requires(const Method& method, const Siblings& siblings) { method.judge(siblings); };
template <class Method>
concept Weighs = requires(const Method& method, const ScoreTable& table) { method.weigh(table); };
template <class Method>
concept NamesComponents = requires(const Method& method) { method.named(); };

struct Observation {
  Time time;
  Unit unit;
};

/// The pool that a method sees: one period or all.
struct Pool {
  std::vector<Time> times;
  std::optional<Time> period;  ///< if it is one by itself
};

std::vector<Pool> pools_of(const Panel& panel, Over over) {
  Pool whole;
  std::vector<Pool> pools;
  for (const Time time : all_periods(panel)) {
    whole.times.push_back(time);
    pools.push_back({{time}, time});
  }
  return over == Over::Period ? pools : std::vector<Pool>{whole};
}

/// One run of the step: the panel that gets the weights, and a copy of it where scores are tried out.
class Weighing {
 public:
  Weighing(const WeightStep& step, Panel panel, const StepContext& context)
      : step_(step),
        context_(context),
        aggregate_(context.aggregate == nullptr ? Aggregate{} : *context.aggregate),
        panel_(std::move(panel)) {}

  Result<Panel> run() && {
    std::visit([this](const auto& method) { weigh(method); }, step_.method);
    if (!problems_.empty()) return std::move(problems_);
    return std::move(panel_);
  }

 private:
  bool is_selected(Series node) const {
    return step_.at.empty() || std::ranges::find(step_.at, panel_.id(node)) != step_.at.end();
  }

  /// Whether the scores of a node are looked at: because a node above it is weighed.
  bool is_looked_at(Series node) const {
    for (auto above = context_.hierarchy.parent(node); above; above = context_.hierarchy.parent(*above)) {
      if (is_selected(*above)) return true;
    }
    return false;
  }

  std::string text_of(const Pool& pool) const { return pool.period ? to_text(panel_.period(*pool.period)) : ""; }

  /// The components of a node that count in some period of the pool.
  std::vector<Series> components_of(Series node, const Pool& pool) const {
    std::vector<Series> components;
    for (const Series child : context_.hierarchy.children(node)) {
      const auto counts = [&](Time time) { return weight_in_force(context_.hierarchy, panel_, child, time) != 0; };
      if (std::ranges::any_of(pool.times, counts)) components.push_back(child);
    }
    return components;
  }

  std::vector<std::string> ids_of_series(std::span<const Series> components) const {
    std::vector<std::string> ids;
    for (const Series component : components) ids.push_back(panel_.id(component));
    return ids;
  }

  void give(Series component, Time time, double weight) {
    if (panel_.is_dropped(component, time)) return;
    panel_.give_weight(component, time, weight);
    if (scored_) scored_->give_weight(component, time, weight);
  }

  /// Gives the weights in all periods of the pool, unless they are none.
  void give_all(Series node, std::span<const Series> components, std::vector<double> weights, const Pool& pool) {
    constexpr double kRounding = 1e-12;
    bool is_sound = true;
    double total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (std::abs(weights[i]) < kRounding) weights[i] = 0;
      total += weights[i];
      if (std::isfinite(weights[i]) && weights[i] >= 0) continue;
      is_sound = false;
      problems_.push_back(locate({Code::NegativeWeight, "weight " + quoted_number(weights[i]),
                                  "weights of 0 or more; another method or form, or a component less"},
                                 context_, panel_.id(components[i]), text_of(pool)));
    }
    if (is_sound && !(total > 0)) {
      is_sound = false;
      problems_.push_back(locate({Code::ZeroWeights, "weight 0 for every component", "a weight above 0 for some"},
                                 context_, panel_.id(node), text_of(pool)));
    }
    if (!is_sound) return;
    for (const Time time : pool.times) {
      for (std::size_t i = 0; i < weights.size(); ++i) give(components[i], time, weights[i]);
    }
  }

  template <Judges Method>
  void weigh(const Method& method) {
    for (const Series node : context_.hierarchy.aggregates()) {
      if (!is_selected(node)) continue;
      const std::span<const Series> components = context_.hierarchy.children(node);
      const std::vector<std::string> ids = ids_of_series(components);
      for (const Pool& pool : pools_of(panel_, Over::Period)) {
        std::vector<double> weights;
        for (const Series component : components) {
          const double given = panel_.given_weight(component, *pool.period);
          weights.push_back(is_missing(given) ? context_.hierarchy.node(component).weight : given);
        }
        Weighed weighed = method.judge({ids, weights});
        if (weighed.weights.empty()) continue;
        give_all(node, components, std::move(weighed.weights), pool);
        // What one period finds wrong, every other would find as well.
        if (!problems_.empty()) break;
      }
    }
  }

  template <Weighs Method>
  void weigh(const Method& method) {
    scored_ = panel_;
    for (const Series node : context_.hierarchy.aggregates()) {
      if (is_selected(node)) {
        for (const Pool& pool : pools_of(panel_, step_.over)) weigh_by_scores(method, node, pool);
      }
      if (!combine(node)) return;
    }
  }

  /// On the copy, for the nodes above.
  bool combine(Series node) {
    if (!is_looked_at(node)) return true;
    Diagnostics problems = aggregate_nodes(aggregate_, *scored_, context_, std::span(&node, 1));
    const bool is_done = problems.empty();
    append(problems_, std::move(problems));
    return is_done;
  }

  std::vector<Observation> complete_rows(std::span<const Series> components, const Pool& pool) const {
    std::vector<Observation> rows;
    for (const Time time : pool.times) {
      for (const Unit unit : all_units(panel_)) {
        const auto has_score = [&](Series series) { return !is_missing(scored_->value(series, time, unit)); };
        if (std::ranges::all_of(components, has_score)) rows.push_back({time, unit});
      }
    }
    return rows;
  }

  template <class Method>
  void weigh_by_scores(const Method& method, Series node, const Pool& pool) {
    const std::vector<Series> components = components_of(node, pool);
    if (components.size() == 1) return give_all(node, components, {1}, pool);
    const std::vector<Observation> rows = complete_rows(components, pool);
    const std::size_t least = method.least_observations(components.size());
    if (rows.size() < least) {
      problems_.push_back(locate({Code::TooFewFigures,
                                  std::to_string(rows.size()) + " units with scores of all " +
                                      std::to_string(components.size()) + " components",
                                  std::to_string(least) + " or more"},
                                 context_, panel_.id(node), text_of(pool)));
      return;
    }
    const std::vector<std::string> ids = ids_of_series(components);
    ScoreTable table{ids, Matrix(components.size(), rows.size())};
    for (std::size_t i = 0; i < components.size(); ++i) {
      for (std::size_t k = 0; k < rows.size(); ++k) {
        table.scores(i, k) = scored_->value(components[i], rows[k].time, rows[k].unit);
      }
    }
    if (!varies(table, pool)) return;
    Weighed weighed = method.weigh(table);
    for (WeightProblem& found : weighed.problems) {
      const Observation* row = found.observation ? &rows[*found.observation] : nullptr;
      problems_.push_back(locate(std::move(found.problem), context_,
                                 found.component ? ids[*found.component] : panel_.id(node),
                                 row == nullptr ? text_of(pool) : to_text(panel_.period(row->time)),
                                 row == nullptr ? "" : panel_.code(row->unit)));
    }
    if (weighed.problems.empty()) give_all(node, components, std::move(weighed.weights), pool);
  }

  bool varies(const ScoreTable& table, const Pool& pool) {
    bool all_vary = true;
    for (std::size_t i = 0; i < table.scores.rows(); ++i) {
      const auto [least, most] = std::ranges::minmax(table.scores.row(i));
      if (least < most) continue;
      all_vary = false;
      problems_.push_back(locate({Code::ConstantIndicator, "the same score for all units", "scores that differ"},
                                 context_, table.ids[i], text_of(pool)));
    }
    return all_vary;
  }

  void weigh(const BalanceWeights& method) {
    search(
        method,
        [&](const std::vector<std::string>& ids, Series node,
            const Pool& pool) -> std::function<double(std::span<const double>)> {
          std::optional<std::vector<double>> targets = method.targets(ids);
          if (targets) {
            return [targets = *std::move(targets)](std::span<const double> relations) {
              return BalanceWeights::distance(relations, targets);
            };
          }
          for (const std::string& id : ids) {
            if (find_number(method.target, id) != nullptr) continue;
            problems_.push_back(locate({Code::MissingTarget, "no target", "a target for every component, or for none"},
                                       context_, id, text_of(pool)));
          }
          if (std::ranges::all_of(ids,
                                  [&](const std::string& id) { return find_number(method.target, id) != nullptr; })) {
            problems_.push_back(locate({Code::ZeroWeights, "targets of 0", "a target above 0 for some component"},
                                       context_, panel_.id(node), text_of(pool)));
          }
          return nullptr;
        });
  }

  void weigh(const InfomaxWeights& method) {
    search(method, [](const std::vector<std::string>&, Series, const Pool&) {
      return std::function<double(std::span<const double>)>(
          [](std::span<const double> relations) { return -std::accumulate(relations.begin(), relations.end(), 0.0); });
    });
  }

  /// `loss_for` gives the loss of a search over components, or reports why there is none.
  template <class Method, class LossFor>
  void search(const Method& method, const LossFor& loss_for) {
    scored_ = panel_;
    if (method.level) return search_level(method, loss_for);
    for (const Series node : context_.hierarchy.aggregates()) {
      if (is_selected(node)) {
        for (const Pool& pool : pools_of(panel_, step_.over)) {
          const std::vector<Series> components = components_of(node, pool);
          if (components.empty()) continue;
          if (components.size() == 1) {
            give_all(node, components, {1}, pool);
          } else {
            search_one(method, {.groups = {components}, .index = node, .path = {node}}, pool, loss_for);
          }
        }
      }
      if (!combine(node)) return;
    }
  }

  template <class Method, class LossFor>
  void search_level(const Method& method, const LossFor& loss_for) {
    const Hierarchy& hierarchy = context_.hierarchy;
    Diagnostics problems = aggregate_nodes(aggregate_, *scored_, context_, hierarchy.aggregates());
    append(problems_, std::move(problems));
    if (!problems_.empty()) return;
    for (const Pool& pool : pools_of(panel_, step_.over)) {
      WeightSearch wanted{.groups = {}, .index = hierarchy.root(), .path = {}};
      for (const Series node : hierarchy.aggregates()) {
        std::vector<Series> group = components_of(node, pool);
        std::erase_if(group, [&](Series series) { return hierarchy.level(series) != *method.level; });
        if (!group.empty()) wanted.groups.push_back(std::move(group));
        if (hierarchy.level(node) > *method.level) wanted.path.push_back(node);
      }
      search_one(method, std::move(wanted), pool, loss_for);
    }
  }

  template <class Method, class LossFor>
  void search_one(const Method& method, WeightSearch wanted, const Pool& pool, const LossFor& loss_for) {
    std::vector<Series> components;
    for (const std::vector<Series>& group : wanted.groups) {
      components.insert(components.end(), group.begin(), group.end());
    }
    wanted.period = pool.period;
    wanted.relation = method.correlation;
    wanted.share = {method.lowest_share, method.highest_share};
    wanted.loss = loss_for(ids_of_series(components), wanted.index, pool);
    if (!wanted.loss) return;
    Panel trial = *scored_;
    FoundWeights found = search_weights(wanted, aggregate_, trial, context_);
    append(problems_, std::move(found.problems));
    for (std::size_t i = 0; i < found.shares.size(); ++i) give_shares(wanted.groups[i], found.shares[i], pool);
  }

  /// Siblings outside the group keep their weights, so the group keeps its own in sum.
  void give_shares(const std::vector<Series>& group, const std::vector<double>& shares, const Pool& pool) {
    const Series parent = *context_.hierarchy.parent(group.front());
    for (const Time time : pool.times) {
      double inside = 0;
      double all = 0;
      for (const Series child : context_.hierarchy.children(parent)) {
        const double weight = weight_in_force(context_.hierarchy, panel_, child, time);
        all += weight;
        if (std::ranges::find(group, child) != group.end()) inside += weight;
      }
      std::vector<double> weights = shares;
      if (inside > 0 && inside < all) {
        for (double& weight : weights) weight *= inside;
      }
      give_all(parent, group, std::move(weights), {{time}, pool.period});
    }
  }

  const WeightStep& step_;
  const StepContext& context_;
  Aggregate aggregate_;
  Panel panel_;
  std::optional<Panel> scored_;
  Diagnostics problems_;
};

/// Every component that a method names exists, is no root, and belongs to a node that the step weighs.
Diagnostics check_named(const std::vector<std::string>& named, const WeightStep& step, const StepContext& context) {
  Diagnostics problems;
  const Hierarchy& hierarchy = context.hierarchy;
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < hierarchy.size(); ++i) {
    const auto series = static_cast<Series>(i);
    if (hierarchy.parent(series)) known.push_back(hierarchy.node(series).id);
  }
  for (const std::string& id : named) {
    const std::optional<Series> component = hierarchy.find(id);
    const std::optional<Series> parent = component ? hierarchy.parent(*component) : std::nullopt;
    if (!parent) {
      problems.push_back(not_among(Code::UnknownNode, "component", id, known));
      problems.back().subject.step = context.number;
      continue;
    }
    const std::string& node = hierarchy.node(*parent).id;
    if (step.at.empty() || std::ranges::find(step.at, node) != step.at.end()) continue;
    problems.push_back(
        locate({Code::InvalidValue, "a component of " + quoted(node), "components of the nodes in `at`"}, context, id));
  }
  return problems;
}

}  // namespace

Diagnostics WeightStep::check_in(const StepContext& context, const RecipeSetting&) const {
  Diagnostics problems;
  std::visit(
      [&]<class Method>(const Method& one) {
        if constexpr (NamesComponents<Method>) problems = check_named(one.named(), *this, context);
        if constexpr (requires { one.level; }) {
          if (one.level && !at.empty()) {
            problems.push_back(locate({Code::InvalidValue, "level together with at", "one of the two"}, context, {}));
          }
        }
      },
      method);
  return problems;
}

Result<Panel> apply(const WeightStep& step, Panel panel, const StepContext& context) {
  return Weighing(step, std::move(panel), context).run();
}

}  // namespace podium
