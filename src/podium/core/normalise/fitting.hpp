#pragma once

#include "podium/core/normalise/normalise.hpp"

/// What the normalise step, its checks and its frames share.
namespace podium {

/// Bounds on the oriented scale: with direction -1 they are negated and change places.
std::optional<Bounds> oriented(const std::optional<Bounds>& bounds, int direction);

/// A pool of an indicator without figures: what its method sees beside them.
NormalisePool pool_without_figures(const NodeSpec& node, std::size_t step, std::span<const std::string> units);

std::string_view name_of(const NormaliseMethod& method);
bool is_framed(const NormaliseMethod& method);
/// The scores of a unit do not depend on the figures of others.
bool has_fixed_scale(const NormaliseMethod& method);

/// The frame that a step freezes for an indicator; null if it freezes none.
const Frame* find_frame(const NodeFrames& frames, std::string_view indicator);

/// The method cannot take its parameters from elsewhere.
Problem no_frame(const NormaliseMethod& method);

/// The step's base period in the panel; nothing if it names none or one that the panel lacks.
std::optional<Time> base_of(const Normalise& step, const Panel& panel);
Diagnostic unknown_base(const Normalise& step, const Panel& panel, const StepContext& context);

}  // namespace podium
