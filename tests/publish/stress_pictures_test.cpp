#include <limits>

#include <doctest/doctest.h>

#include "podium/publish/pictures/column_chart.hpp"
#include "podium/publish/pictures/influence_bar.hpp"
#include "podium/publish/pictures/rank_strip.hpp"
#include "podium/publish/pictures/share_grid.hpp"

#include "publish/pages.hpp"

namespace podium {
namespace {

using testing::all_between;

bool has(const std::string& svg, std::string_view part) { return svg.find(part) != std::string::npos; }

TEST_CASE("each rank owns an equal part of the axis") {
  CHECK(rank_middle(1, 10) == doctest::Approx(5));
  CHECK(rank_middle(10, 10) == doctest::Approx(95));
  CHECK(rank_middle(1, 1) == doctest::Approx(50));
  const Stretch one = rank_stretch({3, 3}, 10);
  CHECK(one.start == doctest::Approx(20));
  CHECK(one.width == doctest::Approx(10));
  const Stretch all = rank_stretch({1, 8}, 8);
  CHECK(all.start == doctest::Approx(0));
  CHECK(all.width == doctest::Approx(100));
}

TEST_CASE("a strip draws every range where its ranks are, and says them in words") {
  const std::string svg = rank_strip({.title = "<A> & B",
                                      .ranks = 20,
                                      .published = 8,
                                      .median = 9,
                                      .interval = {6, 14},
                                      .met = {5, 18},
                                      .possible = {4, 15}});
  CHECK(has(svg, "role=\"img\""));
  CHECK(has(svg, "<title>&lt;A&gt; &amp; B</title>"));
  // Twenty ranks: 5 % each, their middles at 2.5, 7.5, ...
  CHECK(has(svg, R"(<rect class="interval" x="25.00%" width="45.00%")"));
  CHECK(has(svg, R"(<line class="met" x1="22.50%" x2="87.50%")"));
  CHECK(has(svg, R"(<line class="reach" x1="17.50%" x2="72.50%")"));
  CHECK(has(svg, R"(<line class="possible" x1="17.50%" x2="17.50%")"));
  CHECK(has(svg, R"(<line class="possible" x1="72.50%" x2="72.50%")"));
  CHECK(has(svg, R"(<line class="median" x1="42.50%" x2="42.50%")"));
  CHECK(has(svg, R"(<circle class="published" cx="37.50%")"));
  CHECK(testing::fault_of_nesting(svg) == std::nullopt);
}

TEST_CASE("a strip leaves out what there is not") {
  const std::string svg = rank_strip({.title = "A", .ranks = 20, .median = 9, .interval = {6, 14}, .met = {5, 18}});
  CHECK_FALSE(has(svg, "published"));
  CHECK_FALSE(has(svg, "possible"));
  CHECK_FALSE(has(svg, "reach"));
}

TEST_CASE("a cell stands in its row and column, as dark as its share, with its percent") {
  const ShareGrid grid{.id = "g",
                       .title = "<t>",
                       .description = "a & b",
                       .columns = {"1", "2"},
                       .rows = {{{0.75, "A 1", true}, {0.25, "A 2"}}, {{0, "B 1"}, {0.004, "B 2"}}},
                       .cell_width = 30};
  const std::string svg = share_grid(grid);
  CHECK(testing::fault_of_nesting(svg) == std::nullopt);
  // Two columns of 30, a line of heads and two rows of 20.
  CHECK(has(svg, R"(width="60" height="60"><title id="g-title">&lt;t&gt;</title><desc id="g-about">a &amp; b</desc>)"));
  const std::vector<std::string> cells = all_between(svg, "<g>", "</g>");
  REQUIRE(cells.size() == 3);
  CHECK(has(cells[0], R"(<title>A 1</title><rect class="marked" x="0.50" y="20.50" width="29" height="19")"));
  CHECK(has(cells[0], R"(fill-opacity="0.75")"));
  CHECK(has(cells[0], ">75</text>"));
  CHECK(has(cells[1], R"(<title>A 2</title><rect x="30.50" y="20.50")"));
  CHECK(has(cells[1], R"(fill-opacity="0.25")"));
  // Too small for a number, still shaded.
  CHECK(has(cells[2], R"(<title>B 2</title><rect x="30.50" y="40.50")"));
  CHECK_FALSE(has(cells[2], "<text"));
  CHECK_FALSE(has(cells[2], R"(fill-opacity="0.00")"));
}

TEST_CASE("columns stand on zero, as high as their values, side by side") {
  const ColumnChart chart{.id = "c",
                          .title = "t",
                          .description = "d",
                          .domain = {0, 20},
                          .ticks = {{0, "0%"}, {20, "20%"}},
                          .columns = {{.value = 5, .title = "four", .label = "4"},
                                      {.value = 20, .title = "five", .inside = false, .marked = true}},
                          .height = 100};
  const std::string svg = column_chart(chart);
  CHECK(testing::fault_of_nesting(svg) == std::nullopt);
  // Half of the width each, of which 84 % is drawn: 4 % of the width is left on either side.
  CHECK(has(svg, R"(<title>four</title><rect class="column" x="4.00%" width="42.00%" y="75.00" height="25.00"/>)"));
  CHECK(has(svg, R"(<rect class="column outside marked" x="54.00%" width="42.00%" y="0.00" height="100.00"/>)"));
  CHECK(has(svg, R"(<text class="place" x="25.00%" y="100.00">4</text>)"));
  CHECK(has(svg, R"(<text class="tick" x="0%" y="0.00">20%</text>)"));
}

TEST_CASE("influences are bars from zero with a line for their interval, held between nothing and all") {
  const std::string svg = influence_bar({.alone = {0.25, 0.2, 0.3}, .together = {0.95, 0.9, 1.04}});
  CHECK(has(svg, R"(<rect class="alone" x="0%" width="25.00%")"));
  CHECK(has(svg, R"(<line class="range" x1="20.00%" x2="30.00%")"));
  CHECK(has(svg, R"(<rect class="together" x="0%" width="95.00%")"));
  CHECK(has(svg, R"(<line class="range" x1="90.00%" x2="100.00%")"));
  const double gap = std::numeric_limits<double>::quiet_NaN();
  CHECK(influence_bar({.alone = {gap, gap, gap}, .together = {gap, gap, gap}}).empty());
}

}  // namespace
}  // namespace podium
