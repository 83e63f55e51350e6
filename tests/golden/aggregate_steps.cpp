#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

AggregateMethod method_of(const std::string& method, Arguments& step) {
  if (method == "amean") return Arithmetic{};
  if (method == "gmean") return Geometric{};
  if (method == "hmean") return Harmonic{};
  if (method == "copeland") return Copeland{};
  if (method == "genmean") return PowerMean{.power = step.number("p")};
  throw NotApplicable("aggregate: method " + method);
}

}  // namespace

void add_aggregate(Pipeline& pipeline, Arguments& step) {
  step.expect("levels", {"all"});
  Aggregate aggregate;
  const Json& method = step.value("method");
  if (method.is_array()) {
    for (const Json& of_level : method) {
      aggregate.method.by_level.push_back(method_of(of_level.get<std::string>(), step));
    }
  } else {
    aggregate.method.otherwise = method_of(method.get<std::string>(), step);
  }
  aggregate.min_available = step.number("data_threshold", 0);
  const std::string weights = step.text("weights", "metadata");
  if (weights.ends_with(".csv")) {
    set_weights(pipeline.blueprint, pipeline.c.table(weights));
  } else if (weights == "equal") {
    for (NodeSpec& node : pipeline.blueprint.nodes) node.weight = 1;
  } else if (weights != "metadata") {
    throw NotApplicable("aggregate: weights " + weights);
  }
  pipeline.steps.emplace_back(aggregate);
}

}  // namespace podium::golden
