#include <doctest/doctest.h>

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The sum of a column of numbers of a CSV text.
double sum_of_column(const std::string& csv, std::size_t column) {
  double sum = 0;
  std::size_t line = csv.find('\n') + 1;
  while (line < csv.size()) {
    std::size_t begin = line;
    for (std::size_t i = 0; i < column; ++i) begin = csv.find(',', begin) + 1;
    sum += std::stod(csv.substr(begin, csv.find_first_of(",\n", begin) - begin));
    line = csv.find('\n', line) + 1;
  }
  return sum;
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
}

TEST_CASE("the same period in two editions is a matter of revision alone") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  // In ed-2024, a of 2023 was 0 10 5: the index of AAA 87.5 instead of 100.
  const Ran ran = run_line("explain tiny AAA --from 2023@ed-2024 --to 2023@ed-2025 --format csv");
  CHECK(ran.status == 0);
  double revision = 0;
  std::size_t line = ran.out.find("\nrevision,");
  REQUIRE(line != std::string::npos);
  revision = sum_of_column("\n" + ran.out.substr(line + 1, ran.out.find('\n', line + 1) - line), 5);
  CHECK(revision == doctest::Approx(100 - 87.5).epsilon(1e-12));
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

TEST_CASE("what cannot be explained ends with status 2 and says why") {
  const ScratchPlace place;
  write_tiny_index("tiny");
  const auto problem = [](const std::string& line) {
    const Ran ran = run_line(line);
    CHECK(ran.status == 2);
    CHECK(ran.out == "");
    return ran.err;
  };
  CHECK(holds(problem("explain tiny AAB"), "did you mean 'AAA'?"));
  CHECK(holds(problem("explain tiny AAA --from 2020"), "unknown-period"));
  CHECK(holds(problem("explain tiny AAA --from 2023@ed-2023"), "unknown-edition"));
  CHECK(holds(problem("explain tiny AAA --from 2024"), "the same period and edition twice"));
  CHECK(holds(problem("explain tiny DDD"), "found no rank"));
  CHECK(holds(problem("explain tiny AAA --node pilar"), "did you mean 'pillar'?"));
}

}  // namespace
}  // namespace podium
