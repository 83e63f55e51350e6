#include "podium/core/aggregate/aggregate.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/column.hpp"
#include "podium/core/weight/in_force.hpp"

namespace podium {
namespace {

/// A method that refuses some scores.
template <class Method>
concept Selective = requires(const Method& method, double score) { method.accepts(score); };

/// A method that refuses some rows.
template <class Method>
concept SelectiveOfRows = requires(const Method& method, AggregateRow row) { method.refuses(row); };

template <class Method>
concept WantsAscending = requires { requires Method::kAscending; };

template <class Method>
concept CombinesColumns = requires(const Method& method, const AggregateTable& table, std::span<double> combined) {
  method.combine_columns(table, combined);
};

template <class Method>
concept CombinesTables = requires(const Method& method, const AggregateTable& table, std::span<const char> takes_part,
                                  const Solvers& solvers, std::span<double> combined) {
  method.combine_table(table, takes_part, solvers, combined);
};

/// One node in one period: which components count, their columns, and where its scores go.
struct Job {
  const Aggregate& step;
  const StepContext& context;
  const Panel& panel;
  Series node;
  Time time;
  std::span<const Series> components;
  AggregateTable table;
  std::size_t least;  ///< how many components must have a score
  std::span<double> combined;
};

/// Room that all jobs share, so that none allocates for its units.
struct Room {
  std::vector<Series> components;
  std::vector<std::span<const double>> columns;
  std::vector<double> weights;
  std::vector<double> row_scores;
  std::vector<double> row_weights;
  std::vector<std::pair<double, double>> ascending;
  std::vector<char> takes_part;
};

Diagnostic in_job(const Job& job, Problem problem, Series node, std::size_t unit) {
  return locate(std::move(problem), job.context, job.panel.id(node), to_text(job.panel.period(job.time)),
                job.panel.units()[unit]);
}

void gather_components(const Hierarchy& hierarchy, const Panel& panel, Series node, Time time, Room& room) {
  room.components.clear();
  room.columns.clear();
  room.weights.clear();
  for (const Series child : hierarchy.children(node)) {
    const double weight = weight_in_force(hierarchy, panel, child, time);
    if (weight == 0) continue;
    room.components.push_back(child);
    room.columns.push_back(panel.values(child, time));
    room.weights.push_back(weight);
  }
}

/// How many components must have a score.
std::size_t least_available(const Aggregate& step, std::size_t count) {
  if (step.missing == MissingRule::Gap) return count;
  std::size_t least = 1;
  while (static_cast<double>(least) / static_cast<double>(count) < step.min_available) ++least;
  return least;
}

Problem nothing_left() {
  return {Code::NothingLeft, "no component that counts", "a component that screening does not drop"};
}

Problem overflow() {
  return {Code::InvalidValue, "scores that add up beyond the range of a double",
          "scores such as a normalise step makes"};
}

template <class Method>
bool accepts_all(const Method& method, const AggregateTable& table) {
  bool accepts = true;
  for (const std::span<const double> column : table.columns) {
    for (const double score : column) accepts &= is_missing(score) || method.accepts(score);
  }
  return accepts;
}

template <class Method>
void report_refused(const Method& method, const Job& job, Diagnostics& problems) {
  for (std::size_t unit = 0; unit < job.combined.size(); ++unit) {
    for (std::size_t i = 0; i < job.components.size(); ++i) {
      const double score = job.table.columns[i][unit];
      if (is_missing(score) || method.accepts(score)) continue;
      problems.push_back(in_job(job, method.refusal(score), job.components[i], unit));
    }
  }
}

/// The unit's available components, in ascending order of scores where the method wants it.
template <class Method>
AggregateRow row_of(const Job& job, std::size_t unit, Room& room) {
  room.row_scores.clear();
  room.row_weights.clear();
  for (std::size_t i = 0; i < job.components.size(); ++i) {
    const double score = job.table.columns[i][unit];
    if (is_missing(score)) continue;
    room.row_scores.push_back(score);
    room.row_weights.push_back(job.table.weights[i]);
  }
  if constexpr (WantsAscending<Method>) {
    room.ascending.clear();
    for (std::size_t i = 0; i < room.row_scores.size(); ++i) {
      room.ascending.emplace_back(room.row_scores[i], room.row_weights[i]);
    }
    std::ranges::sort(room.ascending);
    for (std::size_t i = 0; i < room.ascending.size(); ++i) {
      std::tie(room.row_scores[i], room.row_weights[i]) = room.ascending[i];
    }
  }
  return {room.row_scores, room.row_weights};
}

template <class Method>
void combine_row(const Method& method, const Job& job, std::size_t unit, Room& room, Diagnostics& problems) {
  double& combined = job.combined[unit];
  combined = kMissing;
  const AggregateRow row = row_of<Method>(job, unit, room);
  if (row.scores.size() < job.least) return;
  if constexpr (SelectiveOfRows<Method>) {
    if (std::optional<Problem> problem = method.refuses(row)) {
      problems.push_back(in_job(job, *std::move(problem), job.node, unit));
      return;
    }
  }
  combined = method.combine(row);
  if (!std::isfinite(combined)) problems.push_back(in_job(job, overflow(), job.node, unit));
}

template <class Method>
void combine_rows(const Method& method, const Job& job, Room& room, Diagnostics& problems) {
  if constexpr (CombinesColumns<Method>) {
    method.combine_columns(job.table, job.combined);
    if (column::next_gap(job.combined, 0) == job.combined.size() && !column::has_infinite(job.combined)) return;
  }
  for (std::size_t unit = 0; unit < job.combined.size(); ++unit) {
    // What the columns left is a unit with a gap, or one whose scores overflow.
    if constexpr (CombinesColumns<Method>) {
      if (std::isfinite(job.combined[unit])) continue;
    }
    combine_row(method, job, unit, room, problems);
  }
}

template <class Method>
void combine_table(const Method& method, const Job& job, Room& room, Diagnostics& problems) {
  room.takes_part.assign(job.combined.size(), 0);
  for (std::size_t unit = 0; unit < job.combined.size(); ++unit) {
    job.combined[unit] = kMissing;
    const auto available = std::ranges::count_if(
        job.table.columns, [unit](std::span<const double> column) { return !is_missing(column[unit]); });
    room.takes_part[unit] = static_cast<std::size_t>(available) >= job.least ? 1 : 0;
  }
  for (UnitProblem& found : method.combine_table(job.table, room.takes_part, job.context.solvers, job.combined)) {
    problems.push_back(in_job(job, std::move(found.problem), job.node, found.unit));
  }
}

template <class Method>
void combine(const Method& method, const Job& job, Room& room, Diagnostics& problems) {
  if constexpr (Selective<Method>) {
    if (!accepts_all(method, job.table)) {
      std::ranges::fill(job.combined, kMissing);
      return report_refused(method, job, problems);
    }
  }
  if constexpr (CombinesTables<Method>) {
    combine_table(method, job, room, problems);
  } else {
    combine_rows(method, job, room, problems);
  }
}

void aggregate_period(const AggregateMethod& chosen, const Aggregate& step, Panel& panel, const StepContext& context,
                      Series node, Time time, Room& room, Diagnostics& problems) {
  gather_components(context.hierarchy, panel, node, time, room);
  const std::span<double> combined = panel.values(node, time);
  if (room.components.empty()) {
    std::ranges::fill(combined, kMissing);
    problems.push_back(locate(nothing_left(), context, panel.id(node), to_text(panel.period(time))));
    return;
  }
  const Job job{step,
                context,
                panel,
                node,
                time,
                room.components,
                {room.columns, room.weights},
                least_available(step, room.components.size()),
                combined};
  std::visit([&](const auto& method) { combine(method, job, room, problems); }, chosen);
}

}  // namespace

const AggregateMethod& AggregatePlan::method_of(const std::string& node, std::size_t level) const {
  const auto named = std::ranges::find(by_node, node, &std::pair<std::string, AggregateMethod>::first);
  if (named != by_node.end()) return named->second;
  if (by_level.empty()) return otherwise;
  return by_level[std::min(level - 2, by_level.size() - 1)];
}

std::optional<Problem> Aggregate::check() const {
  if (!(min_available >= 0 && min_available <= 1)) {
    return Problem{Code::InvalidValue, "min_available " + quoted_number(min_available), "a share between 0 and 1"};
  }
  if (missing == MissingRule::Gap && min_available > 0) {
    return Problem{Code::InvalidValue, "missing = \"gap\" together with min_available", "one of the two"};
  }
  return std::nullopt;
}

Diagnostics aggregate_nodes(const Aggregate& step, Panel& panel, const StepContext& context,
                            std::span<const Series> nodes, std::optional<Time> period) {
  Diagnostics problems;
  Room room;
  for (const Series node : nodes) {
    const AggregateMethod& chosen = step.method.method_of(panel.id(node), context.hierarchy.level(node));
    if (period) {
      aggregate_period(chosen, step, panel, context, node, *period, room, problems);
      continue;
    }
    for (const Time time : all_periods(panel)) {
      aggregate_period(chosen, step, panel, context, node, time, room, problems);
    }
  }
  return problems;
}

Result<Panel> apply(const Aggregate& step, Panel panel, const StepContext& context) {
  Diagnostics problems = aggregate_nodes(step, panel, context, context.hierarchy.aggregates());
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
