#include "podium/claims/slips.hpp"

#include <array>
#include <cmath>
#include <cstdlib>

#include "podium/claims/judge_words.hpp"
#include "podium/claims/printed_interval.hpp"

namespace podium {
namespace {

/// Fewer digits tell nothing: any number is near some figure.
constexpr std::size_t kFewestDigits = 3;
/// A day's rate of exchange strays so far from the mean of its month.
constexpr double kDayFromMonth = 0.03;

class SlipFinder {
 public:
  SlipFinder(const Claim& claim, const ValueInterval& printed, std::span<const OfficialFigure> official,
             const OfficialFigures& figures, const std::optional<Date>& published)
      : claim_(claim), printed_(printed), official_(official), figures_(figures), published_(published) {
    digits_ = is_missing(claim.figure.step) ? "" : digits_of(claim.figure.value, claim.figure.step);
    telling_ = telling_digits(claim.figure);
  }

  SlipFound find() const {
    for (const auto attempt : {&SlipFinder::other_sign, &SlipFinder::power_of_ten, &SlipFinder::other_period,
                               &SlipFinder::other_unit, &SlipFinder::digits_swapped, &SlipFinder::one_digit,
                               &SlipFinder::other_currency, &SlipFinder::other_indicator}) {
      if (auto found = (this->*attempt)()) return *found;
    }
    return {};
  }

 private:
  SlipFound of(Slip slip, const OfficialFigure& figure, std::string_view en, std::string_view ko) const {
    return {slip, told(en, ko, {told_figure(figures_, figure)}), figure};
  }

  std::optional<SlipFound> other_sign() const {
    const ValueInterval turned = times(printed_, -1);
    for (const OfficialFigure& figure : official_) {
      if (figure.value != 0 && turned.contains(figure.value)) {
        return of(Slip::Direction, figure, "The sign is the other way round: {0}.", "부호가 반대입니다: {0}.");
      }
    }
    return std::nullopt;
  }

  std::optional<SlipFound> power_of_ten() const {
    if (telling_ < 2) return std::nullopt;
    for (const OfficialFigure& figure : official_) {
      for (const double factor : {10.0, 0.1, 100.0, 0.01, 1000.0, 0.001, 1e4, 1e-4}) {
        if (times(printed_, factor).contains(figure.value) && figure.value != 0) {
          return of(Slip::PowerOfTen, figure, "A power of ten is wrong: {0}.", "자릿수가 틀렸습니다: {0}.");
        }
      }
    }
    return std::nullopt;
  }

  std::optional<SlipFound> other_period() const {
    std::optional<OfficialFigure> nearest;
    for (const OfficialFigure& figure : figures_.of(claim_.series, claim_.unit)) {
      if (figure.measure != CitedFigure::Measure::Value || figure.relation != CitedFigure::Relation::Equal) continue;
      if (!printed_.contains(figure.value)) continue;
      if (!nearest || distance(figure) < distance(*nearest)) nearest = figure;
    }
    if (!nearest) return std::nullopt;
    return of(Slip::OtherPeriod, *nearest, "It is the figure of another year: {0}.", "다른 해의 수치입니다: {0}.");
  }
  int distance(const OfficialFigure& figure) const {
    return claim_.years ? std::abs(figure.years.last - claim_.years->last) : 0;
  }

  std::optional<SlipFound> other_unit() const {
    if (telling_ < 2 || official_.empty()) return std::nullopt;
    for (const OfficialFigure& figure : figures_.of(claim_.series)) {
      const bool is_level = figure.measure == CitedFigure::Measure::Value &&
                            figure.relation == CitedFigure::Relation::Equal && figure.unit != claim_.unit &&
                            figure.years == official_.front().years;
      if (is_level && printed_.contains(figure.value)) {
        return of(Slip::OtherUnit, figure, "It is the figure of another unit: {0}.", "다른 대상의 수치입니다: {0}.");
      }
    }
    return std::nullopt;
  }

  template <class IsSlip>
  const OfficialFigure* by_digits(const IsSlip& is_slip) const {
    if (digits_.size() < kFewestDigits) return nullptr;
    for (const OfficialFigure& figure : official_) {
      // A slip may have been rounded or cut off afterwards.
      const double units = std::abs(figure.value) / claim_.figure.step;
      if (units >= 1e15) continue;
      if (is_slip(digits_, fixed(units, 0)) || is_slip(digits_, fixed(std::floor(units), 0))) return &figure;
    }
    return nullptr;
  }
  std::optional<SlipFound> digits_swapped() const {
    const OfficialFigure* figure = by_digits(is_digit_swap);
    if (figure == nullptr) return std::nullopt;
    return of(Slip::DigitSwap, *figure, "Two digits changed places: {0}.", "숫자 두 자리가 뒤바뀌었습니다: {0}.");
  }
  std::optional<SlipFound> one_digit() const {
    const OfficialFigure* figure = by_digits(is_digit_slip);
    if (figure == nullptr) return std::nullopt;
    return of(Slip::DigitSlip, *figure, "One digit is wrong: {0}.", "숫자 하나가 틀렸습니다: {0}.");
  }

  /// Won that are called dollars, or the other way round.
  std::optional<SlipFound> other_currency() const {
    const SeriesMeasure& measure = figures_.measure(claim_.series);
    if (measure.kind != SeriesMeasure::Kind::Money || !published_) return std::nullopt;
    for (const std::string_view currency : {"KRW", "CNY", "JPY", "EUR", "GBP", "USD"}) {
      if (currency == measure.currency) continue;
      const auto rate = figures_.exchange_rate(measure.currency, currency, *published_);
      if (!rate) continue;
      for (const OfficialFigure& figure : official_) {
        const double other = figure.value * *rate;
        const ValueInterval around{other * (1 - kDayFromMonth), other * (1 + kDayFromMonth)};
        if (around.overlaps(printed_) && figure.value != 0) {
          return SlipFound{Slip::OtherCurrency,
                           told("The amount is in {1}, not in {2}: {0}.", "{2}가 아니라 {1} 금액입니다: {0}.",
                                {told_figure(figures_, figure), told(currency), told(measure.currency)}),
                           figure};
        }
      }
    }
    return std::nullopt;
  }

  std::optional<SlipFound> other_indicator() const {
    if (telling_ < kFewestDigits || official_.empty()) return std::nullopt;
    const SeriesMeasure& own = figures_.measure(claim_.series);
    for (const Lexicon::NamedSeries& series : figures_.book().lexicon.series) {
      if (series.id == claim_.series || figures_.measure(series.id).kind != own.kind) continue;
      for (const OfficialFigure& figure : figures_.values(series.id, claim_.unit, official_.front().years)) {
        if (printed_.contains(figure.value)) {
          return of(Slip::OtherIndicator, figure, "It is the figure of another indicator: {0}.",
                    "다른 지표의 수치입니다: {0}.");
        }
      }
    }
    return std::nullopt;
  }

  const Claim& claim_;
  const ValueInterval& printed_;
  std::span<const OfficialFigure> official_;
  const OfficialFigures& figures_;
  const std::optional<Date>& published_;
  std::string digits_;
  std::size_t telling_ = 0;  ///< digits without the zeros at the end
};

}  // namespace

bool is_digit_slip(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  std::size_t differences = 0;
  for (std::size_t i = 0; i < one.size(); ++i) differences += one[i] != other[i] ? 1 : 0;
  return differences == 1;
}

bool is_digit_swap(std::string_view one, std::string_view other) {
  if (one.size() != other.size() || one == other) return false;
  const auto first = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
  return first + 1 < one.size() && one[first] == other[first + 1] && one[first + 1] == other[first] &&
         one.substr(first + 2) == other.substr(first + 2);
}

SlipFound find_slip(const Claim& claim, const ValueInterval& printed, std::span<const OfficialFigure> official,
                    const OfficialFigures& figures, const std::optional<Date>& published) {
  return SlipFinder(claim, printed, official, figures, published).find();
}

}  // namespace podium
