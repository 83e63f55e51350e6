#include "podium/reason/forecast_score.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

Diagnostics refuse(std::span<const EarlierForecast> forecasts) {
  for (const EarlierForecast& forecast : forecasts) {
    if (!std::isfinite(forecast.issued) || !std::isfinite(forecast.period) || !std::isfinite(forecast.value)) {
      return {{Code::InvalidValue,
               "a forecast of " + quoted_number(forecast.value) + " for " + quoted_number(forecast.period) +
                   ", issued " + quoted_number(forecast.issued),
               "finite numbers"}};
    }
    const bool has_none = is_missing(forecast.lower) && is_missing(forecast.upper);
    if (!has_none && !(forecast.lower <= forecast.upper && std::isfinite(forecast.upper - forecast.lower))) {
      return {{Code::InvalidValue,
               "the interval [" + quoted_number(forecast.lower) + ", " + quoted_number(forecast.upper) + "] for " +
                   shortest(forecast.period),
               "two finite bounds, the lower one first, or none"}};
    }
  }
  return {};
}

/// Without gaps, in the order of the periods, each with the time from which it is known.
Result<std::vector<Outcome>> available_outcomes(std::span<const Outcome> outcomes) {
  std::vector<Outcome> available;
  for (Outcome outcome : outcomes) {
    if (is_missing(outcome.value)) continue;
    if (is_missing(outcome.known_from)) outcome.known_from = outcome.period + 1;
    if (!std::isfinite(outcome.period) || !std::isfinite(outcome.value) || !std::isfinite(outcome.known_from)) {
      return Diagnostic{Code::InvalidValue,
                        "the outcome " + quoted_number(outcome.value) + " of " + quoted_number(outcome.period),
                        "finite numbers"};
    }
    available.push_back(outcome);
  }
  std::ranges::sort(available, {}, &Outcome::period);
  const auto twice = std::ranges::adjacent_find(available, {}, &Outcome::period);
  if (twice == available.end()) return available;
  return Diagnostic{Code::InvalidValue, "two outcomes of " + shortest(twice->period), "one for each period"};
}

std::optional<double> last_known(std::span<const Outcome> outcomes, double issued) {
  std::optional<double> last;
  for (const Outcome& outcome : outcomes) {
    if (outcome.known_from <= issued) last = outcome.value;
  }
  return last;
}

ScoredForecast score(const EarlierForecast& forecast, const Outcome& outcome, std::span<const Outcome> outcomes) {
  ScoredForecast scored{.outcome = outcome.value,
                        .error = forecast.value - outcome.value,
                        .no_change = last_known(outcomes, forecast.issued)};
  if (!is_missing(forecast.lower)) {
    scored.is_inside = forecast.lower <= outcome.value && outcome.value <= forecast.upper;
  }
  return scored;
}

std::optional<double> ratio(double part, double whole) {
  return whole > 0 ? std::optional(part / whole) : std::nullopt;
}

void sum_up(ForecastScore& score) {
  double shares = 0;  // of error in the outcome
  double with_share = 0;
  double inside = 0;
  double errors_compared = 0;
  double errors_of_no_change = 0;
  for (const ScoredForecast& one : score.scored) {
    score.bias += one.error;
    score.mean_absolute_error += std::abs(one.error);
    if (one.outcome != 0) {
      shares += std::abs(one.error / one.outcome);
      with_share += 1;
    }
    if (one.is_inside) {
      ++score.intervals;
      inside += *one.is_inside ? 1 : 0;
    }
    if (one.no_change) {
      ++score.compared;
      errors_compared += std::abs(one.error);
      errors_of_no_change += std::abs(*one.no_change - one.outcome);
    }
  }
  const auto count = static_cast<double>(score.scored.size());
  score.bias = count > 0 ? score.bias / count : kMissing;
  score.mean_absolute_error = count > 0 ? score.mean_absolute_error / count : kMissing;
  score.mean_absolute_percentage_error = ratio(100 * shares, with_share);
  score.share_inside = ratio(inside, static_cast<double>(score.intervals));
  score.relative_absolute_error = ratio(errors_compared, errors_of_no_change);
}

}  // namespace

Result<ForecastScore> score_forecasts(std::span<const EarlierForecast> forecasts, std::span<const Outcome> outcomes) {
  if (Diagnostics refused = refuse(forecasts); !refused.empty()) return refused;
  TRY(const std::vector<Outcome> known, available_outcomes(outcomes));
  ForecastScore found;
  for (std::size_t i = 0; i < forecasts.size(); ++i) {
    const auto outcome = std::ranges::lower_bound(known, forecasts[i].period, {}, &Outcome::period);
    if (outcome == known.end() || outcome->period != forecasts[i].period) {
      ++found.waiting;
    } else if (outcome->known_from <= forecasts[i].issued) {
      ++found.too_late;
    } else {
      found.scored.push_back(score(forecasts[i], *outcome, known));
      found.scored.back().forecast = i;
    }
  }
  sum_up(found);
  return found;
}

}  // namespace podium
