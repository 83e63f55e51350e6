#include "podium/stress/sobol/indices.hpp"

#include <algorithm>

#include "podium/core/panel.hpp"
#include "podium/core/statistics/distributions.hpp"

namespace podium {
namespace {

/// A figure of each scrambling.
template <class Figure>
std::vector<double> over(std::span<const SobolSums> scramblings, const Figure& figure) {
  std::vector<double> figures;
  for (const SobolSums& sums : scramblings) figures.push_back(figure(sums));
  return figures;
}

double mean(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// The share of each scrambling in the variance V of A and B: their mean is V.
///   V = mean of E_s + s^2(m_s), where m_s and E_s are mean and variance (with n) inside scrambling s
/// Unbiased for any points that are each evenly distributed. The usual n - 1 is not: it allows for a mean that varies
/// as that of n independent points, and the mean of scrambled Sobol' points hardly does.
std::vector<double> variances_of(std::span<const SobolSums> scramblings) {
  const std::vector<double> means = over(scramblings, [](const SobolSums& sums) { return sums.moments().mean(); });
  const double centre = mean(means);
  const auto count = static_cast<double>(scramblings.size());
  std::vector<double> variances = over(scramblings, [](const SobolSums& sums) { return sums.moments().variance(); });
  for (std::size_t s = 0; s < variances.size(); ++s) {
    variances[s] += (means[s] - centre) * (means[s] - centre) * count / (count - 1);
  }
  return variances;
}

double quantile(std::size_t indices, const SobolOptions& options) {
  const auto family =
      static_cast<double>(options.coverage == Coverage::Together ? std::max<std::size_t>(indices, 1) : 1);
  return student_upper_quantile((1 - options.confidence) / (2 * family), static_cast<double>(options.scramblings - 1));
}

/// Reads the indices off the sums; all intervals are of the same t.
class Reader {
 public:
  Reader(std::span<const SobolSums> scramblings, double t)
      : scramblings_(scramblings), t_(t), variances_(variances_of(scramblings)) {}

  double variance() const { return mean(variances_); }

  FactorIndices factor(std::size_t i) const {
    return {index([i](const SobolSums& sums) { return sums.factor(i).first / sums.factor(i).count; },
                  [i](const SobolSums& sums) { return sums.factor(i).squares / sums.factor(i).count; }),
            index([i](const SobolSums& sums) { return sums.factor(i).changes / (4 * sums.factor(i).count); })};
  }

  SobolIndex pair(std::size_t i, std::size_t j) const {
    return index([=](const SobolSums& sums) { return sums.pair(i, j).products / (2 * sums.pair(i, j).count); });
  }

  FactorIndices dummy() const {
    return {index([](const SobolSums& sums) { return sums.moments().products / sums.moments().count; }),
            index([](const SobolSums& sums) {
              const PairedMoments& moments = sums.moments();
              return (moments.squares_b - moments.squares_a) / (2 * moments.count);
            })};
  }

 private:
  template <class Above, class Below>
  SobolIndex index(const Above& above, const Below& below) const {
    return ScrambledRatio(over(scramblings_, above), over(scramblings_, below)).interval(t_);
  }
  template <class Above>
  SobolIndex index(const Above& above) const {
    return ScrambledRatio(over(scramblings_, above), variances_).interval(t_);
  }

  std::span<const SobolSums> scramblings_;
  double t_;
  std::vector<double> variances_;
};

/// Over all scramblings: two of them may each hold still at another value.
bool is_constant(std::span<const SobolSums> scramblings) {
  SobolSums all = scramblings.front();
  for (const SobolSums& sums : scramblings.subspan(1)) all.merge(sums);
  return all.is_constant();
}

bool is_precise(const TargetSensitivity& found, double precision, bool counts_pairs) {
  const auto fits = [precision](const SobolIndex& index) { return index.half_width() <= precision; };
  return std::ranges::all_of(found.factors,
                             [&](const auto& factor) { return fits(factor.first) && fits(factor.total); }) &&
         (!counts_pairs ||
          std::ranges::all_of(found.pairs, [&](const PairInteraction& pair) { return fits(pair.index); }));
}

constexpr SobolIndex kNoIndex = {kMissing, kMissing, kMissing};

}  // namespace

TargetSensitivity target_sensitivity(std::span<const SobolSums> scramblings, const SobolOptions& options) {
  const std::size_t factors = scramblings.front().factors();
  const std::size_t pairs = options.second_order != SecondOrder::No && factors > 0 ? factors * (factors - 1) / 2 : 0;
  const bool is_counted = options.second_order == SecondOrder::Counted;
  const std::size_t counted = 2 * factors + (is_counted ? pairs : 0);
  const Reader reader(scramblings, quantile(counted, options));
  const Reader pair_reader(scramblings, quantile(is_counted ? counted : pairs, options));

  TargetSensitivity found;
  found.is_constant = is_constant(scramblings);
  found.mean = mean(over(scramblings, [](const SobolSums& sums) { return sums.moments().mean(); }));
  found.variance = reader.variance();
  for (std::size_t i = 0; i < factors; ++i) {
    found.factors.push_back(found.is_constant ? FactorIndices{kNoIndex, kNoIndex} : reader.factor(i));
  }
  for (std::size_t j = 1; j < factors && pairs > 0; ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      found.pairs.push_back({i, j, found.is_constant ? kNoIndex : pair_reader.pair(i, j)});
    }
  }
  found.dummy = found.is_constant ? FactorIndices{kNoIndex, kNoIndex} : reader.dummy();
  found.is_precise = found.is_constant || is_precise(found, options.precision, is_counted);
  for (const SobolSums& sums : scramblings) {
    found.failed_runs += sums.failed_runs();
    found.incomplete_rows += sums.incomplete_rows();
  }
  return found;
}

}  // namespace podium
