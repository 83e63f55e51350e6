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

std::optional<ValueInterval> common_part(std::span<const ValueInterval> intervals) {
  if (intervals.empty()) return std::nullopt;
  ValueInterval common = intervals.front();
  for (const ValueInterval& each : intervals) {
    common.lower = std::max(common.lower, each.lower);
    common.upper = std::min(common.upper, each.upper);
  }
  return common.lower <= common.upper ? std::optional(common) : std::nullopt;
}

Text rate_text(double rate, std::string_view from, std::string_view to) {
  return told("{0} {1} for one {2}", "1{2}에 {0}{1}",
              {told(significant(rate)), currency_text(to), currency_text(from)});
}

}  // namespace podium
