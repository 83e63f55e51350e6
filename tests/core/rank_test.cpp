#include "podium/core/rank.hpp"

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::shown;

TEST_CASE("competition ranks") {
  const struct {
    std::string name;
    std::vector<double> scores;
    Ties ties;
    std::vector<Rank> expected;
  } cases[] = {
      {"the highest score is first", {50, 90, 70}, Ties::Smallest, {3, 1, 2}},
      {"ties share the smallest rank and the next rank is left out", {90, 70, 70, 50}, Ties::Smallest, {1, 2, 2, 4}},
      {"ties share the largest rank where asked", {90, 70, 70, 50}, Ties::Largest, {1, 3, 3, 4}},
      {"a gap is unranked and takes no place", {90, kMissing, 50}, Ties::Smallest, {1, 0, 2}},
      {"gaps alone are unranked", {kMissing, kMissing}, Ties::Largest, {0, 0}},
      {"all equal are all first", {5, 5, 5}, Ties::Smallest, {1, 1, 1}},
      {"all equal are all last where the largest rank is shared", {5, 5, 5}, Ties::Largest, {3, 3, 3}},
      {"minus zero equals zero", {-0.0, 0.0, -1}, Ties::Smallest, {1, 1, 3}},
      {"scores are not rounded", {0.1 + 0.2, 0.3}, Ties::Smallest, {1, 2}},
      {"one unit is first", {-7}, Ties::Smallest, {1}},
      {"no unit has no rank", {}, Ties::Smallest, {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(competition_ranks(c.scores, c.ties) == c.expected);
  }
}

TEST_CASE("places are whole, so a rank step cannot share an average") {
  CHECK_FALSE(RankStep{.ties = Ties::Smallest}.check().has_value());
  CHECK_FALSE(RankStep{.ties = Ties::Largest}.check().has_value());
  const auto problem = RankStep{.ties = Ties::Average}.check();
  REQUIRE(problem.has_value());
  CHECK(problem->code == Code::InvalidValue);
  CHECK(problem->found == "ties 'average'");
}

TEST_CASE("ascending ranks") {
  const struct {
    std::string name;
    std::vector<double> values;
    Ties ties;
    std::string expected;
  } cases[] = {
      {"the lowest is first", {5, 1, 3}, Ties::Smallest, "3 1 2"},
      {"ties share the smallest rank", {2, 2, 5, 5, 5, 9, 1}, Ties::Smallest, "2 2 4 4 4 7 1"},
      {"ties share the largest rank", {2, 2, 5, 5, 5, 9, 1}, Ties::Largest, "3 3 6 6 6 7 1"},
      {"an average rank may be a half", {2, 2, 5, 5, 5, 9, 1}, Ties::Average, "2.5 2.5 5 5 5 7 1"},
      {"a gap stays a gap", {kMissing, 3, kMissing, 7, 1, 7}, Ties::Smallest, "- 2 - 3 1 3"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(shown(ascending_ranks(c.values, c.ties)) == c.expected);
  }
}

/// The definition, comparing everyone with everyone.
std::vector<Rank> plain_ranks(const std::vector<double>& scores, Ties ties) {
  std::vector<Rank> ranks;
  for (const double score : scores) {
    Rank above = 0;
    Rank equal = 0;
    for (const double other : scores) {
      above += other > score ? 1 : 0;
      equal += other == score ? 1 : 0;
    }
    const Rank smallest = above + 1;
    const Rank largest = above + equal;
    const Rank shared = ties == Ties::Smallest ? smallest : largest;
    ranks.push_back(is_missing(score) ? 0 : shared);
  }
  return ranks;
}

TEST_CASE("ranks agree with the definition on every row of up to six scores from three values and a gap") {
  const double values[] = {1, 2, 3, kMissing};
  for (std::size_t length = 0, rows = 1; length <= 6; ++length, rows *= 4) {
    for (std::size_t row = 0; row < rows; ++row) {
      std::vector<double> scores;
      for (std::size_t i = 0, rest = row; i < length; ++i, rest /= 4) scores.push_back(values[rest % 4]);
      for (const Ties ties : {Ties::Smallest, Ties::Largest}) {
        if (competition_ranks(scores, ties) == plain_ranks(scores, ties)) continue;
        FAIL_CHECK("scores " << shown(scores) << " with ties " << to_word(ties));
      }
    }
  }
}

TEST_CASE("ranks agree with the definition on long rows with many ties") {
  testing::Random random(1);
  for (int row = 0; row < 50; ++row) {
    std::vector<double> scores(row % 2 == 0 ? 200 : 100);
    for (double& score : scores) score = random.below(10) == 0 ? kMissing : static_cast<double>(random.below(40));
    CHECK(competition_ranks(scores) == plain_ranks(scores, Ties::Smallest));
  }
}

}  // namespace
}  // namespace podium
