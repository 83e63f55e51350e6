#pragma once

#include <span>

#include "podium/stress/sobol/sensitivity.hpp"
#include "podium/stress/sobol/sums.hpp"

namespace podium {

/// The indices of one target from its sums, one for each scrambling.
TargetSensitivity target_sensitivity(std::span<const SobolSums> scramblings, const SobolOptions& options);

}  // namespace podium
