#include "golden/alternatives.hpp"

#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

/// "minmax 1..100", "zscore 10/2" or "zscore mean 10 sd 2", as parameters of a normalise step.
Json normalisation_named(const std::string& text) {
  const std::size_t space = text.find(' ');
  Json step = Json::object({{"op", "normalise"}, {"method", text.substr(0, space)}});
  std::vector<double> numbers;
  std::string digits;
  const std::string rest = space == std::string::npos ? std::string() : text.substr(space) + " ";
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const bool is_range = rest.compare(i, 2, "..") == 0;
    const bool is_part = !is_range && std::string_view("0123456789.-").find(rest[i]) != std::string_view::npos;
    if (is_part) digits += rest[i];
    if (!is_part && !digits.empty()) {
      numbers.push_back(number_of(Json(digits)));
      digits.clear();
    }
    if (is_range) ++i;
  }
  if (numbers.empty()) return step;
  if (numbers.size() != 2) throw NotApplicable("no reading of the normalisation '" + text + "'");
  const bool is_minmax = step["method"] == "minmax";
  if (!is_minmax && step["method"] != "zscore") throw NotApplicable("no reading of the normalisation '" + text + "'");
  step[is_minmax ? "lower" : "mean"] = numbers[0];
  step[is_minmax ? "upper" : "sd"] = numbers[1];
  return step;
}

Json& step_of(Json& steps, const std::string& op) {
  for (Json& step : steps) {
    if (step["op"] == op) return step;
  }
  throw Malformed("the pipeline has no step '" + op + "' to vary");
}

}  // namespace

void vary(Json& steps, const std::string& input, const Json& alternative) {
  if (input == "Winmax") {
    step_of(steps, "treat")["first"]["max_points"] = alternative;
  } else if (input == "Normalisation") {
    step_of(steps, "normalise") = normalisation_named(alternative.get<std::string>());
  } else if (input == "Aggregation") {
    step_of(steps, "aggregate")["method"] = alternative;
  } else {
    throw NotApplicable("no reading of the input '" + input + "'");
  }
}

Json steps_before(const Case& c) {
  Json steps = c.steps;
  steps.erase(steps.size() - 1);
  return expanded_steps(c, steps);
}

std::string rank_change_node(const std::string& target) {
  constexpr std::string_view kBefore = "mean absolute rank change of ";
  constexpr std::string_view kAfter = " against nominal";
  const bool is_known =
      target.starts_with(kBefore) && target.ends_with(kAfter) && target.size() > kBefore.size() + kAfter.size();
  if (!is_known) throw NotApplicable("no counterpart of the target '" + target + "'");
  return target.substr(kBefore.size(), target.size() - kBefore.size() - kAfter.size());
}

}  // namespace podium::golden
