#pragma once

#include <string>

#include "podium/core/rank.hpp"
#include "podium/publish/pictures/bar.hpp"

namespace podium {

/// First and last rank of a range; 0 where there is none.
struct RankSpan {
  Rank first = 0;
  Rank last = 0;
};

/// How sure one rank is, on an axis of ranks from 1 (left) to the number of units.
struct RankStrip {
  std::string title;  ///< all of it in words
  std::size_t ranks;  ///< on the axis
  Rank published = 0;
  Rank median = 0;
  RankSpan interval{};  ///< a bar
  RankSpan met{};       ///< a thin line
  RankSpan possible{};  ///< whiskers
};

/// Each rank owns an equal part of the axis: its middle, and the parts that a range covers, in percent of the width.
double rank_middle(Rank rank, std::size_t ranks);
Stretch rank_stretch(RankSpan span, std::size_t ranks);

/// The strip as an SVG element.
std::string rank_strip(const RankStrip& strip);

/// The numbers above strips of so many ranks, hidden from screen readers: strips tell their ranks in words.
std::string rank_axis(std::size_t ranks);

}  // namespace podium
