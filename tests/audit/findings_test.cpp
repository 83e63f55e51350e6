#include <doctest/doctest.h>

#include "podium/audit/removal.hpp"
#include "podium/audit/sentences.hpp"

#include "audit/example.hpp"

namespace podium {
namespace {

using namespace testing;

/// Twelve units; indicators a and b below pillar p, c below the index. Fields are figures, "" for a gap.
Index small_index_of(const std::vector<std::vector<std::string>>& columns, std::vector<Step> steps) {
  Table table{{"uCode", "a", "b", "c"}, {}};
  for (std::size_t unit = 0; unit < columns[0].size(); ++unit) {
    table.rows.push_back({"U" + std::to_string(10 + unit), columns[0][unit], columns[1][unit], columns[2][unit]});
  }
  const Metadata metadata{{root(), pillar("p"), indicator("a", "p"), indicator("b", "p", 3), indicator("c")}, {}};
  return index_of(metadata, table, std::move(steps));
}

struct Judged {
  Index index;
  Audit audit;
  std::vector<Finding> findings;

  const Finding* find(FindingKind kind) const {
    const auto found = std::ranges::find(findings, kind, &Finding::kind);
    return found == findings.end() ? nullptr : &*found;
  }
  std::string sentence(FindingKind kind, Language language = Language::English) const {
    const Finding* finding = find(kind);
    REQUIRE(finding != nullptr);
    return sentence_of(index, *finding, country_words()).in(language);
  }
};

Judged judged(Index index) {
  const Computed computed = must(compute(index, LatestEdition{}));
  Audit found = audit(index, computed, Time{0});
  std::vector<Finding> findings = findings_of(index, computed, found);
  return {std::move(index), std::move(found), std::move(findings)};
}

const std::vector<std::string> kRising = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
const std::vector<std::string> kShuffled = {"7", "2", "12", "4", "9", "1", "5", "11", "3", "8", "10", "6"};

TEST_CASE("a thin column is told with its counts, in both languages") {
  const std::vector<std::string> thin = {"", "", "", "", "", "", "", "", "", "1", "2", "3"};
  const Judged found = judged(small_index_of({thin, kRising, kShuffled}, {Impute{}, Normalise{}, Aggregate{}}));
  CHECK(found.findings.front().kind == FindingKind::ThinIndicator);
  CHECK(found.findings.front().gravity == Gravity::Serious);
  CHECK(found.sentence(FindingKind::ThinIndicator) ==
        "a in 2020 rests on 3 of 12 countries; 9 figures were filled in: its ranks say more about the filling rule "
        "than about the countries, and it is 25% of p.");
  CHECK(found.sentence(FindingKind::ThinIndicator, Language::Korean)
            .starts_with("2020년 ‘a’ 지표에는 12개국 가운데 3개국의 수치만 있고 9개는 채워 넣은 값이다."));
}

TEST_CASE("siblings that repeat or oppose each other") {
  std::vector<std::string> falling = kRising;
  std::ranges::reverse(falling);
  const Judged same = judged(small_index_of({kRising, kRising, kShuffled}, {Normalise{}, Aggregate{}}));
  REQUIRE(same.find(FindingKind::Redundant) != nullptr);
  CHECK(same.find(FindingKind::Redundant)->number("r") == doctest::Approx(1));
  CHECK(same.find(FindingKind::Opposed) == nullptr);
  const Judged against = judged(small_index_of({kRising, falling, kShuffled}, {Normalise{}, Aggregate{}}));
  REQUIRE(against.find(FindingKind::Opposed) != nullptr);
  CHECK(against.find(FindingKind::Opposed)->number("r") == doctest::Approx(-1));
  // a has a quarter of the pillar, and what it gives b takes three times: it runs against the index.
  CHECK(against.find(FindingKind::Silent)->number("r") < 0);
  CHECK(against.find(FindingKind::Silent)->gravity == Gravity::Serious);
}

TEST_CASE("one score for most units, and gaps that stay") {
  const std::vector<std::string> zeros = {"0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "5", "9"};
  std::vector<std::string> with_gap = kShuffled;
  with_gap[0] = "";
  const Judged found = judged(small_index_of({zeros, kRising, with_gap}, {Normalise{}, Aggregate{}}));
  CHECK(found.find(FindingKind::SameScores)->number("same") == 10);
  CHECK(found.sentence(FindingKind::UnequalBasis) ==
        "The scores of 1 of 12 countries in 2020 lack some figures (1 gaps in all, 1 for U10): ranks compare them on "
        "different indicators.");
}

TEST_CASE("findings stand worst first and every sentence is filled in both languages") {
  const std::vector<std::string> thin = {"", "", "", "", "", "", "", "", "", "1", "2", "300"};
  const Judged found = judged(small_index_of({thin, kRising, kShuffled}, {Impute{}, Normalise{}, Aggregate{}}));
  REQUIRE(!found.findings.empty());
  for (std::size_t i = 1; i < found.findings.size(); ++i) {
    CHECK(found.findings[i - 1].gravity <= found.findings[i].gravity);
  }
  for (const Finding& finding : found.findings) {
    const Text text = sentence_of(found.index, finding);
    CAPTURE(text.en);
    CHECK(text.en.ends_with("."));
    CHECK(text.ko.ends_with("."));
    CHECK(text.en.find('{') == std::string::npos);
    CHECK(text.ko.find('{') == std::string::npos);
    CHECK(std::ranges::any_of(text.en, [](char c) { return c >= '0' && c <= '9'; }));
    CHECK(!handbook_step(finding.handbook_step).en.empty());
  }
}

TEST_CASE("leaving out a component by hand") {
  // Scores a 0 50 100, b 100 0 50, c 0 100 50; p = (a + 3 b) / 4. Without c the index is p: 75, 12.5, 62.5.
  const Index index = small_index_of({{"1", "2", "3"}, {"3", "1", "2"}, {"1", "3", "2"}}, {Normalise{}, Aggregate{}});
  const Computed computed = must(compute(index, LatestEdition{}));
  const std::vector<Removal> removals = removals_of(index, computed, Time{0});
  REQUIRE(removals.size() == 4);
  const auto without = std::ranges::find(removals, *index.find_series("c"), &Removal::removed);
  CHECK(shown(without->scores) == "75 12.5 62.5");
  // With it: 37.5, 56.25, 56.25.
  CHECK(without->ranks == std::vector<Rank>{1, 3, 2});
  CHECK(without->mean_rank_change == doctest::Approx((2 + 2 + 1) / 3.0));
}

}  // namespace
}  // namespace podium
