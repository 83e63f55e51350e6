#pragma once

#include "podium/publish/pages/page_data.hpp"

/// The tables of an audit's page. `home` is the way from the page to the language's folder.
namespace podium {

/// Indicators by period: the share of figures that were there.
PageData availability_rows(const PageContext& context, const std::string& home);
/// Whether a step of the recipe changed outlying figures.
bool is_treated(const Audit& audit);
/// Skewness and kurtosis of each indicator on the way to the scores.
PageData moment_rows(const PageContext& context, const Audit& audit, const std::string& home);
/// For each node with several components, how they correlate with each other, the node and the index.
PageData correlation_matrices(const PageContext& context, const Audit& audit, const std::string& home);
/// Alpha, KMO, Bartlett's test and the first component of each node.
PageData structure_rows(const PageContext& context, const Audit& audit);
/// Weight against importance, and ranks without each component.
PageData importance_rows(const PageContext& context, const Audit& audit, const std::string& home);
PageData removal_rows(const PageContext& context, const Audit& audit, const std::string& home);

}  // namespace podium
