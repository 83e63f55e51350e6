#include "golden/micro.hpp"
#include "golden/normalise_method.hpp"

namespace podium::golden {
namespace {

/// The arguments of a tiny case in the words of a step. A pair such as l_u states two parameters.
Json as_step(const std::string& method, const Json& args) {
  static const std::map<std::string, std::vector<std::string>> kWords = {
      {"l_u", {"lower", "upper"}},   {"m_sd", {"mean", "sd"}},
      {"npara", {"l", "u"}},         {"scale_factor", {"factor"}},
      {"iref", {"ref_row"}},         {"targ", {"target"}},
      {"cap_max", {"cap"}},          {"ties.method", {"ties"}},
      {"trunc2posts", {"truncate"}}, {"gposts", {"lower", "upper", "scale"}}};
  Json step = Json::object({{"op", method}, {"method", method}});
  for (const auto& [key, value] : args.items()) {
    if (key == "x" || key == "direction" || key == "f_n" || key == "f_n_para") continue;
    const auto words = kWords.find(key);
    if (words == kWords.end()) throw NotApplicable(joined({method, ": the argument '", key, "' is not known here"}));
    for (std::size_t i = 0; i < words->second.size(); ++i) {
      step[words->second[i]] = value.is_array() ? value.at(i) : value;
    }
  }
  return step;
}

/// Goalposts and targets are stated on the original scale, whose direction is the case's own.
Json normalise(const Json& args, const std::string& method) {
  const std::vector<double> x = numbers_of(args.at("x"));
  NodeSpec node = micro_indicator("x");
  const double direction = args.contains("direction") ? number_of(args["direction"]) : 1;
  node.direction = direction_of(direction);
  Json step = as_step(method, args);
  if (method == "dist2targ") step["target"] = direction * number_of(args.at("targ"));
  std::vector<std::string> units;
  for (std::size_t i = 0; i < x.size(); ++i) units.push_back(std::to_string(i));
  const MicroIndex bare = micro_index({{micro_indicator("x"), x}});
  Arguments arguments(step);
  if (method == "dist2targ" && step["target"].is_null()) throw Refused("there is no target");
  StatedNormalisation stated = normalisation_of(arguments, {bare.panel.units().begin(), bare.panel.units().end()});
  arguments.finish();
  node.goalposts = stated.goalposts;
  const MicroIndex index = micro_index({{node, x}});
  return column_of(micro_run(index, {Normalise{.method = stated.method}, Aggregate{}}, 1), "x");
}

/// "normalise(minmax)" names its method and the arguments of it apart.
Json normalise_by_name(const Json& args, const std::string&) {
  const std::string named = args.at("f_n").get<std::string>();
  Json flat = args.contains("f_n_para") && args["f_n_para"].is_object() ? args["f_n_para"] : Json::object();
  flat["x"] = args.at("x");
  if (args.contains("direction")) flat["direction"] = args["direction"];
  return normalise(flat, named.starts_with("n_") ? named.substr(2) : named);
}

}  // namespace

const std::map<std::string, MicroFunction>& micro_normalise() {
  static const std::map<std::string, MicroFunction> functions = {
      {"minmax", normalise},
      {"zscore", normalise},
      {"scaled", normalise},
      {"dist2max", normalise},
      {"dist2ref", normalise},
      {"dist2targ", normalise},
      {"fracmax", normalise},
      {"goalposts", normalise},
      {"borda", normalise},
      {"prank", normalise},
      {"normalise(minmax)", normalise_by_name},
      {"normalise(rank)", normalise_by_name},
      {"normalise(zscore)", normalise_by_name},
  };
  return functions;
}

}  // namespace podium::golden
