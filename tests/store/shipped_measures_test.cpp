#include <cmath>
#include <fstream>
#include <map>

#include "podium/files/text_check.hpp"

#include "store/measured.hpp"
#include "support/csv.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// A measure that podium ships, on the texts of its inputs.
Measured measured_on(const std::string& id, const std::vector<std::string>& inputs, const Parameters& parameters = {},
                     std::size_t threads = 1) {
  const DirectoryOnDisk place;
  std::vector<fs::path> paths;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    place.write(std::to_string(i) + ".csv", inputs[i]);
    paths.push_back(place.path() / (std::to_string(i) + ".csv"));
  }
  return must(run_on(shipped(id, parameters), paths, {.threads = threads}));
}

double number(const std::string& text) {
  const auto printed = parse_decimal(text);
  REQUIRE_MESSAGE(printed.has_value(), text);
  return printed->value;
}

std::string value_of(const Measured& measured, const std::string& unit, const std::string& period) {
  for (const MeasuredRow& row : measured.rows) {
    if (row.unit == unit && row.period == period) return row.value;
  }
  return "0";
}

// Notable models

constexpr const char* kModels =
    "Model,Organization,Country (of organization),Publication date\n"
    "One,\"Stanford University,OpenAI\",\"United States of America,United States of America\",2024-01-01\n"
    "Two,\"Google DeepMind,University of Oxford\",\"United States of America,United Kingdom of Great Britain and "
    "Northern "
    "Ireland,Multinational,France,United Kingdom of Great Britain and Northern Ireland\",2024-05-05\n"
    "Three,LG AI Research,Korea (Republic of),2024-12-09\n"
    "Four,Somebody,,2024-12-09\n"
    "Five,Meta AI,Multinational,2023-02-24\n"
    "Six,DeepMind,United Kingdom of Great Britain and Northern Ireland,2023-03-01\n"
    "Seven,OpenAI,United States of America,\n";

TEST_CASE("notable models are counted by the rule that is asked for") {
  const struct {
    Parameters parameters;
    const char* lines;
  } cases[] = {
      // One has two American organisations, Two one American-British-French and one British.
      {{}, "FRA 2024 1\nGBR 2023 1\nGBR 2024 1\nKOR 2024 1\nUSA 2024 2\n"},
      {{{"attribution", "organisation"}}, "FRA 2024 1\nGBR 2023 1\nGBR 2024 2\nKOR 2024 1\nUSA 2024 3\n"},
      // Two is worth a quarter for each of US, UK, France, UK.
      {{{"attribution", "fractional"}}, "FRA 2024 0.25\nGBR 2023 1\nGBR 2024 0.5\nKOR 2024 1\nUSA 2024 1.25\n"},
      // Of Two, the last country is Oxford's: the four before it are Google DeepMind's.
      {{{"deepmind", "USA"}}, "GBR 2023 1\nGBR 2024 1\nKOR 2024 1\nUSA 2024 2\n"},
      {{{"deepmind", "GBR"}, {"attribution", "organisation"}}, "GBR 2023 1\nGBR 2024 2\nKOR 2024 1\nUSA 2024 2\n"},
      {{{"multinational", "left out"}}, "GBR 2023 1\nKOR 2024 1\nUSA 2024 1\n"},
      {{{"multinational", "own group"}},
       "GBR 2023 1\nKOR 2024 1\nMultinational 2023 1\nMultinational 2024 1\nUSA 2024 1\n"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.lines);
    CHECK(lines_of(measured_on("notable_models", {kModels}, one.parameters)) == one.lines);
  }
}

const char* const kVintages[] = {"2025-02", "2025-03", "2025-07", "2025-12", "2026-07"};

Measured epoch(const fs::path& shared, const std::string& vintage, const Parameters& parameters = {}) {
  return must(run_on(shipped("notable_models", parameters),
                     {shared / "data/epoch-notable-models" / ("notable_ai_models_" + vintage + ".csv")}));
}

TEST_CASE("Epoch's five files give the counts of 2024 that were made by hand, cell by cell") {
  REQUIRE_SHARED(shared);
  // data/epoch-notable-models/README.md: each model once per distinct country of its organisations.
  const char* const units[] = {"USA", "CHN", "FRA", "GBR", "SAU", "SGP", "KOR", "CAN", "ISR", "DEU"};
  const int expected[5][10] = {{39, 10, 3, 6, 1, 0, 1, 1, 1, 0},
                               {42, 18, 3, 7, 1, 0, 1, 1, 1, 0},
                               {47, 26, 11, 8, 5, 3, 1, 8, 1, 1},
                               {54, 31, 4, 12, 3, 3, 1, 1, 1, 1},
                               {57, 31, 4, 3, 2, 3, 1, 1, 1, 1}};
  for (std::size_t i = 0; i < std::size(kVintages); ++i) {
    const Measured measured = epoch(shared, kVintages[i]);
    for (std::size_t j = 0; j < std::size(units); ++j) {
      CAPTURE(kVintages[i]);
      CAPTURE(units[j]);
      CHECK(value_of(measured, units[j], "2024") == std::to_string(expected[i][j]));
    }
  }
}

TEST_CASE("the rules and files bracket what the AI Index 2025 printed for 2024") {
  REQUIRE_SHARED(shared);
  // 40, 15, 3, 1, 1, 1 (facts SF018 to SF023): its pull lies between the files of February and March 2025.
  const std::pair<const char*, double> printed[] = {{"USA", 40}, {"CHN", 15}, {"FRA", 3},
                                                    {"KOR", 1},  {"CAN", 1},  {"ISR", 1}};
  const Parameters american{{"deepmind", "USA"}};
  const Measured before = epoch(shared, "2025-02", american);
  const Measured after = epoch(shared, "2025-03", american);
  for (const auto& [unit, value] : printed) {
    CAPTURE(unit);
    CHECK(number(value_of(before, unit, "2024")) <= value);
    CHECK(number(value_of(after, unit, "2024")) >= value);
  }
}

TEST_CASE("the Global AI Vibrancy Tool's models of 2024 are the file of July 2025 with Google DeepMind as American") {
  REQUIRE_SHARED(shared);
  const Measured measured = epoch(shared, "2025-07", {{"deepmind", "USA"}});
  for (const auto& [unit, value] : std::map<std::string, std::string>{{"USA", "47"},
                                                                      {"CHN", "26"},
                                                                      {"SAU", "5"},
                                                                      {"FRA", "4"},
                                                                      {"SGP", "3"},
                                                                      {"GBR", "1"},
                                                                      {"CAN", "1"},
                                                                      {"DEU", "1"},
                                                                      {"KOR", "1"}}) {
    CAPTURE(unit);
    CHECK(value_of(measured, unit, "2024") == value);
  }
}

// Net migration

constexpr const char* kCareers =
    "person,place,from,to\n"
    "1,South Korea,2019-01-01,2020-06-30\n"  // to the United States in 2020
    "1,USA,2020-07-01,\n"
    "2,KOR,2018-01-01,\n"
    "3,USA,2015-01-01,2020-01-01\n"  // back to Korea after a gap, in 2021
    "3,대한민국,2021-03-01,2021-12-31\n"
    "4,Korea (Republic of),2017-05-05,2020-02-02\n"  // another employer, the same country by another name
    "4,KOR,2020-02-02,\n"
    "5,Atlantis,2010-01-01,2020-05-05\n"  // from nowhere known
    "5,USA,2020-05-05,\n";

TEST_CASE("net migration is arrivals minus departures over the members at the year's end") {
  const Measured measured =
      measured_on("net_migration", {kCareers}, {{"first_year", "2020"}, {"last_year", "2021"}, {"min_members", "1"}});
  // End of 2020: Korea has 2 and 4, the United States 1 and 5. End of 2021: 3 has left on that very day.
  CHECK(lines_of(measured, true) ==
        "KOR 2020 -5000 [0 arrived, 1 left, 2 members]\n"
        "KOR 2021 5000 [1 arrived, 0 left, 2 members]\n"
        "USA 2020 10000 [2 arrived, 0 left, 2 members]\n"
        "USA 2021 -5000 [0 arrived, 1 left, 2 members]\n");
  CHECK(lines_of(measured_on("net_migration", {kCareers},
                             {{"first_year", "2021"}, {"last_year", "2021"}, {"min_members", "3"}}),
                 true) == "KOR 2021 - [fewer than 3 members]\nUSA 2021 - [fewer than 3 members]\n");
}

// Retention

TEST_CASE("retention has the Wilson interval of its share") {
  std::string text = "person,period,first_degree,works_in\n";
  for (int i = 0; i < 10; ++i) text += "p" + std::to_string(i) + ",2022,South Korea," + (i < 2 ? "KOR" : "USA") + "\n";
  text += "p0,2022,South Korea,KOR\nlost,2022,South Korea,\nalone,2022,Japan,Japan\n";
  const Measured measured = measured_on("researcher_retention", {text});
  REQUIRE(measured.rows.size() == 2);
  CHECK(measured.rows[0].value.empty());
  CHECK(measured.rows[1].value == "0.2");
  // Newcombe (1998), as everywhere for 2 of 10: 0.0567 to 0.5098.
  CHECK(measured.rows[1].note == "2 of 10; interval 0.0567 to 0.5098");
  CHECK(number(measured.rows[1].standard_error) == doctest::Approx((0.50984 - 0.05668) / 2 / 1.959964).epsilon(1e-4));
}

// Moves

TEST_CASE("who changes country with most of the institution has not moved") {
  // Five go from Old to New together: a change of name, although New stands in another country's list. X and Y move.
  std::string people = "name,year,affiliation\n";
  for (const char* const one : {"a", "b", "c", "d", "e"}) {
    people += std::string(one) + ",2020,Old\n" + one + ",2021,New\n";
  }
  people +=
      "x,2020,Seoul\nx,2021,Boston\ny,2020,Boston\ny,2021,Seoul\nz,2020,Boston\nz,2021,Seoul\n"
      "twice,2020,Seoul\ntwice,2020,Boston\ntwice,2021,Boston\n";
  const std::string institutions =
      "institution,region,countryabbrv\nOld,asia,jp\nNew,europe,fr\nSeoul,asia,kr\nBoston,america,us\n";
  CHECK(lines_of(measured_on("researcher_moves", {people, institutions}), true) ==
        "KOR 2021 1 [2 came, 1 left]\nUSA 2021 -1 [1 came, 2 left]\n");
  // If no number of people were enough for a change of name, all five would have moved to France.
  CHECK(lines_of(measured_on("researcher_moves", {people, institutions}, {{"renamed_people", "6"}, {"flow", "in"}})) ==
        "FRA 2021 5\nJPN 2021 0\nKOR 2021 2\nUSA 2021 1\n");
}

TEST_CASE("in the yearly lists of CSrankings ten came to Korea and three left, and most of 2020's changes are names") {
  REQUIRE_SHARED(shared);
  const DirectoryOnDisk place;
  const fs::path folder = shared / "data/csrankings";
  const fs::path people = place.path() / "people.csv";
  // The lists of eight years under one another; a line that is not UTF-8 is left out.
  std::string lists = "name,year,affiliation\n";
  for (int year = 2017; year <= 2024; ++year) {
    std::ifstream list(folder / ("csrankings_" + std::to_string(year) + ".csv"));
    std::string line;
    std::getline(list, line);
    while (std::getline(list, line)) {
      if (line.ends_with('\r')) line.pop_back();
      const std::vector<std::string> fields = split_csv_line(line);
      if (fields.size() < 2 || first_bad_byte(line)) continue;
      lists += sql_quoted(fields[0], '"') + ',' + std::to_string(year) + ',' + sql_quoted(fields[1], '"') + '\n';
    }
  }
  place.write("people.csv", lists);
  const auto moves = [&](const Parameters& parameters) {
    return must(run_on(shipped("researcher_moves", parameters), {people, folder / "country-info.csv"}));
  };
  const auto total = [](const Measured& measured, std::string_view unit, std::string_view period) {
    double sum = 0;
    for (const MeasuredRow& row : measured.rows) {
      if ((unit.empty() || row.unit == unit) && (period.empty() || row.period == period)) sum += number(row.value);
    }
    return sum;
  };
  // data/csrankings/README.md, where American institutions are those that the list lacks and names count as they stand.
  const Parameters by_name{{"home", "USA"}, {"renamed_people", "1000000"}, {"flow", "in"}};
  const Measured named = moves(by_name);
  CHECK(total(named, "KOR", "") == 10);
  CHECK(total(moves({{"home", "USA"}, {"renamed_people", "1000000"}, {"flow", "out"}}), "KOR", "") == 3);
  const std::pair<const char*, double> changes[] = {{"2018", 45},  {"2019", 93},  {"2020", 257}, {"2021", 60},
                                                    {"2022", 114}, {"2023", 114}, {"2024", 42}};
  const Measured followed = moves({{"home", "USA"}, {"flow", "in"}});
  for (const auto& [year, count] : changes) {
    CAPTURE(year);
    CHECK(std::abs(total(named, "", year) - count) <= 2);
    CHECK(total(followed, "", year) <= total(named, "", year));
  }
  CHECK(total(followed, "", "2020") < 257 / 2);
  CHECK(total(followed, "KOR", "") == 10);
}

// Investment

constexpr const char* kRates =
    "Date,Country,Exchange rate\n2024-03-01,South Korea,1250\n2024-03-01,Euro,0.8\n2024-04-01,South Korea,1600\n";

TEST_CASE("investment counts companies over the threshold, at the rate of the event, as last entered") {
  const std::string deals =
      "deal,company,head_office,event,amount,currency,entered\n"
      "1,Alpha,South Korea,2024-03-10,1250000000,KRW,2024-03-11\n"  // 1 million dollars
      "2,Alpha,South Korea,2024-04-10,800000000,KRW,2024-04-11\n"   // half a million: the threshold together
      "3,Beta,USA,2024-05-01,1499999,USD,2024-05-02\n"              // not quite
      "4,Gamma,Germany,2024-03-01,4000000,EUR,2024-03-02\n"         // 5 million, restated to 8
      "4,Gamma,Germany,2024-03-01,6400000,EUR,2025-01-01\n"
      "5,Delta,Germany,2024-03-01,9000000,USD,2024-03-02\n"  // withdrawn
      "5,Delta,Germany,2024-03-01,,USD,2025-01-01\n"
      "6,Epsilon,Israel,2024-03-01,9000000,ILS,2024-03-02\n";  // a currency without a rate
  CHECK(lines_of(measured_on("private_investment", {deals, kRates}), true) ==
        "DEU 2024 0.008 [1 deals of 1 companies]\n"
        "ISR 2024 0 [0 deals of 0 companies; 1 without a rate left out]\n"
        "KOR 2024 0.0015 [2 deals of 1 companies]\n"
        "USA 2024 0 [0 deals of 0 companies]\n");
  // What was known at the end of 2024.
  const Measured then = measured_on("private_investment", {deals, kRates}, {{"as_of", "2024-12-31"}});
  CHECK(number(value_of(then, "DEU", "2024")) == doctest::Approx(0.014).epsilon(1e-12));
  CHECK(value_of(measured_on("private_investment", {deals, kRates}, {{"threshold", "1"}}), "USA", "2024") ==
        "0.001499999");
}

// Conversion

TEST_CASE("a flow is converted at the mean of its year, a budget at the month of its decision") {
  const std::string amounts =
      "unit,indicator,period,amount,currency,kind,decided\n"
      "KOR,a,2023,2600,KRW,flow,\nKOR,a,2024,2500,KRW,budget,2024-03-29\nDEU,a,2024,8,EUR,budget,2024-03-01\n"
      "FRA,a,2023,8,EUR,flow,\nUSA,a,2024,5,USD,flow,\nJPN,a,2024,5,JPY,flow,\nISR,a,2024,5,USD,gift,\nCHN,a,2024,5,"
      "USD,budget,\n";
  std::string monthly = kRates;
  for (int month = 1; month <= 12; ++month) {
    monthly +=
        (month < 10 ? "2023-0" : "2023-") + std::to_string(month) + "-01,Euro," + (month <= 6 ? "0.5" : "1.5") + "\n";
  }
  const std::string yearly = "Date,Country,Exchange rate\n2023-01-01,South Korea,1300\n";
  CHECK(lines_of(measured_on("converted_amounts", {amounts, yearly, monthly}), true) ==
        "CHN 2024 5 [as stated, in USD]\n"
        "DEU 2024 10 [budget: 8.0 EUR at 1.25 USD per EUR (mean of 2024-03)]\n"
        "FRA 2023 8 [flow: 8.0 EUR at 1.0 USD per EUR (mean of twelve months)]\n"
        "ISR 2024 5 [as stated, in USD]\n"
        "JPN 2024 - [not converted: no rate of JPY to USD at 2024]\n"
        "KOR 2023 2 [flow: 2600.0 KRW at 1300.0 KRW per USD (mean of the year)]\n"
        "KOR 2024 2 [budget: 2500.0 KRW at 1250.0 KRW per USD (mean of 2024-03)]\n"
        "USA 2024 5 [as stated, in USD]\n");
  // Through the dollar: 8 euro are 10 dollars, which are 12500 won.
  CHECK(value_of(measured_on("converted_amounts", {amounts, yearly, monthly}, {{"currency", "KRW"}}), "DEU", "2024") ==
        "12500");
}

TEST_CASE("the budgets of 2025 in dollars and won are those of the month's rates") {
  REQUIRE_SHARED(shared);
  const DirectoryOnDisk place;
  place.write("a.csv",
              "unit,indicator,period,amount,currency,kind,decided\nCHN,a,2025,191700000000,CNY,budget,2025-04-08\n");
  const fs::path rates = shared / "data/exchange-rates";
  const Measured measured = must(run_on(shipped("converted_amounts", {{"currency", "KRW"}}),
                                        {place.path() / "a.csv", rates / "annual.csv", rates / "monthly.csv"}));
  // Fact SF015: 37.82 trillion won.
  CHECK(number(measured.rows.at(0).value) == doctest::Approx(37.82e12).epsilon(0.0005));
}

// Survey

TEST_CASE("a survey's error follows its design, and a census has none") {
  // Two strata of two clusters each, one answer a cluster, weights 1: the answers 1 0 and 1 1 of populations of 4
  // and 2.
  const std::string answers =
      "unit,indicator,period,stratum,cluster,weight,answer\n"
      "KOR,a,2023,s,1,1,true\nKOR,a,2023,s,2,1,false\nKOR,a,2023,t,3,1,true\nKOR,a,2023,t,4,1,true\n"
      "JPN,a,2023,s,1,1,true\nJPN,a,2023,s,2,1,false\n"
      "USA,a,2023,s,1,2,true\nUSA,a,2023,s,2,1,false\nUSA,a,2023,s,2,1,\n"
      "FRA,a,2023,s,1,1,true\n";
  const std::string strata = "unit,period,stratum,clusters\nKOR,2023,s,4\nKOR,2023,t,2\nJPN,2023,s,2\n";
  const Measured measured = measured_on("survey_share", {answers, strata});
  REQUIRE(measured.rows.size() == 4);
  std::map<std::string, MeasuredRow> of;
  for (const MeasuredRow& row : measured.rows) of[row.unit] = row;
  // p = 3/4; u of s: (1 - 3/4)/4 = 1/16, (0 - 3/4)/4 = -3/16; variance 2/1 * (1/256 + 9/256 - (1/8)^2/2) * (1 - 2/4)
  //   = 2 * (10/256 - 2/256) / 2 = 8/256; stratum t was asked whole.
  CHECK(of["KOR"].value == "0.75");
  CHECK(number(of["KOR"].standard_error) == doctest::Approx(std::sqrt(8.0 / 256)).epsilon(1e-12));
  CHECK(of["KOR"].note == "sample: 4 answers in 4 clusters of 2 strata");
  CHECK(of["JPN"].standard_error == "0");
  CHECK(of["JPN"].note == "census: 2 answers, no sampling error");
  // p = 2/3; u: (2 - 4/3)/3 = 2/9, (0 - 2/3)/3 = -2/9; variance 2 * (8/81), no correction: the population is not known.
  CHECK(number(of["USA"].value) == doctest::Approx(2.0 / 3).epsilon(1e-15));
  CHECK(number(of["USA"].standard_error) == doctest::Approx(4.0 / 9).epsilon(1e-12));
  CHECK(of["FRA"].standard_error.empty());
  CHECK(of["FRA"].note == "sample: 1 answers; error unknown, a stratum has one cluster");
}

TEST_CASE("without strata and clusters a survey's error is that of a simple random sample") {
  std::string answers = "unit,indicator,period,stratum,cluster,weight,answer\n";
  for (int i = 0; i < 50; ++i)
    answers += "KOR,a,2023,all," + std::to_string(i) + ",3," + (i < 15 ? "true" : "false") + "\n";
  const Measured measured = measured_on("survey_share", {answers, "unit,period,stratum,clusters\nKOR,2023,all,1000\n"});
  // Lohr (2010), 2.3: sqrt((1 - n/N) p (1 - p) / (n - 1)).
  CHECK(measured.rows.at(0).value == "0.3");
  CHECK(number(measured.rows[0].standard_error) == doctest::Approx(std::sqrt(0.95 * 0.3 * 0.7 / 49)).epsilon(1e-12));
}

TEST_CASE("the same bytes come out of one thread and of four") {
  std::string careers = "person,place,from,to\n";
  std::string deals = "deal,company,head_office,event,amount,currency,entered\n";
  const char* const places[] = {"KOR", "USA", "FRA", "DEU"};
  for (int i = 0; i < 20'000; ++i) {
    const std::string year = std::to_string(2016 + i % 7);
    careers += std::to_string(i / 3) + "," + places[(i * 7 + i / 5) % 4] + "," + year + "-02-01,\n";
    deals += std::to_string(i) + ",c" + std::to_string(i % 999) + "," + places[i % 999 % 4] + ",2024-03-02," +
             std::to_string(i * 37 % 100'000) + ".07,EUR,2024-05-01\n";
  }
  const auto both = [](const std::string& id, const std::vector<std::string>& inputs, const Parameters& parameters) {
    const std::string one = lines_of(measured_on(id, inputs, parameters, 1), true);
    CHECK(one == lines_of(measured_on(id, inputs, parameters, 4), true));
    CHECK(one.size() > 40);
  };
  both("net_migration", {careers}, {{"min_members", "1"}});
  both("private_investment", {deals, kRates}, {{"threshold", "1000"}});
}

}  // namespace
}  // namespace podium
