#pragma once

#include <optional>

#include "podium/stress/attainable/lead.hpp"
#include "podium/stress/attainable/weight_polytope.hpp"

namespace podium {

/// How many of some relations "a unit is ahead of another" can hold at once, over all weights within their bounds: an
/// integer program with one binary variable for each relation. Its bounds ("big M") are the exact least leads.
/// A relation is linear where neither unit has a gap; otherwise it is replaced by a weaker one that is, so the answer
/// is never too low.
class RankProgram {
 public:
  struct Answer {
    enum class State : std::uint8_t { Found, Impossible, Unknown };
    State state = State::Unknown;
    std::vector<std::size_t> relations{};  ///< a largest set that the solver holds to be possible together
  };
  struct Margin {
    double value = 0;               ///< greatest possible value of the set's smallest lead
    std::vector<double> weights{};  ///< with which it is reached
  };

  /// `leads`: by how much the first unit of each relation leads the second.
  RankProgram(const WeightPolytope& polytope, std::vector<LinearLead> leads, double range, const Solvers& solvers);

  /// The most relations that can hold at once (lead >= 0), if at least this many can.
  Answer most(std::size_t at_least) const;
  /// Weights at which all of these relations hold by as much as possible; nothing where the solver fails.
  std::optional<Margin> widest(std::span<const std::size_t> relations) const;
  /// Notes that a set of relations cannot hold at once, after dropping what is not needed for that: whatever leaves
  /// the widest margin not above `margin`.
  void exclude(std::vector<std::size_t> relations, double margin);

 private:
  std::vector<double> lead_row(std::size_t relation, std::size_t width, double factor) const;

  const WeightPolytope& polytope_;
  std::vector<LinearLead> leads_;
  double range_;
  const Solvers& solvers_;
  std::vector<std::vector<std::size_t>> excluded_;
};

}  // namespace podium
