#pragma once

#include "golden/case.hpp"
#include "golden/report.hpp"

/// One function per kind of case; each reads what the case says, lets podium compute it, and compares.
namespace podium::golden {

/// Runs a case and says in one line how it went. Whatever is wrong with its files becomes a failure of this case.
std::pair<Verdict, std::string> examine(const std::filesystem::path& root, const std::string& id);

void run_availability(const Case& c, Report& report);
void run_compare(const Case& c, Report& report);
void run_copeland(const Case& c, Report& report);
void run_correlation(const Case& c, Report& report);
void run_correlation_flags(const Case& c, Report& report);
void run_cronbach(const Case& c, Report& report);
void run_denominator_correlation(const Case& c, Report& report);
void run_effective_weights(const Case& c, Report& report);
void run_evidence(const Case& c, Report& report);
void run_full_factorial(const Case& c, Report& report);
void run_micro(const Case& c, Report& report);
void run_noisy_weights(const Case& c, Report& report);
void run_optimise_weights(const Case& c, Report& report);
void run_pca(const Case& c, Report& report);
/// A case whose operations are all steps of a recipe.
void run_pipeline(const Case& c, Report& report);
void run_rank(const Case& c, Report& report);
void run_remove_elements(const Case& c, Report& report);
void run_results(const Case& c, Report& report);
void run_sobol(const Case& c, Report& report);
void run_sobol_estimate(const Case& c, Report& report);
void run_stats(const Case& c, Report& report);
void run_strengths(const Case& c, Report& report);
void run_trend(const Case& c, Report& report);
void run_uncertainty(const Case& c, Report& report);
void run_unit_summary(const Case& c, Report& report);
void run_validation(const Case& c, Report& report);

}  // namespace podium::golden
