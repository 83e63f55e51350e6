#pragma once

#include "podium/wire/stress.hpp"

namespace podium {

/// Whether the sensitivity is that of the rank of the unit that the plan is about: what is asked where nothing else is.
bool asks_the_usual(const StressResult& result);

/// For each target that was asked, what its variation comes from, the most first.
std::string targets_text(const StressResult& result, Language language);

}  // namespace podium
