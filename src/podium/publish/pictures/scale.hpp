#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace podium {

/// The values at the two ends of an axis. Low may lie above high: ranks are drawn with 1 at the top.
struct Domain {
  double low = 0;
  double high = 1;

  bool operator==(const Domain&) const = default;
};

/// Where a value lies between the ends: 0 at low, 1 at high; 0 if the ends are equal.
double share_of(Domain domain, double value);

/// A domain with round ends that holds the values (gaps are passed over). It starts at zero unless all values lie in
/// its upper half or some are negative. Values that no double can count between keep their own ends.
Domain round_domain(const std::vector<double>& values, std::size_t ticks);

/// Multiples of 1, 2 or 5 times a power of ten from low to high, about as many as asked for, ascending; only the two
/// ends where no double can count between them.
std::vector<double> round_ticks(Domain domain, std::size_t count);

/// Ranks to label on an axis of `last` ranks: 1, round ranks between, the last.
std::vector<double> rank_ticks(std::size_t last);

/// Every how many of `count` labels is written so that no more than `most` are.
std::size_t label_stride(std::size_t count, std::size_t most);

/// Positions near the wanted ones, at least `gap` apart and within [low, high] as far as there is room, in the wanted
/// order.
std::vector<double> spread(std::vector<double> wanted, double gap, double low, double high);

}  // namespace podium
