#include "podium/reason/stock_flow.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

bool is_count(double persons) { return std::isfinite(persons) && persons >= 0; }

Diagnostic refused(const std::string& what, double value, const std::string& whose, std::string expected) {
  return {Code::InvalidValue, what + " " + quoted_number(value) + " of " + whose, std::move(expected)};
}

/// Surpluses and shortages that shrink while the first fill the second.
class Filling {
 public:
  Filling(std::span<const double> shortage, std::span<const Substitution> substitutions)
      : levels_(shortage.size()), may_(levels_ * levels_), filled_(levels_ * levels_) {
    for (const double of_level : shortage) {
      gap_.push_back(std::max(0.0, of_level));
      surplus_.push_back(std::max(0.0, -of_level));
    }
    for (const Substitution& one : substitutions) may_[one.from * levels_ + one.to] = 1;
  }

  void fill() {
    while (const std::optional<std::size_t> end = reach_gap()) move_along(*end);
  }

  double filled(std::size_t from, std::size_t to) const { return filled_[from * levels_ + to]; }
  double gap_left() const { return sum(gap_); }
  double surplus_left() const { return sum(surplus_); }

 private:
  static double sum(std::span<const double> persons) {
    double all = 0;
    for (const double some : persons) all += some;
    return all;
  }

  /// The nearest level with a gap that people can be moved towards, by the fewest moves: a surplus takes up the work of
  /// a gap, or of people of a third level who then take up that of a gap.
  std::optional<std::size_t> reach_gap() {
    giver_.assign(levels_, kNone);
    freed_at_.assign(levels_, kNone);
    std::vector<std::size_t> givers;
    for (std::size_t level = 0; level < levels_; ++level) {
      if (surplus_[level] > 0) givers.push_back(level);
    }
    for (std::size_t next = 0; next < givers.size(); ++next) {
      const std::size_t from = givers[next];
      for (std::size_t to = 0; to < levels_; ++to) {
        if (may_[from * levels_ + to] == 0 || giver_[to] != kNone) continue;
        giver_[to] = from;
        if (gap_[to] > 0) return to;
        for (std::size_t other = 0; other < levels_; ++other) {
          const bool is_new = surplus_[other] == 0 && freed_at_[other] == kNone;
          if (!is_new || filled(other, to) == 0) continue;
          freed_at_[other] = to;
          givers.push_back(other);
        }
      }
    }
    return std::nullopt;
  }

  void move_along(std::size_t end) {
    double persons = gap_[end];
    std::size_t first = giver_[end];
    for (; freed_at_[first] != kNone; first = giver_[freed_at_[first]]) {
      persons = std::min(persons, filled(first, freed_at_[first]));
    }
    persons = std::min(persons, surplus_[first]);
    gap_[end] -= persons;
    surplus_[first] -= persons;
    for (std::size_t to = end; to != kNone; to = freed_at_[giver_[to]]) {
      const std::size_t from = giver_[to];
      filled_[from * levels_ + to] += persons;
      if (freed_at_[from] != kNone) filled_[from * levels_ + freed_at_[from]] -= persons;
    }
  }

  std::size_t levels_;
  std::vector<char> may_;       ///< from, then to
  std::vector<double> filled_;  ///< the same
  std::vector<double> gap_{};
  std::vector<double> surplus_{};
  std::vector<std::size_t> giver_{};     ///< of the search: who would come to do the work of a level
  std::vector<std::size_t> freed_at_{};  ///< and where a giver without a surplus would be replaced
};

Diagnostics refuse(std::span<const SkillLevel> levels) {
  for (const SkillLevel& level : levels) {
    if (level.years.empty() || level.years.size() != levels.front().years.size()) {
      return {{Code::InvalidValue, std::to_string(level.years.size()) + " years of " + quoted(level.name),
               "the same years for each level, at least one"}};
    }
    if (!is_count(level.stock)) return {refused("stock", level.stock, quoted(level.name), "persons, at least 0")};
    for (std::size_t year = 0; year < level.years.size(); ++year) {
      const LabourYear& of_year = level.years[year];
      const std::string whose = quoted(level.name) + " in year " + std::to_string(year + 1);
      if (!(of_year.exit_rate >= 0 && of_year.exit_rate <= 1)) {
        return {refused("exit rate", of_year.exit_rate, whose, "a share between 0 and 1")};
      }
      for (const auto& [what, persons] : {std::pair{"demand", of_year.demand}, std::pair{"training", of_year.training},
                                          std::pair{"graduates", of_year.graduates}}) {
        if (!is_count(persons)) return {refused(what, persons, whose, "persons, at least 0")};
      }
      if (!std::isfinite(of_year.net_migration)) {
        return {refused("net migration", of_year.net_migration, whose, "a finite number of persons")};
      }
    }
  }
  return {};
}

Result<std::vector<double>> stocks_of(const SkillLevel& level) {
  std::vector<double> stocks;
  double stock = level.stock;
  for (const LabourYear& year : level.years) {
    stock = stock * (1 - year.exit_rate) + year.training + year.graduates + year.net_migration;
    stocks.push_back(stock);
    if (!is_count(stock)) {
      return refused("stock", stock, quoted(level.name) + " after year " + std::to_string(stocks.size()),
                     "flows that leave no fewer than nobody");
    }
  }
  return stocks;
}

}  // namespace

std::vector<Substitution> higher_for_lower(std::size_t levels) {
  std::vector<Substitution> all = any_for_any(levels);
  std::erase_if(all, [](const Substitution& one) { return one.from < one.to; });
  return all;
}

std::vector<Substitution> any_for_any(std::size_t levels) {
  std::vector<Substitution> all;
  for (std::size_t from = 0; from < levels; ++from) {
    for (std::size_t to = 0; to < levels; ++to) {
      if (from != to) all.push_back({.from = from, .to = to});
    }
  }
  return all;
}

Result<LabourBalance> labour_balance(std::span<const LevelBalance> levels,
                                     std::span<const Substitution> substitutions) {
  LabourBalance balance;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::string whose = "level " + std::to_string(i + 1);
    if (!is_count(levels[i].demand)) return refused("demand", levels[i].demand, whose, "persons, at least 0");
    if (!is_count(levels[i].supply)) return refused("supply", levels[i].supply, whose, "persons, at least 0");
    const double shortage = levels[i].demand - levels[i].supply;
    balance.demand += levels[i].demand;
    balance.supply += levels[i].supply;
    balance.shortage.push_back(shortage);
    (shortage > 0 ? balance.shortage_alone : balance.surplus_alone) += std::abs(shortage);
  }
  for (const Substitution& one : substitutions) {
    const std::size_t highest = std::max(one.from, one.to);
    if (highest < levels.size()) continue;
    return Diagnostic{Code::UnknownNode, "a substitution of level " + std::to_string(highest + 1),
                      "one of " + std::to_string(levels.size()) + " levels"};
  }

  Filling filling(balance.shortage, substitutions);
  filling.fill();
  balance.shortage_substituted = filling.gap_left();
  balance.surplus_substituted = filling.surplus_left();
  for (const Substitution& one : any_for_any(levels.size())) {
    const double persons = filling.filled(one.from, one.to);
    if (persons > 0) balance.substituted.push_back({.as = one, .persons = persons});
  }
  return balance;
}

Result<LabourOutlook> labour_outlook(std::span<const SkillLevel> levels, std::span<const Substitution> substitutions) {
  if (levels.empty()) return Diagnostic{Code::InvalidValue, "no skill level", "at least one"};
  if (Diagnostics problems = refuse(levels); !problems.empty()) return problems;
  LabourOutlook outlook;
  for (const SkillLevel& level : levels) {
    TRY(std::vector<double> stocks, stocks_of(level));
    outlook.stocks.push_back(std::move(stocks));
  }
  const std::size_t years = levels.front().years.size();
  for (std::size_t year = 0; year < years; ++year) {
    std::vector<LevelBalance> balances;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      balances.push_back({.demand = levels[i].years[year].demand, .supply = outlook.stocks[i][year]});
    }
    TRY(LabourBalance balance, labour_balance(balances, substitutions));
    outlook.years.push_back(std::move(balance));
  }
  outlook.yearly_shortage_alone = outlook.years.back().shortage_alone / static_cast<double>(years);
  outlook.yearly_shortage_substituted = outlook.years.back().shortage_substituted / static_cast<double>(years);
  return outlook;
}

}  // namespace podium
