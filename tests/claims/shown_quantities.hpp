#pragma once

#include <span>
#include <string>
#include <vector>

#include "podium/claims/quantity_mention.hpp"
#include "podium/core/number_text.hpp"

namespace podium::testing {

/// "$1.5 billion = 1500000000 dollar about": text, value with the upper end of a range, unit and hedge of each
/// quantity.
inline std::vector<std::string> shown_quantities(const std::string& text, std::span<const NumberMention> numbers) {
  using Kind = QuantityMention::Kind;
  constexpr const char* kHedges[] = {"", " about", " at least", " more", " at most", " less", " nearly"};
  std::vector<std::string> shown;
  for (const QuantityMention& each : quantities_of(text, numbers)) {
    std::string words = std::string(each.span.of(text)) + " = " + shortest(each.value);
    if (each.upper) words += ".." + shortest(*each.upper);
    if (each.kind == Kind::Money) {
      words += " " + std::string(each.currency.empty() ? each.currency_kind : each.currency);
    }
    if (each.kind == Kind::Percent) words += " %";
    if (each.kind == Kind::PercentPoint) words += " pp";
    if (each.kind == Kind::Ranked) words += " rank";
    if (each.kind == Kind::Multiple) words += " times";
    shown.push_back(words + kHedges[static_cast<std::size_t>(each.hedge)]);
  }
  return shown;
}

}  // namespace podium::testing
