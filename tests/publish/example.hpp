#pragma once

#include "podium/model/compute.hpp"
#include "podium/publish/site_stress.hpp"

namespace podium::testing {

/// An index, computed.
struct Example {
  Index index;
  Computed computed;
};

/// Three countries (FRA, KOR, USA), 2023 and 2024, two pillars:
///   output: models (ed-2024 and ed-2025; KOR has no figure of 2024), errors (less is better)
///   money:  investment, divided by gdp
/// filled with the median of the year, normalised to 0..100, combined by arithmetic means.
Example example_of_countries();

/// The same figures, where every text and id tries to leave its place in a page, and periods are quarters.
Example example_of_hostile_texts();

/// What a build makes of the example: with its stress test. Each plan varies the weights by a quarter.
SiteStress stress_of(const Example& example, std::size_t threads = 1);

}  // namespace podium::testing
