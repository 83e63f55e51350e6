#include "podium/core/screen_decision.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/column.hpp"

namespace podium {
namespace {

bool names(const std::vector<std::string>& list, const std::string& name) {
  return std::ranges::find(list, name) != list.end();
}

/// The nodes that must each have enough figures, with their indicators.
struct NodeIndicators {
  Series node;
  std::vector<Series> indicators;
};

std::vector<NodeIndicators> nodes_of(const Screen& step, const Hierarchy& hierarchy) {
  std::vector<NodeIndicators> nodes;
  if (!step.min_available_in_node) return nodes;
  for (const std::string& id : step.nodes) {
    if (const std::optional<Series> node = hierarchy.find(id)) nodes.push_back({*node, {}});
  }
  if (step.nodes.empty()) {
    for (const Series node : hierarchy.aggregates()) {
      const auto is_indicator = [&hierarchy](Series child) { return hierarchy.is_indicator(child); };
      if (std::ranges::any_of(hierarchy.children(node), is_indicator)) nodes.push_back({node, {}});
    }
  }
  for (NodeIndicators& each : nodes) each.indicators = hierarchy.indicators_below(each.node);
  return nodes;
}

/// Judges one period, or all together, and remembers what it has left out so far.
class Judge {
 public:
  Judge(const Screen& step, const Panel& panel, const StepContext& context, std::vector<Time> times)
      : step_(step),
        panel_(panel),
        indicators_(context.hierarchy.indicators()),
        nodes_(nodes_of(step, context.hierarchy)),
        times_(std::move(times)),
        is_out_(panel.units().size(), 0),
        is_dropped_(panel.series().size(), 0) {
    for (const Unit unit : all_units(panel)) is_out_[at(unit)] = names(step.force_out, panel.code(unit)) ? 1 : 0;
    for (const Series indicator : indicators_)
      is_dropped_[at(indicator)] = names(step.drop_indicators, panel.id(indicator)) ? 1 : 0;
  }

  void judge_units(std::vector<ScreenDecision>& decisions) {
    const std::vector<FigureCount> counts = counts_by_unit(indicators_);
    std::vector<std::vector<FigureCount>> by_node;
    for (const NodeIndicators& node : nodes_) by_node.push_back(counts_by_unit(node.indicators));
    for (const Unit unit : all_units(panel_)) {
      if (std::ranges::all_of(times_, [&](Time time) { return panel_.is_excluded(time, unit); })) continue;
      ScreenDecision& decision = decisions.emplace_back(unit, time(), counts[at(unit)]);
      decide(decision, names(step_.force_in, panel_.code(unit)), is_out_[at(unit)] != 0,
             {step_.min_available, step_.min_nonzero});
      for (std::size_t i = 0; i < nodes_.size() && decision.reason == ScreenReason::Enough; ++i) {
        const FigureCount& figures = by_node[i][at(unit)];
        if (!(figures.available_share() < *step_.min_available_in_node)) continue;
        decision.reason = ScreenReason::TooFewInNode;
        decision.kept = false;
        decision.node = NodeCount{nodes_[i].node, figures};
      }
      is_out_[at(unit)] = decision.kept ? 0 : 1;
    }
  }

  void judge_indicators(std::vector<ScreenDecision>& decisions) {
    if (!step_.judges_indicators()) return;
    for (const Series indicator : indicators_) {
      if (std::ranges::all_of(times_, [&](Time time) { return panel_.is_dropped(indicator, time); })) continue;
      ScreenDecision& decision = decisions.emplace_back(indicator, time(), count_of(indicator));
      decide(decision, names(step_.keep_indicators, panel_.id(indicator)), is_dropped_[at(indicator)] != 0,
             {step_.indicator_min_available, step_.indicator_min_nonzero});
      is_dropped_[at(indicator)] = decision.kept ? 0 : 1;
    }
  }

 private:
  struct Least {
    double available;
    double nonzero;
  };

  std::optional<Time> time() const {
    return step_.over == Over::Period ? std::optional<Time>(times_.front()) : std::nullopt;
  }

  static void decide(ScreenDecision& decision, bool forced_in, bool forced_out, Least least) {
    const auto reason = [&] {
      if (forced_out) return ScreenReason::ForcedOut;
      if (forced_in) return ScreenReason::ForcedIn;
      // No possible figure at all is too few, unless nothing is asked for.
      if (least.available > 0 && !(decision.figures.available_share() >= least.available))
        return ScreenReason::TooFewFigures;
      return decision.figures.nonzero_share() < least.nonzero ? ScreenReason::TooManyZeros : ScreenReason::Enough;
    };
    decision.reason = reason();
    decision.kept = decision.reason == ScreenReason::Enough || decision.reason == ScreenReason::ForcedIn;
  }

  /// Each unit's figures of indicators that are not left out.
  std::vector<FigureCount> counts_by_unit(std::span<const Series> indicators) const {
    std::vector<FigureCount> counts(panel_.units().size());
    std::vector<double> available(counts.size(), 0);
    std::vector<double> nonzero(counts.size(), 0);
    for (const Time time : times_) {
      std::vector<std::span<const double>> columns;
      columns.reserve(indicators.size());
      for (const Series indicator : indicators) {
        if (is_dropped_[at(indicator)] != 0 || panel_.is_dropped(indicator, time)) continue;
        columns.push_back(panel_.values(indicator, time));
      }
      column::count(columns, available, nonzero);
      const auto possible = static_cast<std::uint32_t>(columns.size());
      for (const Unit unit : all_units(panel_)) {
        if (!panel_.is_excluded(time, unit)) counts[at(unit)].possible += possible;
      }
    }
    for (std::size_t unit = 0; unit < counts.size(); ++unit) {
      counts[unit].available = static_cast<std::uint32_t>(available[unit]);
      counts[unit].nonzero = static_cast<std::uint32_t>(nonzero[unit]);
    }
    return counts;
  }

  /// An indicator's figures of units that are not left out.
  FigureCount count_of(Series indicator) const {
    FigureCount figures;
    for (const Time time : times_) {
      if (panel_.is_dropped(indicator, time)) continue;
      const std::span<const double> values = panel_.values(indicator, time);
      for (const Unit unit : all_units(panel_)) {
        if (is_out_[at(unit)] != 0 || panel_.is_excluded(time, unit)) continue;
        ++figures.possible;
        figures.add(values[at(unit)]);
      }
    }
    return figures;
  }

  const Screen& step_;
  const Panel& panel_;
  std::span<const Series> indicators_;
  std::vector<NodeIndicators> nodes_;
  std::vector<Time> times_;
  std::vector<char> is_out_;      ///< units
  std::vector<char> is_dropped_;  ///< series
};

}  // namespace

FigureCount count_figures(const Panel& panel, std::span<const Series> indicators, Time time, Unit unit) {
  FigureCount figures;
  for (const Series indicator : indicators) {
    if (panel.is_dropped(indicator, time)) continue;
    ++figures.possible;
    figures.add(panel.value(indicator, time, unit));
  }
  return figures;
}

std::vector<ScreenDecision> screen_decisions(const Screen& step, const Panel& panel, const StepContext& context) {
  std::vector<ScreenDecision> decisions;
  const std::size_t judged = panel.units().size() + (step.judges_indicators() ? context.hierarchy.size() : 0);
  decisions.reserve(step.over == Over::Period ? judged * panel.periods().size() : judged);
  const auto judge_in = [&](std::vector<Time> times) {
    Judge judge(step, panel, context, std::move(times));
    if (step.first == ScreenFirst::Indicators) judge.judge_indicators(decisions);
    judge.judge_units(decisions);
    if (step.first == ScreenFirst::Units) judge.judge_indicators(decisions);
  };
  std::vector<Time> all;
  for (const Time time : all_periods(panel)) {
    if (step.over == Over::Period) judge_in({time});
    all.push_back(time);
  }
  if (step.over == Over::Panel) judge_in(std::move(all));
  return decisions;
}

}  // namespace podium
