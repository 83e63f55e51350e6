#include "podium/core/statistics/reliability.hpp"

#include <cassert>
#include <cstddef>

#include "podium/core/linear_algebra.hpp"
#include "podium/core/panel.hpp"

namespace podium {
namespace {

double covariance(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  double count = 0;
  double sum_x = 0;
  double sum_y = 0;
  const auto for_each_pair = [&](auto&& visit) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (!is_missing(x[i]) && !is_missing(y[i])) visit(x[i], y[i]);
    }
  };
  for_each_pair([&](double a, double b) {
    count += 1;
    sum_x += a;
    sum_y += b;
  });
  if (count < 2) return kMissing;
  double products = 0;
  for_each_pair([&](double a, double b) { products += (a - sum_x / count) * (b - sum_y / count); });
  return products / (count - 1);
}

/// Of the covariance matrix without one of its series (none: its size).
double alpha_without(const Matrix& covariances, std::size_t left_out) {
  double between = 0;
  double all = 0;
  double count = 0;
  for (std::size_t i = 0; i < covariances.rows(); ++i) {
    if (i == left_out) continue;
    count += 1;
    for (std::size_t j = 0; j < covariances.rows(); ++j) {
      if (j == left_out) continue;
      all += covariances(i, j);
      if (i != j) between += covariances(i, j);
    }
  }
  if (count < 2 || !(all > 0)) return kMissing;
  return count / (count - 1) * between / all;
}

}  // namespace

Reliability cronbach_alpha(std::span<const std::span<const double>> series) {
  Matrix covariances(series.size(), series.size());
  for (std::size_t i = 0; i < series.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) covariances(i, j) = covariances(j, i) = covariance(series[i], series[j]);
  }
  Reliability reliability{alpha_without(covariances, series.size()), {}};
  for (std::size_t i = 0; i < series.size(); ++i) {
    reliability.alpha_if_dropped.push_back(alpha_without(covariances, i));
  }
  return reliability;
}

}  // namespace podium
