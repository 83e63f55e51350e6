#include "podium/claims/text_rates.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "podium/claims/judge_words.hpp"

namespace podium {
namespace {

struct Conversion {
  std::size_t claim = 0;
  ImpliedRate rate{};
};

/// The most conversions that can have one rate: it is the lowest that one of them can have. Of equally many those that
/// can have the lowest.
std::vector<Conversion> largest_share(std::span<const Conversion> conversions) {
  std::vector<double> lowers;
  std::vector<double> uppers;
  for (const Conversion& one : conversions) {
    lowers.push_back(one.rate.interval.lower);
    uppers.push_back(one.rate.interval.upper);
  }
  std::ranges::sort(lowers);
  std::ranges::sort(uppers);
  double best = lowers.front();
  std::size_t most = 0;
  std::size_t ended = 0;
  for (std::size_t begun = 1; begun <= lowers.size(); ++begun) {
    while (ended < uppers.size() && uppers[ended] < lowers[begun - 1]) ++ended;
    if (begun - ended <= most) continue;
    most = begun - ended;
    best = lowers[begun - 1];
  }
  std::vector<Conversion> sharing;
  std::ranges::copy_if(conversions, std::back_inserter(sharing),
                       [&](const Conversion& each) { return each.rate.interval.contains(best); });
  return sharing;
}

std::vector<std::size_t> claims_among(std::span<const Conversion> conversions) {
  std::vector<std::size_t> claims;
  std::ranges::transform(conversions, std::back_inserter(claims), &Conversion::claim);
  return claims;
}

/// How narrow a time it is of: days above months above years.
int precision_of(const ExchangeRate& rate) {
  if (rate.day != 0) return 2;
  return rate.period.kind() == Period::Kind::Month ? 1 : 0;
}

bool is_recent(const ExchangeRate& rate, const Date& published) {
  const auto year = static_cast<int>(published.year);
  const auto month = static_cast<int>(published.month);
  if (rate.period.kind() == Period::Kind::Year) return rate.period.year() == year - 1;
  const auto first_day = std::tuple(rate.period.year(), rate.period.part(), rate.day);
  return first_day >= std::tuple(year - 1, month, 0) && first_day <= std::tuple(year, month, int{published.day});
}

class RateFinder {
 public:
  RateFinder(const OfficialFigures& figures, const Date& published, const TextRate& rate)
      : rates_(figures.book().rates), published_(published), rate_(rate) {}

  std::optional<TextRate::KnownRate> find() const {
    const ExchangeRate* best = nullptr;
    double value = kMissing;
    for (const ExchangeRate& each : rates_) {
      const bool is_candidate = each.currency == (rate_.to == "USD" ? rate_.from : rate_.to);
      if (!is_candidate || !is_recent(each, published_)) continue;
      const double at_its_time = per_dollar(rate_.to, each) / per_dollar(rate_.from, each);
      if (std::isnan(at_its_time)) continue;
      if (best != nullptr && key_of(each, at_its_time) <= key_of(*best, value)) continue;
      best = &each;
      value = at_its_time;
    }
    if (best == nullptr) return std::nullopt;
    return TextRate::KnownRate{.time = time_text(*best), .value = value, .is_shared = rate_.shared.contains(value)};
  }

 private:
  /// NaN if the currency has no rate of the time of another.
  double per_dollar(std::string_view currency, const ExchangeRate& time) const {
    if (currency == "USD") return 1;
    if (currency == time.currency) return time.per_dollar.value;
    const auto same = std::ranges::find_if(rates_, [&](const ExchangeRate& each) {
      return each.currency == currency && each.period == time.period && each.day == time.day;
    });
    return same == rates_.end() ? kMissing : same->per_dollar.value;
  }

  /// The greater, the better.
  std::tuple<double, int, int, int, int> key_of(const ExchangeRate& rate, double value) const {
    const double distance = std::max({0.0, rate_.shared.lower - value, value - rate_.shared.upper});
    return {-distance, precision_of(rate), rate.period.year(), rate.period.part(), rate.day};
  }

  std::span<const ExchangeRate> rates_;
  const Date& published_;
  const TextRate& rate_;
};

RateWords words_of(const TextRate& rate) { return {rate.shared.lower, rate.from, rate.to}; }

Text how_many_share(const TextRate& rate) {
  const Text pair = told("{0} into {1}", "{0}→{1}", {currency_text(rate.from), currency_text(rate.to)});
  const Text range = words_of(rate).rates(rate.shared);
  const Text all = told(std::to_string(rate.conversions.size()));
  if (rate.conversions.size() == 1) {
    return told("The conversion of {0} implies {1}.", "{0} 환산 1건이 뜻하는 환율은 {1}입니다.", {pair, range});
  }
  if (rate.sharing.size() == rate.conversions.size()) {
    return told("All {2} conversions of {0} can have one rate: {1}.",
                "{0} 환산 {2}건은 모두 한 환율로 설명됩니다: {1}.", {pair, range, all});
  }
  return told("No one rate explains the {2} conversions of {0}; {3} of them can have {1}.",
              "{0} 환산 {2}건을 모두 설명하는 환율은 없고, {3}건은 한 환율로 설명됩니다: {1}.",
              {pair, range, all, told(std::to_string(rate.sharing.size()))});
}

Text what_is_known(const TextRate& rate) {
  if (!rate.known) return told("");
  const std::initializer_list<Text> values{told(rate.known->time), words_of(rate).number(rate.known->value)};
  if (rate.known->is_shared) return told(" The rate of {0} fits: {1}.", " {0} 환율({1})과 맞습니다.", values);
  return told(" The nearest known rate of the year before is that of {0}: {1}.",
              " 지난 한 해의 환율 가운데 가장 가까운 것은 {0} 환율({1})입니다.", values);
}

}  // namespace

std::vector<TextRate> text_rates(std::span<const Claim> claims, const OfficialFigures& figures,
                                 const std::optional<Date>& published) {
  std::vector<Conversion> conversions;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (const auto rate = implied_rate(claims[i], claims)) conversions.push_back({i, *rate});
  }
  std::vector<TextRate> rates;
  while (!conversions.empty()) {
    const ImpliedRate first = conversions.front().rate;
    const auto others = std::stable_partition(conversions.begin(), conversions.end(), [&](const Conversion& each) {
      return each.rate.from == first.from && each.rate.to == first.to;
    });
    const std::span<const Conversion> same(conversions.begin(), others);
    const std::vector<Conversion> sharing = largest_share(same);
    ValueInterval shared = sharing.front().rate.interval;
    for (const Conversion& each : sharing) {
      shared.lower = std::max(shared.lower, each.rate.interval.lower);
      shared.upper = std::min(shared.upper, each.rate.interval.upper);
    }
    TextRate rate{.from = std::string(first.from),
                  .to = std::string(first.to),
                  .conversions = claims_among(same),
                  .sharing = claims_among(sharing),
                  .shared = shared};
    if (published) rate.known = RateFinder(figures, *published, rate).find();
    const Text how_many = how_many_share(rate);
    const Text known = what_is_known(rate);
    rate.text = {how_many.en + known.en, how_many.ko + known.ko};
    rates.push_back(std::move(rate));
    conversions.erase(conversions.begin(), others);
  }
  return rates;
}

}  // namespace podium
