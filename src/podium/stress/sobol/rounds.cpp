#include "podium/stress/sobol/rounds.hpp"

#include <algorithm>

#include "podium/core/parallel.hpp"

namespace podium {
namespace {

/// The batches and waves belong to the method: the order of the sums follows from them, never from the threads.
constexpr std::size_t kBatchRows = 64;
constexpr std::size_t kBatchesInWave = 64;

}  // namespace

SobolRounds::SobolRounds(const SobolProblem& problem, const SobolOptions& options, std::size_t first_rows)
    : problem_(problem),
      options_(options),
      design_(problem.coordinates, options.seed),
      batch_rows_(std::min(first_rows, kBatchRows)),
      sums_(empty_sums(problem.targets * options.scramblings)) {}

std::vector<SobolSums> SobolRounds::empty_sums(std::size_t count) const {
  const auto pairs = options_.second_order != SecondOrder::No ? SobolSums::Pairs::Summed : SobolSums::Pairs::Left;
  return std::vector<SobolSums>(count, SobolSums(problem_.factors.size(), pairs));
}

std::span<const SobolSums> SobolRounds::sums(std::size_t target) const {
  return std::span(sums_).subspan(target * options_.scramblings, options_.scramblings);
}

std::vector<SobolSums> SobolRounds::evaluate(std::uint32_t scrambling, std::size_t first_row) const {
  const std::size_t coordinates = problem_.coordinates;
  std::vector<double> a(batch_rows_ * coordinates);
  std::vector<double> b(batch_rows_ * coordinates);
  design_.fill(scrambling, static_cast<std::uint32_t>(first_row), batch_rows_, a, b);

  const std::size_t run_size = problem_.targets * batch_rows_;
  std::vector<double> values(run_size * runs_per_row());
  const auto run = [&](std::size_t number, std::span<const double> points) {
    problem_.evaluate({.points = batch_rows_, .coordinates = coordinates, .values = points},
                      std::span(values).subspan(number * run_size, run_size));
  };
  run(0, a);
  run(1, b);
  for (std::size_t i = 0; i < problem_.factors.size(); ++i) {
    exchange_factor(problem_.factors[i], coordinates, a, b);
    run(2 + 2 * i, a);
    run(3 + 2 * i, b);
    exchange_factor(problem_.factors[i], coordinates, a, b);
  }

  std::vector<SobolSums> sums = empty_sums(problem_.targets);
  for (std::size_t target = 0; target < problem_.targets; ++target) {
    sums[target].add(SobolBatch(std::span(values).subspan(target * batch_rows_), batch_rows_, run_size));
  }
  return sums;
}

SobolRounds::Outcome SobolRounds::extend_to(std::size_t rows) {
  const std::size_t scramblings = options_.scramblings;
  while (rows_ < rows) {
    // Whole batches of all scramblings, so that a wave leaves each with the same rows.
    const std::size_t batches =
        std::min(std::max<std::size_t>(kBatchesInWave / scramblings, 1), (rows - rows_) / batch_rows_);
    std::vector<std::vector<SobolSums>> wave(batches * scramblings);
    for_each_index(wave.size(), options_.threads, [&](std::size_t item) {
      wave[item] = evaluate(static_cast<std::uint32_t>(item % scramblings), rows_ + item / scramblings * batch_rows_);
    });
    for (std::size_t item = 0; item < wave.size(); ++item) {
      for (std::size_t target = 0; target < problem_.targets; ++target) {
        sums_[target * scramblings + item % scramblings].merge(wave[item][target]);
      }
    }
    rows_ += batches * batch_rows_;
    if (options_.keep_going && !options_.keep_going(runs())) return Outcome::Stopped;
  }
  return Outcome::Done;
}

}  // namespace podium
