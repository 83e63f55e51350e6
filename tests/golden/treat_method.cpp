#include "golden/treat_method.hpp"

namespace podium::golden {
namespace {

std::optional<LogForm> log_form(const std::string& method) {
  if (method == "log_CT") return LogForm::Shifted;
  if (method == "log_CT_plus") return LogForm::SkewAware;
  if (method == "log_CT_orig") return LogForm::PlusOne;
  if (method == "log_GII") return LogForm::Gii;
  return std::nullopt;
}

TreatMethod winsorise_of(Arguments& stated, bool force, const Json& limit) {
  Winsorise winsorise{.force = force};
  stated.pass_over("skew");
  stated.pass_over("kurt");
  if (limit.is_null()) {
    winsorise.unlimited = true;
  } else {
    winsorise.max_points = count_of(limit);
  }
  return winsorise;
}

}  // namespace

TreatMethod treat_method_of(const Json& stated, bool force) {
  if (stated.is_string()) return treat_method_of(Json::object({{"method", stated}}), force);
  Arguments arguments(stated, "treat");
  const std::string method = arguments.text("method", "winsorise");
  TreatMethod found = NoTreatment{};
  if (method == "winsorise") {
    arguments.pass_over("max_points");
    found = winsorise_of(arguments, force, stated.contains("max_points") ? stated["max_points"] : Json(5));
  } else if (const auto form = log_form(method)) {
    found = LogTreatment{.form = *form};
  } else if (method == "boxcox") {
    arguments.expect("shift", {"x-min+1"});
    found = BoxCox{.lambda = arguments.number("lambda")};
  } else if (method != "none") {
    throw NotApplicable("treat: method " + method);
  }
  arguments.finish();
  return found;
}

std::string tool_label(const std::string& method) { return method.starts_with("log_CT") ? "log_CT" : method; }

const std::string& label_of(const std::map<std::string, std::string>& labels, const std::string& indicator) {
  static const std::string kNone;
  const auto own = labels.find(indicator);
  if (own != labels.end()) return own->second;
  const auto all = labels.find("");
  return all == labels.end() ? kNone : all->second;
}

}  // namespace podium::golden
