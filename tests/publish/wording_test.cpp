#include "podium/publish/pages/wording.hpp"

#include <doctest/doctest.h>

#include "publish/example.hpp"

namespace podium {
namespace {

TEST_CASE("a printed figure keeps its digits and gains only commas") {
  const struct {
    std::string_view printed;
    std::string_view expected;
  } cases[] = {
      {"7", "7"},
      {"999", "999"},
      {"1000", "1,000"},
      {"466084.50", "466,084.50"},
      {"-1234567", "-1,234,567"},
      {"0.00388", "0.00388"},
      {"1.2e9", "1.2e9"},
      {"+12345", "+12,345"},
      {"-0.36", "-0.36"},
      {".5", ".5"},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.printed);
    CHECK(printed_text(c.printed) == c.expected);
  }
}

TEST_CASE("a range is kept on one line by word joiners on both sides of its dash") {
  CHECK(unbroken("rank 6–14, 2–3") == "rank 6\u2060–\u206014, 2\u2060–\u20603");
  CHECK(unbroken("no range") == "no range");
}

TEST_CASE("a long figure is cut behind its fifth digit, never rounded, and marked") {
  const struct {
    const char* name;
    std::string_view printed;
    std::string_view expected;
  } cases[] = {
      {"ten characters stand", "28.5179585", "28.5179585"},
      {"the next digits would round up", "36.25899999", "36.258…"},
      {"whole digits always stand, with one decimal to show where the point is", "422441388699.796",
       "422,441,388,699.7…"},
      {"zeros behind the point do not count", "0.0071642389", "0.0071642…"},
      {"a sign does not count", "-11902.387654", "-11,902.3…"},
      {"long whole numbers stand", "12345678901", "12,345,678,901"},
      {"an exponent stands", "1.23456789e12", "1.23456789e12"},
      {"nothing is cut where one decimal is all there is", "1234567890.5", "1,234,567,890.5"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(short_printed_text(c.printed) == c.expected);
  }
}

TEST_CASE("a computed figure has five significant digits") {
  const struct {
    double value;
    std::string_view expected;
  } cases[] = {
      {0.2125604, "0.21256"}, {0.002125604, "0.0021256"}, {1.5, "1.5000"}, {12345.678, "12,346"},
      {1e6, "1,000,000"},     {-0.5, "-0.50000"},         {0, "0"},        {kMissing, "–"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.value);
    CHECK(computed_text(c.value) == c.expected);
  }
}

TEST_CASE("a share is told in percent, with a decimal where there is one") {
  CHECK(percent_text(0.5) == "50%");
  CHECK(percent_text(1.0 / 3) == "33.3%");
  CHECK(percent_text(0) == "0%");
}

struct Context {
  testing::Example example = testing::example_of_countries();
  SiteFacts facts = site_facts(example.index, example.computed);
  Texts texts = read_texts();
  SiteWords english{texts, Language::English, facts.kinds};
  SiteWords korean{texts, Language::Korean, facts.kinds};
  Templates templates{english};

  PageContext in(const SiteWords& words) const { return {example.index, example.computed, facts, words, templates}; }
};

TEST_CASE("large numbers on an axis are told in the language's own units") {
  const Context context;
  const struct {
    const char* name;
    Domain domain;
    std::vector<std::string> english;
    std::vector<std::string> korean;
  } cases[] = {
      {"small", {0, 20}, {"0", "5", "10", "15", "20"}, {"0", "5", "10", "15", "20"}},
      {"billions",
       {0, 3e11},
       {"0", "100 billion", "200 billion", "300 billion"},
       {"0", "1,000억", "2,000억", "3,000억"}},
      {"a step below one", {0, 1.5}, {"0", "0.5", "1.0", "1.5"}, {"0", "0.5", "1.0", "1.5"}},
      {"hundred thousands", {0, 3e5}, {"0", "100,000", "200,000", "300,000"}, {"0", "10만", "20만", "30만"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    for (const auto& [words, expected] :
         {std::pair(&context.english, &c.english), std::pair(&context.korean, &c.korean)}) {
      std::vector<std::string> labels;
      for (const Tick& tick : number_ticks(context.in(*words), c.domain, 4)) labels.push_back(tick.label);
      CHECK(labels == *expected);
    }
  }
}

TEST_CASE("scores are shown with one decimal on a scale of a hundred") {
  const Context context;
  CHECK(context.facts.scores == Domain{0, 100});
  CHECK(score_text(context.in(context.english), 63.249) == "63.2");
  CHECK(score_text(context.in(context.english), kMissing) == "–");
  CHECK(rank_text(0) == "–");
  CHECK(rank_text(12) == "12");
}

TEST_CASE("units of measure and groups are told in the page's language where the texts know them") {
  const Context context;
  CHECK(measure_of(context.in(context.korean), Series{3}) == "미국 달러");
  CHECK(measure_of(context.in(context.english), Series{3}) == "US dollars");
  CHECK(group_word(context.in(context.korean), "High income") == "고소득");
  CHECK(group_word(context.in(context.korean), "Elsewhere") == "Elsewhere");
}

}  // namespace
}  // namespace podium
