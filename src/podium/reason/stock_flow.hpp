#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "podium/core/result.hpp"

namespace podium {

/// The surplus of one skill level may do the work that another lacks people for. Positions of the levels, lowest first.
struct Substitution {
  std::size_t from = 0;
  std::size_t to = 0;

  bool operator==(const Substitution&) const = default;
};

/// Each level may do the work of any below it.
std::vector<Substitution> higher_for_lower(std::size_t levels);
/// Each level may do the work of any other.
std::vector<Substitution> any_for_any(std::size_t levels);

/// Persons wanted and persons there, of one level: at a moment, or newly over a span of years.
struct LevelBalance {
  double demand = 0;
  double supply = 0;
};

/// Persons of one level who do the work of another.
struct Substituted {
  Substitution as{};
  double persons = 0;
};

struct LabourBalance {
  double demand = 0;  ///< over all levels
  double supply = 0;
  std::vector<double> shortage{};   ///< by level: demand - supply, below 0 for a surplus
  double shortage_alone = 0;        ///< sum of the levels' shortages, each level for itself; a surplus closes none
  double surplus_alone = 0;         ///< sum of the levels' surpluses
  double shortage_substituted = 0;  ///< what stays where surplus fills as much as it may
  double surplus_substituted = 0;   ///< whom that leaves without work
  std::vector<Substituted> substituted{};  ///< one of the ways to fill as much, by from, then to
};

/// Shortage by level, alone and with substitution. The most that can be filled is a maximal flow from the surpluses to
/// the shortages (Edmonds and Karp, 1972). A substitution is direct: from advanced to middle and from middle to basic
/// lets advanced people do basic work only if it says so too. With any_for_any the shortage is that of the sums.
/// InvalidValue for demand or supply below 0 or not finite, UnknownNode for a substitution of no such level.
Result<LabourBalance> labour_balance(std::span<const LevelBalance> levels,
                                     std::span<const Substitution> substitutions = {});

/// What happens to one level in one year, in persons.
struct LabourYear {
  double demand = 0;         ///< persons wanted at the end of the year
  double exit_rate = 0;      ///< share of those there at its start who leave in the year, 0 ... 1
  double training = 0;       ///< who completes a training; leaves another level only if counted in the exits there
  double graduates = 0;      ///< who enters from education
  double net_migration = 0;  ///< immigrants less emigrants
};

struct SkillLevel {
  std::string name{};
  double stock = 0;  ///< persons at the start of the first year
  std::vector<LabourYear> years{};
};

struct LabourOutlook {
  std::vector<std::vector<double>> stocks{};  ///< by level, then at the end of each year
  std::vector<LabourBalance> years{};         ///< at the end of each year
  /// What the last year is short of, spread over all years: how many more would have had to come each year, of whom
  /// none leaves again. Includes a shortage at the start.
  double yearly_shortage_alone = 0;
  double yearly_shortage_substituted = 0;
};

/// The stock of each level,
///
///   stock(t + 1) = stock(t) * (1 - exit rate) + training + graduates + net migration,
///
/// against the demand of each year. Who substitutes for a year stays in the stock of the own level. Demand that is
/// known as newly wanted persons is added up before, on a stock of 0 where supply too is of new persons.
/// InvalidValue for levels of different or no years, an exit rate outside 0 ... 1, other figures below 0 (migration
/// apart) or not finite, and emigration of more than there are; UnknownNode as labour_balance.
Result<LabourOutlook> labour_outlook(std::span<const SkillLevel> levels,
                                     std::span<const Substitution> substitutions = {});

}  // namespace podium
