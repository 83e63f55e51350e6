#pragma once

#include <string>

namespace podium {

/// An estimated share with the ends of its interval.
struct EstimatedShare {
  double value;
  double low;
  double high;
};

/// What a factor explains by itself (upper bar) and together with others (lower bar), from 0 (left) to 1, each with a
/// line for its interval.
struct InfluenceBar {
  EstimatedShare alone;
  EstimatedShare together;
};

/// The two bars as an SVG element, hidden from screen readers: they repeat numbers that stand beside them. Estimates
/// beyond 0 and 1 end there. Empty for a gap.
std::string influence_bar(const InfluenceBar& bar);

}  // namespace podium
