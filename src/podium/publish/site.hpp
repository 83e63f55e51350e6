#pragma once

#include <cstddef>
#include <vector>

#include "podium/files/output.hpp"
#include "podium/model/compute.hpp"
#include "podium/publish/site_stress.hpp"

namespace podium {

/// The file by which replace_directory knows a site of podium's.
inline constexpr std::string_view kSiteMarker = "podium-site.json";

/// All files of the static site of an index: ranking per period, a page for each unit and each indicator, the method,
/// each in English and Korean, with their data as JSON and CSV; how sure the ranks are, if there is a stress test. Same
/// inputs, same bytes, for any number of threads.
std::vector<OutputFile> render_site(const Index& index, const Computed& computed, std::size_t threads,
                                    const SiteStress* stress = nullptr);

}  // namespace podium
