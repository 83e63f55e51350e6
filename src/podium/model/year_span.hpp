#pragma once

#include <string>

namespace podium {

/// Whole years, the last one included.
struct YearSpan {
  int first = 0;
  int last = 0;

  int count() const { return last - first + 1; }
  bool operator==(const YearSpan&) const = default;
};

/// "2023", or "2023-2027" for several years.
std::string to_text(YearSpan years);

}  // namespace podium
