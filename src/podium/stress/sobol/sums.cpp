#include "podium/stress/sobol/sums.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "podium/core/panel.hpp"

namespace podium {
namespace {

/// A target that moves by less than this share of its size moves by rounding only.
constexpr double kRounding = 1e-12;

double square(double x) { return x * x; }

}  // namespace

void PairedMoments::add(double a, double b) { merge({.count = 1, .mean_a = a, .mean_b = b}); }

void PairedMoments::merge(const PairedMoments& other) {
  if (other.count == 0) return;
  const double total = count + other.count;
  const double step_a = other.mean_a - mean_a;
  const double step_b = other.mean_b - mean_b;
  const double share = other.count / total;
  // For the first values `count` is zero: nothing is added to the squares.
  squares_a += other.squares_a + step_a * step_a * count * share;
  squares_b += other.squares_b + step_b * step_b * count * share;
  products += other.products + step_a * step_b * count * share;
  mean_a += step_a * share;
  mean_b += step_b * share;
  count = total;
}

double PairedMoments::mean() const { return count == 0 ? kMissing : (mean_a + mean_b) / 2; }

double PairedMoments::variance() const {
  if (count == 0) return kMissing;
  return (squares_a + squares_b + square(mean_a - mean_b) * count / 2) / (2 * count);
}

SobolSums::SobolSums(std::size_t factors, Pairs pairs)
    : factors_(factors), pairs_(pairs == Pairs::Summed && factors > 0 ? factors * (factors - 1) / 2 : 0) {}

void SobolSums::see(double value) {
  if (!std::isfinite(value)) {
    ++failed_runs_;
    return;
  }
  lowest_ = std::min(lowest_, value);
  highest_ = std::max(highest_, value);
}

void SobolSums::add_factors(const SobolBatch& batch, std::size_t row) {
  const double a = batch.a(row);
  const double b = batch.b(row);
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    const double ab = batch.ab(i, row);
    const double ba = batch.ba(i, row);
    if (!std::isfinite(ab) || !std::isfinite(ba)) continue;
    Factor& sums = factors_[i];
    sums.count += 1;
    sums.first += 2 * (ba - b) * (a - ab);
    sums.squares += square(a - b) + square(ba - ab);
    sums.changes += square(a - ab) + square(b - ba);
  }
}

void SobolSums::add_pairs(const SobolBatch& batch, std::size_t row) {
  const double a = batch.a(row);
  const double b = batch.b(row);
  for (std::size_t j = 1; j < factors_.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const double product =
          (batch.ba(i, row) - b) * (batch.ab(j, row) - a) + (batch.ba(j, row) - b) * (batch.ab(i, row) - a);
      if (!std::isfinite(product)) continue;
      Pair& sums = pairs_[position(i, j)];
      sums.count += 1;
      sums.products += product;
    }
  }
}

void SobolSums::add(const SobolBatch& batch) {
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    const std::uint64_t failed_before = failed_runs_;
    see(batch.a(row));
    see(batch.b(row));
    const bool has_both = failed_runs_ == failed_before;
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      see(batch.ab(i, row));
      see(batch.ba(i, row));
    }
    if (failed_runs_ != failed_before) ++incomplete_rows_;
    if (!has_both) continue;
    moments_.add(batch.a(row), batch.b(row));
    add_factors(batch, row);
    if (!pairs_.empty()) add_pairs(batch, row);
  }
}

void SobolSums::merge(const SobolSums& other) {
  assert(factors_.size() == other.factors_.size() && pairs_.size() == other.pairs_.size());
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    factors_[i].count += other.factors_[i].count;
    factors_[i].first += other.factors_[i].first;
    factors_[i].squares += other.factors_[i].squares;
    factors_[i].changes += other.factors_[i].changes;
  }
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    pairs_[i].count += other.pairs_[i].count;
    pairs_[i].products += other.pairs_[i].products;
  }
  moments_.merge(other.moments_);
  lowest_ = std::min(lowest_, other.lowest_);
  highest_ = std::max(highest_, other.highest_);
  failed_runs_ += other.failed_runs_;
  incomplete_rows_ += other.incomplete_rows_;
}

bool SobolSums::is_constant() const {
  if (!(lowest_ <= highest_)) return true;
  return highest_ - lowest_ <= kRounding * std::max(std::abs(lowest_), std::abs(highest_));
}

}  // namespace podium
