#include "podium/claims/implied_rate.hpp"

#include <algorithm>

#include "podium/claims/judge_words.hpp"
#include "podium/claims/printed_interval.hpp"

namespace podium {
namespace {

std::string_view currency_of(const QuantityMention& figure) {
  if (!figure.currency.empty()) return figure.currency;
  return figure.currency_kind == "dollar" ? std::string_view("USD") : std::string_view();
}

}  // namespace

std::optional<ImpliedRate> implied_rate(const Claim& claim, std::span<const Claim> claims) {
  if (claim.kind != Claim::Kind::Conversion || !claim.of) return std::nullopt;
  const QuantityMention& from = claims[*claim.of].figure;
  const std::string_view from_currency = currency_of(from);
  const std::string_view to_currency = currency_of(claim.figure);
  if (from_currency.empty() || to_currency.empty() || !(from.value > 0)) return std::nullopt;
  // "About" belongs to the converted amount: its digits still say how far it was rounded.
  QuantityMention converted = claim.figure;
  QuantityMention source = from;
  converted.hedge = source.hedge = QuantityMention::Hedge::None;
  return ImpliedRate{.from = from_currency,
                     .to = to_currency,
                     .value = converted.value / source.value,
                     .interval = quotient(printed_interval(converted), printed_interval(source))};
}

ImpliedRates::ImpliedRates(std::span<const Claim> claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    rates_.push_back(implied_rate(claims[i], claims));
    if (rates_.back()) bound(i);
  }
}

void ImpliedRates::bound(std::size_t claim) {
  const ImpliedRate& rate = *rates_[claim];
  const auto [entry, is_first] = bounds_.try_emplace({rate.from, rate.to});
  Bounds& bounds = entry->second;
  ++bounds.count;
  if (is_first) {
    bounds.highest_lower = bounds.next_lower = bounds.lowest_upper = bounds.next_upper = claim;
    return;
  }
  const auto lower = [&](std::size_t one) { return rates_[one]->interval.lower; };
  const auto upper = [&](std::size_t one) { return rates_[one]->interval.upper; };
  if (lower(claim) > lower(bounds.highest_lower)) {
    bounds.next_lower = std::exchange(bounds.highest_lower, claim);
  } else if (bounds.next_lower == bounds.highest_lower || lower(claim) > lower(bounds.next_lower)) {
    bounds.next_lower = claim;
  }
  if (upper(claim) < upper(bounds.lowest_upper)) {
    bounds.next_upper = std::exchange(bounds.lowest_upper, claim);
  } else if (bounds.next_upper == bounds.lowest_upper || upper(claim) < upper(bounds.next_upper)) {
    bounds.next_upper = claim;
  }
}

std::optional<ValueInterval> ImpliedRates::common_with_others(std::size_t claim) const {
  const std::optional<ImpliedRate>& own = rates_[claim];
  if (!own) return std::nullopt;
  const Bounds& bounds = bounds_.at({own->from, own->to});
  if (bounds.count < 2) return std::nullopt;
  const std::size_t lower = bounds.highest_lower == claim ? bounds.next_lower : bounds.highest_lower;
  const std::size_t upper = bounds.lowest_upper == claim ? bounds.next_upper : bounds.lowest_upper;
  const ValueInterval common{rates_[lower]->interval.lower, rates_[upper]->interval.upper};
  return common.lower <= common.upper ? std::optional(common) : std::nullopt;
}

Text RateWords::number(double rate) const { return told(significant(is_inverse_ ? 1 / rate : rate)); }

Text RateWords::rate(double rate) const { return for_one(number(rate)); }

Text RateWords::range(const ValueInterval& interval) const {
  const Text lower = number(interval.lower);
  const Text upper = number(interval.upper);
  return is_inverse_ ? told("{0} to {1}", "{0}~{1}", {upper, lower}) : told("{0} to {1}", "{0}~{1}", {lower, upper});
}

Text RateWords::rates(const ValueInterval& interval) const { return for_one(range(interval)); }

Text RateWords::for_one(const Text& number) const {
  return told("{0} {1} for one {2}", "1{2}에 {0}{1}",
              {number, currency_text(is_inverse_ ? from_ : to_), currency_text(is_inverse_ ? to_ : from_)});
}

}  // namespace podium
