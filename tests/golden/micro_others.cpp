#include "podium/core/statistics/correlation.hpp"
#include "podium/core/statistics/trend.hpp"

#include "golden/micro.hpp"
#include "golden/normalise_method.hpp"

namespace podium::golden {
namespace {

void require_same_length(std::size_t one, std::size_t other) {
  if (one != other) throw Malformed("lists of different lengths");
}

Json impute_with(const ImputeMethod& method, const MicroColumns& columns, const UnitGroups& groups = {}) {
  const Panel after = micro_run(micro_index(columns),
                                {Impute{.method = method}, Normalise{.method = RankScore{}}, Aggregate{}}, 1, groups);
  Json found = Json::object();
  for (const auto& [node, values] : columns) found[node.id] = column_of(after, node.id);
  return found;
}

Json impute(const Json& args, const std::string& op) {
  const MicroColumns columns = {{micro_indicator("x"), numbers_of(args.at("x"))}};
  if (op == "mean") return impute_with(ImputeMean{}, columns)["x"];
  if (op == "median") return impute_with(ImputeMedian{}, columns)["x"];
  const UnitGroups groups{.names = {"f"}, .values = {texts_of(args.at("f"))}};
  require_same_length(groups.values.front().units(), columns.front().second.size());
  if (op == "group mean") return impute_with(ImputeGroupMean{.group = "f"}, columns, groups)["x"];
  return impute_with(ImputeGroupMedian{.group = "f"}, columns, groups)["x"];
}

Json impute_rows(const Json& args, const std::string&) {
  MicroColumns columns = micro_columns(args.at("x"));
  const std::vector<double> directions = numbers_of(args.at("directions"));
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i].first.direction = direction_of(directions.at(i));
  const std::string method = args.value("f_i", "i_mean");
  if (method != "i_mean" && method != "i_median") throw NotApplicable("impute by row: method " + method);
  ImputeRow row{.scale = args.value("norm", true)};
  if (method == "i_median") row.statistic = RowStatistic::Median;
  return impute_with(row, columns);
}

/// `rank` of a vector is the ascending normalisation, of a table (df) the descending ranking.
Json rank(const Json& args, const std::string& op) {
  if (args.contains("x")) {
    const Json named = Json::object({{"f_n", op}, {"f_n_para", args}, {"x", args["x"]}});
    return micro_normalise().at("normalise(rank)")(named, op);
  }
  Json found = Json::object();
  for (const auto& [column, values] : args.at("df").items()) {
    std::vector<double> ranks;
    for (const Rank place : competition_ranks(numbers_of(values))) ranks.push_back(place == 0 ? kMissing : place);
    found[column] = ranks;
  }
  return found;
}

Json correlation(const Json& args, const std::string&) {
  const std::string method = args.value("method", "pearson");
  const auto found =
      std::ranges::find(Words<CorrelationKind>::list, method, [](const auto& each) { return each.first; });
  if (found == Words<CorrelationKind>::list.end()) throw NotApplicable("correlation: method " + method);
  const std::vector<double> x = numbers_of(args.at("x"));
  const std::vector<double> y = numbers_of(args.at("y"));
  require_same_length(x.size(), y.size());
  const Correlation result = correlate(found->second, x, y);
  return Json::object({{"r", result.r}, {"p", result.p}});
}

Json trend(const Json& args, const std::string& op) {
  const std::vector<double> times = numbers_of(args.at("x"));
  const std::vector<double> values = numbers_of(args.at("y"));
  require_same_length(times.size(), values.size());
  if (op == "CAGR") return compound_growth(times, values);
  return percent_change(times, values, args.contains("per") ? number_of(args["per"]) : 1);
}

}  // namespace

const std::map<std::string, MicroFunction>& micro_others() {
  static const std::map<std::string, MicroFunction> functions = {
      {"mean", impute},          {"median", impute},          {"group mean", impute}, {"group median", impute},
      {"row mean", impute_rows}, {"row median", impute_rows}, {"rank", rank},         {"correlation", correlation},
      {"CAGR", trend},           {"prc_change", trend},
  };
  return functions;
}

}  // namespace podium::golden
