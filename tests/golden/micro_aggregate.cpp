#include "golden/copeland.hpp"
#include "golden/micro.hpp"

namespace podium::golden {
namespace {

AggregateMethod method_of(const std::string& named, const Json& args) {
  const std::string name = named.starts_with("a_") ? named.substr(2) : named;
  if (name == "amean") return Arithmetic{};
  if (name == "gmean") return Geometric{};
  if (name == "hmean") return Harmonic{};
  if (name == "copeland") return Copeland{};
  if (name == "genmean") return PowerMean{.power = number_of(args.at("p"))};
  throw NotApplicable("aggregation " + named);
}

void set_weights(MicroColumns& columns, const Json& args) {
  if (!args.contains("w") || args["w"].is_null()) return;
  const std::vector<double> weights = numbers_of(args["w"]);
  // A weight belongs to its node, so one too many cannot even be written down.
  if (weights.size() != columns.size()) throw Refused("another number of weights than of components");
  for (std::size_t i = 0; i < weights.size(); ++i) columns[i].first.weight = weights[i];
}

Json scores_of(const MicroColumns& columns, const AggregateMethod& method, double threshold) {
  const Aggregate step{.method = {.otherwise = method}, .min_available = threshold};
  return column_of(micro_run(micro_index(columns), {step}, 1), "Index");
}

/// One unit whose components are the figures of x.
Json mean(const Json& args, const std::string& op) {
  MicroColumns columns;
  for (const double value : numbers_of(args.at("x"))) {
    columns.emplace_back(micro_indicator("c" + std::to_string(columns.size())), std::vector<double>{value});
  }
  set_weights(columns, args);
  return scores_of(columns, method_of(op, args), 0);
}

Json rows(const Json& args, const std::string&) {
  MicroColumns columns = micro_columns(args.at("x"));
  const Json parameters = args.contains("para") && args["para"].is_object() ? args["para"] : Json::object();
  set_weights(columns, parameters);
  const double threshold = args.contains("thr") ? number_of(args["thr"]) : 0;
  return scores_of(columns, method_of(args.at("f_ag").get<std::string>(), parameters), threshold);
}

Json copeland(const Json& args, const std::string&) {
  MicroColumns columns = micro_columns(args.at("X"));
  set_weights(columns, args);
  const MicroIndex index = micro_index(columns);
  Json matrix = Json::array();
  const FoundTable outranked = outranking_table(index.hierarchy, index.panel);
  for (const auto& [unit, cells] : outranked.rows()) {
    Json row = Json::array();
    for (const auto& [other, cell] : cells) row.push_back(cell.number);
    matrix.push_back(row);
  }
  return Json::object({{"scores", copeland_scores(index.hierarchy, index.panel)}, {"matrix", matrix}});
}

}  // namespace

const std::map<std::string, MicroFunction>& micro_aggregate() {
  static const std::map<std::string, MicroFunction> functions = {
      {"amean", mean},      {"gmean", mean},      {"hmean", mean},      {"genmean", mean},
      {"amean rows", rows}, {"gmean rows", rows}, {"hmean rows", rows}, {"copeland", copeland}};
  return functions;
}

}  // namespace podium::golden
