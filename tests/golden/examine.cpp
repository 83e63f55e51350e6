#include <map>

#include "golden/handlers.hpp"
#include "golden/index.hpp"
#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

using Handler = void (*)(const Case&, Report&);

const std::map<std::string, Handler>& handlers() {
  static const std::map<std::string, Handler> all = {
      {"availability", run_availability},
      {"compare", run_compare},
      {"copeland", run_copeland},
      {"correlation", run_correlation},
      {"correlation_flags", run_correlation_flags},
      {"cronbach", run_cronbach},
      {"denominator_correlation", run_denominator_correlation},
      {"effective_weights", run_effective_weights},
      {"full_factorial", run_full_factorial},
      {"noisy_weights", run_noisy_weights},
      {"optimise_weights", run_optimise_weights},
      {"pca", run_pca},
      {"rank", run_rank},
      {"remove_elements", run_remove_elements},
      {"results", run_results},
      {"sobol", run_sobol},
      {"sobol_estimate", run_sobol_estimate},
      {"stats", run_stats},
      {"strengths_weaknesses", run_strengths},
      {"trend", run_trend},
      {"uncertainty", run_uncertainty},
      {"unit_summary", run_unit_summary},
      {"validate", run_validation},
  };
  return all;
}

/// A list of tiny cases stands in the case's only output, which is its only input too.
bool is_micro(const Case& c) {
  return c.outputs.size() == 1 && c.outputs.front().is_json() && c.inputs.size() == 1 &&
         c.inputs.front() == "cases/" + c.id + "/" + c.outputs.front().file;
}

/// The handler of a case's last operation; the operations before it are steps of a recipe.
Handler handler_of(const Case& c) {
  if (is_micro(c)) return run_micro;
  const std::string last = c.steps.back()["op"].get<std::string>();
  for (const Json& step : c.steps) {
    const std::string op = step["op"].get<std::string>();
    const bool is_before = op == "metadata" || op == "pipeline" || is_recipe_step(op);
    if (!is_before && !(op == last && handlers().contains(op))) throw NotApplicable("no operation '" + op + "'");
  }
  if (c.expect == "evidence" && is_recipe_step(last)) return run_evidence;
  const auto found = handlers().find(last);
  return found == handlers().end() ? run_pipeline : found->second;
}

void examine(const Case& c, Report& report) {
  try {
    handler_of(c)(c, report);
  } catch (const NotApplicable& reason) {
    report.not_applicable(reason.what());
  } catch (const std::exception& problem) {
    report.fail(problem.what());
  }
}

}  // namespace

std::pair<Verdict, std::string> examine(const std::filesystem::path& root, const std::string& id) {
  try {
    const Case c = read_case(root, id);
    Report report(c);
    examine(c, report);
    return {report.verdict(), report.line()};
  } catch (const std::exception& problem) {
    return {Verdict::Fail, "fail  " + id + "  " + problem.what()};
  }
}

}  // namespace podium::golden
