#include <cmath>
#include <limits>
#include <optional>

#include <doctest/doctest.h>

#include "podium/publish/pictures/effort_bars.hpp"
#include "podium/publish/pictures/fan_chart.hpp"
#include "podium/publish/pictures/fan_data.hpp"
#include "podium/publish/pictures/value_axis.hpp"

#include "publish/svg_reader.hpp"

namespace podium {
namespace {

using testing::fault_of_svg;
using testing::number_in;
using testing::points_in;
using testing::shapes;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
const std::string kRude = "a\x01<b>&\"c' \xff\n tail";

EffortBars efforts(std::vector<EffortBar> bars) {
  return {.id = "e",
          .title = "Third place",
          .subtitle = "",
          .source = "",
          .alone_title = "alone",
          .mix_title = "in the mix",
          .impossible = "not alone",
          .at_bound = "at its bound",
          .axis_title = "spreads",
          .bars = std::move(bars)};
}

TEST_CASE("numbers of an axis share their decimals") {
  const auto labels = [](const std::vector<double>& values) {
    std::vector<std::string> texts;
    for (const Tick& tick : labelled(values)) texts.push_back(tick.label);
    return texts;
  };
  CHECK(labels({33.5, 34, 34.5}) == std::vector<std::string>{"33.5", "34.0", "34.5"});
  CHECK(labels({0, 0.1, 0.2, 3 * 0.1}) == std::vector<std::string>{"0.0", "0.1", "0.2", "0.3"});
  CHECK(labels({0, 20000}) == std::vector<std::string>{"0", "20,000"});
  CHECK(labels({1e-300, 3e300}) == std::vector<std::string>{"1e-300", "3e+300"});
}

TEST_CASE("an effort's bar is as long as its size") {
  const std::string svg = effort_bars(efforts({{"A", 0.4, "0.4", 0.1, "0.1"}, {"B", -0.2, "-0.2", 0, "0"}}));
  REQUIRE(fault_of_svg(svg) == std::nullopt);
  const auto alone = shapes(svg, "rect", "alone");  // the first one is the legend's
  const auto mix = shapes(svg, "rect", "mix");
  REQUIRE(alone.size() == 3);
  REQUIRE(mix.size() == 2);
  CHECK(std::abs(number_in(alone[1], "width") - 4 * number_in(mix[1], "width")) < 0.05);
  CHECK(std::abs(number_in(alone[1], "width") - 2 * number_in(alone[2], "width")) < 0.02);
  CHECK(shapes(svg, "line", "none").size() == 1);
}

TEST_CASE("a bar far beyond the others is cut, and what is impossible or at its bound is said") {
  const std::string svg =
      effort_bars(efforts({{"A", 100, "+100", 1, "+1", true}, {"B", 2, "+2", 1, "+1"}, {"C", {}, "", 1, "+1"}}));
  REQUIRE(fault_of_svg(svg) == std::nullopt);
  CHECK(shapes(svg, "line", "cut").size() == 2);
  CHECK(svg.find(">+100</text>") != std::string::npos);
  CHECK(svg.find(">not alone</text>") != std::string::npos);
  CHECK(svg.find(">+1 · at its bound</text>") != std::string::npos);
  const auto alone = shapes(svg, "rect", "alone");
  CHECK(number_in(alone.at(1), "width") == number_in(alone.at(2), "width"));  // the axis ends at 2
}

TEST_CASE("every picture of efforts is a sound document") {
  const std::vector<EffortBar> cases[] = {
      {},
      {{"zero", 0, "0", 0, "0"}},
      {{"huge", 1e300, "h", 1e-300, "t"}, {"not", kNone, "?", -kNone, "?"}},
      {{kRude + kRude + kRude + kRude, std::numeric_limits<double>::infinity(), kRude, 5, kRude + kRude + kRude}},
  };
  for (const auto& bars : cases) {
    EffortBars picture = efforts(bars);
    CHECK(fault_of_svg(effort_bars(picture)) == std::nullopt);
    for (int i = 0; i < 30; ++i) picture.alone_title += "긴 제목 ";
    picture.axis_title = picture.mix_title = picture.impossible = picture.alone_title;
    CHECK(fault_of_svg(effort_bars(picture)) == std::nullopt);
  }
}

FanChart fan_of(std::vector<FanSeries> series, bool is_logarithmic = true) {
  return {.id = "f",
          .title = "To 2030",
          .axis_title = "billion, log scale",
          .series = std::move(series),
          .mark_time = 2025,
          .mark_text = "now",
          .is_logarithmic = is_logarithmic};
}

TEST_CASE("equal growth is a straight line on the logarithmic scale, and bands begin at the last past point") {
  const std::string svg = fan_chart(fan_of({{"A", {2023, 2024, 2025}, {1, 2, 4}, {2026}, {{2, 4, 8, 16, 32}}}}));
  REQUIRE(fault_of_svg(svg) == std::nullopt);
  const auto past = points_in(shapes(svg, "polyline", "past series-1").at(0));
  REQUIRE(past.size() == 6);
  CHECK(std::abs((past[1] - past[3]) - (past[3] - past[5])) < 0.03);
  const auto median = points_in(shapes(svg, "polyline", "median series-1").at(0));
  CHECK(median.at(0) == past[4]);
  CHECK(median.at(1) == past[5]);
  CHECK(std::abs((median.at(1) - median.at(3)) - (past[1] - past[3])) < 0.03);
  const auto bands = shapes(svg, "polygon", "series-1");
  REQUIRE(bands.size() == 2);
  for (const auto& band : bands) {
    CHECK(points_in(band).at(0) == past[4]);
    CHECK(points_in(band).at(1) == past[5]);
  }
}

TEST_CASE("values that are not above 0 have no place on a logarithmic scale, but on a linear one") {
  const FanSeries series{"A", {2021, 2022, 2023, 2024}, {1, 0, -1, 2}, {}, {}};
  CHECK(fan_curves(series, true).past.size() == 2);
  CHECK(fan_curves(series, false).past.size() == 4);
}

TEST_CASE("the axis goes as far as thirty times beyond the past and the medians") {
  const FanSeries wide{"A", {2024, 2025}, {1, 10}, {2030}, {{1e-5, 10, 1e5}}};
  const Domain domain = fan_domain({fan_curves(wide, true)}, true);
  const double pad = 0.04 * 2 * std::log10(30.0) + 0.04;
  CHECK(domain.low == doctest::Approx(0 - std::log10(30.0) - pad));
  CHECK(domain.high == doctest::Approx(1 + std::log10(30.0) + pad));
}

TEST_CASE("a curve is cut exactly where it leaves the scale") {
  const Domain domain{0, 1};
  CHECK(held_within({{0, 0}, {10, 10}}, domain) == std::vector<FanPoint>{{0, 0}, {1, 1}, {10, 1}});
  CHECK(held_within({{0, 0.5}, {4, 2.5}}, domain) == std::vector<FanPoint>{{0, 0.5}, {1, 1}, {4, 1}});
  CHECK(held_within({{0, 2}, {4, -2}}, domain) == std::vector<FanPoint>{{0, 1}, {1, 1}, {2, 0}, {4, 0}});
  CHECK(held_within({}, domain).empty());
}

TEST_CASE("logarithmic ticks are 1, 2 and 5 times powers of ten, at most eight") {
  const auto labels = [](double low, double high) {
    std::string texts;
    for (const Tick& tick : fan_ticks({std::log10(low), std::log10(high)}, true)) texts += tick.label + " ";
    return texts;
  };
  CHECK(labels(0.5, 20) == "0.5 1 2 5 10 20 ");
  CHECK(labels(0.05, 2000) == "0.1 1 10 100 1,000 ");
  CHECK(labels(1.1, 1.6) == "1.2 1.4 1.6 ");
  CHECK(fan_ticks({-300, 300}, true).size() <= 8);
}

TEST_CASE("every fan is a sound document") {
  const FanSeries past{kRude, {2024, 2025}, {1, 2}, {}, {}};
  const std::vector<FanSeries> cases[] = {
      {},
      {{"empty", {}, {}, {}, {}}},
      {{"one", {2024}, {5}, {}, {}}},
      {{"equal", {2024, 2025}, {5, 5}, {2026}, {{5, 5, 5}}}, past},
      {{"wide", {2024, 2025}, {1e-300, 1e300}, {2026, 2027}, {{1e-300, 1, 1e300}, {0, 1, 1.7e308}}}},
      {{"gaps", {2024, kNone, 2025.5}, {kNone, 1, 3}, {2026, 2027}, {{1, kNone, 3}, {1, 2}}}},
      {{"future only", {}, {}, {2026.25, 2026.5}, {{1, 2, 3}, {1, 2, 3}}}},
      {{"far", {-1e300, 1e300}, {1, 2}, {}, {}}},
  };
  for (const auto& series : cases) {
    for (const bool is_logarithmic : {true, false}) {
      CAPTURE(series.empty() ? "none" : series.front().name);
      CAPTURE(is_logarithmic);
      FanChart picture = fan_of(series, is_logarithmic);
      CHECK(fault_of_svg(fan_chart(picture)) == std::nullopt);
      for (int i = 0; i < 20; ++i) picture.mark_text += kRude;
      picture.mark_time = 2024;
      CHECK(fault_of_svg(fan_chart(picture)) == std::nullopt);
    }
  }
}

}  // namespace
}  // namespace podium
