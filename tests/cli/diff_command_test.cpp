#include <algorithm>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/publish/display_width.hpp"

#include "cli/whole_program.hpp"
#include "support/csv.hpp"
#include "support/shared.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    widest = std::max(widest, display_width(std::string_view(text).substr(begin, end - begin)));
    begin = end + 1;
  }
  return widest;
}

nlohmann::json message_of(const std::string& line) {
  return nlohmann::json::parse(run_line(line + " --format json").out);
}

std::string shipped_index() { return (source_directory() / "indices" / "ai-competitiveness").string(); }

/// A row of the checked facts: one printed claim of a newspaper, with the official figure.
struct Fact {
  const Table& table;
  std::size_t row = 0;

  Fact(const Table& facts, std::string_view id) : table(facts) {
    while (row < facts.rows.size() && facts.text(row, "fact_id") != id) ++row;
    REQUIRE(row < facts.rows.size());
  }
  double value() const { return table.number(row, "value"); }
  double official() const { return table.number(row, "official_value"); }
};

const nlohmann::json& cell_of(const nlohmann::json& message, const std::string& indicator, const std::string& unit,
                              const std::string& period) {
  const auto& cells = message.at("cells");
  const auto found = std::ranges::find_if(cells, [&](const nlohmann::json& cell) {
    return cell["indicator"] == indicator && cell["unit"] == unit && cell["period"] == period;
  });
  REQUIRE(found != cells.end());
  return *found;
}

/// Growth of private investment over 2023 in 2024, from a figure of one edition over one of another.
double investment_growth(const nlohmann::json& message, const std::string& unit, const std::string& edition,
                         const std::string& previous) {
  const auto& cells = message.at("growth").at("cells");
  for (const nlohmann::json& cell : cells) {
    if (cell["indicator"] != "private_ai_investment" || cell["unit"] != unit || cell["period"] != "2024") continue;
    for (const nlohmann::json& rate : cell["rates"]) {
      if (rate["edition"] == edition && rate["previous_edition"] == previous) return rate["growth"].get<double>();
    }
  }
  FAIL("no such growth");
  return 0;
}

}  // namespace

TEST_CASE("the report of 2026 restates what that of 2025 printed, by the checked facts") {
  REQUIRE_SHARED(shared);
  const Table facts = read_table(shared / "facts" / "seed_facts.csv");
  const nlohmann::json message = message_of("diff " + shipped_index() + " ai-index-2025 ai-index-2026");
  // The figures of the 2026 edition stand in the notes of the same facts.
  const struct {
    const char* fact;
    const char* indicator;
    const char* unit;
    double restated;
  } cases[] = {{"SF018", "notable_ai_models", "USA", 57},
               {"SF019", "notable_ai_models", "CHN", 29},
               {"SF030", "net_ai_talent_migration", "KOR", -0.150}};
  for (const auto& c : cases) {
    CAPTURE(c.fact);
    const nlohmann::json& cell = cell_of(message, c.indicator, c.unit, "2024");
    CHECK(cell["change"] == "restated");
    CHECK(cell["first"]["value"].get<double>() == Fact(facts, c.fact).value());
    CHECK(cell["second"]["value"].get<double>() == doctest::Approx(c.restated).epsilon(0.001));
    CHECK_FALSE(cell["within_rounding"].get<bool>());
  }
}

TEST_CASE(
    "growth of private investment 2023 to 2024 in one edition and as newspapers computed it, by the checked facts") {
  REQUIRE_SHARED(shared);
  const Table facts = read_table(shared / "facts" / "seed_facts.csv");
  const std::string line = "diff " + shipped_index() + " ai-index-2025 ai-index-2026";
  const nlohmann::json message = message_of(line);
  const std::string same = "ai-index-2026";
  CHECK(investment_growth(message, "USA", same, same) ==
        doctest::Approx(Fact(facts, "SF009").official()).epsilon(0.0001));
  // The facts print it with four decimals.
  CHECK(std::abs(investment_growth(message, "CHN", same, same) - Fact(facts, "SF010").official()) < 0.00005);
  // 109.08 and 109.55 over the 67.22 of the report of 2024: 62.3 and 63.0 %, the newspaper's 63 %.
  CHECK(std::abs(investment_growth(message, "USA", "ai-index-2025", "ai-index-2024") - 0.6227) < 0.0001);
  CHECK(std::abs(investment_growth(message, "USA", same, "ai-index-2024") - Fact(facts, "SF009").value()) < 0.005);
  // 9.29 over 7.76, the fact's "+0.197 after fixing the typo".
  CHECK(std::abs(investment_growth(message, "CHN", "ai-index-2025", "ai-index-2024") - 0.197) < 0.0005);
  const std::string text = run_line(line).out;
  for (const char* const percent : {" 51.4%", " 62.3%", " 63.0%", " -0.8%"}) {
    CHECK(text.find(percent) != std::string::npos);
  }
}

TEST_CASE("the page about new editions shows what the command prints") {
  const std::string page = read_file(source_directory() / "docs" / "what-a-new-edition-changed.md");
  const std::string printed = run_line("diff " + shipped_index() + " ai-index-2025 ai-index-2026").out;
  std::size_t blocks = 0;
  for (std::size_t begin = page.find("```\n"); begin != std::string::npos; begin = page.find("```\n", begin)) {
    const std::size_t end = page.find("```\n", begin + 4);
    REQUIRE(end != std::string::npos);
    const std::string block = page.substr(begin + 4, end - begin - 4);
    begin = end + 4;
    if (block.starts_with("podium ")) continue;
    CAPTURE(block);
    CHECK(printed.find(block) != std::string::npos);
    ++blocks;
  }
  CHECK(blocks == 3);
}

TEST_CASE("what changed, what that did to the ranking, by hand") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  // a of 2023: AAA from 0 to 10, BBB from 10 to 0, CCC 5 in both; a of 2024 is new. Scores as in whole_program.hpp.
  const Ran ran = run_line("diff tiny ed-2024 ed-2025");
  CHECK(ran.status == 0);
  CHECK(ran.err == "");
  CHECK(
      ran.out.starts_with("Tiny: what changed from ed-2024 to ed-2025\n"
                          "Of 3 figures in ed-2024, ed-2025 restates 2, keeps 1 and lacks 0; it adds 3. "));
  CHECK(ran.out.find("ranking of 2023") != std::string::npos);
  CHECK(run_line("diff tiny ed-2024 ed-2025 --format csv --section ranks").out ==
        "period,unit,first_score,first_rank,second_score,second_rank,gain\n"
        "2023,AAA,87.5,1,100,1,0\n2023,BBB,31.25,2,18.75,2,0\n2023,CCC,18.75,3,18.75,2,1\n2023,DDD,,,,,\n");
  const std::string cells = run_line("diff tiny ed-2024 ed-2025 --format csv").out;
  CHECK(cells.find("a,AAA,2023,restated,0,10,10,,10,false\n") != std::string::npos);
  CHECK(cells.find("a,BBB,2023,restated,10,0,-10,-1,-10,false\n") != std::string::npos);
  CHECK(cells.find("CCC,2023") == std::string::npos);
}

TEST_CASE("an edition compared with itself has no changes") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const nlohmann::json message = message_of("diff tiny ed-2025 ed-2025");
  CHECK(message["cells"].empty());
  for (const auto& unit : message["ranks"]["units"]) CHECK(unit["first"] == unit["second"]);
}

TEST_CASE("a comparison can be of one unit, indicator and period, and tables can be cut") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run_line("diff tiny 2024 2025 --unit AAA --indicator a --period 2023 --format csv").out ==
        "indicator,unit,period,change,first,second,absolute,relative,steps,within_rounding\n"
        "a,AAA,2023,restated,0,10,10,,10,false\n");
  CHECK(run_line("diff tiny 2024 2025 --limit 1").out.find("... and 1 more") != std::string::npos);
  CHECK(run_line("diff tiny 2024 2025").out.find("more (") == std::string::npos);
}

TEST_CASE("tables fit a window in both languages, and Markdown has no loose lines") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const std::string directories[] = {"tiny", shipped_index()};
  for (const std::string& directory : directories) {
    for (const char* const language : {"en", "ko"}) {
      CAPTURE(directory);
      CAPTURE(language);
      const Ran ran = run_line("diff " + directory + " 2024 2025 --lang " + language);
      CHECK(ran.status == 0);
      CHECK(widest_line(ran.out) <= 100);
      CHECK(ran.out.find("\n\n\n") == std::string::npos);
      const std::string markdown = run_line("diff " + directory + " 2024 2025 --format md --lang " + language).out;
      CHECK(markdown.starts_with("## "));
      CHECK(markdown.find("\n\n\n") == std::string::npos);
      CHECK(markdown.ends_with('\n'));
    }
  }
  CHECK(run_line("diff tiny 2024 2025 --lang ko").out.starts_with("작은 지수: ed-2024 → ed-2025 달라진 점\n"));
}

TEST_CASE("a word that is not known is answered with the nearest right one") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const struct {
    const char* line;
    const char* expected;
  } cases[] = {
      {"diff tiny ed-2023x ed-2025",
       "error[unknown-edition]: found edition 'ed-2023x'; expected 'ed-2024' or 'ed-2025'"},
      {"diff tiny ed-2024 ed-2052", "did you mean 'ed-2025'?"},
      {"diff tiny 2024 2026", "error[unknown-edition]: found edition '2026'"},
      {"diff tiny 2024 2025 --unit AAX", "did you mean 'AAA'?"},
      {"diff tiny 2024 2025 --indicator pillar",
       "error[unknown-indicator]: found indicator 'pillar'; expected 'a', 'b' or 'c'"},
      {"diff tiny 2024 2025 --period 2019", "error[unknown-period]: found period '2019'; expected '2023' or '2024'"},
      {"diff tiny 2024 2025 --section ranks", "--section without --format csv"},
      {"diff tiny 2024 2025 --format csv --section rank", "did you mean 'ranks'?"},
      {"diff tiny 2024", "found no E2"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const Ran ran = run_line(c.line);
    CHECK(ran.status == 2);
    CHECK(ran.out == "");
    CHECK(ran.err.find(c.expected) != std::string::npos);
  }
}
