#include <doctest/doctest.h>

#include "files/small_fact_book.hpp"

namespace podium {
namespace {

using testing::BadFact;
using testing::check_bad_facts;
using testing::fact_book_of;
using testing::must;

Result<FactBook> rates(const std::string& rows) {
  return fact_book_of({{"exchange_rates.csv", "currency,period,per_dollar,edition,source,locator\n" + rows}});
}

TEST_CASE("exchange rates of days, months and years are read, by currency and time") {
  const std::vector<ExchangeRate> read = must(rates("KRW,2025-04,1439.7777,report-2025,report,table 2\n"
                                                    "KRW,2025,1421.3963,2025,report,\n"
                                                    "KRW,2024-12,1434.42,report-2025,report,\n"
                                                    "GBP,2025-04,0.7608,report-2025,report,\n"
                                                    "KRW,2025-04-09,1481.1,report-2025,report,\n"))
                                             .rates;
  REQUIRE(read.size() == 5);
  CHECK(read[0].currency == "GBP");
  CHECK(read[0].per_dollar == PrintedNumber{.text = "0.7608", .value = 0.7608, .step = 0.0001});
  CHECK(to_text(read[1].period) == "2024-12");
  CHECK(read[2].period == Period::year(2025));
  CHECK(read[2].edition == EditionAt{1});
  CHECK(to_text(read[3].period) == "2025-04");
  CHECK(read[3].locator == "table 2");
  CHECK(read[3].place == Place{"exchange_rates.csv", 2, 1});
  CHECK(time_text(read[3]) == "2025-04");
  CHECK(time_text(read[4]) == "2025-04-09");
  CHECK(read[4].day == 9);
}

TEST_CASE("whatever is wrong with an exchange rate is said, with its place and the nearest word") {
  const BadFact cases[] = {
      {"small letters", "krw,2025,1,report-2025,report,\n",
       "exchange_rates.csv:2:1: error[invalid-value]: found currency 'krw'; expected three capital letters such as "
       "KRW"},
      {"four letters", "KRWX,2025,1,report-2025,report,\n",
       "exchange_rates.csv:2:1: error[invalid-value]: found currency 'KRWX'; expected three capital letters such as "
       "KRW"},
      {"a quarter", "KRW,2025-Q1,1,report-2025,report,\n",
       "exchange_rates.csv:2:5: error[invalid-value]: found period '2025-Q1'; expected a day such as 2025-04-08, a "
       "month such as "
       "2025-04 or a year such as 2024"},
      {"a day that there is not", "KRW,2025-02-30,1,report-2025,report,\n",
       "exchange_rates.csv:2:5: error[invalid-value]: found period '2025-02-30'; expected a day such as 2025-04-08, a "
       "month such as 2025-04 or a year such as 2024"},
      {"a month that there is not", "KRW,2025-13,1,report-2025,report,\n",
       "exchange_rates.csv:2:5: error[invalid-value]: found period '2025-13'; expected a day such as 2025-04-08, a "
       "month such as "
       "2025-04 or a year such as 2024"},
      {"nothing for a dollar", "KRW,2025,0,report-2025,report,\n",
       "exchange_rates.csv:2:10: error[invalid-value]: found a rate of 0; expected a number above 0: units of the "
       "currency for one US dollar"},
      {"no number", "KRW,2025,much,report-2025,report,\n",
       "exchange_rates.csv:2:10: error[not-a-number]: found value 'much'; expected a decimal number such as 1.33"},
      {"an unknown edition", "KRW,2025,1,report-2027,report,\n",
       "exchange_rates.csv:2:12: error[unknown-edition]: found edition 'report-2027'"},
      {"an unknown source", "KRW,2025,1,report-2025,repport,\n",
       "exchange_rates.csv:2:24: error[unknown-source]: found source 'repport'; expected 'report'; did you mean "
       "'report'?"},
      {"a rate twice", "KRW,2025,1,report-2025,report,\nKRW,2025,2,report-2024,report,\n",
       "exchange_rates.csv:3:1: error[duplicate-key]: found a second rate of KRW in 2025, first at line 2; expected "
       "one "
       "for each currency and period"},
  };
  check_bad_facts(cases, rates);
}

}  // namespace
}  // namespace podium
