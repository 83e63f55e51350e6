#pragma once

#include "podium/files/problems.hpp"
#include "podium/model/labour.hpp"

namespace podium {

/// Reports what a table of sound rows lacks, or has in a year that it must not: see read_labour. More years than
/// kMostLabourYears are reported instead.
void report_labour_gaps(const LabourTable& table, const Index& index, Problems& problems);

}  // namespace podium
