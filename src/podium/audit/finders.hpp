#pragma once

#include <vector>

#include "podium/audit/finding.hpp"

/// The families of objections; findings_of joins them. Each appends what it finds.
namespace podium {

/// What every family looks at.
struct Evidence {
  const Index& index;
  const Computed& computed;
  const Audit& audit;
  std::vector<double> weights;  ///< effective, of every node, in force in the period

  double weight(Series series) const { return weights[at(series)]; }
  Finding finding(FindingKind kind, Gravity gravity, int step) const {
    return {.kind = kind, .gravity = gravity, .handbook_step = step, .period = audit.period};
  }
};

inline double number_of(std::size_t count) { return static_cast<double>(count); }

using Findings = std::vector<Finding>;

void find_in_data(const Evidence& evidence, Findings& findings);
void find_in_editions(const Evidence& evidence, Findings& findings);
void find_in_scores(const Evidence& evidence, Findings& findings);
void find_in_recipe(const Evidence& evidence, Findings& findings);
void find_in_correlations(const Evidence& evidence, Findings& findings);
void find_in_weights(const Evidence& evidence, Findings& findings);

}  // namespace podium
