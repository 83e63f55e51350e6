#pragma once

#include "podium/core/diagnostic.hpp"
#include "podium/model/selection.hpp"

namespace podium {

/// Warnings about derived figures that the recipe makes of two editions of one publisher: an indicator divided by a
/// denominator of another edition, a gap on the straight line between figures of two editions. What comes out is then
/// partly restatement. Editions of different publishers are no mixture, nor is a figure carried unchanged to another
/// period. None where the index allows it (Index::allow_mixed_editions).
Diagnostics mixed_editions(const Index& index, const Selection& selection);

}  // namespace podium
