// What the shipped index says beside its observations, against what publishers and press printed.
#include <algorithm>
#include <numeric>
#include <set>

#include <doctest/doctest.h>

#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"
#include "podium/model/used_editions.hpp"

#include "support/shared.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::must;

using Measure = CitedFigure::Measure;

struct Shipped {
  Index index;
  FactBook book;
};

Shipped shipped() {
  const std::filesystem::path directory = testing::source_directory() / "indices" / "ai-competitiveness";
  Index index = must(read_index(directory)).index;
  FactBook book = must(read_fact_book(directory, index));
  return {.index = std::move(index), .book = std::move(book)};
}

/// The only one of these years.
const CitedFigure& cited(const Shipped& from, std::string_view unit, std::string_view series, int first, int last,
                         std::string_view edition, Measure measure = Measure::Value) {
  const CitedFigure* found = nullptr;
  for (const CitedFigure& figure : from.book.figures) {
    const bool is_it = figure.unit == unit && figure.series == series && figure.first_year == first &&
                       figure.last_year == last && from.index.editions[at(figure.edition)].id == edition &&
                       figure.measure == measure;
    if (!is_it) continue;
    CHECK(found == nullptr);
    found = &figure;
  }
  REQUIRE(found != nullptr);
  return *found;
}

double value(const Shipped& from, std::string_view unit, std::string_view series, int year, std::string_view edition,
             Measure measure = Measure::Value) {
  return cited(from, unit, series, year, year, edition, measure).value.value;
}

const PrintedNumber& rate(const FactBook& book, std::string_view currency, std::string_view period) {
  const auto found = std::ranges::find_if(book.rates, [&](const ExchangeRate& each) {
    return each.currency == currency && to_text(each.period) == period;
  });
  REQUIRE(found != book.rates.end());
  return found->per_dollar;
}

std::vector<double> months_of(const FactBook& book, std::string_view currency, int year) {
  std::vector<double> months;
  for (int month = 1; month <= 12; ++month) {
    months.push_back(
        rate(book, currency, std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month)).value);
  }
  return months;
}

TEST_CASE("the prints of the 2025 edition are its figures, rounded to two decimals") {
  const Shipped from = shipped();
  const Series series = *from.index.find_series("private_ai_investment");
  const struct {
    std::string code;
    std::string print;
  } prints[] = {{"KOR", "1.33"}, {"USA", "109.08"}, {"CHN", "9.29"}, {"GBR", "4.52"}, {"ISR", "1.36"}};
  for (const auto& [code, print] : prints) {
    CAPTURE(code);
    const CitedFigure& figure = cited(from, code, "private_ai_investment", 2024, 2024, "ai-index-2025");
    CHECK(figure.value.text == print);
    for (const Observation& observation :
         from.index.observations_of(series, *from.index.find_unit(code), Period::year(2024))) {
      if (from.index.edition_of(observation).id == "ai-index-2025") CHECK(fixed(observation.value->value, 2) == print);
    }
  }
  CHECK(value(from, "WLD", "private_ai_investment", 2024, "ai-index-2025") == 150.8);
}

TEST_CASE("ranks as printed are those of the figures that the index holds") {
  const Shipped from = shipped();
  const Series series = *from.index.find_series("private_ai_investment");
  const auto above = [&](std::string_view code) {
    const auto amount = [&](Unit unit) {
      for (const Observation& observation : from.index.observations_of(series, unit, Period::year(2024))) {
        if (from.index.edition_of(observation).id == "ai-index-2025") return observation.value->value;
      }
      return 0.0;
    };
    int count = 0;
    const double own = amount(*from.index.find_unit(code));
    for (std::size_t i = 0; i < from.index.units.size(); ++i) count += amount(static_cast<Unit>(i)) > own ? 1 : 0;
    return count;
  };
  const struct {
    std::string code;
    int rank;
  } ranks[] = {{"USA", 1}, {"CHN", 2}, {"KOR", 11}};
  for (const auto& [code, rank] : ranks) {
    CAPTURE(code);
    CHECK(value(from, code, "private_ai_investment", 2024, "ai-index-2025", Measure::Ranked) == rank);
    CHECK(above(code) == rank - 1);
  }
  CHECK(value(from, "KOR", "private_ai_investment", 2022, "ai-index-2023", Measure::Ranked) == 6);
  CHECK(value(from, "KOR", "private_ai_investment", 2023, "ai-index-2024", Measure::Ranked) == 9);
}

TEST_CASE("44th of 48 is fifth from last, with four countries below") {
  const Shipped from = shipped();
  const double units = value(from, "", "net_ai_talent_migration", 2024, "ai-index-2025", Measure::Units);
  const double rank = value(from, "KOR", "net_ai_talent_migration", 2024, "ai-index-2025", Measure::Ranked);
  const double from_last = value(from, "KOR", "net_ai_talent_migration", 2024, "ai-index-2025", Measure::RankFromLast);
  CHECK(units == 48);
  CHECK(rank == 44);
  CHECK(from_last == 5);
  CHECK(units + 1 - rank == from_last);
  const auto below = std::ranges::count(from.book.figures, CitedFigure::Relation::Below, &CitedFigure::relation);
  CHECK(static_cast<double>(below) == from_last - 1);
  CHECK(value(from, "KOR", "net_ai_talent_migration", 2023, "ai-index-2024", Measure::RankFromLast) == 3);
}

TEST_CASE("budget and share, sums and years, sales and growth agree with each other") {
  const Shipped from = shipped();
  const double budget = value(from, "KOR", "government_ai_budget", 2025, "kr-budget-2024-12");
  CHECK(budget == 1.8);
  CHECK(fixed(100 * budget / 673.3, 4) ==
        cited(from, "KOR", "government_ai_budget_share", 2025, 2025, "kr-budget-2024-12").value.text);
  CHECK(budget + value(from, "KOR", "supplementary_ai_budget", 2025, "kr-supplementary-2025-04") == 3.6);
  CHECK(cited(from, "KOR", "ai_workforce_shortage", 2023, 2027, "moel-2023-08").value.value / 5 == 2560);
  CHECK(cited(from, "KOR", "ai_workforce_new_demand", 2023, 2027, "moel-2023-08").value.value == 66100);
  // Sales grew by 21.5 %, which both rounded figures allow: 5.15 / 4.35 < 1.215 < 5.25 / 4.25.
  const PrintedNumber& before = cited(from, "KOR", "ai_industry_sales", 2022, 2022, "spri-ai-2024-01").value;
  const PrintedNumber& after = cited(from, "KOR", "ai_industry_sales", 2023, 2023, "spri-ai-2024-01").value;
  CHECK((after.value - after.step / 2) / (before.value + before.step / 2) < 1.215);
  CHECK((after.value + after.step / 2) / (before.value - before.step / 2) > 1.215);
  // 335.24 up to 2023 and the 109.08 of 2024 are less than the 470.9 up to 2024: the newer edition restates.
  const double until_2023 =
      cited(from, "USA", "private_ai_investment_cumulative", 2013, 2023, "ai-index-2024").value.value;
  const double until_2024 =
      cited(from, "USA", "private_ai_investment_cumulative", 2013, 2024, "ai-index-2025").value.value;
  CHECK(until_2023 + 109.08 < until_2024);
}

TEST_CASE("exchange rates are there for each month from 2021 to June 2026, and stand by the printed means of years") {
  const FactBook book = shipped().book;
  for (const char* currency : {"CNY", "EUR", "GBP", "JPY", "KRW"}) {
    CAPTURE(currency);
    const auto months = std::ranges::count_if(book.rates, [&](const ExchangeRate& each) {
      return each.currency == currency && each.period.kind() == Period::Kind::Month;
    });
    CHECK(months == 5 * 12 + 6);
  }
  CHECK(rate(book, "KRW", "2025-04").text == "1439.7777");
  CHECK(fixed(rate(book, "KRW", "2025-04").value / rate(book, "CNY", "2025-04").value, 1) == "197.3");
  // The publisher's mean of a year is one of days. Months differ in their days, so that of months is another one; but
  // both lie between the lowest month and the highest.
  const std::vector<double> won = months_of(book, "KRW", 2024);
  CHECK(rate(book, "KRW", "2024").text == "1363.4381");
  CHECK(fixed(std::accumulate(won.begin(), won.end(), 0.0) / 12, 1) == "1363.5");
  for (const char* currency : {"CNY", "EUR", "JPY", "KRW"}) {
    for (int year = 2021; year <= 2025; ++year) {
      CAPTURE(currency);
      CAPTURE(year);
      const double printed = rate(book, currency, std::to_string(year)).value;
      const std::vector<double> months = months_of(book, currency, year);
      CHECK(std::ranges::min(months) < printed);
      CHECK(printed < std::ranges::max(months));
    }
  }
}

TEST_CASE("the lexicon knows what Korean and English papers call units, indicators and publishers") {
  const Lexicon lexicon = shipped().book.lexicon;
  const auto unit_of = [&](std::string_view name) {
    std::string code;
    for (const Lexicon::NamedUnit& unit : lexicon.units) {
      const bool has = std::ranges::count(unit.names.en, name) + std::ranges::count(unit.names.ko, name) > 0;
      if (has || unit.title.en == name || unit.title.ko == name) code += unit.code;
    }
    return code;
  };
  const struct {
    std::string name;
    std::string code;
  } names[] = {{"터키", "TUR"},     {"튀르키예", "TUR"}, {"美", "USA"},           {"中", "CHN"},
               {"韓", "KOR"},       {"日", "JPN"},       {"英", "GBR"},           {"獨", "DEU"},
               {"佛", "FRA"},       {"印", "IND"},       {"South Korean", "KOR"}, {"U.S.", "USA"},
               {"American", "USA"}, {"UK", "GBR"},       {"British", "GBR"},      {"Turkey", "TUR"},
               {"turkey", ""},      {"us", ""},          {"Chinese", "CHN"},      {"전 세계", "WLD"},
               {"대한민국", "KOR"}, {"북한", "PRK"}};
  for (const auto& [name, code] : names) {
    CAPTURE(name);
    CHECK(unit_of(name) == code);
  }
  CHECK(lexicon.home_en == "USA");
  CHECK(lexicon.home_ko == "KOR");
  CHECK(lexicon.whole == "WLD");
  const auto migration = std::ranges::find(lexicon.series, "net_ai_talent_migration", &Lexicon::NamedSeries::id);
  REQUIRE(migration != lexicon.series.end());
  REQUIRE(migration->per.has_value());
  CHECK(migration->per->count == 10000);
  CHECK(migration->per->base == "linkedin_members");
  const auto stanford = std::ranges::find(lexicon.publishers, "Stanford HAI", &Lexicon::NamedPublisher::publisher);
  REQUIRE(stanford != lexicon.publishers.end());
  CHECK(std::ranges::count(stanford->report_names.ko, "AI인덱스 보고서") == 1);
}

TEST_CASE("every edition and source of the shipped index that no observation uses is cited") {
  const Shipped from = shipped();
  std::vector<bool> sources(from.index.sources.size());
  std::vector<bool> editions(from.index.editions.size());
  const auto use = [&](const auto& figures) {
    for (const auto& figure : figures) {
      sources[at(figure.source)] = true;
      editions[at(figure.edition)] = true;
    }
  };
  use(from.index.observations);
  use(from.book.figures);
  use(from.book.rates);
  CHECK(std::ranges::count(sources, false) == 0);
  CHECK(std::ranges::count(editions, false) == 0);
}

TEST_CASE("editions that are cited alone are not among those with figures") {
  const Index index = shipped().index;
  std::set<std::string> used;
  for (const EditionAt edition : used_editions(index)) used.insert(index.editions[at(edition)].publisher);
  CHECK(used == std::set<std::string>{"Epoch AI", "OECD.AI Policy Observatory", "Stanford HAI", "World Bank"});
}

TEST_CASE("each cited figure and rate says where it stands") {
  const FactBook book = shipped().book;
  for (const CitedFigure& figure : book.figures) CHECK_FALSE(figure.locator.empty());
  for (const ExchangeRate& each : book.rates) CHECK_FALSE(each.locator.empty());
}

}  // namespace
}  // namespace podium
