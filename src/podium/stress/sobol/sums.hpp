#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace podium {

/// The values of one target at some rows of a design: `rows` values of A, of B, then for each factor of AB and of BA,
/// each run `stride` values after the one before.
class SobolBatch {
 public:
  SobolBatch(std::span<const double> values, std::size_t rows, std::size_t stride)
      : values_(values), rows_(rows), stride_(stride) {}

  std::size_t rows() const { return rows_; }
  double a(std::size_t row) const { return values_[row]; }
  double b(std::size_t row) const { return values_[stride_ + row]; }
  double ab(std::size_t factor, std::size_t row) const { return values_[(2 + 2 * factor) * stride_ + row]; }
  double ba(std::size_t factor, std::size_t row) const { return values_[(3 + 2 * factor) * stride_ + row]; }

 private:
  std::span<const double> values_;
  std::size_t rows_;
  std::size_t stride_;
};

/// Means, squares and products of deviations of A and B, updated by the formulas of Chan, Golub and LeVeque (1983).
struct PairedMoments {
  double count = 0;
  double mean_a = 0;
  double mean_b = 0;
  double squares_a = 0;
  double squares_b = 0;
  double products = 0;

  void add(double a, double b);
  void merge(const PairedMoments& other);

  /// Mean and variance (with n) of the values of A and B together. NaN without values.
  double mean() const;
  double variance() const;
};

/// Sums over rows of the products of differences that the indices of one target are made of. A row takes part in a sum
/// where all of the runs that the sum needs have a finite value. Sums of batches are merged in a fixed order.
class SobolSums {
 public:
  enum class Pairs : std::uint8_t { Left, Summed };

  SobolSums(std::size_t factors, Pairs pairs);

  void add(const SobolBatch& batch);
  void merge(const SobolSums& other);

  struct Factor {
    double count = 0;
    double first = 0;    ///< 2 (BA - B)(A - AB)
    double squares = 0;  ///< (A - B)^2 + (BA - AB)^2
    double changes = 0;  ///< (A - AB)^2 + (B - BA)^2
  };
  struct Pair {
    double count = 0;
    double products = 0;  ///< (BA_i - B)(AB_j - A) + (BA_j - B)(AB_i - A)
  };

  std::size_t factors() const { return factors_.size(); }
  const Factor& factor(std::size_t i) const { return factors_[i]; }
  /// i < j; only where pairs are summed.
  const Pair& pair(std::size_t i, std::size_t j) const { return pairs_[position(i, j)]; }
  const PairedMoments& moments() const { return moments_; }

  std::uint64_t failed_runs() const { return failed_runs_; }
  std::uint64_t incomplete_rows() const { return incomplete_rows_; }

  /// Over all runs: whether the finite values differ by no more than rounding. So too where there is none.
  bool is_constant() const;

 private:
  std::size_t position(std::size_t i, std::size_t j) const { return j * (j - 1) / 2 + i; }
  void add_factors(const SobolBatch& batch, std::size_t row);
  void add_pairs(const SobolBatch& batch, std::size_t row);
  void see(double value);

  std::vector<Factor> factors_;
  std::vector<Pair> pairs_;
  PairedMoments moments_;
  double lowest_ = std::numeric_limits<double>::infinity();
  double highest_ = -std::numeric_limits<double>::infinity();
  std::uint64_t failed_runs_ = 0;
  std::uint64_t incomplete_rows_ = 0;
};

}  // namespace podium
