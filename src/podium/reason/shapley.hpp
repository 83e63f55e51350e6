#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace podium {

/// What several quantities are worth once some factors have changed and the others have not: one number for each
/// quantity. `changed` has one entry for each factor, not 0 if it has. Must be finite.
using Worth = std::function<std::vector<double>(std::span<const char> changed)>;

struct ShapleySetting {
  std::size_t exact_up_to = 14;      ///< factors; more are sampled
  std::size_t permutations = 2'000;  ///< drawn where sampled, in pairs of an order and its reverse
  std::uint64_t seed = 1;
};

/// The part of one factor in the change of one quantity.
struct ShapleyShare {
  double value = 0;
  double standard_error = 0;  ///< 0 where exact

  bool operator==(const ShapleyShare&) const = default;
};

struct Shapley {
  std::vector<double> before;                     ///< of each quantity, with nothing changed
  std::vector<double> after;                      ///< with everything changed
  std::vector<std::vector<ShapleyShare>> shares;  ///< by quantity, then factor
  bool is_exact = true;
  std::size_t worths = 0;  ///< how often the worth was asked for
};

/// Shapley values (Shapley, A value for n-person games, 1953): the mean, over all orders in which the factors can
/// change one after the other, of what the change of a factor adds:
///
///   share(i) = sum over S without i of |S|! (n - |S| - 1)! / n! * (worth(S with i) - worth(S))
///
/// They sum to after - before to rounding, a factor that never adds anything has exactly 0, and two that add the same
/// to whatever changed before have the same.
///
/// Beyond `exact_up_to` factors the mean is over drawn orders, each with its reverse, which sums as exactly (Castro,
/// Gómez and Tejada, 2009; antithetic pairs: Mitchell, Cooper, Frank and Holmes, 2022); the standard error is that of
/// the mean of the pairs. Order d of seed s is a function of both alone.
Shapley shapley_values(std::size_t factors, const Worth& worth, const ShapleySetting& setting = {});

/// Owen values (Owen, Values of games with a priori unions, 1977): the factors stand in groups, and only those orders
/// count in which no group is interrupted by another. The shares of a group sum to what the group has as one factor
/// among groups. `group_of` has one entry for each factor, fewer than 64: 0 ... groups - 1, each used. Exact where the
/// other groups and the factors of the largest are at most `exact_up_to` together; otherwise drawn orders as above.
Shapley owen_values(std::span<const std::size_t> group_of, const Worth& worth, const ShapleySetting& setting = {});

}  // namespace podium
