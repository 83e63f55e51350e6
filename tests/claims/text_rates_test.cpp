#include "podium/claims/text_rates.hpp"

#include <doctest/doctest.h>

#include "wire/tiny_index.hpp"

namespace podium {
namespace {

constexpr double kBillion = 1e9;

/// A text of conversions: each an amount and what it is said to be in another currency.
class Conversions {
 public:
  Conversions& add(std::string_view from, double amount, double step, std::string_view to, double converted,
                   double converted_step) {
    claims_.push_back({.kind = Claim::Kind::Level, .figure = money(from, amount, step)});
    claims_.push_back(
        {.kind = Claim::Kind::Conversion, .figure = money(to, converted, converted_step), .of = claims_.size() - 1});
    return *this;
  }

  std::vector<TextRate> rates(const std::vector<ExchangeRate>& known, const std::optional<Date>& published) const {
    const Index index = testing::tiny_index();
    const FactBook book{.lexicon = {}, .figures = {}, .rates = known};
    return text_rates(claims_, OfficialFigures(index, book), published);
  }

 private:
  static QuantityMention money(std::string_view currency, double value, double step) {
    return {.span = {0, 1}, .kind = QuantityMention::Kind::Money, .value = value, .step = step, .currency = currency};
  }

  std::vector<Claim> claims_{};
};

ExchangeRate rate_of(std::string currency, const char* month, int day, double per_dollar) {
  return {.currency = std::move(currency),
          .period = testing::must(parse_period(month)),
          .day = day,
          .per_dollar = {.text = shortest(per_dollar), .value = per_dollar, .step = 0.1}};
}

TEST_CASE("conversions that can have one rate share what all of their roundings allow") {
  // 100 +- 0.5 into 147,000 +- 500: 1455.7 to 1482.4; 10 +- 0.05 into 14,720 +- 10: 1463.7 to 1480.4.
  const auto rates = Conversions()
                         .add("USD", 100 * kBillion, 1 * kBillion, "KRW", 147000 * kBillion, 1000 * kBillion)
                         .add("USD", 10 * kBillion, 0.1 * kBillion, "KRW", 14720 * kBillion, 20 * kBillion)
                         .rates({}, std::nullopt);
  REQUIRE(rates.size() == 1);
  CHECK(rates[0].from == "USD");
  CHECK(rates[0].to == "KRW");
  CHECK(rates[0].conversions == std::vector<std::size_t>{1, 3});
  CHECK(rates[0].sharing == rates[0].conversions);
  CHECK(rates[0].shared.lower == doctest::Approx(14710 / 10.05));
  CHECK(rates[0].shared.upper == doctest::Approx(14730 / 9.95));
  CHECK_FALSE(rates[0].known.has_value());
}

TEST_CASE("where no rate explains all conversions, the most of them that can have one share it") {
  const auto rates = Conversions()
                         .add("USD", 100, 0, "KRW", 147000, 100)
                         .add("USD", 200, 0, "KRW", 270000, 100)
                         .add("USD", 300, 0, "KRW", 441000, 100)
                         .rates({}, std::nullopt);
  REQUIRE(rates.size() == 1);
  CHECK(rates[0].conversions == std::vector<std::size_t>{1, 3, 5});
  CHECK(rates[0].sharing == std::vector<std::size_t>{1, 5});
  CHECK(rates[0].shared.lower == doctest::Approx(440950.0 / 300));
  CHECK(rates[0].shared.upper == doctest::Approx(441050.0 / 300));
}

TEST_CASE("each two currencies have a rate of their own") {
  const auto rates = Conversions()
                         .add("USD", 100, 0, "KRW", 147000, 100)
                         .add("CNY", 100, 0, "KRW", 19800, 100)
                         .add("KRW", 147000, 100, "USD", 100, 0)
                         .rates({}, std::nullopt);
  REQUIRE(rates.size() == 3);
  CHECK(rates[1].from == "CNY");
  CHECK(rates[1].conversions == std::vector<std::size_t>{3});
  CHECK(rates[2].to == "USD");
  CHECK(rates[2].shared.lower == doctest::Approx(100 / 147050.0));
}

TEST_CASE("the day whose rate the conversions can have is named, the latest of several") {
  Conversions text;
  text.add("USD", 100, 0, "KRW", 147000, 100);  // 1469.5 to 1470.5
  const std::vector<ExchangeRate> known{rate_of("KRW", "2025", 0, 1470.0),    rate_of("KRW", "2025-04", 0, 1470.0),
                                        rate_of("KRW", "2025-04", 3, 1469.9), rate_of("KRW", "2025-04", 7, 1470.4),
                                        rate_of("KRW", "2025-04", 8, 1473.2), rate_of("KRW", "2025-04", 10, 1470.0),
                                        rate_of("KRW", "2024-03", 5, 1470.0)};
  const auto known_at = [&](const Date& published) { return text.rates(known, published).at(0).known; };
  const auto day = known_at({2025, 4, 8});
  REQUIRE(day.has_value());
  CHECK(day->time == "2025-04-07");
  CHECK(day->value == 1470.4);
  CHECK(day->is_shared);
  CHECK(known_at({2025, 4, 10})->time == "2025-04-10");
  CHECK_FALSE(known_at({2023, 4, 8}).has_value());
}

TEST_CASE("where no known rate fits, the nearest of the year before is named, and not as one that fits") {
  Conversions text;
  text.add("USD", 100, 0, "KRW", 147000, 100);
  const std::vector<ExchangeRate> known{rate_of("KRW", "2024", 0, 1363.4), rate_of("KRW", "2025-03", 0, 1458.3),
                                        rate_of("KRW", "2025-04", 0, 1439.8)};
  const auto nearest = text.rates(known, Date{2025, 4, 8}).at(0).known;
  REQUIRE(nearest.has_value());
  CHECK(nearest->time == "2025-03");
  CHECK_FALSE(nearest->is_shared);
}

TEST_CASE("between two currencies other than the dollar both have to be known of one time") {
  Conversions text;
  text.add("CNY", 100, 0, "KRW", 19800, 100);
  const ExchangeRate yuan = rate_of("CNY", "2025-04", 0, 7.3);
  const ExchangeRate won = rate_of("KRW", "2025-04", 0, 1460);
  const auto rate = text.rates({yuan, won, rate_of("KRW", "2025-04", 3, 1445.4)}, Date{2025, 4, 8}).at(0).known;
  REQUIRE(rate.has_value());
  CHECK(rate->time == "2025-04");
  CHECK(rate->value == doctest::Approx(200));
  CHECK_FALSE(text.rates({won}, Date{2025, 4, 8}).at(0).known.has_value());
}

}  // namespace
}  // namespace podium
