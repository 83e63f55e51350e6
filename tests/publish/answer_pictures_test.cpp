#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <doctest/doctest.h>

#include "podium/publish/pictures/slope_chart.hpp"
#include "podium/publish/pictures/svg_document.hpp"
#include "podium/publish/pictures/waterfall.hpp"

#include "publish/pages.hpp"
#include "publish/svg_reader.hpp"

namespace podium {
namespace {

using testing::all_between;
using testing::fault_of_svg;
using testing::number_in;
using testing::points_in;
using testing::shapes;

const std::string kRude = "a\x01<b>&\"c' \xff\n\xEF\xBF\xBE tail";

std::string repeated(std::string_view words, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += words;
  return text;
}

double right_of(const std::string& bar) { return number_in(bar, "x") + number_in(bar, "width"); }

Waterfall score_of_korea() {
  return {.id = "w",
          .title = "Why",
          .subtitle = "How",
          .source = "Where from",
          .start_label = "2024",
          .start = 34.06,
          .start_value = "34.06",
          .end_label = "2025",
          .end = 36.46,
          .end_value = "36.46",
          .steps = {{"Technology", 3.10, "+3.10"},
                    {"Models", 3.34, "+3.34", true},
                    {"Papers", -0.24, "-0.24", true},
                    {"Investment", -0.60, "-0.60"},
                    {"Others", -0.10, "-0.10"}}};
}

TEST_CASE("texts wrap at spaces, a word that is too long between characters, and end with an ellipsis") {
  // 0.56 em of 17 pixels is 9.52 a letter; a Hangul syllable takes 17.
  CHECK(wrapped_text("one two three", kLabelText, 70, 3) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped_text("대한민국 중국", kLabelText, 70, 3) == std::vector<std::string>{"대한민국", "중국"});
  CHECK(wrapped_text("abcdefghij", kLabelText, 50, 3) == std::vector<std::string>{"abcde", "fghij"});
  CHECK(fitted_text("abcdefghij", kLabelText, 50) == "abcd…");
  CHECK(fitted_text("abcde", kLabelText, text_width("abcde", kLabelText)) == "abcde");
  CHECK(wrapped_text("", kLabelText, 50, 3).empty());
  CHECK(wrapped_text("ab", kLabelText, 0, 5) == std::vector<std::string>{"a", "b"});
  CHECK(one_line(kRude) == "a\xEF\xBF\xBD<b>&\"c' \xEF\xBF\xBD \xEF\xBF\xBD tail");
}

TEST_CASE("a document says in words what it shows and keeps its style to itself") {
  const std::string svg = SvgDocument({"a b", "<Title>", "Sub", "Source", "About & more"}).finish(200);
  CHECK(fault_of_svg(svg) == std::nullopt);
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" "));
  CHECK(svg.find("aria-labelledby=\"a~20b-title a~20b-about\"") != std::string::npos);
  CHECK(svg.find("<title id=\"a~20b-title\">&lt;Title&gt;</title>") != std::string::npos);
  CHECK(svg.find("<desc id=\"a~20b-about\">About &amp; more</desc>") != std::string::npos);
  for (const std::string& rule : all_between(svg, "}\n", "{")) CHECK(rule.starts_with(".podium-picture"));
  CHECK(all_between(svg, " id=\"", "\"").size() == 2);
}

TEST_CASE("a shape that has no place is left out") {
  SvgDocument document({.id = "d"});
  const double none = std::numeric_limits<double>::quiet_NaN();
  document.line({none, 0}, {1, 1}, "grid");
  document.rectangle({0, 0}, none, 1, "up");
  document.circle({0, std::numeric_limits<double>::infinity()}, 1, "up");
  document.text({none, 0}, "lost", kLabelText);
  document.polyline(std::vector<SvgPoint>{{0, 0}, {none, 1}}, "past");
  const std::string svg = document.finish(100);
  CHECK(fault_of_svg(svg) == std::nullopt);
  CHECK(svg.find("lost") == std::string::npos);
  CHECK(shapes(svg, "polyline", "past").empty());
}

TEST_CASE("a waterfall's bars are as long as the changes and end where the total is") {
  const std::string svg = waterfall(score_of_korea());
  REQUIRE(fault_of_svg(svg) == std::nullopt);
  const std::vector<std::string> up = shapes(svg, "rect", "up");
  const std::vector<std::string> down = shapes(svg, "rect", "down");
  const std::vector<std::string> totals = shapes(svg, "rect", "total");
  REQUIRE(up.size() == 1);
  REQUIRE(down.size() == 2);
  REQUIRE(totals.size() == 2);
  const double unit = number_in(up[0], "width") / 3.10;
  constexpr double kRounding = 0.02;  // of two coordinates with two decimals
  CHECK(std::abs(number_in(down[0], "width") - 0.60 * unit) < kRounding);
  CHECK(std::abs(number_in(down[1], "width") - 0.10 * unit) < kRounding);
  CHECK(std::abs(right_of(totals[1]) - right_of(totals[0]) - 2.40 * unit) < kRounding);
  CHECK(std::abs(number_in(up[0], "x") - right_of(totals[0])) < kRounding);
  CHECK(std::abs(right_of(down[0]) - right_of(up[0])) < kRounding);
  CHECK(std::abs(number_in(down[1], "x") - right_of(totals[1])) < kRounding);
}

TEST_CASE("the parts of a step run inside it and do not advance the total") {
  const std::string svg = waterfall(score_of_korea());
  const std::string step = shapes(svg, "rect", "up").at(0);
  const std::string rise = shapes(svg, "rect", "up part").at(0);
  const std::string fall = shapes(svg, "rect", "down part").at(0);
  CHECK(number_in(rise, "x") == number_in(step, "x"));
  CHECK(std::abs(right_of(fall) - right_of(rise)) < 0.02);
  CHECK(std::abs(number_in(fall, "x") - right_of(step)) < 0.02);
  CHECK(number_in(rise, "height") < number_in(step, "height"));
}

TEST_CASE("a waterfall begins at zero only if its changes stay readable, otherwise its totals are cut") {
  CHECK(shapes(waterfall(score_of_korea()), "line", "cut").size() == 4);
  Waterfall large = score_of_korea();
  large.start = 30;
  large.end = 60;
  large.steps = {{"all", 30, "+30"}};
  const std::string svg = waterfall(large);
  CHECK(shapes(svg, "line", "cut").empty());
  const std::vector<std::string> totals = shapes(svg, "rect", "total");
  CHECK(std::abs(number_in(totals.at(1), "width") - 2 * number_in(totals.at(0), "width")) < 0.02);
}

TEST_CASE("every waterfall is a sound document") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const struct {
    const char* name;
    double start;
    double end;
    std::vector<WaterfallStep> steps;
  } cases[] = {
      {"no steps", 1, 1, {}},
      {"no changes", 34, 34, {{"a", 0, "0"}, {"b", 0, "0", true}}},
      {"all zero", 0, 0, {{"a", 0, "0"}}},
      {"a part without a step", 1, 2, {{"a", 1, "+1", true}}},
      {"below zero", -5, -4.9, {{"a", 0.1, "+0.1"}}},
      {"through zero", -5, 5, {{"a", 10, "+10"}}},
      {"huge", -1e300, 1e300, {{"a", 1.7e308, "+"}, {"b", 1.7e308, "+"}}},
      {"tiny", 1e-300, 3e-300, {{"a", 2e-300, "+"}}},
      {"not a number", none, 5, {{"a", none, "?"}, {"b", 3, "+3"}}},
      {"rude and long", 1, 3, {{kRude, 1, kRude}, {repeated("긴 이름 ", 60), 1, repeated("9", 90)}}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const std::string svg = waterfall({.id = "w",
                                       .title = repeated("long title ", 50),
                                       .subtitle = repeated("띄어쓰기없이", 60),
                                       .source = kRude,
                                       .start_label = kRude,
                                       .start = c.start,
                                       .start_value = "s",
                                       .end_label = "end",
                                       .end = c.end,
                                       .end_value = "e",
                                       .steps = c.steps});
    CHECK(fault_of_svg(svg) == std::nullopt);
  }
}

/// The heights of texts at one side, ascending.
std::vector<double> heights_of(const std::string& svg, bool is_left) {
  std::vector<double> heights;
  for (const std::string& tag : all_between(svg, "<text class=\"", "</text>")) {
    const bool is_label = tag.starts_with("label") || tag.starts_with("strong");
    if (is_label && (tag.find("text-anchor=\"end\"") != std::string::npos) == is_left)
      heights.push_back(number_in(tag, "y"));
  }
  std::ranges::sort(heights);
  return heights;
}

SlopeChart ledger(std::vector<SlopeLine> lines) {
  return {.id = "s",
          .title = "Ranks",
          .subtitle = "",
          .source = "",
          .before_title = "2024",
          .after_title = "2025",
          .unranked = "off",
          .lines = std::move(lines)};
}

TEST_CASE("a slope joins a unit's two ranks on one scale, better ranks higher") {
  const std::string svg =
      slope_chart(ledger({{"Korea", 11, 12, true}, {"Sweden", 4, 15}, {"UK", 3, 3}, {"India", 0, 6}}));
  REQUIRE(fault_of_svg(svg) == std::nullopt);
  const auto korea = points_in(shapes(svg, "polyline", "change subject").at(0));
  const auto sweden = points_in(shapes(svg, "polyline", "change down").at(0));
  const auto britain = points_in(shapes(svg, "polyline", "change same").at(0));
  const auto india = points_in(shapes(svg, "polyline", "change up").at(0));
  CHECK(britain.at(1) == britain.at(3));
  CHECK(britain.at(1) < sweden.at(1));
  CHECK(sweden.at(1) < india.at(3));
  CHECK(india.at(3) < korea.at(1));
  CHECK(korea.at(1) < korea.at(3));
  CHECK(korea.at(3) < sweden.at(3));
  CHECK(sweden.at(3) < india.at(1));  // unranked is below all ranks
  CHECK(svg.find(">11 Korea</text>") != std::string::npos);
  CHECK(svg.find(">12 Korea</text>") != std::string::npos);
  CHECK(svg.find(">India</text>") != std::string::npos);
  CHECK(shapes(svg, "line", "dashed").size() == 1);
}

TEST_CASE("labels of a slope chart are a line apart, however many and however equal the ranks") {
  std::vector<SlopeLine> many;
  for (std::size_t i = 1; i <= 60; ++i) many.push_back({kRude, i, i * 7 % 61, i == 20});
  std::vector<SlopeLine> equal;
  for (std::size_t i = 0; i < 12; ++i) equal.push_back({repeated("긴 이름 ", 20), 5, i % 2 * 900, true});
  for (const auto& lines : {many, equal, {}, {{"alone", 1, 1, true}}, {{"nowhere", 0, 0}}, {{"far", 1, 1000000}}}) {
    const std::string svg = slope_chart(ledger(lines));
    CHECK(fault_of_svg(svg) == std::nullopt);
    for (const bool is_left : {true, false}) {
      const std::vector<double> heights = heights_of(svg, is_left);
      CHECK(heights.size() >= lines.size());
      for (std::size_t i = 1; i < heights.size(); ++i) CHECK(heights[i] - heights[i - 1] >= line_height(kLabelText));
    }
  }
}

}  // namespace
}  // namespace podium
