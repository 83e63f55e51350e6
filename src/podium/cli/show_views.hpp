#pragma once

#include <span>

#include "podium/cli/command.hpp"
#include "podium/model/story.hpp"

/// How the parts of an index look to people.
namespace podium {

/// A unit: its ranks over time, then the newest period's scores of every node with the figures behind them.
std::string unit_view(const Index& index, const Computed& computed, Unit unit, Language language, Colour colour);

/// An indicator, a denominator or a node: definition, coverage, editions, sources, top of the ranking.
std::string series_view(const Index& index, const Computed& computed, Series series, Language language, Colour colour);

/// Figures of one unit and series in every edition, what each step made of the one that is used, and what it counts
/// for.
std::string cell_view(const Index& index, const Computed& computed, Unit unit, Series series,
                      std::span<const CellStory> stories, Language language, Colour colour);

}  // namespace podium
