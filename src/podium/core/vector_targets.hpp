#pragma once

/// For files that are compiled once for each kind of vectors; included before Highway. Vectors whose size is known only
/// at run time (those of Arm's SVE and of RISC-V) cannot be kept in arrays, as ours are.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
