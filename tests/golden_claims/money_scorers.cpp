#include <algorithm>
#include <array>
#include <optional>

#include "podium/claims/english_numbers.hpp"
#include "podium/claims/korean_numbers.hpp"
#include "podium/claims/quantity_mention.hpp"
#include "podium/core/number_text.hpp"

#include "golden_claims/scorers.hpp"

namespace podium::golden_claims {
namespace {

using Kind = QuantityMention::Kind;
using Hedge = QuantityMention::Hedge;

/// What the cases call a currency, as podium does: a code, or a kind where no country is named; and its size.
struct CaseCurrency {
  std::string_view name;
  std::string_view ours;
  double size = 1;
};

constexpr auto kCurrencies = std::to_array<CaseCurrency>({{"Dollar", "dollar"},
                                                          {"Cent", "dollar", 0.01},
                                                          {"Pound", "pound"},
                                                          {"Pence", "pound", 0.01},
                                                          {"Penny", "pound", 0.01},
                                                          {"Euro", "EUR"},
                                                          {"Franc", "franc"},
                                                          {"Rupee", "rupee"},
                                                          {"Peso", "peso"},
                                                          {"Won", "KRW"},
                                                          {"Yen", "JPY"},
                                                          {"Bitcoin", "bitcoin"},
                                                          {"Krone", "krone"},
                                                          {"Dinar", "dinar"},
                                                          {"Real", "BRL"},
                                                          {"Yuan", "CNY"},
                                                          {"Chinese yuan", "CNY"},
                                                          {"Unnamed", ""},
                                                          {"Finnish markka", "FIM"},
                                                          {"Peseta", "ESP"},
                                                          {"Netherlands guilder", "NLG"},
                                                          {"Satoshi", "bitcoin", 1e-8}});

std::vector<QuantityMention> quantities_in(std::string_view text, TextLanguage language) {
  return quantities_of(text, language == TextLanguage::Korean ? read_korean_numbers(text) : read_english_numbers(text));
}

std::string name_of(const QuantityMention& money) {
  return std::string(money.currency.empty() ? money.currency_kind : money.currency);
}

std::string shown(std::string_view text, const QuantityMention& money) {
  std::string words = std::string(money.span.of(text)) + " = " + shortest(money.value);
  if (money.upper) words += " to " + shortest(*money.upper);
  return words + " " + name_of(money);
}

std::string shown(std::string_view text, const std::vector<QuantityMention>& all) {
  std::string words;
  for (const QuantityMention& each : all) words += (words.empty() ? "" : ", ") + shown(text, each);
  return words.empty() ? "nothing" : words;
}

bool is_currency(const QuantityMention& money, std::string_view name) {
  const auto found = std::ranges::find(kCurrencies, name, &CaseCurrency::name);
  return name_of(money) == (found == kCurrencies.end() ? name : found->ours);
}

double size_of(std::string_view name) {
  const auto found = std::ranges::find(kCurrencies, name, &CaseCurrency::name);
  return found == kCurrencies.end() ? 1 : found->size;
}

/// By the ISO code where the case has one.
bool is_result(const Json& result, std::string_view text, const QuantityMention& money) {
  const Json& resolution = result.at("Resolution");
  const auto unit = resolution.at("unit").get<std::string>();
  const auto code = resolution.value("isoCurrency", std::string());
  const bool is_same_currency = code.empty() ? is_currency(money, unit) : name_of(money) == code;
  const double value = printed_value(resolution.at("value")) * size_of(unit);
  return is_same_currency && is_same_value(value, money.value) &&
         lower_case(money.span.of(text)) == lower_case(result.at("Text").get<std::string>());
}

std::string shown_results(const std::vector<Json>& results) {
  std::string words;
  for (const Json& result : results) {
    words += (words.empty() ? "" : ", ") + result.at("Text").get<std::string>() + " = " +
             result.at("Resolution").at("value").get<std::string>() + " " +
             result.at("Resolution").at("unit").get<std::string>();
  }
  return words.empty() ? "nothing" : words;
}

/// What a case of Duckling expects of the whole input.
struct ExpectedAmount {
  std::string unit{};
  std::optional<double> lower{};
  std::optional<double> upper{};
  bool is_open_above = false;
  bool is_open_below = false;
};

/// "simple Dollar 10000", "between KRW (25000, 30000)", "above KRW 5000", "under KRW 5000".
std::optional<ExpectedAmount> expected_amount(const std::string& expression) {
  const std::size_t space = expression.find(' ');
  const std::size_t second = expression.find(' ', space + 1);
  if (space == std::string::npos || second == std::string::npos) return std::nullopt;
  const std::string form = expression.substr(0, space);
  ExpectedAmount amount{.unit = expression.substr(space + 1, second - space - 1)};
  std::string rest = expression.substr(second + 1);
  if (form == "between") {
    const std::size_t comma = rest.find(',');
    amount.lower = printed_value(rest.substr(1, comma - 1));
    const std::string upper = rest.substr(comma + 1, rest.size() - comma - 2);
    amount.upper = printed_value(upper.substr(upper.find_first_not_of(' ')));
    return amount;
  }
  amount.lower = printed_value(rest);
  amount.is_open_above = form == "above";
  amount.is_open_below = form == "under";
  return amount;
}

bool is_amount(const ExpectedAmount& expected, const QuantityMention& money) {
  const double size = size_of(expected.unit);
  const bool has_upper = expected.upper.has_value();
  const bool is_open_above = money.hedge == Hedge::AtLeast || money.hedge == Hedge::MoreThan;
  const bool is_open_below = money.hedge == Hedge::AtMost || money.hedge == Hedge::LessThan;
  return is_currency(money, expected.unit) && is_same_value(*expected.lower * size, money.value) &&
         money.upper.has_value() == has_upper && (!has_upper || is_same_value(*expected.upper * size, *money.upper)) &&
         is_open_above == expected.is_open_above && is_open_below == expected.is_open_below;
}

/// "$", "1.23"; a currency of number words, as num2words names its kind: currency_krw.
std::string code_of_kind(const std::string& kind) {
  std::string code = kind.substr(std::string_view("currency_").size());
  std::ranges::transform(code, code.begin(), [](char c) { return static_cast<char>(c >= 'a' ? c - 32 : c); });
  return code;
}

}  // namespace

ScoredCase score_recognizers_currency(const Json& line, TextLanguage language) {
  const auto text = line.at("input").get<std::string>();
  std::vector<QuantityMention> amounts = quantities_in(text, language);
  std::erase_if(amounts, [](const QuantityMention& each) { return each.kind != Kind::Money; });
  std::vector<Json> results;
  for (const Json& result : line.at("results")) {
    if (!result.at("Resolution").at("value").is_null()) results.push_back(result);
  }
  const bool is_right = std::ranges::equal(results, amounts, [&](const Json& result, const QuantityMention& money) {
    return is_result(result, text, money);
  });
  return {.id = line.at("id").get<std::string>(),
          .input = text,
          .expected = shown_results(results),
          .got = shown(text, amounts),
          .is_right = is_right};
}

ScoredCase score_duckling_money(const Json& line, TextLanguage language) {
  const auto text = line.at("input").get<std::string>();
  const auto expression = line.at("expected_expr").get<std::string>();
  const std::vector<QuantityMention> amounts = quantities_in(text, language);
  const auto expected = expected_amount(expression);
  return {.id = line.at("id").get<std::string>(),
          .input = text,
          .expected = expression,
          .got = shown(text, amounts),
          .is_right = expected && amounts.size() == 1 && is_amount(*expected, amounts.front())};
}

ScoredCase score_num2words(const Json& line, TextLanguage language) {
  const auto words = line.at("words").get<std::string>();
  const auto kind = line.at("kind").get<std::string>();
  const double value = printed_value(line.at("value"));
  ScoredCase scored{.id = line.at("id").get<std::string>(), .input = words, .expected = kind + " " + shortest(value)};
  if (kind.starts_with("currency_")) {
    const std::vector<QuantityMention> amounts = quantities_in(words, language);
    scored.got = shown(words, amounts);
    const bool is_one = amounts.size() == 1 && amounts[0].kind == Kind::Money;
    const std::string code = code_of_kind(kind);
    const bool is_its_currency =
        is_one && (amounts[0].currency == code || (code == "USD" && amounts[0].currency_kind == "dollar"));
    scored.is_right =
        is_its_currency && is_same_value(value, amounts[0].value) && amounts[0].span == TextSpan{0, words.size()};
    return scored;
  }
  constexpr std::string_view kYear = "년";
  const std::size_t end = kind == "year" ? words.size() - kYear.size() : words.size();
  const auto numbers = language == TextLanguage::Korean ? read_korean_numbers(words) : read_english_numbers(words);
  for (const NumberMention& number : numbers) {
    scored.got += std::string(number.span.of(words)) + " = " + shortest(number.value) + " ";
  }
  scored.is_right =
      numbers.size() == 1 && is_same_value(value, numbers[0].value) && numbers[0].span == TextSpan{0, end};
  return scored;
}

}  // namespace podium::golden_claims
