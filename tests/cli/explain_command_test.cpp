#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/core/number_text.hpp"

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream text(line);
  for (std::string field; std::getline(text, field, ',');) fields.push_back(field);
  return fields;
}

/// The sum of a column of numbers of a CSV text; of the lines of one kind where one is named.
double sum_of_column(const std::string& csv, std::size_t column, const std::string& kind = {}) {
  double sum = 0;
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const std::vector<std::string> fields = fields_of(line);
    if (kind.empty() || fields.at(0) == kind) sum += std::stod(fields.at(column));
  }
  return sum;
}

/// The sums of the column `score` of explain --against.
std::map<std::string, double> parts_by_pillar(const std::string& csv) {
  std::map<std::string, double> parts;
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const std::vector<std::string> fields = fields_of(line);
    parts[fields.at(1)] += std::stod(fields.at(4));
  }
  return parts;
}

TEST_CASE("why a rank moved is said with its parts and with who overtook whom") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  // AAA: 100 and rank 1 in 2023, 37.5 and rank 2 in 2024, when BBB is first.
  const Ran ran = run_line("explain tiny AAA");
  CHECK(ran.status == 0);
  CHECK(holds(ran.out, "from rank 1 in 2023 to rank 2 in 2024"));
  CHECK(holds(ran.out, "Score: 100.00 to 37.50 (-62.50)."));
  CHECK(holds(ran.out, "-62.50   -1.00\n"));
  CHECK(holds(ran.out, "Overtaken by"));
  CHECK(holds(ran.out, "BBB"));
  CHECK_FALSE(holds(ran.out, "Overtook"));

  const std::string csv = run_line("explain tiny AAA --format csv").out;
  CHECK(csv.starts_with("kind,series,pillar,figure_before,figure_after,score,score_error,places,places_error\n"));
  CHECK(sum_of_column(csv, 5) == doctest::Approx(37.5 - 100).epsilon(1e-12));
  CHECK(sum_of_column(csv, 7) == doctest::Approx(-1).epsilon(1e-12));
  CHECK(holds(csv, "own,a,pillar,10,0,"));
  CHECK_FALSE(holds(csv, "recipe,"));
}

TEST_CASE("the same period in two editions is a matter of revision alone") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  // In ed-2024, a of 2023 was 0 10 5: the index of AAA 87.5 instead of 100.
  const Ran ran = run_line("explain tiny AAA --from 2023@ed-2024 --to 2023@ed-2025 --format csv");
  CHECK(ran.status == 0);
  CHECK(sum_of_column(ran.out, 5, "revision") == doctest::Approx(100 - 87.5).epsilon(1e-12));
  CHECK(sum_of_column(ran.out, 5) == doctest::Approx(100 - 87.5).epsilon(1e-12));
  CHECK(holds(run_line("explain tiny AAA --from 2023@ed-2024 --to 2023@ed-2025").out, "2023@ed-2024"));
}

TEST_CASE("in Korean, as Markdown and as JSON") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  CHECK(holds(run_line("explain tiny AAA --lang ko").out, "2023 1위에서 2024 2위로 내려갔다"));
  CHECK(holds(run_line("explain tiny AAA --format md").out, "| what changed "));
  const std::string json = run_line("explain tiny AAA --format json").out;
  CHECK(holds(json, "\"before\":{\"period\":\"2023\""));
  CHECK(holds(json, "\"passed_us\":[{\"unit\":\"BBB\",\"before\":2,\"after\":1}]"));
  CHECK(holds(json, "\"exact\":true"));
}

TEST_CASE("the page about moved ranks shows what the command prints") {
  const std::string page = read_file(source_directory() / "docs" / "why-a-rank-moved.md");
  CHECK(holds(page, run({"explain", (source_directory() / "indices" / "ai-competitiveness").string(), "KOR"}).out));
}

TEST_CASE("a lead over another unit is shared out among indicators") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  // 2024: AAA has 75 in the pillar and 0 in c, BBB 68.75 and 100: (75 - 68.75) / 2 and (0 - 100) / 2.
  const std::string csv = run_line("explain tiny AAA --against BBB --format csv").out;
  CHECK(csv.starts_with("indicator,pillar,figure,figure_of_other,score,score_error\n"));
  const auto parts = parts_by_pillar(csv);
  CHECK(parts.at("pillar") == doctest::Approx(3.125).epsilon(1e-12));
  CHECK(parts.at("c") == doctest::Approx(-50).epsilon(1e-12));
  CHECK(holds(run_line("explain tiny AAA --against BBB").out, "stands below"));
  CHECK(holds(run_line("explain tiny BBB --against AAA --lang ko").out, "46.88점 앞선다"));
  CHECK(holds(run_line("explain tiny AAA --against BBB --format json").out, "\"other\":\"BBB\""));
}

TEST_CASE("Korea stands below India in the vibrancy ranking of 2024 for research and talent") {
  const std::string index = (source_directory() / "indices" / "ai-vibrancy-2024").string();
  const auto parts = parts_by_pillar(run({"explain", index, "KOR", "--against", "IND", "--format", "csv"}).out);
  const struct {
    const char* pillar;
    const char* points;
  } published[] = {{"infrastructure", "3.574"}, {"policy_and_governance", "1.690"},
                   {"public_opinion", "0.221"}, {"research_and_development", "-5.251"},
                   {"talent", "-4.164"},        {"responsible_ai", "-0.224"},
                   {"economy", "-0.198"}};
  double all = 0;
  for (const auto& [pillar, points] : published) {
    CAPTURE(pillar);
    CHECK(fixed(parts.at(pillar), 3) == points);
    all += parts.at(pillar);
  }
  CHECK(fixed(all, 4) == "-4.3517");
}

/// Ranks instead of minmax.
constexpr const char* kOtherRecipe =
    "[[step]]\nop = \"normalise\"\nmethod = \"borda\"\n\n[[step]]\nop = \"aggregate\"\nmethod = \"arithmetic\"\n"
    "missing = \"reweight\"\n";

TEST_CASE("another recipe is a part of its own, alone or beside a year's changes") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  write_file("other.toml", kOtherRecipe);
  const auto score = [](const std::string& csv, const std::string& start) {
    const std::size_t line = csv.find("\n" + start);
    REQUIRE(line != std::string::npos);
    return std::stod(csv.substr(line + 1 + start.size()));
  };
  // What `whatif` says that the recipe does is what explain puts down to it.
  const std::string what_if = run_line("whatif tiny --recipe other.toml --format csv").out;
  const double now = score(what_if, "AAA,");
  const double then = score(what_if, "AAA," + shortest(now) + ",");
  const std::string alone = run_line("explain tiny AAA --recipe other.toml --format csv").out;
  CHECK(sum_of_column(alone, 5, "recipe") == doctest::Approx(then - now).epsilon(1e-12));
  CHECK(sum_of_column(alone, 5) == doctest::Approx(then - now).epsilon(1e-12));
  CHECK(std::ranges::count(alone, '\n') == 2);  // nothing else has changed
  // From 2023, when the score was 100.
  const std::string both = run_line("explain tiny AAA --recipe other.toml --from 2023 --format csv").out;
  CHECK(sum_of_column(both, 5) == doctest::Approx(then - 100).epsilon(1e-12));
  CHECK(std::abs(sum_of_column(both, 5, "recipe")) > 1);
  CHECK(std::abs(sum_of_column(both, 5, "own")) > 1);
  CHECK(holds(run_line("explain tiny AAA --recipe other.toml").out, "2024 (other.toml)"));
  CHECK(holds(run_line("explain tiny AAA --recipe other.toml --format json").out, "\"recipe\":\"other.toml\""));
  CHECK(holds(problem_with("explain tiny AAA --against BBB --recipe other.toml"), "--recipe with --against"));
  CHECK(holds(problem_with("explain tiny AAA --weights none"), "none"));
}

TEST_CASE("an indicator that is divided has the parts of its figure and of what divides it") {
  // GDP and population of 2025 stand in the index as those of 2024, so the quotients change by their figures alone.
  const std::string index = (source_directory() / "indices" / "ai-competitiveness").string();
  const nlohmann::json answer = nlohmann::json::parse(run({"explain", index, "KOR", "--format", "json"}).out);
  REQUIRE(answer["ratios"].size() == 2);
  const nlohmann::json& models = answer["ratios"][0];
  CHECK(models["indicator"] == "recent_notable_ai_models");
  CHECK(models["numerator_before"] == 6);
  CHECK(models["numerator_after"] == 11);
  CHECK(models["after"].get<double>() / models["before"].get<double>() ==
        doctest::Approx(11.0 / 6 * models["denominator_before"].get<double>() /
                        models["denominator_after"].get<double>()));
  for (const nlohmann::json& ratio : answer["ratios"]) {
    const double change = ratio["after"].get<double>() - ratio["before"].get<double>();
    for (const char* form : {"bennet", "log_mean"}) {
      CHECK(ratio[form]["numerator"].get<double>() + ratio[form]["denominator"].get<double>() ==
            doctest::Approx(change).epsilon(1e-9));
    }
  }
  // Three years back both have moved.
  const nlohmann::json longer =
      nlohmann::json::parse(run({"explain", index, "KOR", "--from", "2022", "--format", "json"}).out);
  bool is_any_denominator_part = false;
  for (const nlohmann::json& ratio : longer["ratios"]) {
    is_any_denominator_part = is_any_denominator_part || ratio["log_mean"]["denominator"].get<double>() != 0;
  }
  CHECK(is_any_denominator_part);
}

TEST_CASE("what cannot be explained ends with status 2 and says why") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  CHECK(holds(problem_with("explain tiny AAB"), "did you mean 'AAA'?"));
  CHECK(holds(problem_with("explain tiny AAA --from 2020"), "unknown-period"));
  CHECK(holds(problem_with("explain tiny AAA --from 2023@ed-2023"), "unknown-edition"));
  CHECK(holds(problem_with("explain tiny AAA --from 2024"), "the same period and edition twice"));
  CHECK(holds(problem_with("explain tiny DDD"), "found no rank"));
  CHECK(holds(problem_with("explain tiny AAA --against DDD"), "found no score"));
  CHECK(holds(problem_with("explain tiny AAA --against AAA"), "the same unit"));
  CHECK(holds(problem_with("explain tiny AAA --against BBB --from 2023"), "--from with --against"));
  CHECK(holds(problem_with("explain tiny AAA --node pilar"), "did you mean 'pillar'?"));
}

}  // namespace
}  // namespace podium
