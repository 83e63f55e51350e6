#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/stress/sobol/design.hpp"
#include "podium/stress/sobol/ratio.hpp"

/// Sobol' indices: which shares of a target's variance come from which choices. The first-order index of a factor is
/// Var(E(y | factor)) / Var(y), what would go if the factor alone were settled; its total index is
/// E(Var(y | all others)) / Var(y), what would stay if all others were settled. First-order indices and those of the
/// interactions sum to one; totals count an interaction for each of its factors.
namespace podium {

/// Points of the unit cube, one after the other.
struct PointBlock {
  std::size_t points = 0;
  std::size_t coordinates = 0;
  std::span<const double> values{};  ///< points x coordinates, each in (0, 1)

  std::span<const double> point(std::size_t i) const { return values.subspan(i * coordinates, coordinates); }
};

/// Writes values[target * points + point] for each target at each point, a pure function of the point; NaN or infinity
/// where that run fails. Called from several threads at once, each with its own block.
using SobolTarget = std::function<void(const PointBlock& block, std::span<double> values)>;

struct SobolProblem {
  std::size_t coordinates = 0;
  /// No coordinate belongs to two factors. One that belongs to none varies all the same, without an index.
  std::vector<SobolFactor> factors{};
  std::size_t targets = 1;
  SobolTarget evaluate{};
};

/// Whether each interval holds with the stated probability, or all intervals of a target at once do (Bonferroni).
enum class Coverage : std::uint8_t { Each, Together };

/// Interactions of two factors cost no runs. `Counted` holds them to the precision and to the coverage of all other
/// indices of a target; `Beside` leaves those as they are without them, and gives the interactions a coverage of their
/// own.
enum class SecondOrder : std::uint8_t { No, Counted, Beside };

struct SobolOptions {
  std::size_t base_points = 64;  ///< rows in each scrambling before the first look; rounded up to a power of two
  std::size_t scramblings = 16;  ///< independent scramblings, at least two
  double precision = 0.02;       ///< the largest half interval of an index at which doubling stops
  double confidence = 0.95;
  Coverage coverage = Coverage::Together;
  std::uint64_t most_runs = 1'000'000;  ///< never more runs than this; fewer base points where they do not fit
  SecondOrder second_order = SecondOrder::No;
  std::uint64_t seed = 1;
  std::size_t threads = 1;  ///< does not change the result
  /// Asked on the calling thread between waves of runs; with false the result so far comes back.
  std::function<bool(std::uint64_t runs)> keep_going{};
};

struct FactorIndices {
  SobolIndex first{};
  SobolIndex total{};
};

struct PairInteraction {
  std::size_t i = 0;
  std::size_t j = 0;   ///< i < j
  SobolIndex index{};  ///< the share of the variance that the two make together and neither makes alone
};

struct TargetSensitivity {
  double mean = 0;      ///< over A and B of all scramblings
  double variance = 0;  ///< of the same, without bias: see below
  /// No run saw the target vary beyond rounding, or none had a value: it has no indices, all are NaN.
  bool is_constant = false;
  std::vector<FactorIndices> factors{};
  std::vector<PairInteraction> pairs{};  ///< by j, then i
  /// Noise floor: an input that the target does not see, whose indices are zero, estimated from products of values:
  /// first cov(A, B) / V, total 1 - var(A) / V (Khorashadi Zadeh and others, Comparison of variance-based and
  /// moment-independent global sensitivity analysis approaches, 2017). The indices above are made of differences and
  /// are exactly zero for such an input; the floor shows the noise of pairs of runs that share nothing.
  FactorIndices dummy{};
  /// Every half interval, those of the dummy and of interactions beside apart, is at most the precision; so if
  /// constant.
  bool is_precise = false;
  std::uint64_t failed_runs = 0;
  /// Rows with a failed run. Each index leaves out the rows in which one of its own runs failed, so indices of a target
  /// with many failures are about the worlds that do not fail.
  std::uint64_t incomplete_rows = 0;
};

struct SobolResult {
  std::vector<TargetSensitivity> targets{};
  std::uint64_t runs = 0;  ///< points at which the targets were evaluated
  std::size_t points = 0;  ///< rows in each scrambling
  std::size_t scramblings = 0;
  bool is_precise = false;                ///< of all targets
  bool is_stopped = false;                ///< by keep_going
  std::size_t generated_coordinates = 0;  ///< beyond the Sobol' dimensions: see SobolDesign
};

/// First-order indices by Azzini, Mara and Rosati (2020), totals by Jansen (1999) over both halves of the sample; pairs
/// by mean((BA_i - B)(AB_j - A)) / V, whose four products share both factors, one of them or none, so that only the
/// variance of the interaction is left (the pairing of Saltelli, 2002, with Azzini's differences). V is the variance of
/// A and B: the mean variance inside a scrambling (with n) plus the variance of the scramblings' means. An index is a
/// ratio of means over the scramblings, its interval Student's t over them (see ScrambledRatio). Looking after each
/// doubling whether to stop is not allowed for.
/// A row costs 2 factors + 2 runs. Rows double until every half interval is at most `precision`, or until the next
/// doubling would exceed most_runs. The same bits for any number of threads.
/// Diagnostics: invalid-value for options or factors outside what is said above.
Result<SobolResult> variance_based_sensitivity(const SobolProblem& problem, const SobolOptions& options = {});

}  // namespace podium
