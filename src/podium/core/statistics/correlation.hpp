#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "podium/core/linear_algebra.hpp"
#include "podium/core/method.hpp"

namespace podium {

/// How two series are compared: along a line (Pearson), by average ranks (Spearman), by concordant pairs (Kendall's
/// tau-b).
enum class CorrelationKind : std::uint8_t { Pearson, Spearman, Kendall };
template <>
struct Words<CorrelationKind> {
  static constexpr std::array<std::pair<std::string_view, CorrelationKind>, 3> list{
      {{"pearson", CorrelationKind::Pearson},
       {"spearman", CorrelationKind::Spearman},
       {"kendall", CorrelationKind::Kendall}}};
};

/// A correlation over the units that have both figures. r is NaN for fewer than three pairs or a constant side, and p
/// wherever r is.
struct Correlation {
  double r;
  double p;  ///< two-sided, of no correlation
  std::size_t pairs;
};

/// Pairwise complete: a unit without one of the two figures takes no part. The p-values are those of R's cor.test:
/// Pearson by Student's t with n - 2 degrees; Spearman without ties exactly up to 9 pairs and by the Edgeworth series
/// beyond (Best and Roberts, 1975, algorithm AS 89), with ties by Student's t; Kendall without ties exactly below 50
/// pairs, otherwise by the normal approximation with the variance for ties (Kendall, 1970).
Correlation correlate(CorrelationKind kind, std::span<const double> x, std::span<const double> y);

/// Every column with every other; the diagonal is 1 where the column varies.
struct CorrelationMatrix {
  Matrix r;
  Matrix p;
  Matrix pairs;
};
CorrelationMatrix correlation_matrix(CorrelationKind kind, std::span<const std::span<const double>> columns);

/// How p-values of many tests made together are raised. Holm (1979) bounds the chance of any false alarm,
/// Benjamini-Hochberg (1995) the expected share of false ones among the alarms.
enum class TestCorrection : std::uint8_t { None, Holm, BenjaminiHochberg };
template <>
struct Words<TestCorrection> {
  static constexpr std::array<std::pair<std::string_view, TestCorrection>, 3> list{
      {{"none", TestCorrection::None},
       {"holm", TestCorrection::Holm},
       {"benjamini-hochberg", TestCorrection::BenjaminiHochberg}}};
};

/// Adjusted p-values in the order given. Gaps stay gaps and are not counted as tests.
std::vector<double> corrected(TestCorrection correction, std::span<const double> p_values);

}  // namespace podium
