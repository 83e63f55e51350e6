#pragma once

#include <optional>
#include <string_view>

#include "podium/claims/text_span.hpp"

namespace podium {

/// Money as a text names it: a currency, or only its kind where several countries call theirs so.
struct CurrencyMention {
  TextSpan span{};          ///< of the name or sign, with the country before it
  std::string_view kind{};  ///< "dollar", "won", "pound" ...
  std::string_view code{};  ///< ISO 4217; empty where the text does not say which country's
  double size = 1;          ///< of one of it in the currency: 0.01 for cents

  bool operator==(const CurrencyMention&) const = default;
};

/// A name, sign or code that begins at a byte, after spaces: 달러, 미국 달러, 홍콩달러, 원, US dollars, won, €, USD.
/// Korean names may have particles behind them; English ones end where the word does.
std::optional<CurrencyMention> currency_behind(std::string_view text, std::size_t at);

/// A sign, code or word that ends at a byte, before spaces: $, US$, ₩, USD, 한화, 미화.
std::optional<CurrencyMention> currency_before(std::string_view text, std::size_t end);

/// The code that a kind has where nothing is said: KRW for won, CNY for yuan, JPY for yen; empty for dollars and
/// pounds.
std::string_view usual_code(std::string_view kind);

}  // namespace podium
