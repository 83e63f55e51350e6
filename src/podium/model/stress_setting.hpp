#pragma once

#include "podium/model/compute.hpp"
#include "podium/stress/worlds.hpp"

namespace podium {

/// What a stress test of an index works on: the figures of the published choice of edition, and of the editions that
/// the plan varies, with half a unit of the last digit of each printed figure and, where the plan varies measurement,
/// its standard error. `period` is one that the index ranks.
Result<StressSetting> stress_setting(const Index& index, const StressPlan& plan, const EditionChoice& choice,
                                     Period period, Series node);

/// The plan of an index that states none: weights at all levels, by up to a quarter of themselves.
StressPlan plan_of(const Index& index);

}  // namespace podium
