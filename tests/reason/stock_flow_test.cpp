#include "podium/reason/stock_flow.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

using testing::Random;

// New persons over 2023-27. Published are the sums, 66,100 and 53,300, and the differences, advanced -16,600 and others
// +3,800; how the sums divide between the levels is this test's own.
constexpr LevelBalance kOthers{.demand = 37'500, .supply = 41'300};
constexpr LevelBalance kAdvanced{.demand = 28'600, .supply = 12'000};

TEST_CASE("the shortage of 2023-27 is 12,800 with substitution and 16,600 for the advanced level alone") {
  const std::vector<LevelBalance> levels{kOthers, kAdvanced};
  const Result<LabourBalance> balance = labour_balance(levels, any_for_any(2));
  REQUIRE(balance);
  CHECK(balance->demand == 66'100);
  CHECK(balance->supply == 53'300);
  CHECK(balance->shortage == std::vector<double>{-3'800, 16'600});
  CHECK(balance->shortage_alone == 16'600);
  CHECK(balance->surplus_alone == 3'800);
  CHECK(balance->shortage_substituted == 12'800);
  CHECK(balance->surplus_substituted == 0);
  REQUIRE(balance->substituted.size() == 1);
  CHECK(balance->substituted[0].as == Substitution{.from = 0, .to = 1});
  CHECK(balance->substituted[0].persons == 3'800);

  // Where a higher level may do a lower one's work only, the surplus of the others helps nobody.
  const Result<LabourBalance> downward = labour_balance(levels, higher_for_lower(2));
  REQUIRE(downward);
  CHECK(downward->shortage_substituted == 16'600);
  CHECK(downward->surplus_substituted == 3'800);
}

TEST_CASE("the same year by year is 2,560 a year on average over five years") {
  // A fifth of each figure a year, demand added up, on a stock of new persons that starts at nobody.
  const auto newly = [](const LevelBalance& level, const char* name) {
    SkillLevel skill{.name = name};
    for (int year = 1; year <= 5; ++year) {
      skill.years.push_back({.demand = level.demand / 5 * year, .graduates = level.supply / 5});
    }
    return skill;
  };
  const std::vector<SkillLevel> levels{newly(kOthers, "others"), newly(kAdvanced, "advanced")};
  const Result<LabourOutlook> outlook = labour_outlook(levels, any_for_any(2));
  REQUIRE(outlook);
  REQUIRE(outlook->years.size() == 5);
  CHECK(outlook->stocks[0].back() == 41'300);
  CHECK(outlook->stocks[1].back() == 12'000);
  for (std::size_t year = 0; year < 5; ++year) {
    CHECK(outlook->years[year].shortage_substituted == 2'560 * static_cast<double>(year + 1));
    CHECK(outlook->years[year].shortage_alone == 3'320 * static_cast<double>(year + 1));
  }
  CHECK(outlook->years.back().demand == 66'100);
  CHECK(outlook->years.back().supply == 53'300);
  CHECK(outlook->yearly_shortage_substituted == 2'560);
  CHECK(outlook->yearly_shortage_alone == 3'320);
}

TEST_CASE("a stock loses its exits, then gains who was trained, graduated and came") {
  // 1,000 less a tenth, + 20 + 50 - 70 = 900; 900 less a half, + 5 + 0 + 15 = 470.
  const std::vector<SkillLevel> levels{
      {.name = "basic",
       .stock = 1'000,
       .years = {{.demand = 950, .exit_rate = 0.1, .training = 20, .graduates = 50, .net_migration = -70},
                 {.demand = 460, .exit_rate = 0.5, .training = 5, .graduates = 0, .net_migration = 15}}}};
  const Result<LabourOutlook> outlook = labour_outlook(levels);
  REQUIRE(outlook);
  CHECK(outlook->stocks[0] == std::vector<double>{900, 470});
  CHECK(outlook->years[0].shortage == std::vector<double>{50});
  CHECK(outlook->years[1].shortage == std::vector<double>{-10});
  CHECK(outlook->yearly_shortage_alone == 0);
}

TEST_CASE("without entries a stock falls by its exit rate, as compound interest") {
  SkillLevel level{.name = "basic", .stock = 800, .years = std::vector<LabourYear>(3)};
  for (LabourYear& year : level.years) year.exit_rate = 0.5;
  CHECK(labour_outlook(std::vector{level})->stocks[0] == std::vector<double>{400, 200, 100});
}

TEST_CASE("a filled gap may have to give its people on, so that more is filled") {
  // Level 0 could fill 2 or 3, level 1 only 2: all is filled only where level 0 leaves 2 to level 1.
  const std::vector<LevelBalance> levels{{0, 5}, {0, 5}, {5, 0}, {5, 0}};
  const std::vector<Substitution> may{{0, 2}, {0, 3}, {1, 2}};
  const Result<LabourBalance> balance = labour_balance(levels, may);
  REQUIRE(balance);
  CHECK(balance->shortage_substituted == 0);
  CHECK(balance->surplus_substituted == 0);
  REQUIRE(balance->substituted.size() == 2);
  CHECK(balance->substituted[0].as == Substitution{.from = 0, .to = 3});
  CHECK(balance->substituted[1].as == Substitution{.from = 1, .to = 2});
}

TEST_CASE("a substitution is direct") {
  const std::vector<LevelBalance> levels{{5, 0}, {3, 3}, {0, 5}};
  CHECK(labour_balance(levels, std::vector<Substitution>{{2, 1}, {1, 0}})->shortage_substituted == 5);
  CHECK(labour_balance(levels, higher_for_lower(3))->shortage_substituted == 0);
}

/// What stays short at least is, over all sets of levels, their shortage less all surplus that may come to any of them;
/// the largest of these is reached (Gale, 1957).
double least_shortage(const std::vector<double>& shortage, const std::vector<Substitution>& may) {
  double least = 0;
  for (std::size_t set = 0; set < std::size_t{1} << shortage.size(); ++set) {
    const auto is_in = [&](std::size_t level) { return ((set >> level) & 1U) != 0; };
    double left = 0;
    for (std::size_t level = 0; level < shortage.size(); ++level) {
      if (is_in(level)) left += std::max(0.0, shortage[level]);
      const bool may_help =
          std::ranges::any_of(may, [&](const Substitution& one) { return one.from == level && is_in(one.to); });
      if (may_help) left -= std::max(0.0, -shortage[level]);
    }
    least = std::max(least, left);
  }
  return least;
}

TEST_CASE("substitution fills the most that can be filled, from surplus only, and loses nobody") {
  Random random(91);
  for (int round = 0; round < 400; ++round) {
    const std::size_t count = 1 + random.below(7);
    std::vector<LevelBalance> levels(count);
    for (LevelBalance& level : levels) {
      level = {.demand = static_cast<double>(random.below(30)), .supply = static_cast<double>(random.below(30))};
    }
    std::vector<Substitution> may = any_for_any(count);
    std::erase_if(may, [&](const Substitution&) { return random.uniform() < 0.6; });
    const Result<LabourBalance> balance = labour_balance(levels, may);
    REQUIRE(balance);
    CHECK(balance->shortage_substituted == least_shortage(balance->shortage, may));
    CHECK(balance->shortage_alone - balance->surplus_alone == balance->demand - balance->supply);
    CHECK(balance->shortage_substituted - balance->surplus_substituted == balance->demand - balance->supply);

    std::vector<double> left = balance->shortage;
    for (const Substituted& one : balance->substituted) {
      CHECK(one.persons > 0);
      CHECK(std::ranges::find(may, one.as) != may.end());
      left[one.as.from] += one.persons;
      left[one.as.to] -= one.persons;
    }
    double short_of = 0;
    for (std::size_t level = 0; level < count; ++level) {
      CHECK(left[level] * balance->shortage[level] >= 0);  // none gives or takes more than it has or lacks
      short_of += std::max(0.0, left[level]);
    }
    CHECK(short_of == balance->shortage_substituted);
  }
}

TEST_CASE("any level for any other leaves the shortage of the sums; none leaves each level its own") {
  Random random(92);
  for (int round = 0; round < 100; ++round) {
    std::vector<LevelBalance> levels(1 + random.below(5));
    for (LevelBalance& level : levels) level = {.demand = random.between(0, 1e6), .supply = random.between(0, 1e6)};
    const Result<LabourBalance> any = labour_balance(levels, any_for_any(levels.size()));
    const Result<LabourBalance> none = labour_balance(levels);
    CHECK(std::abs(any->shortage_substituted - std::max(0.0, any->demand - any->supply)) < 1e-8);
    CHECK(none->shortage_substituted == none->shortage_alone);
    CHECK(none->substituted.empty());
  }
}

TEST_CASE("what cannot be of persons is refused") {
  const LabourYear year{.demand = 10, .exit_rate = 0.1, .training = 1, .graduates = 1, .net_migration = 1};
  const auto refusal = [](std::vector<SkillLevel> levels) {
    const Result<LabourOutlook> outlook = labour_outlook(levels);
    REQUIRE(!outlook);
    CHECK(outlook.diagnostics().front().code == Code::InvalidValue);
    return outlook.diagnostics().front().found;
  };
  const auto one = [&](auto change) {
    LabourYear changed = year;
    change(changed);
    return std::vector<SkillLevel>{{.name = "basic", .stock = 5, .years = {year, changed}}};
  };
  CHECK(refusal({}) == "no skill level");
  CHECK(refusal({{.name = "basic"}}) == "0 years of 'basic'");
  CHECK(refusal({{.name = "basic", .years = {year}}, {.name = "high", .years = {year, year}}}) == "2 years of 'high'");
  CHECK(refusal({{.name = "basic", .stock = -1, .years = {year}}}) == "stock -1 of 'basic'");
  CHECK(refusal(one([](auto& y) { y.exit_rate = 1.5; })) == "exit rate 1.5 of 'basic' in year 2");
  CHECK(refusal(one([](auto& y) { y.demand = kMissing; })) == "demand nan of 'basic' in year 2");
  CHECK(refusal(one([](auto& y) { y.training = -3; })) == "training -3 of 'basic' in year 2");
  CHECK(refusal(one([](auto& y) { y.graduates = -3; })) == "graduates -3 of 'basic' in year 2");
  CHECK(refusal(one([](auto& y) { y.net_migration = kMissing; })) == "net migration nan of 'basic' in year 2");
  CHECK(refusal({{.name = "basic", .stock = 5, .years = {{.net_migration = -6}}}}) ==
        "stock -1 of 'basic' after year 1");

  CHECK(labour_balance(std::vector<LevelBalance>{{-1, 0}}).diagnostics().front().found == "demand -1 of level 1");
  CHECK(labour_balance(std::vector<LevelBalance>{{1, 0}}, any_for_any(2)).diagnostics().front().code ==
        Code::UnknownNode);
}

}  // namespace
}  // namespace podium
