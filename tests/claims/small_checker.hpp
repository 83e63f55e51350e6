#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "podium/claims/check_text.hpp"

#include "support/small.hpp"

namespace podium::testing {

/// A small world that texts are checked against: harvests of four countries in two editions of one atlas, which differ
/// about 2023. Each figure is invented.
///
///   harvest-2024, out on 2024-05-01: 2022 and 2023      harvest-2025, out on 2025-05-01: 2023 and 2024
///
/// Beside them a sum over five years of another publisher, a budget with its share, and rates of exchange of two
/// months.

/// One row of the atlas.
struct HarvestFigure {
  const char* series;
  int year;
  const char* edition;
  std::vector<std::string> printed;  ///< of CHN, JPN, KOR, USA
};

inline std::vector<HarvestFigure> harvest_figures() {
  return {
      {"farm_investment", 2022, "harvest-2024", {"40.3", "5.12", "2.91", "58.6"}},
      {"farm_investment", 2023, "harvest-2024", {"43.9", "5.98", "2.58", "64.8"}},
      {"farm_investment", 2023, "harvest-2025", {"44.18", "6.07", "2.73", "66.29"}},
      {"farm_investment", 2024, "harvest-2025", {"48.72", "6.31", "2.46", "71.35"}},
      {"fish_catch", 2022, "harvest-2024", {"13150", "2917", "1352", "4284"}},
      {"fish_catch", 2023, "harvest-2024", {"13250", "2942", "1375", "4215"}},
      {"fish_catch", 2023, "harvest-2025", {"13280", "2953", "1391", "4232"}},
      {"fish_catch", 2024, "harvest-2025", {"13420", "2784", "1437", "4196"}},
      {"rice_balance", 2023, "harvest-2025", {"2.98", "-1.31", "-1.62", "8.27"}},
      {"rice_balance", 2024, "harvest-2025", {"3.12", "-2.57", "-1.84", "8.65"}},
      {"rice_harvest", 2022, "harvest-2024", {"145900", "7269", "3764", "4830"}},
      {"rice_harvest", 2023, "harvest-2024", {"144600", "7161", "3725", "5401"}},
      {"rice_harvest", 2023, "harvest-2025", {"144620", "7165", "3702", "5382"}},
      {"rice_harvest", 2024, "harvest-2025", {"145280", "7345", "3585", "5640"}},
      {"self_sufficiency", 2022, "harvest-2024", {"94.2", "37.3", "47.2", "118.4"}},
      {"self_sufficiency", 2023, "harvest-2024", {"93.9", "38.4", "49.3", "120.2"}},
      {"self_sufficiency", 2023, "harvest-2025", {"93.4", "37.6", "46.7", "121.5"}},
      {"self_sufficiency", 2024, "harvest-2025", {"92.6", "38.1", "45.8", "124.3"}},
      {"tractors", 2023, "harvest-2025", {"61.3", "405.2", "128.9", "896.4"}},
      {"tractors", 2024, "harvest-2025", {"68.4", "412.5", "131.7", "903.6"}},
  };
}

inline Lexicon harvest_lexicon() {
  return {
      .home_en = "USA",
      .home_ko = "KOR",
      .whole = "WLD",
      .units = {{"CHN", {"China", "중국"}, {.en = {"Chinese"}, .ko = {"中", "중"}}},
                {"JPN", {"Japan", "일본"}, {.en = {"Japanese"}, .ko = {"日", "일"}}},
                {"KOR", {"South Korea", "한국"}, {.en = {"Korea", "South Korean"}, .ko = {"韓", "한"}}},
                {"USA", {"United States", "미국"}, {.en = {"US", "U.S."}, .ko = {"美", "미"}}},
                {"VNM", {"Vietnam", "베트남"}, {}},
                {"WLD", {"The world", "전 세계"}, {}}},
      .series =
          {{.id = "farm_budget",
            .title = {"Farm budget", "농업 예산"},
            .unit_of_measure = "KRW trillions",
            .names = {.en = {"farm budget"}}},
           {.id = "farm_budget_share",
            .title = {"Farm budget, share of the whole budget", "농업 예산 비중"},
            .unit_of_measure = "percent",
            .share_of = "farm_budget"},
           {.id = "farm_investment",
            .title = {"Farm investment", "농업 투자"},
            .unit_of_measure = "USD billions",
            .names = {.en = {"invested in farms"}, .ko = {"농업 투자액"}}},
           {.id = "farm_workers_missing",
            .title = {"Farm workers missing", "농업 인력 부족"},
            .unit_of_measure = "people",
            .names = {.en = {"shortage of farm workers"}, .ko = {"농업 인력"}},
            .counters = {.en = {"workers", "people"}, .ko = {"명"}}},
           {.id = "fish_catch",
            .title = {"Fish catch", "어획량"},
            .unit_of_measure = "thousand tonnes",
            .counters = {.en = {"tonnes"}, .ko = {"톤"}}},
           {.id = "rice_balance", .title = {"Rice trade balance", "쌀 무역수지"}, .unit_of_measure = "USD billions"},
           {.id = "rice_harvest",
            .title = {"Rice harvest", "쌀 수확량"},
            .unit_of_measure = "thousand tonnes",
            .names = {.en = {"harvest of rice"}, .ko = {"쌀 생산량"}},
            .counters = {.en = {"tonnes"}, .ko = {"톤"}}},
           {.id = "self_sufficiency", .title = {"Food self-sufficiency", "식량 자급률"}, .unit_of_measure = "percent"},
           {.id = "tractors",
            .title = {"Tractors", "트랙터 보급"},
            .unit_of_measure = "tractors per 1,000 farmers",
            .names = {.ko = {"트랙터"}},
            .counters = {.en = {"tractors"}, .ko = {"대"}},
            .per = Lexicon::Per{1000, "farmers"}}},
      .bases = {{"farmers", {.en = {"farmers"}, .ko = {"농민"}}}, {"people", {.en = {"people"}, .ko = {"인구"}}}},
      .publishers = {{.publisher = "Harvest Board",
                      .names = {.en = {"Harvest Board"}, .ko = {"수확위원회"}},
                      .report_names = {.en = {"Harvest Atlas"}, .ko = {"수확 연감"}}}},
  };
}

inline Index harvest_index(const std::vector<HarvestFigure>& figures = harvest_figures()) {
  const std::vector<std::string> codes{"CHN", "JPN", "KOR", "USA"};
  std::vector<NodeSpec> nodes{root()};
  for (const char* id :
       {"farm_investment", "fish_catch", "rice_balance", "rice_harvest", "self_sufficiency", "tractors"}) {
    nodes.push_back(indicator(id));
  }
  const Hierarchy hierarchy = hierarchy_of(std::move(nodes));
  Index index{.id = "harvests",
              .title = {"Harvests", "수확"},
              .description = {},
              .periods = {Period::year(2023), Period::year(2024)},
              .hierarchy = hierarchy,
              .recipe = checked({Impute{}, Normalise{}, Aggregate{}}, hierarchy, codes),
              .series = std::vector<SeriesInfo>(hierarchy.series_ids().size()),
              .group_names = {},
              .units = {},
              .sources = {{"atlas", "The atlas", "Harvest Board", Date{2025, 5, 1}, "https://example.org", "CC0", ""},
                          {"labour", "A press note", "Labour Office", Date{2023, 8, 31}, "", "", ""}},
              .editions = {{"harvest-2024", "Harvest Board", Date{2024, 5, 1}, "Harvest Atlas 2024", ""},
                           {"harvest-2025", "Harvest Board", Date{2025, 5, 1}, "Harvest Atlas 2025", ""},
                           {"labour-2023", "Labour Office", Date{2023, 8, 31}, "Labour Outlook 2023", ""}},
              .observations = {}};
  for (const std::string& code : codes) index.units.push_back({code, {code, ""}, {}});
  for (const HarvestFigure& figure : figures) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
      index.observations.push_back({.unit = static_cast<Unit>(i),
                                    .series = *index.find_series(figure.series),
                                    .period = Period::year(figure.year),
                                    .edition = *index.find_edition(figure.edition),
                                    .source = SourceAt{0},
                                    .value = parse_decimal(figure.printed[i]),
                                    .locator = "table of " + std::to_string(figure.year),
                                    .note = "",
                                    .place = {}});
    }
  }
  sort_observations(index.observations, index.editions);
  return index;
}

inline FactBook harvest_facts() {
  using Measure = CitedFigure::Measure;
  const auto cited = [](const char* unit, const char* series, YearSpan years, unsigned edition, const char* value,
                        Measure measure = Measure::Value) {
    return CitedFigure{.unit = unit,
                       .series = series,
                       .first_year = years.first,
                       .last_year = years.last,
                       .edition = static_cast<EditionAt>(edition),
                       .measure = measure,
                       .value = *parse_decimal(value),
                       .source = SourceAt{edition == 2 ? 1U : 0U},
                       .locator = "cited"};
  };
  const auto rate = [](const char* currency, const char* month, const char* per_dollar) {
    return ExchangeRate{.currency = currency,
                        .period = must(parse_period(month)),
                        .per_dollar = *parse_decimal(per_dollar),
                        .edition = EditionAt{1}};
  };
  FactBook book{.lexicon = harvest_lexicon(),
                .figures = {cited("WLD", "farm_investment", {2023, 2023}, 1, "298"),
                            cited("WLD", "farm_investment", {2024, 2024}, 1, "310.5"),
                            cited("WLD", "farm_workers_missing", {2023, 2027}, 2, "55000"),
                            cited("KOR", "farm_budget", {2024, 2024}, 1, "18.3"),
                            cited("KOR", "farm_budget_share", {2024, 2024}, 1, "2.79"),
                            cited("KOR", "farm_workers_missing", {2023, 2027}, 2, "12800"),
                            cited("", "rice_harvest", {2024, 2024}, 1, "117", Measure::Units),
                            cited("VNM", "self_sufficiency", {2024, 2024}, 1, "45.8")},
                .rates = {rate("CNY", "2025-05", "7.2"), rate("CNY", "2025-06", "7.2"), rate("KRW", "2025-05", "1400"),
                          rate("KRW", "2025-06", "1300")}};
  book.figures.back().relation = CitedFigure::Relation::Below;  // known only to lie below Korea
  return book;
}

/// Checks texts against them. Texts are of 10 June 2025 unless a test says otherwise.
class SmallChecker {
 public:
  explicit SmallChecker(const std::vector<HarvestFigure>& figures = harvest_figures())
      : index_(harvest_index(figures)), checker_(index_, book_) {}
  SmallChecker(const SmallChecker&) = delete;
  SmallChecker& operator=(const SmallChecker&) = delete;

  CheckedText check(std::string text, std::optional<Date> published = Date{2025, 6, 10},
                    std::string name = "story.txt") const {
    return checker_.check(std::move(name), std::move(text), {.published = published});
  }
  const OfficialFigures& figures() const { return checker_.figures(); }
  const Index& index() const { return index_; }

 private:
  Index index_;
  FactBook book_ = harvest_facts();
  TextChecker checker_;
};

/// "level KOR rice_harvest 2024 3585000": kind, unit, against, series, years, figure; "-" for what is not known.
inline std::string shown_claim(const Claim& claim) {
  const auto or_dash = [](std::string_view text) { return text.empty() ? std::string("-") : std::string(text); };
  std::string shown = std::string(to_word(claim.kind)) + " " + or_dash(claim.unit);
  if (!claim.against.empty()) shown += "/" + claim.against;
  shown += " " + or_dash(claim.series) + " " + (claim.years ? to_text(*claim.years) : "-");
  if (claim.has_figure()) shown += " " + shortest(claim.figure.value);
  if (claim.figure.upper) shown += ".." + shortest(*claim.figure.upper);
  if (claim.direction != 0) shown += claim.direction > 0 ? " up" : " down";
  return shown;
}

inline std::vector<std::string> shown_claims(const CheckedText& checked) {
  std::vector<std::string> shown;
  for (const Claim& claim : checked.claims) shown.push_back(shown_claim(claim));
  return shown;
}

/// "match", "mismatch digit-slip".
inline std::string shown_verdict(const Verdict& verdict) {
  std::string shown(to_word(verdict.kind));
  if (verdict.slip != Slip::None) shown += " " + std::string(to_word(verdict.slip));
  return shown;
}

/// Of the first claim of a kind; "none" where there is none.
inline std::string verdict_on(const CheckedText& checked, Claim::Kind kind) {
  const auto found = std::ranges::find(checked.claims, kind, &Claim::kind);
  if (found == checked.claims.end()) return "none";
  return shown_verdict(checked.verdicts[static_cast<std::size_t>(found - checked.claims.begin())]);
}

}  // namespace podium::testing
