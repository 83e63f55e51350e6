#pragma once

#include "golden/found_table.hpp"
#include "golden/index.hpp"

namespace podium::golden {

/// The share of weight with which each unit is ahead of each other, ties half, over a panel of one period.
FoundTable outranking_table(const Hierarchy& hierarchy, const Panel& panel);
std::vector<double> copeland_scores(const Hierarchy& hierarchy, const Panel& panel);

}  // namespace podium::golden
