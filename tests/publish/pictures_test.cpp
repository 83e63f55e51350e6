#include <limits>

#include <doctest/doctest.h>

#include "podium/publish/pictures/bar.hpp"
#include "podium/publish/pictures/line_chart.hpp"

#include "publish/pages.hpp"

namespace podium {
namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();
using testing::all_between;

TEST_CASE("a bar reaches from zero to its value") {
  const struct {
    const char* name;
    Domain domain;
    double value;
    Stretch expected;
  } cases[] = {
      {"a score of a hundred", {0, 100}, 63, {0, 63}},
      {"nothing", {0, 100}, 0, {0, 0}},
      {"above the average", {-2, 3}, 1, {40, 20}},
      {"below the average", {-2, 3}, -1, {20, 20}},
      {"a scale that starts above zero", {1, 101}, 51, {0, 50}},
      {"beyond the scale", {0, 100}, 120, {0, 100}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Stretch stretch = bar_stretch(c.domain, c.value);
    CHECK(stretch.start == doctest::Approx(c.expected.start));
    CHECK(stretch.width == doctest::Approx(c.expected.width));
  }
}

TEST_CASE("a bar marks the median and the leader, and a gap has no bar") {
  const std::string svg = bar({.value = 25, .domain = {0, 100}, .median = 40, .leader = 90});
  CHECK(svg.find(R"(<rect class="value" y="3" x="0.00%" width="25.00%")") != std::string::npos);
  CHECK(svg.find(R"(<line class="median" x1="40.00%" x2="40.00%")") != std::string::npos);
  CHECK(svg.find(R"(<line class="leader" x1="90.00%" x2="90.00%")") != std::string::npos);
  CHECK(svg.find("aria-hidden=\"true\"") != std::string::npos);
  CHECK(bar({.value = kGap, .domain = {0, 100}, .median = 40, .leader = kGap}).empty());
}

TEST_CASE("places stand evenly from edge to edge") {
  CHECK(place_percent(0, 5) == 0);
  CHECK(place_percent(1, 5) == 25);
  CHECK(place_percent(4, 5) == 100);
  CHECK(place_percent(0, 1) == 50);
}

LineChart chart_of(std::vector<double> values) {
  return {.id = "c",
          .title = "<t>",
          .description = "a & b",
          .places = {"2021", "2022", "2023"},
          .domain = {0, 10},
          .ticks = {{0, "0"}, {10, "10"}},
          .lines = {{.name = "A", .values = std::move(values)}},
          .height = 100};
}

TEST_CASE("a line joins neighbouring values, high ones at the top") {
  const std::string svg = line_chart(chart_of({0, 5, 10}));
  CHECK(svg.find(R"(<line x1="0.00%" y1="100.00" x2="50.00%" y2="50.00"/>)") != std::string::npos);
  CHECK(svg.find(R"(<line x1="50.00%" y1="50.00" x2="100.00%" y2="0.00"/>)") != std::string::npos);
  CHECK(all_between(svg, "<circle", "/>").size() == 3);
  CHECK(svg.find(R"(<text class="name name-1" x="100%" y="0.00">A</text>)") != std::string::npos);
}

TEST_CASE("a gap interrupts the line") {
  const std::string svg = line_chart(chart_of({0, kGap, 10}));
  CHECK(all_between(svg, "<line x1", "/>").empty());
  CHECK(all_between(svg, "<circle", "/>").size() == 2);
}

TEST_CASE("a rank of one stands at the top") {
  LineChart chart = chart_of({1, 20, 39});
  chart.domain = {39, 1};
  const std::string svg = line_chart(chart);
  CHECK(svg.find(R"(<circle cx="0.00%" cy="0.00")") != std::string::npos);
  CHECK(svg.find(R"(<circle cx="50.00%" cy="50.00")") != std::string::npos);
}

TEST_CASE("a chart tells in words what it shows") {
  const std::string svg = line_chart(chart_of({0, 5, 10}));
  CHECK(svg.find(R"(role="img" aria-labelledby="c-title c-about")") != std::string::npos);
  CHECK(svg.find("<title id=\"c-title\">&lt;t&gt;</title><desc id=\"c-about\">a &amp; b</desc>") != std::string::npos);
  CHECK(testing::fault_of_nesting(svg) == std::nullopt);
}

}  // namespace
}  // namespace podium
