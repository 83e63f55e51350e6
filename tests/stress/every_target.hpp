#pragma once

#include <cstdint>

#include <doctest/doctest.h>
#include <hwy/targets.h>

namespace podium::testing {

/// Calls check() once for each kind of vectors that the processor has.
template <class Check>
void on_every_target(const Check& check) {
  for (auto left = static_cast<std::uint64_t>(hwy::SupportedTargets()); left != 0; left &= left - 1) {
    const std::uint64_t target = left & (~left + 1);
    hwy::SetSupportedTargetsForTest(static_cast<decltype(hwy::SupportedTargets())>(target));
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    CAPTURE(target);
    check();
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  }
}

}  // namespace podium::testing
