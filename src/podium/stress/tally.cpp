#include "podium/stress/tally.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

#include "podium/core/column.hpp"

namespace podium {
namespace {

template <class Number>
void add_to(std::vector<Number>& sums, const std::vector<Number>& others) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += others[i];
}

}  // namespace

StressTally::StressTally(std::size_t units, std::size_t nodes, std::vector<ScoreScale> scales)
    : units_(units),
      nodes_(nodes),
      scales_(std::move(scales)),
      ranks_(units * (units + 1), 0),
      pairs_(units * units, 0),
      bins_(units * ScoreScale::kBins, 0),
      score_sums_(units, 0),
      lowest_(units, std::numeric_limits<double>::infinity()),
      highest_(units, -std::numeric_limits<double>::infinity()),
      first_weights_(units * nodes, 0) {
  assert(scales_.size() == units);
}

void StressTally::add_score(std::size_t unit, double score) {
  ++bins_[unit * ScoreScale::kBins + scales_[unit].bin_of(score)];
  score_sums_[unit] += score;
  lowest_[unit] = std::min(lowest_[unit], score);
  highest_[unit] = std::max(highest_[unit], score);
}

void StressTally::add_scores(std::size_t draws, std::span<const BlockRow<double>> scores,
                             std::span<const BlockRow<BlockRank>> ranks, std::span<const BlockRow<double>> weights) {
  for (std::size_t unit = 0; unit < units_; ++unit) {
    const std::span<const double> own = std::span(scores[unit]).first(draws);
    add_row(unit, own);
    const std::span<const BlockRank> places = std::span(ranks[unit]).first(draws);
    if (std::ranges::find(places, BlockRank{1}) == places.end()) continue;
    for (std::size_t draw = 0; draw < draws; ++draw) {
      if (places[draw] != 1) continue;
      for (std::size_t node = 0; node < nodes_; ++node) first_weights_[unit * nodes_ + node] += weights[node][draw];
    }
  }
}

/// A gap is a draw in which the unit has no rank.
void StressTally::add_row(std::size_t unit, std::span<const double> scores) {
  if (column::next_gap(scores, 0) < scores.size()) {
    for (const double score : scores) {
      if (!is_missing(score)) add_score(unit, score);
    }
    return;
  }
  const ScoreScale& scale = scales_[unit];
  std::uint64_t* const bins = bins_.data() + unit * ScoreScale::kBins;
  // Four sums in turn, so that none waits for the one before.
  std::array<double, 4> sums{};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    ++bins[scale.bin_of(scores[i])];
    sums[i % sums.size()] += scores[i];
  }
  score_sums_[unit] += (sums[0] + sums[1]) + (sums[2] + sums[3]);
  const auto [lowest, highest] = column::extremes(scores);
  lowest_[unit] = std::min(lowest_[unit], lowest);
  highest_[unit] = std::max(highest_[unit], highest);
}

void StressTally::add(std::span<const double> weights, std::span<const double> scores, std::span<const Rank> ranks) {
  ++worlds_;
  for (std::size_t unit = 0; unit < units_; ++unit) {
    ++ranks_[unit * (units_ + 1) + ranks[unit]];
    if (ranks[unit] == 0) continue;
    add_score(unit, scores[unit]);
    if (ranks[unit] != 1) continue;
    for (std::size_t node = 0; node < nodes_; ++node) first_weights_[unit * nodes_ + node] += weights[node];
  }
  for (std::size_t i = 0; i < units_; ++i) {
    for (std::size_t j = i + 1; j < units_; ++j) {
      const bool both = ranks[i] != 0 && ranks[j] != 0;
      pairs_[i * units_ + j] += both && ranks[i] < ranks[j] ? 1 : 0;
      pairs_[j * units_ + i] += !both || ranks[i] == ranks[j] ? 1 : 0;
    }
  }
}

std::uint64_t StressTally::wins(std::size_t unit, std::size_t other) const {
  if (unit == other) return 0;
  if (unit < other) return pairs_[unit * units_ + other];
  return worlds_ - pairs_[other * units_ + unit] - pairs_[unit * units_ + other];
}

void StressTally::add_failure(const std::string& reason, std::uint64_t draw) {
  FailedWorlds& failed = failures_[reason];
  failed.first = failed.count == 0 ? draw : std::min(failed.first, draw);
  ++failed.count;
}

void StressTally::add(const StressTally& other) {
  worlds_ += other.worlds_;
  add_to(ranks_, other.ranks_);
  add_to(pairs_, other.pairs_);
  add_to(bins_, other.bins_);
  add_to(score_sums_, other.score_sums_);
  add_to(first_weights_, other.first_weights_);
  for (std::size_t unit = 0; unit < units_; ++unit) {
    lowest_[unit] = std::min(lowest_[unit], other.lowest_[unit]);
    highest_[unit] = std::max(highest_[unit], other.highest_[unit]);
  }
  for (const auto& [reason, failed] : other.failures_) {
    FailedWorlds& own = failures_[reason];
    own.first = own.count == 0 ? failed.first : std::min(own.first, failed.first);
    own.count += failed.count;
  }
}

std::uint64_t StressTally::failed() const {
  std::uint64_t count = 0;
  for (const auto& [reason, failed] : failures_) count += failed.count;
  return count;
}

}  // namespace podium
