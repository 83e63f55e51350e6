#include "podium/core/shape.hpp"
#include "podium/core/treat/report.hpp"

#include "golden/micro.hpp"
#include "golden/treat_method.hpp"

namespace podium::golden {
namespace {

/// What a treatment makes of x, and what it says about each figure.
Json treat(const Json& args, const Treat& step, const std::string& second_label) {
  const MicroIndex index = micro_index({{micro_indicator("x"), numbers_of(args.at("x"))}});
  const Panel after = micro_run(index, {step, Normalise{}, Aggregate{}}, 1);
  const auto reports = must(treat_report(step, index.panel, {.hierarchy = index.hierarchy, .number = 1}));
  const TreatReport& report = reports.front();
  std::vector<std::string> labels(index.panel.units().size());
  for (const TreatedCell& cell : report.cells) {
    if (cell.first == CellTreatment::BroughtDown) labels[at(cell.unit)] = "winhi";
    if (cell.first == CellTreatment::BroughtUp) labels[at(cell.unit)] = "winlo";
  }
  if (report.second) {
    for (std::string& label : labels) label += "+" + second_label;
  }
  const std::size_t moved = report.first ? report.first->brought_down + report.first->brought_up : 0;
  return Json::object({{"x", column_of(after, "x")}, {"nwin", moved}, {"treated", labels}, {"points", labels}});
}

Json winsorise_step(const Json& args) {
  Json step = Json::object({{"method", "winsorise"}});
  if (args.contains("winmax")) step["max_points"] = args["winmax"];
  return step;
}

Treat with_thresholds(const Json& args, Treat treat) {
  if (args.contains("skew_thresh")) treat.skewness = number_of(args["skew_thresh"]);
  if (args.contains("kurt_thresh")) treat.kurtosis = number_of(args["kurt_thresh"]);
  return treat;
}

Json skew_and_kurtosis(const Json& args, const std::string&) {
  const std::vector<double> x = numbers_of(args.at("x"));
  return Json::object({{"skew", skewness_of(x)}, {"kurt", kurtosis_of(x)}});
}

Json winsorise(const Json& args, const std::string&) {
  const bool force = args.value("force_win", false);
  const Treat step{.method = treat_method_of(winsorise_step(args), force), .when = TreatWhen::Always};
  return treat(args, with_thresholds(args, step), "");
}

Json transforms(const Json& args, const std::string&) {
  Json found = Json::object();
  for (const char* const name : {"log_CT", "log_CT_plus", "log_CT_orig"}) {
    const Treat step{.method = treat_method_of(Json(name), false), .when = TreatWhen::Always};
    found[name] = treat(args, step, "")["x"];
  }
  for (const auto& [name, lambda] :
       {std::pair("boxcox_0", 0.0), {"boxcox_half", 0.5}, {"boxcox_m1", -1.0}, {"boxcox_2", 2.0}}) {
    const Json stated = Json::object({{"method", "boxcox"}, {"lambda", lambda}});
    found[name] = treat(args, {.method = treat_method_of(stated, false), .when = TreatWhen::Always}, "")["x"];
  }
  return found;
}

Json two_stages(const Json& args, const std::string&) {
  Json first = args.contains("f1_para") && args["f1_para"].is_object() ? args["f1_para"] : Json::object();
  Treat step = with_thresholds(first, {});
  first["method"] = args.at("f1");
  const bool is_winsorise = args["f1"] == "winsorise";
  step.method = is_winsorise ? treat_method_of(winsorise_step(first), first.value("force_win", false))
                             : treat_method_of(args["f1"], false);
  std::string label;
  if (args.contains("f2") && args["f2"].is_string()) {
    label = tool_label(args["f2"].get<std::string>());
    step.then = treat_method_of(args["f2"], false);
  }
  step.combine = args.value("combine", false) && step.then;
  return treat(args, step, label);
}

}  // namespace

const std::map<std::string, MicroFunction>& micro_treat() {
  static const std::map<std::string, MicroFunction> functions = {
      {"skewkurt", skew_and_kurtosis}, {"winsorise", winsorise}, {"transforms", transforms}, {"treat", two_stages}};
  return functions;
}

}  // namespace podium::golden
