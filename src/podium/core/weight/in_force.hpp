#pragma once

#include "podium/core/hierarchy.hpp"

/// Weights as they hold in one period of a panel.
namespace podium {

/// What a component counts within its parent: 0 if screening dropped it, else the weight that a step gave it, else the
/// hierarchy's.
double weight_in_force(const Hierarchy& hierarchy, const Panel& panel, Series series, Time time);

/// That weight as a share of all components of the parent (1 for the root; 0 where all siblings weigh nothing), and
/// the product of these shares up to the root (effective weight, OECD/JRC 2008, section 6).
double share_in_force(const Hierarchy& hierarchy, const Panel& panel, Series series, Time time);
double effective_weight_in_force(const Hierarchy& hierarchy, const Panel& panel, Series series, Time time);

}  // namespace podium
