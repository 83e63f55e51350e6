#include <cmath>

#include "podium/core/statistics/correlation.hpp"
#include "podium/core/weight/search.hpp"
#include "podium/core/weight/searched_weights.hpp"
#include "podium/solve/solvers.hpp"

#include "golden/handlers.hpp"
#include "golden/index.hpp"

namespace podium::golden {
namespace {

/// The nodes of a level by parent, and the nodes above them, each after those below it.
struct Searched {
  std::vector<std::vector<Series>> groups;
  std::vector<Series> components;
  std::vector<Series> path;
};

Searched searched_nodes(const Hierarchy& hierarchy, std::size_t level) {
  Searched found;
  for (const Series node : hierarchy.aggregates()) {
    if (hierarchy.level(node) > level) found.path.push_back(node);
    if (hierarchy.level(node) != level + 1) continue;
    const auto children = hierarchy.children(node);
    found.groups.emplace_back(children.begin(), children.end());
    found.components.insert(found.components.end(), children.begin(), children.end());
  }
  if (found.groups.empty()) throw Malformed("optimise_weights: no nodes of level " + std::to_string(level));
  return found;
}

/// The index's scores under these shares, by the plain definition: weighted means all the way up.
std::vector<double> index_scores(const TableIndex& index, const Searched& nodes,
                                 const std::vector<std::vector<double>>& shares) {
  Panel panel = index.panel;
  std::map<Series, double> weights;
  for (std::size_t i = 0; i < nodes.groups.size(); ++i) {
    for (std::size_t j = 0; j < nodes.groups[i].size(); ++j) weights[nodes.groups[i][j]] = shares[i][j];
  }
  for (const Series node : nodes.path) {
    for (const Unit unit : all_units(panel)) {
      double sum = 0;
      double weight = 0;
      for (const Series child : index.hierarchy.children(node)) {
        const double own = weights.contains(child) ? weights[child] : index.hierarchy.node(child).weight;
        sum += own * panel.value(child, Time{0}, unit);
        weight += own;
      }
      panel.set(node, Time{0}, unit, sum / weight);
    }
  }
  const auto scores = panel.values(index.hierarchy.root(), Time{0});
  return {scores.begin(), scores.end()};
}

std::vector<double> relations_of(const TableIndex& index, const Searched& nodes, std::span<const double> scores) {
  std::vector<double> relations;
  for (const Series component : nodes.components) {
    relations.push_back(correlate(CorrelationKind::Pearson, index.panel.values(component, Time{0}), scores).r);
  }
  return relations;
}

/// balance: mean squared distance of the shares of relations from equal ones; infomax: minus their sum.
double loss_of(const std::string& kind, std::span<const double> relations) {
  double sum = 0;
  for (const double relation : relations) sum += relation;
  if (kind == "infomax") return -sum;
  double distance = 0;
  const auto n = static_cast<double>(relations.size());
  for (const double relation : relations) distance += (relation / sum - 1 / n) * (relation / sum - 1 / n);
  return distance / n;
}

}  // namespace

void run_optimise_weights(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const std::string kind = step.text("kind");
  const auto level = step.count("level");
  step.expect("target", {"equal"});
  step.expect("method", {"pearson"});
  step.finish();
  if (kind != "balance" && kind != "infomax") throw NotApplicable("optimise_weights: kind " + kind);
  const Inputs inputs = read_inputs(c);
  Blueprint blueprint = blueprint_of(inputs, inputs.first());
  for (NodeSpec* const node : blueprint.indicators()) node->direction = 1;
  const TableIndex index = build_index(blueprint, inputs, inputs.first());
  const Searched nodes = searched_nodes(index.hierarchy, level);

  // The tool lets weights be negative.
  constexpr Bounds kWide{-2, 3};
  const WeightSearch search{.groups = nodes.groups,
                            .index = index.hierarchy.root(),
                            .path = nodes.path,
                            .period = Time{0},
                            .relation = ScoreRelation::Pearson,
                            .share = kWide,
                            .loss = [&](std::span<const double> relations) { return loss_of(kind, relations); }};
  Panel panel = index.panel;
  StepContext context = index.context();
  context.solvers = native_solvers();
  const FoundWeights found = search_weights(search, Aggregate{}, panel, context);
  if (!found.problems.empty()) throw Refused(found.problems);

  const double loss = loss_of(kind, relations_of(index, nodes, index_scores(index, nodes, found.shares)));
  const double objective = kind == "balance" ? std::log(loss) : loss;
  for (const Output& output : c.results()) {
    if (!output.is_json()) continue;  // the tables are the tool's own weights; quality is judged by the objective
    const double theirs = number_of(c.json(output).at("converged"));
    constexpr double kAllowed = 1e-3;
    report.require(objective <= theirs + kAllowed,
                   "the objective is " + std::to_string(objective) + ", the tool reaches " + std::to_string(theirs));
    report.note("objective " + std::to_string(objective) + ", the tool's " + std::to_string(theirs));
  }
}

}  // namespace podium::golden
