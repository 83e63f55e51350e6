#include "podium/files/read_exchange_rates.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "podium/files/read_figure.hpp"
#include "podium/files/row_fields.hpp"
#include "podium/model/date.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 6> kColumns{"currency", "period", "per_dollar", "edition", "source", "locator"};
enum Column : std::size_t { Currency, PeriodText, PerDollar, EditionId, SourceId, Locator };

bool is_currency(std::string_view text) {
  constexpr std::size_t kLetters = 3;
  return text.size() == kLetters && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

auto key_of(const ExchangeRate& rate) { return std::tie(rate.currency, rate.period, rate.day); }

class RateReader {
 public:
  RateReader(CsvReader& csv, const Vocabulary& words, Problems& problems)
      : words_(words), problems_(problems), fields_(csv, kColumns, problems) {}

  std::vector<ExchangeRate> read() && {
    fields_.each_row([&] { read_row(); });
    std::ranges::stable_sort(rates_, {}, key_of);
    report_duplicates();
    return std::move(rates_);
  }

 private:
  /// Every field is read, so that every problem of the row is reported.
  void read_row() {
    const bool has_currency = is_currency(fields_[Currency]);
    if (!has_currency) {
      fields_.refuse(Currency, "currency " + podium::quoted(fields_[Currency]), "three capital letters such as KRW");
    }
    const auto time = read_time();
    auto per_dollar = read_rate();
    const auto edition = read_edition_word(fields_[EditionId], words_, problems_, fields_.place(EditionId));
    const auto source = read_word(fields_[SourceId], words_.sources, problems_, fields_.place(SourceId));
    if (!has_currency || !time || !per_dollar || !edition || !source) return;
    rates_.push_back({.currency = std::string(fields_[Currency]),
                      .period = time->period,
                      .day = time->day,
                      .per_dollar = *std::move(per_dollar),
                      .edition = *edition,
                      .source = static_cast<SourceAt>(*source),
                      .locator = std::string(fields_[Locator]),
                      .place = fields_.row_place()});
  }

  struct TimeOfRate {
    Period period;
    int day = 0;
  };
  std::optional<TimeOfRate> read_time() {
    const std::string_view text = fields_[PeriodText];
    constexpr std::string_view kMonth = "2025-04";
    if (const Result<Date> day = parse_date(text)) {
      if (const Result<Period> month = parse_period(text.substr(0, kMonth.size()))) {
        return TimeOfRate{.period = *month, .day = day->day};
      }
    }
    const Result<Period> period = parse_period(text);
    if (period && period->kind() != Period::Kind::Quarter) return TimeOfRate{.period = *period};
    fields_.refuse(PeriodText, "period " + podium::quoted(text),
                   "a day such as 2025-04-08, a month such as 2025-04 or a year such as 2024");
    return std::nullopt;
  }

  std::optional<PrintedNumber> read_rate() {
    auto rate = read_number(fields_[PerDollar], problems_, fields_.place(PerDollar));
    if (!rate || rate->value > 0) return rate;
    fields_.refuse(PerDollar, "a rate of " + std::string(fields_[PerDollar]),
                   "a number above 0: units of the currency for one US dollar");
    return std::nullopt;
  }

  void report_duplicates() {
    for (std::size_t i = 1; i < rates_.size(); ++i) {
      if (key_of(rates_[i - 1]) != key_of(rates_[i])) continue;
      problems_.report([&] {
        return Diagnostic{.code = Code::DuplicateKey,
                          .found = "a second rate of " + rates_[i].currency + " in " + time_text(rates_[i]) +
                                   ", first at line " + std::to_string(rates_[i - 1].place.line),
                          .expected = "one for each currency and period",
                          .place = rates_[i].place};
      });
    }
  }

  const Vocabulary& words_;
  Problems& problems_;
  RowFields fields_;
  std::vector<ExchangeRate> rates_;
};

}  // namespace

std::vector<ExchangeRate> read_exchange_rates(CsvReader& csv, const Vocabulary& words, Problems& problems) {
  return RateReader(csv, words, problems).read();
}

}  // namespace podium
