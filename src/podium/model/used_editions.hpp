#pragma once

#include <vector>

#include "podium/model/index.hpp"

namespace podium {

/// The editions whose figures the index holds, in the order of Index::editions. Others are only cited by facts that
/// stand beside the observations.
std::vector<EditionAt> used_editions(const Index& index);

}  // namespace podium
