#include "podium/reason/catch_up.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "podium/core/math.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/statistics.hpp"
#include "podium/reason/residual_blocks.hpp"

namespace podium {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kMostYears = 1'000;
constexpr std::uint64_t kMostPaths = 10'000'000;  // draws x years: two numbers each are held
constexpr std::uint32_t kStreamsOfSeries = 1U << 20U;

StraightLine fit(TrendMethod method, std::span<const double> times, std::span<const double> logarithms) {
  return method == TrendMethod::LogLinear ? least_squares_line(times, logarithms) : theil_sen_line(times, logarithms);
}

/// One of the two series and what is drawn for it.
class DrawnSeries {
 public:
  struct Path {
    StraightLine line{};               ///< fitted anew
    std::vector<double> logarithms{};  ///< of the figures in the years to come
  };

  /// `shared` are the positions, among the points, of the times at which both have a figure.
  DrawnSeries(std::span<const SeriesPoint> points, std::vector<std::size_t> shared, std::uint32_t first_stream,
              const CatchUpSetting& setting)
      : setting_(setting), first_stream_(first_stream), times_(times_of(points)), together_(std::move(shared)) {
    const std::vector<double> logarithms = logarithms_of(points);
    line_ = fit(setting.method, times_, logarithms);
    std::vector<double> residuals(times_.size());
    std::vector<double> of_shared;
    for (std::size_t i = 0; i < times_.size(); ++i) {
      residuals[i] = logarithms[i] - line_.at(times_[i]);
      const bool is_shared = std::ranges::binary_search(together_, i);
      if (is_shared) of_shared.push_back(residuals[i]);
      if (!is_shared) alone_.push_back(i);
    }
    const auto count = static_cast<double>(times_.size());
    const double scale = std::sqrt(count / (count - 2));
    const Centre centre = setting.method == TrendMethod::LogLinear ? Centre::Mean : Centre::Median;
    own_ = CentredResiduals(std::move(residuals), block_length(times_.size(), setting), centre, scale);
    if (!together_.empty()) {
      common_ = CentredResiduals(std::move(of_shared), block_length(together_.size(), setting), centre, scale);
    }
  }

  static std::size_t block_length(std::size_t count, const CatchUpSetting& setting) {
    return setting.block_length > 0 ? std::min(setting.block_length, count / 2) : default_block_length(count);
  }

  Trend trend() const { return {.method = setting_.method, .line = line_}; }

  /// `common` is empty where the series draw apart.
  Path draw(std::uint64_t draw, std::span<const DrawnResidual> common, std::span<const double> years) const {
    const std::size_t wanted = alone_.size() + (common.empty() ? years.size() : 0);
    const std::vector<DrawnResidual> own =
        draw_blocks(times_.size(), block_length(times_.size(), setting_), wanted, setting_.seed, draw, first_stream_);
    std::vector<double> logarithms(times_.size());
    for (std::size_t i = 0; i < times_.size(); ++i) logarithms[i] = line_.at(times_[i]);
    for (std::size_t i = 0; i < together_.size(); ++i) logarithms[together_[i]] += common_.at(common[i]);
    for (std::size_t i = 0; i < alone_.size(); ++i) logarithms[alone_[i]] += own_.at(own[i]);

    Path path{.line = fit(setting_.method, times_, logarithms)};
    for (std::size_t year = 0; year < years.size(); ++year) {
      path.logarithms.push_back(path.line.at(years[year]) + (common.empty()
                                                                 ? own_.at(own[alone_.size() + year])
                                                                 : common_.at(common[together_.size() + year])));
    }
    return path;
  }

 private:
  const CatchUpSetting& setting_;
  std::uint32_t first_stream_;
  std::vector<double> times_;
  std::vector<std::size_t> together_;  ///< positions of the points that draw with the other series
  std::vector<std::size_t> alone_{};   ///< and of the others
  StraightLine line_{};
  CentredResiduals own_{};
  CentredResiduals common_{};
};

/// The positions of the first series' points that the second has a time of.
std::vector<std::size_t> shared_positions(std::span<const SeriesPoint> of, std::span<const SeriesPoint> with) {
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (std::ranges::binary_search(with, of[i].time, {}, &SeriesPoint::time)) positions.push_back(i);
  }
  return positions;
}

double time_of_catching_up(const StraightLine& follower, const StraightLine& leader, double start) {
  const double gap = leader.at(start) - follower.at(start);
  if (gap <= 0) return start;
  return follower.slope > leader.slope ? start + gap / (follower.slope - leader.slope) : kNever;
}

DrawnShare share_of(std::uint64_t count, std::uint64_t draws) {
  const Probability probability = probability_of(count, draws);
  const double value = probability.value;
  return {.probability = probability, .standard_error = std::sqrt(value * (1 - value) / static_cast<double>(draws))};
}

std::vector<double> levels_at(std::vector<double> logarithms, std::span<const double> quantiles) {
  std::ranges::sort(logarithms);
  std::vector<double> levels;
  for (const double share : quantiles) levels.push_back(exponential(quantile_of_sorted(logarithms, share)));
  return levels;
}

/// What all draws came to.
struct Draws {
  std::vector<double> times{};                  ///< of catching up, ascending
  std::vector<std::vector<double>> follower{};  ///< logarithms by year, then draw
  std::vector<std::vector<double>> leader{};
  std::uint64_t not_faster = 0;

  std::uint64_t by(double time) const {
    return static_cast<std::uint64_t>(std::ranges::upper_bound(times, time) - times.begin());
  }
};

Draws draw_all(const DrawnSeries& follower, const DrawnSeries& leader, std::size_t shared, double start,
               std::span<const double> years, const CatchUpSetting& setting) {
  Draws all;
  all.follower.assign(years.size(), std::vector<double>(static_cast<std::size_t>(setting.draws)));
  all.leader = all.follower;
  for (std::size_t draw = 0; draw < setting.draws; ++draw) {
    std::vector<DrawnResidual> common;
    if (shared > 0) {
      common =
          draw_blocks(shared, DrawnSeries::block_length(shared, setting), shared + years.size(), setting.seed, draw, 0);
    }
    const DrawnSeries::Path of_follower = follower.draw(draw, common, years);
    const DrawnSeries::Path of_leader = leader.draw(draw, common, years);
    all.times.push_back(time_of_catching_up(of_follower.line, of_leader.line, start));
    all.not_faster += all.times.back() == kNever ? 1 : 0;
    for (std::size_t year = 0; year < years.size(); ++year) {
      all.follower[year][draw] = of_follower.logarithms[year];
      all.leader[year][draw] = of_leader.logarithms[year];
    }
  }
  std::ranges::sort(all.times);
  return all;
}

Result<std::vector<SeriesPoint>> read_series(std::span<const SeriesPoint> points, std::string_view name) {
  const auto name_series = [&](Diagnostics problems) {
    for (Diagnostic& problem : problems) problem.found = std::string(name) + " has " + problem.found;
    return problems;
  };
  Result<std::vector<SeriesPoint>> available = available_points(points, kFewestToCatchUp);
  if (!available) return name_series(std::move(available).diagnostics());
  if (Diagnostics refused = refuse_without_logarithm(*available); !refused.empty()) {
    return name_series(std::move(refused));
  }
  return available;
}

Diagnostics refuse(const CatchUpSetting& setting, double start, std::size_t figures) {
  const auto refused = [](std::string found, std::string expected) {
    return Diagnostics{{Code::InvalidValue, std::move(found), std::move(expected)}};
  };
  if (setting.method == TrendMethod::TheilSen) return refused("a trend of the figures", "a trend of logarithms");
  if (!(setting.last_year >= start && setting.last_year - start <= kMostYears)) {
    return refused("last year " + quoted_number(setting.last_year),
                   "a year from " + shortest(start) + " to " + shortest(start + kMostYears));
  }
  if (!(setting.horizon >= start && setting.horizon <= setting.last_year)) {
    return refused("horizon " + quoted_number(setting.horizon),
                   "a year from " + shortest(start) + " to " + shortest(setting.last_year));
  }
  const auto years = static_cast<std::uint64_t>(setting.last_year - start) + 1;
  if (setting.draws == 0 || setting.draws > kMostPaths / years) {
    return refused(std::to_string(setting.draws) + " draws", "1 to " + std::to_string(kMostPaths / years));
  }
  if (setting.block_length > figures / 2) {
    return refused("blocks of " + std::to_string(setting.block_length), "at most " + std::to_string(figures / 2));
  }
  for (const double share : setting.quantiles) {
    if (!(share >= 0 && share <= 1)) return refused("quantile " + quoted_number(share), "a share between 0 and 1");
  }
  return {};
}

std::vector<double> whole_years(double start, double last) {
  std::vector<double> years;
  for (double year = std::floor(start) + 1; year <= last; ++year) years.push_back(year);
  return years;
}

}  // namespace

Result<CatchUp> catch_up(std::span<const SeriesPoint> follower, std::span<const SeriesPoint> leader,
                         const CatchUpSetting& setting) {
  TRY(const std::vector<SeriesPoint> behind, read_series(follower, "the follower"));
  TRY(const std::vector<SeriesPoint> ahead, read_series(leader, "the leader"));
  const double start = std::max(behind.back().time, ahead.back().time);
  if (Diagnostics refused = refuse(setting, start, std::min(behind.size(), ahead.size())); !refused.empty()) {
    return refused;
  }

  CatchUp found{.start = start, .draws = setting.draws};
  std::vector<std::size_t> of_follower = shared_positions(behind, ahead);
  std::vector<std::size_t> of_leader = shared_positions(ahead, behind);
  found.shared_points = of_follower.size();
  found.is_drawn_together = found.shared_points >= kFewestToCatchUp;
  if (!found.is_drawn_together) of_follower = of_leader = {};
  const DrawnSeries drawn_follower(behind, of_follower, kStreamsOfSeries, setting);
  const DrawnSeries drawn_leader(ahead, of_leader, 2 * kStreamsOfSeries, setting);
  found.follower_trend = drawn_follower.trend();
  found.leader_trend = drawn_leader.trend();

  const std::vector<double> years = whole_years(start, setting.last_year);
  const Draws all = draw_all(drawn_follower, drawn_leader, of_follower.size(), start, years, setting);
  found.by_horizon = share_of(all.by(setting.horizon), setting.draws);
  found.already = share_of(all.by(start), setting.draws);
  found.never = share_of(setting.draws - all.by(setting.last_year), setting.draws);
  found.not_faster = share_of(all.not_faster, setting.draws);
  const double median = all.times[static_cast<std::size_t>((setting.draws + 1) / 2 - 1)];
  if (median <= setting.last_year) found.median_year = median;
  for (std::size_t i = 0; i < years.size(); ++i) {
    found.years.push_back({.year = years[i],
                           .caught_up = share_of(all.by(years[i]), setting.draws),
                           .follower = levels_at(all.follower[i], setting.quantiles),
                           .leader = levels_at(all.leader[i], setting.quantiles)});
  }
  return found;
}

}  // namespace podium
