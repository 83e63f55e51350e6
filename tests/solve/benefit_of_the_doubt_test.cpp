#include <doctest/doctest.h>

#include "podium/core/aggregate/aggregate.hpp"
#include "podium/solve/solvers.hpp"

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

Result<std::vector<double>> scores_of(const BenefitOfTheDoubt& method, const std::vector<double>& a,
                                      const std::vector<double>& b) {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b")});
  const StepContext context{.hierarchy = hierarchy, .number = 2, .solvers = native_solvers()};
  TRY(const Panel after,
      apply(Aggregate{.method = {.otherwise = method}}, panel_of(hierarchy, {{"a", a}, {"b", b}}), context));
  const std::span<const double> scores = after.values(hierarchy.root());
  return std::vector<double>(scores.begin(), scores.end());
}

TEST_CASE("each unit with the weights that suit it best") {
  const double gap = kMissing;
  const struct {
    std::string name;
    BenefitOfTheDoubt method;
    std::vector<double> a;
    std::vector<double> b;
    std::string expected;
  } cases[] = {
      {"the best in one component is at the frontier", {}, {4, 1}, {1, 4}, "1 1"},
      // C = (2, 2) lies on the line from (4, 1) to (1, 4) at 4/5: w = (1/5, 1/5).
      {"a unit behind two others", {}, {4, 1, 2}, {1, 4, 2}, "1 1 0.8"},
      {"half as good as another in everything", {}, {4, 2}, {6, 3}, "1 0.5"},
      {"on another scale", {.scale = 100}, {4, 2}, {6, 3}, "100 50"},
      // Both contribute half: w_a = s / (2 y_a), w_b = s / (2 y_b); for (4, 1) against (1, 4): s (1/8 + 2) <= 1.
      {"shares fixed at one half",
       {.lowest_share = 0.5, .highest_share = 0.5},
       {4, 1},
       {1, 4},
       "0.4705882353 0.4705882353"},
      {"a score of zero cannot have a share", {.lowest_share = 0.1}, {0, 1}, {4, 1}, "0 1"},
      {"a unit is judged by what it has", {}, {4, 2}, {gap, 5}, "1 1"},
      {"a unit with nothing has no score", {}, {4, gap, 2}, {1, gap, 0.5}, "1 - 0.5"},
      {"nothing but zeros", {}, {0, 1}, {0, 1}, "0 1"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(shown(must(scores_of(c.method, c.a, c.b))) == c.expected);
  }
}

TEST_CASE("shares that cannot add up are an error with the unit's name") {
  CHECK(problems_of(scores_of({.highest_share = 0.6}, {1, 2}, {2, kMissing})) ==
        "error[invalid-value]: step 2, node index, unit B, period 2021: found shares from 0 to 0.6 for 1 available "
        "components; expected limits within which their shares can add up to 1");
}

TEST_CASE("a unit that another outdoes in everything joins without a change for the others") {
  Random random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 0; i < 8; ++i) {
      a.push_back(random.between(1, 100));
      b.push_back(random.between(1, 100));
    }
    const BenefitOfTheDoubt method{.lowest_share = 0.1, .highest_share = 0.9};
    const std::vector<double> before = must(scores_of(method, a, b));
    // Whatever the units' own scale, the same scores.
    std::vector<double> scaled = a;
    for (double& score : scaled) score *= 37;
    CHECK(must(scores_of(method, scaled, b)) == before);
    a.push_back(a[3] / 2);
    b.push_back(b[3] / 2);
    std::vector<double> after = must(scores_of(method, a, b));
    after.pop_back();
    CHECK(after == before);
    for (const double score : before) CHECK((score > 0 && score <= 1));
  }
}

}  // namespace
}  // namespace podium
