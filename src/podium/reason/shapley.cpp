#include "podium/reason/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "podium/stress/random.hpp"

namespace podium {
namespace {

using Members = std::uint64_t;  ///< of a coalition, one bit for each factor
constexpr std::size_t kMostFactors = 64;

/// Asks for each coalition once.
class Remembered {
 public:
  Remembered(std::size_t factors, const Worth& worth) : worth_(worth), changed_(factors) {}

  const std::vector<double>& operator()(Members members) {
    const auto [known, is_new] = known_.try_emplace(members);
    if (is_new) {
      for (std::size_t i = 0; i < changed_.size(); ++i) changed_[i] = static_cast<char>((members >> i) & 1U);
      known->second = worth_(changed_);
    }
    return known->second;
  }
  std::size_t asked() const { return known_.size(); }

 private:
  const Worth& worth_;
  std::vector<char> changed_;
  std::unordered_map<Members, std::vector<double>> known_{};
};

Members bit(std::size_t factor) { return Members{1} << factor; }

/// Calls visit(union of the chosen sets, how many were chosen) for every choice among `sets`.
template <class Visit>
void for_each_choice(std::span<const Members> sets, const Visit& visit) {
  for (Members choice = 0; choice < bit(sets.size()); ++choice) {
    Members all = 0;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      if ((choice & bit(i)) != 0) all |= sets[i];
    }
    visit(all, static_cast<std::size_t>(std::popcount(choice)));
  }
}

/// How often, among all orders of n + 1 players, exactly a given set of k of the n others comes before the last one:
/// k! (n - k)! / (n + 1)!.
std::vector<double> shares_of_orders(std::size_t others) {
  std::vector<double> shares(others + 1);
  double choices = 1;  // of k among the others
  for (std::size_t k = 0; k <= others; ++k) {
    shares[k] = 1 / (static_cast<double>(others + 1) * choices);
    choices *= static_cast<double>(others - k) / static_cast<double>(k + 1);
  }
  return shares;
}

class Owen {
 public:
  Owen(std::span<const std::size_t> group_of, const Worth& worth, const ShapleySetting& setting)
      : group_of_(group_of), worth_(group_of.size(), worth), setting_(setting) {
    assert(group_of.size() < kMostFactors);
    for (std::size_t factor = 0; factor < group_of.size(); ++factor) {
      if (group_of[factor] >= groups_.size()) groups_.resize(group_of[factor] + 1);
      groups_[group_of[factor]] |= bit(factor);
    }
  }

  Shapley find() {
    Shapley found{.before = worth_(0), .after = worth_(bit(group_of_.size()) - 1), .shares = {}};
    found.shares.assign(found.before.size(), std::vector<ShapleyShare>(group_of_.size()));
    found.is_exact = is_small();
    found.is_exact ? find_exactly(found) : draw(found);
    found.worths = worth_.asked();
    return found;
  }

 private:
  bool is_small() const {
    int largest = 0;
    for (const Members group : groups_) largest = std::max(largest, std::popcount(group));
    return groups_.size() + static_cast<std::size_t>(largest) <= setting_.exact_up_to + 1;
  }

  void find_exactly(Shapley& found) {
    for (std::size_t factor = 0; factor < group_of_.size(); ++factor) {
      std::vector<Members> other_groups = groups_;
      const Members group = groups_[group_of_[factor]];
      std::erase(other_groups, group);
      std::vector<Members> companions;
      for (std::size_t other = 0; other < group_of_.size(); ++other) {
        if (other != factor && (group & bit(other)) != 0) companions.push_back(bit(other));
      }
      const std::vector<double> shares = shares_of_orders(other_groups.size());
      const std::vector<double> shares_within = shares_of_orders(companions.size());
      for_each_choice(other_groups, [&](Members outside, std::size_t count) {
        for_each_choice(companions, [&](Members inside, std::size_t count_inside) {
          add(found, factor, outside | inside, shares[count] * shares_within[count_inside]);
        });
      });
    }
  }

  /// What `factor` adds to those before it.
  void add(Shapley& found, std::size_t factor, Members before, double weight) {
    const std::vector<double> without = worth_(before);
    const std::vector<double>& with = worth_(before | bit(factor));
    for (std::size_t quantity = 0; quantity < with.size(); ++quantity) {
      found.shares[quantity][factor].value += weight * (with[quantity] - without[quantity]);
    }
  }

  /// Groups in random order, and the factors of each.
  std::vector<std::size_t> order(std::uint64_t draw) const {
    const auto key = [&](std::size_t stream) {
      return uniform(setting_.seed, draw, static_cast<std::uint32_t>(stream));
    };
    std::vector<std::size_t> factors(group_of_.size());
    std::iota(factors.begin(), factors.end(), std::size_t{0});
    std::ranges::sort(factors, {}, [&](std::size_t factor) {
      const std::size_t group = group_of_[factor];
      return std::tuple(key(group), group, key(groups_.size() + factor), factor);
    });
    return factors;
  }

  /// Mean and error over pairs of an order and its reverse (Welford, 1962).
  void draw(Shapley& found) {
    std::vector<std::vector<double>> squares(found.shares.size(), std::vector<double>(group_of_.size()));
    const std::size_t pairs = std::max<std::size_t>(2, setting_.permutations / 2);
    for (std::size_t pair = 0; pair < pairs; ++pair) {
      std::vector<std::size_t> factors = order(pair);
      std::vector<std::vector<double>> added(found.shares.size(), std::vector<double>(group_of_.size()));
      add_along(factors, added);
      std::ranges::reverse(factors);
      add_along(factors, added);
      for (std::size_t quantity = 0; quantity < added.size(); ++quantity) {
        for (std::size_t factor = 0; factor < group_of_.size(); ++factor) {
          double& mean = found.shares[quantity][factor].value;
          const double difference = added[quantity][factor] / 2 - mean;
          mean += difference / static_cast<double>(pair + 1);
          squares[quantity][factor] += difference * (added[quantity][factor] / 2 - mean);
        }
      }
    }
    const auto count = static_cast<double>(pairs);
    for (std::size_t quantity = 0; quantity < squares.size(); ++quantity) {
      for (std::size_t factor = 0; factor < group_of_.size(); ++factor) {
        found.shares[quantity][factor].standard_error = std::sqrt(squares[quantity][factor] / (count - 1) / count);
      }
    }
  }

  void add_along(std::span<const std::size_t> factors, std::vector<std::vector<double>>& added) {
    Members before = 0;
    for (const std::size_t factor : factors) {
      const std::vector<double> without = worth_(before);
      before |= bit(factor);
      const std::vector<double>& with = worth_(before);
      for (std::size_t quantity = 0; quantity < with.size(); ++quantity) {
        added[quantity][factor] += with[quantity] - without[quantity];
      }
    }
  }

  std::span<const std::size_t> group_of_;
  Remembered worth_;
  ShapleySetting setting_;
  std::vector<Members> groups_{};
};

}  // namespace

Shapley shapley_values(std::size_t factors, const Worth& worth, const ShapleySetting& setting) {
  std::vector<std::size_t> each_alone(factors);
  std::iota(each_alone.begin(), each_alone.end(), std::size_t{0});
  return owen_values(each_alone, worth, setting);
}

Shapley owen_values(std::span<const std::size_t> group_of, const Worth& worth, const ShapleySetting& setting) {
  return Owen(group_of, worth, setting).find();
}

}  // namespace podium
