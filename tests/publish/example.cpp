#include "publish/example.hpp"

#include <doctest/doctest.h>

namespace podium::testing {
namespace {

/// What the two examples differ in.
struct Names {
  std::vector<std::string> units;
  std::vector<Period> periods;
  std::string models;
  std::string edition;
  std::string source;
  std::string text;
  std::string url;
};

Period period(std::string_view text) { return *parse_period(text); }

NodeSpec indicator(std::string id, std::string parent) {
  return {.id = std::move(id), .parent = std::move(parent), .kind = NodeSpec::Kind::Indicator};
}

Hierarchy hierarchy_of(const Names& names) {
  NodeSpec errors = indicator("errors", "output");
  errors.direction = -1;
  NodeSpec investment = indicator("investment", "money");
  investment.denominator = "gdp";
  investment.factor = 100;
  auto hierarchy = Hierarchy::build({{.id = "index", .parent = ""},
                                     {.id = "output", .parent = "index", .weight = 3},
                                     {.id = "money", .parent = "index", .weight = 1},
                                     indicator(names.models, "output"),
                                     errors,
                                     investment},
                                    {"gdp"});
  REQUIRE(hierarchy);
  return *std::move(hierarchy);
}

CheckedRecipe recipe_of(const Hierarchy& hierarchy, const std::vector<std::string>& units) {
  auto recipe = check(Recipe{{Screen{.min_available = 0.4}, Denominate{}, Impute{}, Normalise{}, Aggregate{}}},
                      hierarchy, {.units = units});
  REQUIRE(recipe);
  return *std::move(recipe);
}

struct Figures {
  std::string series;
  std::size_t period;
  EditionAt edition;
  std::vector<const char*> printed;  ///< by unit; empty for a gap
};

constexpr EditionAt kFirst{0};
constexpr EditionAt kSecond{1};

std::vector<Observation> observations_of(const Names& names, const Hierarchy& hierarchy) {
  const Figures all[] = {
      {names.models, 0, kFirst, {"2", "4", "10"}},
      {names.models, 0, kSecond, {"3", "5", "11"}},
      {names.models, 1, kSecond, {"3", "", "12"}},
      {"errors", 0, kFirst, {"0.5", "0.25", "1.0"}},
      {"errors", 1, kFirst, {"0.5", "0.75", "1.5"}},
      {"investment", 0, kFirst, {"1200", "900", "30000"}},
      {"investment", 1, kSecond, {"1500", "1234567.8912345", "36000"}},
      {"gdp", 0, kFirst, {"3000", "1800", "27000"}},
      {"gdp", 1, kSecond, {"3000", "1800", "27000"}},
  };
  const std::vector<std::string> ids = hierarchy.series_ids();
  std::vector<Observation> observations;
  for (const Figures& figures : all) {
    const auto series = static_cast<Series>(std::ranges::find(ids, figures.series) - ids.begin());
    for (std::size_t unit = 0; unit < figures.printed.size(); ++unit) {
      const auto value = parse_decimal(figures.printed[unit]);
      if (!value) continue;
      observations.push_back({.unit = static_cast<Unit>(unit),
                              .series = series,
                              .period = names.periods[figures.period],
                              .edition = figures.edition,
                              .source = SourceAt{0},
                              .status = figures.series == "errors" ? Status::Estimated : Status::Normal,
                              .value = value,
                              .locator = names.text,
                              .note = names.text,
                              .place = {}});
    }
  }
  return observations;
}

Example example_of(const Names& names) {
  const Text text{names.text, names.text};
  Hierarchy hierarchy = hierarchy_of(names);
  CheckedRecipe recipe = recipe_of(hierarchy, names.units);
  std::vector<SeriesInfo> series;
  for (const std::string& id : hierarchy.series_ids()) {
    series.push_back({.title = {id + " " + names.text, id + " " + names.text + " (ko)"},
                      .description = text,
                      .unit_of_measure = "USD",
                      .edition = std::nullopt});
  }
  std::vector<UnitInfo> units;
  for (const std::string& code : names.units)
    units.push_back({code, {code + names.text, {}}, {names.text, "High income"}});
  std::vector<Edition> editions{{names.edition + "-2024", names.text, {2024, 4, 1}, names.text, names.text},
                                {names.edition + "-2025", names.text, {2025, 4, 1}, names.text, names.text}};
  std::vector<Observation> observations = observations_of(names, hierarchy);
  sort_observations(observations, editions);
  Index index{.id = "example",
              .title = {"Example" + names.text, "보기" + names.text},
              .description = text,
              .periods = names.periods,
              .edition = LatestEdition{},
              .min_coverage = 0.5,
              .hierarchy = std::move(hierarchy),
              .recipe = std::move(recipe),
              .series = std::move(series),
              .group_names = {"region", "income"},
              .units = std::move(units),
              .sources = {{names.source, names.text, names.text, Date{2024, 4, 1}, names.url, names.text, names.text}},
              .editions = std::move(editions),
              .observations = std::move(observations)};
  auto computed = compute(index, index.edition);
  REQUIRE(computed);
  return {std::move(index), *std::move(computed)};
}

}  // namespace

Example example_of_countries() {
  return example_of({.units = {"FRA", "KOR", "USA"},
                     .periods = {period("2023"), period("2024")},
                     .models = "models",
                     .edition = "ed",
                     .source = "report",
                     .text = "",
                     .url = "https://example.org/a?b=1&c=2"});
}

Example example_of_hostile_texts() {
  return example_of({.units = {"../up", "a/b \"x\"", "가"},
                     .periods = {period("2023-Q4"), period("2024-Q1")},
                     .models = "..\"><script>",
                     .edition = "e'\"<b>",
                     .source = "s\" onclick=\"x",
                     .text = "<script>alert('x')</script>\" & {{name}} [[rank]] </td>",
                     .url = "javascript:alert(1)"});
}

SiteStress stress_of(const Example& example, std::size_t threads) {
  auto stress = stress_of_site(example.index, example.computed, threads);
  REQUIRE(stress);
  return *std::move(stress);
}

}  // namespace podium::testing
