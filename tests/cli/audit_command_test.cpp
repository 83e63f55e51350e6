#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/cli/audit_tables.hpp"
#include "podium/publish/display_width.hpp"

#include "cli/whole_program.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

/// The lines that begin with one of the texts, and the first.
std::string lines_with(const std::string& text, const std::vector<std::string>& starts) {
  std::istringstream stream(text);
  std::string kept;
  for (std::string line; std::getline(stream, line);) {
    const bool is_kept = std::ranges::any_of(starts, [&](const std::string& start) { return line.starts_with(start); });
    if (kept.empty() || is_kept) kept += line + "\n";
  }
  return kept;
}

std::size_t widest_line(const std::string& text) {
  std::istringstream stream(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(stream, line);) widest = std::max(widest, display_width(line));
  return widest;
}

void add_weights_that_prefer_a() {
  write_file("tiny/podium.toml", read_file("tiny/podium.toml") + "\n[weights.other]\na = 3\nb = 1\n");
}

}  // namespace

TEST_CASE("availability counts the cells of each series and unit by where they come from") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  // Four units; DDD has nothing, CCC no c. AAA's a is the one zero of 2024.
  CHECK(lines_with(run_line("audit tiny --section availability --format csv").out,
                   {"2024,series,a", "2024,series,b", "2024,series,c", "2024,series,pillar", "2024,unit,CCC",
                    "2024,unit,DDD"}) ==
        "period,kind,id,cells,reported,carried,imputed,missing,zeros,imputed_weight,carried_weight\n"
        "2024,series,pillar,8,6,0,0,2,1,,\n"
        "2024,series,a,4,3,0,0,1,1,,\n"
        "2024,series,b,4,3,0,0,1,0,,\n"
        "2024,series,c,4,2,0,0,2,0,,\n"
        "2024,unit,CCC,3,2,0,0,1,0,0,0\n"
        "2024,unit,DDD,3,0,0,0,3,0,,\n");
}

TEST_CASE("leaving a component out gives the ranking of what remains") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  // The own ranking is BBB, AAA, CCC.
  //   without the pillar: c alone, 0 100 -: BBB, AAA
  //   without c:          the pillar alone, 75 68.75 25: AAA, BBB, CCC
  //   without a:          pillar = b 100 75 0, index 50 87.5 0: BBB, AAA, CCC
  //   without b:          pillar = a 0 50 100, index 0 75 100: CCC, BBB, AAA; moves 1, 1, 2
  CHECK(run_line("audit tiny --section removal --format csv").out ==
        "period,removed,mean_rank_change,largest_change,most_moved\n"
        "2024,pillar,0,0,\n"
        "2024,a,0,0,\n"
        "2024,b,1.3333333333333333,2,CCC\n"
        "2024,c,0.6666666666666666,1,AAA\n");
}

TEST_CASE("a weight set is compared with the recipe's own weights") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  add_weights_that_prefer_a();
  // pillar = (3 a + b) / 4 = 25 56.25 75; index 12.5 78.125 75.
  CHECK(run_line("audit tiny --weights other --format csv").out ==
        "period,unit,first_score,first_rank,second_score,second_rank,gain\n"
        "2024,AAA,37.5,2,12.5,3,-1\n"
        "2024,BBB,84.375,1,78.125,1,0\n"
        "2024,CCC,25,3,75,2,1\n"
        "2024,DDD,,,,,\n");
  const auto message = nlohmann::json::parse(run_line("audit tiny --weights other --format json").out);
  CHECK(message["against"] == "other");
  CHECK(message["common"] == 3);
  CHECK(message["largest_change"] == 1);
  CHECK(message["mean_absolute_change"].get<double>() == doctest::Approx(2.0 / 3));
  // One of three pairs is turned round: tau = (2 - 1) / 3, rho = 1 - 6 * 2 / (3 * 8).
  CHECK(message["kendall"].get<double>() == doctest::Approx(1.0 / 3));
  CHECK(message["spearman"].get<double>() == doctest::Approx(0.5));
  CHECK(message["units"][3]["gain"].is_null());
  const std::string text = run_line("audit tiny --weights other").out;
  CHECK(text.find("3 units are ranked in both") != std::string::npos);
  CHECK(text.find("AAA   Alpha     2           3  ▼1") != std::string::npos);
  CHECK(text.find("1 units keep their rank.") != std::string::npos);
}

TEST_CASE("another recipe is compared with the index's own") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("other.toml",
             "[[step]]\nop = \"normalise\"\nmethod = \"minmax\"\nrange = [0, 100]\n"
             "[[step]]\nop = \"aggregate\"\nmethod = \"arithmetic\"\nmissing = \"gap\"\n");
  // CCC has no c, so the other recipe gives it no score.
  CHECK(run_line("audit tiny --against other.toml --format csv").out ==
        "period,unit,first_score,first_rank,second_score,second_rank,gain\n"
        "2024,AAA,37.5,2,37.5,2,0\n"
        "2024,BBB,84.375,1,84.375,1,0\n"
        "2024,CCC,25,3,,,\n"
        "2024,DDD,,,,,\n");
}

TEST_CASE("what is wrong with the other recipe is told with its place in the other file") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const struct {
    const char* name;
    const char* text;
    const char* expected;
  } cases[] = {
      {"a misspelt method", "[[step]]\nop = \"normalise\"\nmethod = \"minmix\"\n", "other.toml:3:"},
      {"a recipe without an aggregate step", "[[step]]\nop = \"denominate\"\n", "other.toml"},
      {"something else than steps", "[index]\nid = \"x\"\n", "other.toml:1:"},
      {"no TOML", "[[step\n", "other.toml:1:"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    write_file("other.toml", c.text);
    const Ran ran = run_line("audit tiny --against other.toml");
    CHECK(ran.status == 2);
    CHECK(ran.out == "");
    CHECK(ran.err.find(c.expected) != std::string::npos);
  }
  const Ran absent = run_line("audit tiny --against nowhere.toml");
  CHECK(absent.status == 2);
  CHECK(absent.err.find("nowhere.toml") != std::string::npos);
}

TEST_CASE("the places of a unit") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const std::string csv = run_line("audit tiny --unit BBB --format csv").out;
  CHECK(csv.starts_with("period,unit,kind,indicator,rank,ranked,value\n"));
  // b counts against: 4 days is second of 2, 4 and 10.
  CHECK(csv.find("2024,BBB,strength,c,1,2,3\n") != std::string::npos);
  CHECK(csv.find("2024,BBB,weakness,b,2,3,4\n") != std::string::npos);
  const auto message = nlohmann::json::parse(run_line("audit tiny --unit BBB --format json").out);
  CHECK(message["unit"]["code"] == "BBB");
  CHECK(message["strengths"][0]["indicator"] == "c");
  CHECK(run_line("audit tiny --unit BBB --lang ko").out.find("강점") != std::string::npos);
  CHECK(run_line("audit tiny --unit BBX").err.find("BBB") != std::string::npos);
}

TEST_CASE("the page ends with a count of the findings, and finding some is no failure") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  for (const char* const language : {"en", "ko"}) {
    CAPTURE(language);
    const Ran ran = run_line(std::string("audit tiny --lang ") + language);
    CHECK(ran.status == 0);
    CHECK(ran.err == "");
    CHECK(widest_line(ran.out) <= 100);
    CHECK(ran.out.starts_with(language == std::string("en") ? "Tiny: audit of 2024\n4 units, 3 ranked; 3 indicators"
                                                            : "작은 지수: 2024 점검\n대상 4개, 순위 3개."));
    const auto message = nlohmann::json::parse(run_line("audit tiny --format json").out);
    const std::string count = std::to_string(message["findings"].size());
    const std::string last = ran.out.substr(ran.out.rfind('\n', ran.out.size() - 2) + 1);
    CHECK(last.find(" " + count) != std::string::npos);
    for (const auto& finding : message["findings"]) {
      // Lines are broken, so a sentence is looked for by its beginning.
      const std::string sentence = finding["sentence"][language];
      CHECK(ran.out.find(sentence.substr(0, sentence.find(' ', 12))) != std::string::npos);
    }
  }
}

TEST_CASE("every section prints a table for people, one for programs and its part of the message") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  for (const auto& [word, section] : Words<AuditSection>::list) {
    CAPTURE(word);
    const std::string line = "audit tiny --section " + std::string(word);
    for (const char* const language : {" --lang en", " --lang ko"}) {
      const Ran ran = run_line(line + language);
      CHECK(ran.status == 0);
      CHECK(widest_line(ran.out) <= 100);
    }
    CHECK(run_line(line + " --format csv").out.starts_with("period,"));
    const auto message = nlohmann::json::parse(run_line(line + " --format json").out);
    for (const auto& [other, unused] : Words<AuditSection>::list) {
      CAPTURE(other);
      CHECK(message.contains(std::string(other)) == (other == word));
    }
  }
}

TEST_CASE("correlations are of the kind asked for") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  // In 2023, scores of a are 100 0 50 and of b 100 50 0: of three pairs of units two agree, so tau is 1/3; the ranks
  // differ by 0, 1, 1: rho = 1 - 6 * 2 / 24; around their means the scores are 50 -50 0 and 50 0 -50: r = 1/2.
  const struct {
    const char* kind;
    double expected;
  } cases[] = {{"pearson", 0.5}, {"spearman", 0.5}, {"kendall", 1.0 / 3}};
  for (const auto& c : cases) {
    CAPTURE(c.kind);
    const auto message = nlohmann::json::parse(
        run_line(std::string("audit tiny --period 2023 --format json --section correlations --correlation ") + c.kind)
            .out);
    const auto& correlations = message["correlations"];
    CHECK(correlations["kind"] == c.kind);
    for (const auto& pair : correlations["siblings"]) {
      if (pair["first"] == "a" && pair["second"] == "b") CHECK(pair["r"].get<double>() == doctest::Approx(c.expected));
    }
  }
}

TEST_CASE("questions that exclude each other are refused") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const struct {
    const char* line;
    const char* expected;
  } cases[] = {
      {"audit tiny --unit AAA --section moments", "both --section and --unit"},
      {"audit tiny --weights x --against y", "both --weights and --against"},
      {"audit tiny --format csv", "--section NAME"},
      {"audit tiny --section moment", "moments"},
      {"audit tiny --correlation pearsons", "pearson"},
      {"audit tiny --weights none", "[weights.none]"},
      {"audit tiny --period 2020", "2020"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const Ran ran = run_line(c.line);
    CHECK(ran.status == 2);
    CHECK(ran.err.find(c.expected) != std::string::npos);
  }
}

TEST_CASE("a title is cut to the columns that it may take") {
  const struct {
    const char* text;
    std::size_t width;
    const char* expected;
  } cases[] = {
      {"short", 10, "short"},
      {"exactly it", 10, "exactly it"},
      {"a little longer", 10, "a little…"},
      {"국가 경쟁력", 11, "국가 경쟁력"},
      {"국가 경쟁력", 10, "국가 경쟁…"},
      {"국가 경쟁력", 6, "국가…"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(cut_to(c.text, c.width) == c.expected);
  }
}

TEST_CASE("figures are told in five digits, chances down to a thousandth") {
  CHECK(shown_figure(0.000123456) == "0.00012");
  CHECK(shown_figure(1.23456) == "1.2346");
  CHECK(shown_figure(-36.5) == "-36.500");
  CHECK(shown_figure(123456.7) == "123,457");
  CHECK(shown_figure(kMissing) == "");
  CHECK(shown_p(0.0004) == "<0.001");
  CHECK(shown_p(0.0491) == "0.049");
  CHECK(shown_percent(0.125) == "12%");
}
