#pragma once

#include <optional>
#include <span>
#include <string>

#include "podium/model/compute.hpp"

namespace podium {

/// How many units have a figure of a series in a period, by the edition in use.
struct SeriesCoverage {
  Time time;
  std::optional<EditionAt> edition;
  std::size_t units;
};
std::vector<SeriesCoverage> coverage_of(const Selection& selection, Series series);

/// An indicator, a denominator or a node:
/// {"index":{..},"id","kind":"indicator"|"node"|"denominator","title","description","parent","weight","share",
///  "effective_weight","direction","unit_of_measure","goalposts":[l,u],"target":[l,u],"denominator","factor","children":[ids],
///  "coverage":[{"period","edition","units"}],"editions":[..],"sources":[..],"observations":[..]}
/// What does not apply is left out.
std::string series_profile_json(const Index& index, const Computed& computed, Series series);

/// unit,indicator,period,edition,value,status,source,locator,note: as in the index's own files, values as printed.
/// Where any of these figures has a standard error, a last column standard_error.
std::string observations_csv(const Index& index, std::span<const Observation> observations);

}  // namespace podium
