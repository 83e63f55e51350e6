#include "podium/stress/chunk.hpp"

#include <algorithm>

#include "podium/stress/kernel/counts.hpp"
#include "podium/stress/kernel/weighed_ranks.hpp"
#include "podium/stress/random.hpp"
#include "podium/stress/stress_run.hpp"

namespace podium {
namespace {

/// The draws of a chunk that take one combination of alternatives.
using Bucket = std::vector<std::size_t>;

/// One chunk at work: the coordinates of all its draws are made at once.
class Chunk {
 public:
  Chunk(const PreparedWorlds& prepared, std::uint64_t first, std::uint64_t end, StressTally& tally)
      : prepared_(prepared), worlds_(prepared.worlds()), first_(first), draws_(end - first), tally_(tally) {
    numbers_.resize(worlds_.coordinates() * draws_);
    uniforms(worlds_.plan().seed, first, draws_, 0, worlds_.coordinates(), numbers_);
  }

  void count() {
    std::map<std::size_t, Bucket> buckets;
    for (std::size_t draw = 0; draw < draws_; ++draw) {
      buckets[worlds_.combinations() == 1 ? 0 : worlds_.combination(point(draw))].push_back(draw);
    }
    for (const auto& [combination, bucket] : buckets) {
      const PreparedWorlds::Entry* const entry = prepared_.find(combination);
      if (entry != nullptr && entry->panel && entry->tree) {
        count_with_kernel(*entry, bucket);
      } else {
        for (const std::size_t draw : bucket) count_alone(draw);
      }
    }
  }

 private:
  Coordinates point(std::size_t draw) const {
    return [this, draw](std::size_t coordinate) { return numbers_[coordinate * draws_ + draw]; };
  }

  void count_alone(std::size_t draw) {
    const Result<WorldResult> result = prepared_.run(point(draw));
    if (result) {
      tally_.add(result->weights, result->scores, result->ranks);
    } else {
      tally_.add_failure(reason_of(result.diagnostics()), first_ + draw);
    }
  }

  void count_with_kernel(const PreparedWorlds::Entry& entry, const Bucket& bucket) {
    const KernelTree& tree = *entry.tree;
    const std::size_t units = tally_.units();
    WeighedRanks ranking(tree.layout);
    CountRoom count_room(units);
    std::vector<BlockRow<double>> node_weights(tally_.nodes());
    std::vector<BlockRow<double>> weights(tree.rows.size());
    std::vector<BlockRow<double>> scores(units);
    std::vector<BlockRow<BlockRank>> ranks(units);
    for (std::size_t begin = 0; begin < bucket.size(); begin += kBlockDraws) {
      const std::size_t count = std::min(kBlockDraws, bucket.size() - begin);
      worlds_.weigh_block(*entry.panel, {numbers_, draws_}, std::span(bucket).subspan(begin, count), node_weights);
      for (std::size_t row = 0; row < tree.rows.size(); ++row) weights[row] = node_weights[at(tree.rows[row])];
      ranking.rank(weights, scores, ranks);
      count_ranks(ranks, count, tally_.rank_counts(), count_room);
      count_pairs(ranks, count, tally_.pair_counts(), count_room);
      tally_.add_scores(count, scores, ranks, node_weights);
      tally_.add_worlds(count);
    }
  }

  const PreparedWorlds& prepared_;
  const Worlds& worlds_;
  std::uint64_t first_;
  std::size_t draws_;
  StressTally& tally_;
  std::vector<double> numbers_;  ///< [coordinate][draw]
};

}  // namespace

std::string reason_of(const Diagnostics& problems) {
  return problems.empty() ? std::string() : to_text(problems.front());
}

void count_worlds(const PreparedWorlds& prepared, std::uint64_t first, std::uint64_t end, StressTally& tally) {
  const Worlds& worlds = prepared.worlds();
  if (worlds.combinations() > 0) return Chunk(prepared, first, end, tally).count();
  for (std::uint64_t draw = first; draw < end; ++draw) {
    const Result<WorldResult> result = worlds.run(point_of_draw(worlds.plan().seed, draw));
    if (result) {
      tally.add(result->weights, result->scores, result->ranks);
    } else {
      tally.add_failure(reason_of(result.diagnostics()), draw);
    }
  }
}

}  // namespace podium
