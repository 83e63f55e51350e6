#include "podium/core/treat/treat.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

Result<Panel> treated(const Treat& step, const std::vector<double>& values, std::size_t periods = 1) {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  return apply(step, panel_of(hierarchy, {{"x", values}}, periods), {hierarchy, 3});
}

std::string figures(const Treat& step, const std::vector<double>& values, std::size_t periods = 1) {
  return shown(must(treated(step, values, periods)).values(Series{1}));
}

Treat always(TreatMethod method) { return {.method = method, .when = TreatWhen::Always}; }

const std::vector<double> kTwoHigh = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100};

TEST_CASE("winsorising") {
  constexpr double kGap = kMissing;
  const struct {
    std::string name;
    Treat step;
    std::vector<double> values;
    std::string expected;
  } cases[] = {
      {"the highest figure becomes the next one, and that suffices", {}, kTwoHigh, "1 2 3 4 5 6 7 8 9 10 30 30"},
      {"gaps stay gaps", {}, {kGap, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, kGap, 30, 100}, "- 1 2 3 4 5 6 7 8 9 10 - 30 30"},
      {"a low outlier is brought up", {}, {-100, 1, 2, 3, 4, 5, 6, 7, 8, 9}, "1 1 2 3 4 5 6 7 8 9"},
      {"figures that are accepted stay as they are", {}, {1, 2, 3, 4, 5, 7}, "1 2 3 4 5 7"},
      {"the limit holds although the figures are not accepted",
       {.method = Winsorise{.max_points = 1}, .skewness = 0, .kurtosis = -9},
       kTwoHigh,
       "1 2 3 4 5 6 7 8 9 10 30 30"},
      {"tied figures move together, past the limit",
       {.method = Winsorise{.max_points = 1}, .skewness = 0, .kurtosis = -9},
       {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 100},
       "1 2 3 4 5 6 7 8 9 10 10 10"},
      {"forced, it goes on to the limit at the end that the skewness says",
       {.method = Winsorise{.max_points = 2, .force = true}, .when = TreatWhen::Always},
       {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
       "2 2 3 4 5 6 7 8 9 9"},
      {"forced, it still leaves alone what is accepted from the start",
       {.method = Winsorise{.max_points = 2, .force = true}},
       {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
       "1 2 3 4 5 6 7 8 9 10"},
      {"without a limit it ends before the last two figures become one",
       {.method = Winsorise{.unlimited = true}, .skewness = 0, .kurtosis = -9},
       {0, 0, 0, 1, 5, 9},
       "0 0 0 1 1 1"},
      {"a constant indicator has nothing to treat", {.skewness = 0, .kurtosis = -9}, {7, 7, 7, 7, 7}, "7 7 7 7 7"},
      {"three figures have no kurtosis to judge", {.skewness = 0, .kurtosis = -9}, {0, 0, 1000}, "0 0 1000"},
      {"gaps alone", {}, {kGap, kGap}, "- -"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(figures(c.step, c.values) == c.expected);
  }
}

TEST_CASE("transforms, whose values can be done by hand") {
  const double e = std::exp(1.0);
  const struct {
    std::string name;
    TreatMethod method;
    std::vector<double> values;
    std::vector<double> expected;
  } cases[] = {
      // max - min = 100: the smallest figure has ln 1.
      {"shifted logarithm", LogTreatment{}, {5, 105, kMissing}, {0, std::log(101.0), kMissing}},
      {"plus-one logarithm", LogTreatment{LogForm::PlusOne}, {-3, -3 + (e - 1), 6}, {0, 1, std::log(10.0)}},
      {"the skew-aware one mirrors what is skewed to the left",
       LogTreatment{LogForm::SkewAware},
       {0, 100, 100, 100},
       {-std::log(101.0), 0, 0, 0}},
      {"and is the shifted one else", LogTreatment{LogForm::SkewAware}, {0, 0, 0, 100}, {0, 0, 0, std::log(101.0)}},
      // The Global Innovation Index brings figures between 1 and the highest: 0 has ln 1, 50 has ln 50.
      {"gii logarithm", LogTreatment{LogForm::Gii}, {0, 0, 0, 50}, {0, 0, 0, std::log(50.0)}},
      {"gii with a factor for small figures",
       LogTreatment{LogForm::Gii, 100},
       {0, 0, 0, 0.5},
       {0, 0, 0, std::log(50.0)}},
      {"gii mirrored", LogTreatment{LogForm::Gii}, {0, 50, 50, 50}, {-std::log(50.0), 0, 0, 0}},
      {"box-cox with 0 is the plus-one logarithm", BoxCox{0}, {2, 2 + (e - 1), 11}, {0, 1, std::log(10.0)}},
      {"box-cox with 1 shifts", BoxCox{1}, {2, 5, 11}, {0, 3, 9}},
      {"box-cox with 2", BoxCox{2}, {2, 5, 11}, {0, 7.5, 49.5}},
      {"box-cox with -1", BoxCox{-1}, {2, 5, 11}, {0, 0.75, 0.9}},
      {"box-cox with a half", BoxCox{0.5}, {2, 5, 10}, {0, 2, 4}},
      // Quartiles 2 and 4: the fences are at -1 and 7.
      {"fences", Fences{}, {1, 2, 3, 4, 50}, {1, 2, 3, 4, 7}},
      {"fences, to the nearest figure inside", Fences{.to = FenceEnd::Inside}, {1, 2, 3, 4, 50}, {1, 2, 3, 4, 4}},
      {"narrow fences hold both ends", Fences{.k = 0}, {1, 2, 3, 4, 50}, {2, 2, 3, 4, 4}},
      {"fences of gaps", Fences{}, {1, kMissing, 2, 3, 4, 50}, {1, kMissing, 2, 3, 4, 7}},
      {"figures without a middle half are left", Fences{}, {3, 3, 3, 3, 50}, {3, 3, 3, 3, 50}},
      {"none", NoTreatment{}, {1, 2, 3, 4, 50}, {1, 2, 3, 4, 50}},
      {"a constant stays", LogTreatment{}, {4, 4}, {4, 4}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Panel after = must(treated(always(c.method), c.values));
    const std::span<const double> values = after.values(Series{1});
    for (std::size_t i = 0; i < values.size(); ++i) {
      CHECK(is_missing(values[i]) == is_missing(c.expected[i]));
      if (!is_missing(values[i])) CHECK(std::abs(values[i] - c.expected[i]) <= 1e-13 * (1 + std::abs(c.expected[i])));
    }
  }
}

TEST_CASE("the second method takes effect where the first one does not suffice") {
  const std::vector<double> values = {1, 2, 2, 3, 4, 5, 7, 9, 15, 40, 90, 300, 2000};
  Treat step{.method = Winsorise{.max_points = 1}, .then = TreatMethod(LogTreatment{}), .skewness = 1, .kurtosis = 1};
  const std::string original_log = figures(always(LogTreatment{}), values);
  CHECK(figures(step, values) == original_log);
  step.combine = true;
  std::vector<double> winsorised = values;
  winsorised.back() = 300;
  CHECK(figures(step, values) == figures(always(LogTreatment{}), winsorised));
  step.skewness = 4;
  CHECK(figures(step, values) == shown(values));
  const Treat sufficient{.method = Winsorise{}, .then = TreatMethod(LogTreatment{})};
  CHECK(figures(sufficient, kTwoHigh) == "1 2 3 4 5 6 7 8 9 10 30 30");
}

double estimated_lambda(std::vector<double> values) {
  std::vector<double> scratch(2 * values.size());
  const Treatment treatment =
      BoxCox{}.apply({.values = values, .shape = measure(values), .accept = {}, .scratch = scratch});
  REQUIRE(treatment.lambda.has_value());
  return *treatment.lambda;
}

TEST_CASE("the estimated lambda of powers of the figures is divided by the power") {
  // (y^p)^(L/p) is y^L: the same transformed figures are the likeliest. The smallest y is 1, so the shift keeps them.
  const std::vector<double> y = {1, 12, 15, 17, 20, 22, 26, 31, 33, 40, 46, 59};
  const double lambda = estimated_lambda(y);
  CHECK(lambda > 0.2);
  CHECK(lambda < 1);
  for (const double power : {0.5, 2.0, 3.0}) {
    std::vector<double> powers;
    for (const double value : y) powers.push_back(std::pow(value, power));
    CHECK(estimated_lambda(powers) * power == doctest::Approx(lambda).epsilon(1e-5));
  }
}

TEST_CASE("no lambda of a fine grid is likelier than the estimated one") {
  Random random(17);
  for (int row = 0; row < 20; ++row) {
    std::vector<double> values(6 + random.below(20));
    for (double& value : values) value = std::exp(random.between(0, 1) * random.between(0, 6));
    const double least = std::ranges::min(values);
    const auto likelihood = [&](double lambda) {
      const auto n = static_cast<double>(values.size());
      double sum = 0;
      double squares = 0;
      double logarithms = 0;
      for (const double value : values) {
        const double y = value - least + 1;
        const double t = std::abs(lambda) < 1e-9 ? std::log(y) : (std::pow(y, lambda) - 1) / lambda;
        sum += t;
        squares += t * t;
        logarithms += std::log(y);
      }
      return (lambda - 1) * logarithms - n / 2 * std::log(squares / n - sum / n * sum / n);
    };
    const double estimated = estimated_lambda(values);
    for (double lambda = -2; lambda <= 2; lambda += 1.0 / 256) {
      REQUIRE(likelihood(lambda) <= likelihood(estimated) + 1e-9);
    }
  }
}

TEST_CASE("every treatment keeps the order of the figures, and gaps") {
  Random random(23);
  for (int row = 0; row < 300; ++row) {
    std::vector<double> values(6 + random.below(30));
    for (double& value : values) value = random.between(-1, 1) * std::exp(random.between(0, 6));
    values[1] = kMissing;
    values[2] = values[0];
    for (const TreatMethod& method :
         {TreatMethod(Winsorise{}), TreatMethod(LogTreatment{}), TreatMethod(LogTreatment{LogForm::SkewAware}),
          TreatMethod(LogTreatment{LogForm::PlusOne}), TreatMethod(BoxCox{-0.5}), TreatMethod(Fences{})}) {
      const Panel after = must(treated(always(method), values));
      const std::span<const double> result = after.values(Series{1});
      for (std::size_t i = 0; i < values.size(); ++i) {
        REQUIRE(is_missing(result[i]) == is_missing(values[i]));
        for (std::size_t j = 0; j < values.size(); ++j) {
          if (values[i] == values[j]) REQUIRE(result[i] == result[j]);
          if (values[i] < values[j]) REQUIRE(result[i] <= result[j]);
        }
      }
    }
  }
}

TEST_CASE("changed figures are marked; after a transform all of them are") {
  const auto marks = [](const Treat& step, const std::vector<double>& values) {
    std::string text;
    const Panel after = must(treated(step, values));
    for (const CellHistory history : after.history(Series{1})) text += history.is_treated() ? "t" : ".";
    return text;
  };
  CHECK(marks({}, kTwoHigh) == "...........t");
  CHECK(marks(always(LogTreatment{}), {1, kMissing, 5}) == "t.t");
  CHECK(marks(always(Fences{}), {1, 2, 3, 4, 50}) == "....t");
  CHECK(marks({.skewness = 9}, kTwoHigh) == "............");
  const Panel after = must(treated({}, kTwoHigh));
  CHECK(after.history(Series{1}).back().step() == 3);
}

TEST_CASE("figures are seen by period or over the whole panel") {
  std::vector<double> values = kTwoHigh;
  values.insert(values.end(), {200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211});
  const std::string second = " 200 201 202 203 204 205 206 207 208 209 210 211";
  CHECK(figures({}, values, 2) == "1 2 3 4 5 6 7 8 9 10 30 30" + second);
  CHECK(figures({.over = Over::Panel}, values, 2) == shown(values));
}

TEST_CASE("only the indicators that are asked for, and none that screening dropped") {
  const Hierarchy hierarchy = hierarchy_of({root(), pillar("p"), indicator("x", "p"), indicator("y")});
  Panel panel = panel_of(hierarchy, {{"x", kTwoHigh}, {"y", kTwoHigh}});
  const auto last = [&](const Treat& step) {
    const Panel after = must(apply(step, panel, {hierarchy, 1}));
    return shown(std::vector{after.values(Series{2}).back(), after.values(Series{3}).back()});
  };
  CHECK(last({}) == "30 30");
  CHECK(last({.only = {"p"}}) == "30 100");
  CHECK(last({.except = {"p"}}) == "100 30");
  panel.drop(Series{2}, Time{0});
  CHECK(last(always(LogTreatment{LogForm::PlusOne})).starts_with("- 4.6"));
}

TEST_CASE("what cannot be treated") {
  const struct {
    std::string name;
    Treat step;
    std::vector<double> values;
    std::string expected;
  } cases[] = {
      {"gii of figures below 1",
       always(LogTreatment{LogForm::Gii}),
       {0, 0.1, 0.8},
       "error[score-out-of-domain]: step 3, node x, period 2021: found highest figure 0.8 times factor 1; expected "
       "more "
       "than 1, by a larger `factor`: else the logarithm turns the order round"},
      {"an estimate from three figures",
       always(BoxCox{}),
       {1, 2, 3},
       "error[too-few-figures]: step 3, node x, period 2021: found 3 figures; expected at least 4 for method "
       "'box-cox'"},
      {"fences of three figures",
       always(Fences{}),
       {1, 2, 3},
       "error[too-few-figures]: step 3, node x, period 2021: found 3 figures; expected at least 4 for method 'fences'"},
      {"forced winsorising of two figures",
       always(Winsorise{.force = true}),
       {1, 2},
       "error[too-few-figures]: step 3, node x, period 2021: found 2 figures; expected at least 4 for method "
       "'winsorise'"},
      {"a width beyond a double",
       always(LogTreatment{}),
       {-1.5e308, 1.5e308},
       "error[invalid-value]: step 3, node x, period 2021: found figures from -1.5e+308 to 1.5e+308; expected figures "
       "that stay within the range of a double when they are treated"},
      {"a power beyond a double",
       always(BoxCox{2}),
       {0, 1e200},
       "error[invalid-value]: step 3, node x, period 2021: found figures from 0 to 1e+200; expected figures that stay "
       "within the range of a double when they are treated"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_of(treated(c.step, c.values)) == c.expected);
  }
}

TEST_CASE("parameters of treatments that make no sense are refused") {
  const double inf = std::numeric_limits<double>::infinity();
  CHECK(Treat{.skewness = -1}.check().has_value());
  CHECK(Treat{.kurtosis = kMissing}.check().has_value());
  CHECK(Treat{.combine = true}.check()->found == "combine without a second method");
  CHECK(Winsorise{.max_points = 0}.check()->found == "max_points 0");
  CHECK(Winsorise{.unlimited = true, .force = true}.check()->found == "force without a limit");
  CHECK(BoxCox{inf}.check()->found == "lambda inf");
  CHECK(Fences{.k = -1}.check()->found == "k -1");
  CHECK(LogTreatment{.factor = 0}.check()->found == "factor 0");
  CHECK_FALSE(Treat{.then = TreatMethod(BoxCox{}), .combine = true}.check().has_value());
  CHECK_FALSE(Winsorise{.max_points = 0, .unlimited = true}.check().has_value());
  CHECK_FALSE(BoxCox{}.check().has_value());
}

TEST_CASE("every method of treatment describes itself") {
  Alternatives<TreatMethod>::for_each([]<class Method>() {
    CHECK(Method::doc.summary.ends_with('.'));
    CHECK_FALSE(Method::doc.formula.empty());
    CHECK(Method::doc.edge_cases.ends_with('.'));
    CHECK_FALSE(Method::doc.source.empty());
  });
}

}  // namespace
}  // namespace podium
