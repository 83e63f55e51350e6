#pragma once

#include "podium/stress/worlds.hpp"

namespace podium {

/// Whether a step needs figures of other periods than the one it works out.
bool looks_across_periods(const Step& step);

/// The setting with the ranked period alone, for recipes of which no step looks further: worlds cost less by as much.
StressSetting one_period(StressSetting setting);

}  // namespace podium
