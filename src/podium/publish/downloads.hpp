#pragma once

#include <vector>

#include "podium/files/output.hpp"
#include "podium/model/compute.hpp"

namespace podium {

/// The files that both languages share: rankings and observations as CSV and JSON, style sheet, icon, and the marker by
/// which a site is known. By path.
std::vector<OutputFile> shared_files(const Index& index, const Computed& computed);

}  // namespace podium
