#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/reason/series.hpp"
#include "podium/reason/trend.hpp"
#include "podium/stress/distribution.hpp"

namespace podium {

/// Fewer figures leave no residuals from which to draw.
inline constexpr std::size_t kFewestToCatchUp = 4;

struct CatchUpSetting {
  double horizon = 0;    ///< the year by which to catch up
  double last_year = 0;  ///< who has not caught up by then never does
  TrendMethod method = TrendMethod::LogLinear;
  std::uint64_t draws = 10'000;
  std::uint64_t seed = 1;
  std::size_t block_length = 0;                                ///< at most half of the figures; 0: default_block_length
  std::vector<double> quantiles{0.05, 0.25, 0.5, 0.75, 0.95};  ///< of the fan
};

/// A share of the draws.
struct DrawnShare {
  Probability probability{};  ///< with its interval of 95 % confidence, which draws alone make
  double standard_error = 0;  ///< of drawing: sqrt(p (1 - p) / draws)
};

/// One year to come.
struct CatchUpYear {
  double year = 0;
  DrawnShare caught_up{};        ///< by then
  std::vector<double> follower;  ///< quantiles of the figure, in the order of the setting
  std::vector<double> leader;
};

struct CatchUp {
  Trend follower_trend{};  ///< of the figures as they are
  Trend leader_trend{};
  double start = 0;  ///< time of the last figure of the two; who is level then, by trend, has caught up
  DrawnShare by_horizon{};
  DrawnShare already{};                 ///< at the start
  DrawnShare never{};                   ///< not by the last year
  DrawnShare not_faster{};              ///< of these, with a growth not above the leader's: at no time
  std::optional<double> median_year{};  ///< by which half of the draws has caught up; none: not by the last year
  std::vector<CatchUpYear> years{};     ///< the whole years after the start up to the last year
  std::size_t shared_points = 0;        ///< times at which both have a figure
  bool is_drawn_together = false;       ///< the same blocks at these times
  std::uint64_t draws = 0;
};

/// How likely a follower is to catch up with a leader whose lead shrinks or grows at the rates seen so far, by moving
/// blocks (Künsch, 1989) of what the figures depart from their trends, on the logarithms:
///
///   1. a trend through each series, and its residuals, widened by sqrt(n / (n - 2)) for the two numbers fitted;
///   2. each draw puts drawn blocks of residuals on the trends and fits them anew;
///   3. the follower catches up where its new trend meets the leader's: start + gap / difference of slopes.
///
/// So a single good year is no catching up. The fan shows figures, not trends: new trend plus drawn residual, of which
/// the quantiles are taken on the logarithms. It says what the past says: nothing of what has not happened yet.
///
/// Where both series have a figure at four times or more, these draw the same blocks for both, so that common shocks
/// stay common; the years to come do too. Times that only one series has, and all times where they share fewer, draw
/// blocks of that series alone. A block is a run of figures in the order of time; gaps between them are not seen, and
/// each year to come has one residual, however many figures a year the series have.
///
/// A draw is a function of (seed, draw). TooFewFigures for fewer than kFewestToCatchUp figures of one of the two;
/// InvalidValue for figures not above 0, a method without logarithms, a horizon before the start or after the last
/// year, more than 1,000 years, no draws, blocks longer than half of the figures, and quantiles outside 0 ... 1.
Result<CatchUp> catch_up(std::span<const SeriesPoint> follower, std::span<const SeriesPoint> leader,
                         const CatchUpSetting& setting);

}  // namespace podium
