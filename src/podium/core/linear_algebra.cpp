#include "podium/core/linear_algebra.hpp"

#include <cassert>
#include <cmath>

// The same sums in the same order whatever the width of the machine's vectors.
#define EIGEN_DONT_VECTORIZE
#include <Eigen/Dense>

namespace podium {
namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<const RowMajor> view_of(const Matrix& matrix) {
  return {matrix.cells().data(), static_cast<Eigen::Index>(matrix.rows()), static_cast<Eigen::Index>(matrix.columns())};
}

Matrix matrix_of(const RowMajor& from) {
  Matrix to(static_cast<std::size_t>(from.rows()), static_cast<std::size_t>(from.cols()));
  for (std::size_t row = 0; row < to.rows(); ++row) {
    for (std::size_t column = 0; column < to.columns(); ++column) {
      to(row, column) = from(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column));
    }
  }
  return to;
}

/// Turns a vector so that its largest entry, the first of equals, is positive.
void fix_sign(RowMajor& vectors, Eigen::Index column) {
  Eigen::Index largest = 0;
  for (Eigen::Index row = 1; row < vectors.rows(); ++row) {
    if (std::abs(vectors(row, column)) > std::abs(vectors(largest, column)) * (1 + 1e-9)) largest = row;
  }
  if (vectors(largest, column) < 0) vectors.col(column) *= -1;
}

}  // namespace

SymmetricEigen eigen_of_symmetric(const Matrix& matrix) {
  assert(matrix.rows() == matrix.columns());
  const Eigen::SelfAdjointEigenSolver<RowMajor> solver(view_of(matrix));
  const std::size_t size = matrix.rows();
  SymmetricEigen eigen{std::vector<double>(size), Matrix(size, size)};
  // Eigen sorts ascending.
  RowMajor vectors = solver.eigenvectors().rowwise().reverse();
  for (std::size_t i = 0; i < size; ++i) {
    eigen.values[i] = solver.eigenvalues()(static_cast<Eigen::Index>(size - 1 - i));
    fix_sign(vectors, static_cast<Eigen::Index>(i));
  }
  eigen.vectors = matrix_of(vectors);
  return eigen;
}

std::optional<Matrix> inverse_of(const Matrix& matrix) {
  assert(matrix.rows() == matrix.columns());
  const Eigen::FullPivLU<RowMajor> lu(view_of(matrix));
  if (!lu.isInvertible()) return std::nullopt;
  return matrix_of(lu.inverse());
}

double determinant_of(const Matrix& matrix) {
  assert(matrix.rows() == matrix.columns());
  return view_of(matrix).partialPivLu().determinant();
}

std::vector<double> least_squares(const Matrix& matrix, std::span<const double> right) {
  assert(matrix.rows() == right.size());
  const Eigen::Map<const Eigen::VectorXd> side(right.data(), static_cast<Eigen::Index>(right.size()));
  const Eigen::VectorXd solution = view_of(matrix).completeOrthogonalDecomposition().solve(side);
  return {solution.data(), solution.data() + solution.size()};
}

}  // namespace podium
