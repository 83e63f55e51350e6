#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace podium {

/// A small dense matrix, row after row.
class Matrix {
 public:
  Matrix(std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns), cells_(rows * columns, 0) {}

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  double& operator()(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }
  double operator()(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }
  std::span<const double> row(std::size_t row) const { return std::span(cells_).subspan(row * columns_, columns_); }
  std::span<const double> cells() const { return cells_; }

 private:
  std::size_t rows_;
  std::size_t columns_;
  std::vector<double> cells_;
};

/// Eigenvalues, largest first, and the unit eigenvectors as columns in that order. The entry of largest size in each
/// vector is positive, so that the same matrix always gives the same signs.
struct SymmetricEigen {
  std::vector<double> values;
  Matrix vectors;
};

/// `matrix` is square, symmetric and finite.
SymmetricEigen eigen_of_symmetric(const Matrix& matrix);

/// Nothing if the matrix is singular to working precision.
std::optional<Matrix> inverse_of(const Matrix& matrix);

/// Of a square matrix, by LU with partial pivoting.
double determinant_of(const Matrix& matrix);

/// The shortest x that minimises |matrix x - right|, by complete orthogonal decomposition: rank-deficient matrices are
/// fine.
std::vector<double> least_squares(const Matrix& matrix, std::span<const double> right);

}  // namespace podium
