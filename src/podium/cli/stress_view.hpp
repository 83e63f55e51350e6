#pragma once

#include "podium/cli/text_form.hpp"
#include "podium/wire/stress.hpp"

namespace podium {

/// One screen: how sure the ranks are, beginning with the unit that the plan is about; at most `limit` lines of units.
std::string stress_view(const StressResult& result, std::size_t limit, TextForm form, Language language, Colour colour);

/// What one world has otherwise, with at most `limit` of the figures that it moved, and its ranking.
std::string world_view(const StressWorld& world, std::size_t limit, TextForm form, Language language, Colour colour);

}  // namespace podium
