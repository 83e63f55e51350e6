#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "podium/publish/html.hpp"
#include "podium/publish/pages/wording.hpp"
#include "podium/publish/site.hpp"
#include "podium/wire/stress_sentences.hpp"

#include "publish/example.hpp"
#include "publish/pages.hpp"

namespace podium {
namespace {

using testing::all_between;

/// An example with its stress test and its pages.
struct Stressed {
  explicit Stressed(testing::Example made, const SiteStressLimits& limits = {}) : example(std::move(made)) {
    auto done = stress_of_site(example.index, example.computed, 1, limits);
    REQUIRE(done);
    stress.emplace(*std::move(done));
    for (OutputFile& file : render_site(example.index, example.computed, 1, &*stress)) {
      files.emplace(file.path, std::move(file.bytes));
    }
  }

  StressResult result() const { return stress->test.result(example.index, example.computed); }
  const std::string& page(const std::string& path) const { return files.at(path); }

  testing::Example example;
  std::optional<SiteStress> stress{};
  std::map<std::string, std::string> files{};
};

/// The countries with a plan of two factors about KOR.
testing::Example countries_with_a_plan() {
  testing::Example example = testing::example_of_countries();
  example.index.stress.draws = 600;
  example.index.stress.seed = 7;
  example.index.stress.unit = "KOR";
  example.index.stress.factors = {{.name = "weights", .variation = VaryWeights{.spread = 0.9}},
                                  {.name = "indicators", .variation = VaryIndicators{}}};
  return example;
}

std::string part(const std::string& page, const std::string& id) {
  const std::vector<std::string> found = all_between(page, "<section aria-labelledby=\"" + id + "\">", "</section>");
  return found.size() == 1 ? found.front() : std::string();
}

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

TEST_CASE("the page says in short what the terminal says, in both languages") {
  const Stressed site(countries_with_a_plan());
  std::vector<Text> sentences = dependence_sentences(site.result());
  CHECK(sentences.size() == 2);
  sentences.push_back(rank_sentence(site.result(), site.result().about()));
  sentences.push_back(possible_sentence(site.result(), site.result().about()));
  for (const Text& sentence : sentences) {
    CAPTURE(sentence.en);
    CHECK(has(part(site.page("en/stress.html"), "findings"), "<li>" + escaped(unbroken(sentence.en)) + "</li>"));
    CHECK(has(part(site.page("ko/stress.html"), "findings"), "<li>" + escaped(unbroken(sentence.ko)) + "</li>"));
  }
  CHECK(has(site.page("en/stress.html"), "600 worlds were drawn at random (seed 7)"));
}

TEST_CASE("the page lists the worlds without ranks, with their reason") {
  // Without its only indicator a pillar has no score: one of four choices.
  const Stressed site(countries_with_a_plan());
  const std::vector<Text> failures = failure_sentences(site.result());
  REQUIRE(failures.size() == 1);
  CHECK(site.result().tally.worlds() + site.result().tally.failed() == 600);
  CHECK(has(part(site.page("en/stress.html"), "account"), "<li>" + escaped(failures.front().en) + "</li>"));
}

TEST_CASE("each row of the page has the ranks that the engine found for its unit") {
  const Stressed site(countries_with_a_plan());
  const StressResult result = site.result();
  const std::string table = part(site.page("en/stress.html"), "ranks");
  const std::vector<std::string> rows = all_between(table, "<tr id=\"unit-", "</tr>");
  REQUIRE(rows.size() == 3);
  const std::vector<Unit> order = result.order();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(rows[i]);
    const UnitDistribution found = distribution_of(result.tally, at(order[i]), result.plan.interval);
    const AttainableRanks& proven = (*result.attainable)[at(order[i])];
    const std::vector<std::string> numbers = all_between(rows[i], "<td class=\"number\">", "</td>");
    REQUIRE(numbers.size() == 6);
    CHECK(rows[i].starts_with(result.index.info(order[i]).code));
    CHECK(numbers[0] == rank_span(found.lower_rank, found.upper_rank));
    CHECK(numbers[1] == std::to_string(found.median_rank));
    CHECK(numbers[2] == rank_span(found.best_rank, found.worst_rank));
    CHECK(numbers[3] == possible_span(proven));
    CHECK(numbers[4] == share_text(at_most(result.tally, at(order[i]), result.published(order[i])).value, 1));
    CHECK(numbers[5] == share_text(found.acceptability.front(), 1));
  }
}

TEST_CASE("each row of the heat map adds up to all worlds") {
  const Stressed site(countries_with_a_plan());
  const std::string picture = part(site.page("en/stress.html"), "acceptability");
  for (const UnitInfo& unit : site.example.index.units) {
    CAPTURE(unit.code);
    double sum = 0;
    const std::vector<std::string> shares = all_between(picture, "<g><title>" + unit.code + ", rank ", "%</title>");
    REQUIRE(!shares.empty());
    for (const std::string& share : shares) sum += std::stod(share.substr(share.find(": ") + 2));
    // Each is rounded to a tenth of a percent.
    CHECK(std::abs(sum - 100) <= 0.05 * static_cast<double>(shares.size()) + 1e-9);
  }
}

TEST_CASE("two units of the pairwise picture share all worlds but ties") {
  const Stressed site(countries_with_a_plan());
  const std::string picture = part(site.page("en/stress.html"), "pairs");
  const StressResult result = site.result();
  std::size_t drawn = 0;
  for (const Unit unit : result.order()) {
    for (const Unit other : result.order()) {
      const double share = unit == other ? 0 : win_of(result.tally, at(unit), at(other)).value;
      const std::string title = "<title>" + result.index.info(unit).code + " before " + result.index.info(other).code +
                                ": " + share_text(share, 1) + "</title>";
      CHECK(has(picture, title) == (share > 0));
      drawn += share > 0 ? 1 : 0;
    }
  }
  CHECK(all_between(picture, "<g>", "</g>").size() == drawn);
}

TEST_CASE("the newest ranking has intervals, each with the way to its row; earlier ones have none") {
  const Stressed site(countries_with_a_plan());
  const StressResult result = site.result();
  for (const Unit unit : result.order()) {
    const std::string& code = result.index.info(unit).code;
    const UnitDistribution found = distribution_of(result.tally, at(unit), result.plan.interval);
    const std::string cell =
        "stress.html#unit-" + code + "\">" + rank_span(found.lower_rank, found.upper_rank) + "</a>";
    CHECK(has(site.page("en/index.html"), "<td class=\"interval\"><a href=\"" + cell));
    CHECK(has(site.page("ko/ranking/2024.html"), "<td class=\"interval\"><a href=\"../" + cell));
  }
  CHECK_FALSE(has(site.page("en/ranking/2023.html"), "class=\"interval\""));
}

TEST_CASE("a unit's page says how sure its rank is") {
  const Stressed site(countries_with_a_plan());
  const StressResult result = site.result();
  for (const Unit unit : result.order()) {
    const std::string section = part(site.page("ko/unit/" + result.index.info(unit).code + ".html"), "sureness");
    CHECK(has(section, escaped(unbroken(rank_sentence(result, unit).ko))));
    // Every rank of three, with the share of its worlds.
    const UnitDistribution found = distribution_of(result.tally, at(unit), result.plan.interval);
    const std::vector<std::string> columns = all_between(section, "<g><title>", "</title>");
    REQUIRE(columns.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(columns[i].ends_with(": " + share_text(found.acceptability[i], 1)));
  }
}

TEST_CASE("the downloads are those of podium stress") {
  const Stressed site(countries_with_a_plan());
  CHECK(site.page("data/stress.json") == stress_json(site.result()));
  for (const auto& [name, section] : Words<StressSection>::list) {
    CHECK(site.page("data/stress/" + std::string(name) + ".csv") == stress_csv(site.result(), section));
  }
}

TEST_CASE("the page tells each factor's share, and nothing where only one is varied") {
  const Stressed two(countries_with_a_plan());
  const std::string& page = two.page("en/stress.html");
  const WorldSensitivity& found = *two.stress->test.sensitivity;
  for (const FactorIndices& factor : found.result.targets.front().factors) {
    const std::string first = share_text(std::clamp(factor.first.value, 0.0, 1.0), 0);
    CHECK(has(part(page, "influences"), "<td class=\"number\">" + first + " <span"));
  }
  const Stressed one(testing::example_of_countries());
  CHECK_FALSE(has(one.page("en/stress.html"), "id=\"influences\""));
}

TEST_CASE("a large index costs less: fewer draws, no proof, and at last no stress test") {
  const testing::Example example = testing::example_of_countries();
  const auto limited = [&](const SiteStressLimits& limits) {
    return stress_of_site(example.index, example.computed, 1, limits);
  };
  // Three units are three pairs.
  const auto few = limited({.pairs = 900});
  REQUIRE(few);
  CHECK(few->test.draws == 300);
  CHECK(has(few->command, " --draws 300 "));
  const auto unproven = limited({.units_to_prove = 2});
  REQUIRE(unproven);
  CHECK_FALSE(unproven->test.attainable);
  CHECK(unproven->test.draws == 10'000);
  const auto none = limited({.units = 2});
  REQUIRE_FALSE(none);
  CHECK(none.diagnostics().front().code == Code::TooLarge);
}

TEST_CASE("the page says where ranks are not proven") {
  const Stressed site(testing::example_of_countries(), {.units_to_prove = 2});
  CHECK(has(site.page("en/stress.html"), "is not worked out here"));
  CHECK_FALSE(has(site.page("en/stress.html"), "Possible"));
}

TEST_CASE("a site without a stress test does not speak of one") {
  const testing::Example example = testing::example_of_countries();
  const std::vector<OutputFile> files = render_site(example.index, example.computed, 1);
  for (const OutputFile& file : files) {
    CAPTURE(file.path);
    CHECK_FALSE(has(file.path, "stress"));
    if (file.path.ends_with(".html")) CHECK_FALSE(has(file.bytes, "stress"));
  }
}

}  // namespace
}  // namespace podium
