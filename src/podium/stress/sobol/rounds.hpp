#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "podium/stress/sobol/sensitivity.hpp"
#include "podium/stress/sobol/sums.hpp"

namespace podium {

/// Evaluates the rows of a design in batches and keeps their sums only. Every scrambling has the same rows at any time
/// between calls.
class SobolRounds {
 public:
  /// first_rows: a power of two; batches divide it.
  SobolRounds(const SobolProblem& problem, const SobolOptions& options, std::size_t first_rows);

  enum class Outcome : std::uint8_t { Done, Stopped };

  /// Adds rows until there are `rows` in each scrambling.
  Outcome extend_to(std::size_t rows);

  std::size_t rows() const { return rows_; }
  std::uint64_t runs() const { return std::uint64_t{rows_} * options_.scramblings * runs_per_row(); }
  std::uint64_t runs_per_row() const { return 2 * problem_.factors.size() + 2; }
  std::size_t generated_coordinates() const { return design_.generated_coordinates(); }

  /// The sums of a target, one for each scrambling.
  std::span<const SobolSums> sums(std::size_t target) const;

 private:
  std::vector<SobolSums> empty_sums(std::size_t count) const;
  std::vector<SobolSums> evaluate(std::uint32_t scrambling, std::size_t first_row) const;

  const SobolProblem& problem_;
  const SobolOptions& options_;
  SobolDesign design_;
  std::size_t batch_rows_;
  std::size_t rows_ = 0;
  std::vector<SobolSums> sums_;  ///< targets x scramblings
};

}  // namespace podium
