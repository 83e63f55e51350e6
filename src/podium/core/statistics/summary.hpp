#pragma once

#include <cstddef>
#include <span>

namespace podium {

/// The distribution of a series over units. Moments are of the available figures; NaN where there are too few.
struct Summary {
  std::size_t count = 0;      ///< units, with or without a figure
  std::size_t available = 0;  ///< with a figure
  std::size_t nonzero = 0;
  std::size_t distinct = 0;        ///< different figures
  std::size_t most_frequent = 0;   ///< units that share the most frequent figure
  double most_frequent_value = 0;  ///< the smallest of them; NaN without figures
  double minimum = 0;
  double maximum = 0;
  double mean = 0;
  double median = 0;
  double standard_deviation = 0;  ///< with n - 1
  double skewness = 0;            ///< G1 (Joanes and Gill, 1998)
  double kurtosis = 0;            ///< excess, G2

  /// Of all units.
  double available_share() const { return share(available, count); }
  /// Of the available figures.
  double nonzero_share() const { return share(nonzero, available); }
  double distinct_share() const { return share(distinct, available); }
  double most_frequent_share() const { return share(most_frequent, available); }

 private:
  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

Summary summary_of(std::span<const double> values);

/// The value below which a share of the available figures lies, interpolated between neighbours (type 7 of Hyndman and
/// Fan, 1996; the default of R). NaN without figures.
double quantile_of(std::span<const double> values, double share);

}  // namespace podium
