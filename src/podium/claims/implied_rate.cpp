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

Text rate_text(double rate, std::string_view from, std::string_view to) {
  return told("{0} {1} for one {2}", "1{2}에 {0}{1}",
              {told(significant(rate)), currency_text(to), currency_text(from)});
}

}  // namespace podium
