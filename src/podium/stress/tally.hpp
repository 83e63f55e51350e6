#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "podium/core/rank.hpp"
#include "podium/stress/kernel/ranks.hpp"

namespace podium {

/// Where a unit's scores are counted: `kBins` bins of equal width between two ends; scores beyond them count at the
/// ends.
class ScoreScale {
 public:
  static constexpr std::size_t kBins = 1000;

  ScoreScale() = default;
  /// The highest end is above the lowest.
  ScoreScale(double lowest, double highest)
      : lowest_(lowest), highest_(highest), bins_per_score_(static_cast<double>(kBins) / (highest - lowest)) {}

  double lowest() const { return lowest_; }
  double width() const { return (highest_ - lowest_) / static_cast<double>(kBins); }

  std::size_t bin_of(double score) const {
    const double place = (score - lowest_) * bins_per_score_;
    const double held = place > 0 ? place : 0;
    return held < static_cast<double>(kBins - 1) ? static_cast<std::size_t>(held) : kBins - 1;
  }

 private:
  double lowest_ = 0;
  double highest_ = 1;
  double bins_per_score_ = static_cast<double>(kBins);
};

/// Worlds that gave no ranks, for one reason.
struct FailedWorlds {
  std::uint64_t count = 0;
  std::uint64_t first = 0;  ///< a draw's number
};

/// Everything that a stress test counts over its worlds: its size does not grow with their number. Two tallies of the
/// same units and nodes can be added; counts are whole numbers, so their order does not matter.
class StressTally {
 public:
  StressTally(std::size_t units, std::size_t nodes, std::vector<ScoreScale> scales);

  /// Counts a world: what its nodes weigh, its scores (NaN: unranked) and ranks (0: unranked).
  void add(std::span<const double> weights, std::span<const double> scores, std::span<const Rank> ranks);
  void add_failure(const std::string& reason, std::uint64_t draw);
  void add(const StressTally& other);

  std::size_t units() const { return units_; }
  std::size_t nodes() const { return nodes_; }
  /// Worlds that gave ranks.
  std::uint64_t worlds() const { return worlds_; }
  std::uint64_t failed() const;
  const std::map<std::string, FailedWorlds>& failures() const { return failures_; }
  const std::vector<ScoreScale>& scales() const { return scales_; }

  /// In how many worlds a unit had each rank, from 0 (unranked) to the number of units.
  std::span<const std::uint64_t> ranks(std::size_t unit) const { return row(ranks_, unit, units_ + 1); }
  /// In how many worlds a unit stood before another; both ranked.
  std::uint64_t wins(std::size_t unit, std::size_t other) const;
  std::span<const std::uint64_t> score_bins(std::size_t unit) const { return row(bins_, unit, ScoreScale::kBins); }
  double score_sum(std::size_t unit) const { return score_sums_[unit]; }
  double lowest_score(std::size_t unit) const { return lowest_[unit]; }
  double highest_score(std::size_t unit) const { return highest_[unit]; }
  /// The sum of the weights over the worlds in which the unit came first.
  std::span<const double> first_weights(std::size_t unit) const {
    return std::span(first_weights_).subspan(unit * nodes_, nodes_);
  }

  // For kernels that count many worlds at once.
  std::span<std::uint64_t> rank_counts() { return ranks_; }
  std::span<std::uint64_t> pair_counts() { return pairs_; }
  void add_worlds(std::uint64_t count) { worlds_ += count; }
  /// The scores of the first `draws` draws of a block, and the weights of those who came first.
  void add_scores(std::size_t draws, std::span<const BlockRow<double>> scores,
                  std::span<const BlockRow<BlockRank>> ranks, std::span<const BlockRow<double>> weights);

 private:
  void add_score(std::size_t unit, double score);
  void add_row(std::size_t unit, std::span<const double> scores);

  static std::span<const std::uint64_t> row(const std::vector<std::uint64_t>& table, std::size_t unit,
                                            std::size_t width) {
    return std::span(table).subspan(unit * width, width);
  }

  std::size_t units_;
  std::size_t nodes_;
  std::vector<ScoreScale> scales_;
  std::uint64_t worlds_ = 0;
  std::vector<std::uint64_t> ranks_;
  /// As count_pairs of kernel/counts.hpp leaves them: for i < j, [i][j] where i stood before j, [j][i] where neither
  /// did.
  std::vector<std::uint64_t> pairs_;
  std::vector<std::uint64_t> bins_;
  std::vector<double> score_sums_;
  std::vector<double> lowest_;
  std::vector<double> highest_;
  std::vector<double> first_weights_;
  std::map<std::string, FailedWorlds> failures_;
};

}  // namespace podium
